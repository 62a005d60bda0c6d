import pytest

from foedera.model.whereabouts import days, whereabouts


def test_a_report_is_found_by_its_text_and_by_party_set_and_day(nouns):
    read = nouns.article("Talks were held in Tokyo.", published=nouns.when("2023-11-28"))
    facts = [nouns.event(parties=("JP", "VN")), nouns.level(parties=("JP", "KR")), nouns.tenure("Fumio Kishida"), nouns.event()]
    found = whereabouts(nouns.reading(read, facts))
    assert (found.keys, found.day, len(found.bands)) == (("JP+KR", "JP+VN"), "2023-11-28", 32)


def test_without_a_date_it_is_found_by_its_text_alone_and_without_words_nowhere(nouns):
    found = whereabouts(nouns.reading(nouns.article("..."), [nouns.event()]))
    assert (found.keys, found.day, found.bands) == ((), "", ())


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2023-11-28", ("2023-11-28", "2023-11-25", "2023-12-01")),
        ("2023-11", ("", "", "9999-12-31")),
        ("XXXX-11-28", ("", "", "9999-12-31")),
        (None, None),
    ],
)
def test_copies_are_looked_for_within_days(nouns, published, found):
    assert days(nouns.when(published)) == found
