from foedera.plumbing.once import once


def test_a_value_is_worked_on_once_and_an_equal_one_again():
    seen = []

    @once
    def length(words):
        """How many."""
        seen.append(words)
        return len(words)

    first, second = ["a"], ["a"]
    assert [length(first), length(first), length(second)] == [1, 1, 1]
    assert seen == [first, second]
    assert length.__doc__ == "How many."


def test_keys_of_other_kinds_are_never_equal():
    made = once(len)
    assert made("ab") == 2
    assert made(()) == 0
