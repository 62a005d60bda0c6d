import pytest

from foedera.extraction.persons import subset, tokens


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Trần Văn Bình", {"tran", "van", "binh"}), ("Lee Min-ho", {"lee", "min", "ho"}), ("SOTO", {"soto"}), ("", set())],
)
def test_names_are_compared_by_their_bare_tokens(name, expected):
    assert tokens(name) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Anna Berg", "Berg", True),
        ("Berg", "ANNA BERG", True),
        ("Anna Berg", "Anna Holm", False),
        ("Nguyen Hoa", "Nguyễn Thị Hoa", True),
    ],
)
def test_one_name_may_hold_the_other(first, second, expected):
    assert subset(tokens(first), tokens(second)) is expected
