import pytest

from foedera.extraction.joins import SMALL, joined


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji| and |Norway", True),
        ("en", "Fiji|, |Norway", True),
        ("en", "Fiji|, and |Norway", True),
        ("en", "Fiji|-|Norway", True),
        ("en", "Fiji| as well as |Norway", True),
        ("en", "Fiji||Norway", True),
        ("en", "Fiji| saw |Norway", False),
        ("en", "Fiji| and the |Norway", False),
        ("en", "Fiji|. |Norway", False),
        ("vi", "Lào| và |Peru", True),
        ("vi", "Lào| gặp |Peru", False),
        ("ms", "Kenya| dan |Peru", True),
    ],
)
def test_only_joining_words_and_signs_join(draft_of, lang, text, expected):
    start = text.index("|")
    draft = draft_of(text.replace("|", ""), lang)
    assert joined(draft, start, text.rindex("|") - 1) is expected


def test_small_words_join_where_they_may(draft_of):
    draft = draft_of("Carl Holm and his counterpart Pablo Soto")
    start, end = draft.text.index(" and"), draft.text.index("Pablo")
    assert joined(draft, start, end, SMALL)
    assert not joined(draft, start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carl Holm| and Minister |Soto", True),
        ("Carl Holm| and Foreign Minister |Soto", True),
        ("Carl Holm|, Minister |Soto", False),
        ("Carl Holm| and the day, Minister |Soto", False),
    ],
)
def test_the_office_of_the_second_of_a_list_joins_behind_a_word_that_joins(draft_of, text, expected):
    start = text.index("|")
    assert joined(draft_of(text.replace("|", "")), start, text.rindex("|") - 1, SMALL) is expected


def test_neighbours_that_overlap_are_joined(draft_of):
    assert joined(draft_of("both sides"), 5, 4)
