import pytest

PUBLISHED = "2024-05-10"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "It lasts from tomorrow until 15 May 2024.", [("tomorrow until 15 May 2024", "2024-05-11/2024-05-15", "relative")]),
        (
            "en",
            "It lasts from 30 April 2024 until 15 May 2024.",
            [("from 30 April 2024 until 15 May 2024", "2024-04-30/2024-05-15", "stated")],
        ),
        (
            "vi",
            "Chuyến thăm từ ngày mai đến hết ngày 15/5/2024.",
            [("ngày mai đến hết ngày 15/5/2024", "2024-05-11/2024-05-15", "relative")],
        ),
        ("ms", "Lawatan dari esok hingga 15 Mei 2024.", [("esok hingga 15 Mei 2024", "2024-05-11/2024-05-15", "relative")]),
    ],
)
def test_two_days_that_a_word_of_range_joins_are_one_stretch(draft_of, lang, text, expected):
    draft = draft_of(text, lang, PUBLISHED)
    assert [(draft.text[each.span.start : each.span.end], each.value, each.when.basis) for each in draft.dates] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It came on 3 May 2024, then on 15 May 2024.", ["2024-05-03", "2024-05-15"]),
        ("It lasts from tomorrow until 3 May 2024.", ["2024-05-11", "2024-05-03"]),
        ("It lasts from May 2024 until 15 June 2024.", ["2024-05", "2024-06-15"]),
        ("It lasts from the following day until 15 June 2024.", None),
        ("It was 3 May 2024.", ["2024-05-03"]),
    ],
)
def test_other_neighbours_stay_two(draft_of, text, values):
    found = [mention.value for mention in draft_of(text, published=PUBLISHED).dates]
    assert found == values if values else "2024-06-15" in found
