from foedera.plumbing.once import MOST, once


def test_what_is_made_of_a_value_is_made_once():
    made = []

    @once
    def doubled(value):
        """Twice the value."""
        made.append(value)
        return value * 2

    value = (1, 2)
    assert doubled(value) is doubled(value)
    assert made == [value]
    assert doubled.__doc__ == "Twice the value."


def test_an_equal_value_is_not_the_same():
    made = []

    @once
    def counted(value):
        made.append(value)
        return len(made)

    first, second = [1], [1]
    assert (counted(first), counted(second), counted(first)) == (1, 2, 1)


def test_only_so_many_makings_are_kept():
    made = []

    @once
    def kept(value):
        made.append(value)
        return value

    values = [[number] for number in range(MOST + 1)]
    for value in values:
        kept(value)
    kept(values[0])
    assert len(made) == MOST + 2
