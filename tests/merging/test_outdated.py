import pytest

from foedera.merging.outdated import outdated

CSP = "comprehensive strategic partnership"


@pytest.fixture
def found(nouns):
    def made(*facts, **days):
        held = nouns.ledger(nouns.level(CSP, "2023-11-27", document="d9"), *facts, days={"d9": "2023-11-28"} | days)
        return [(one.report.document, one.level, one.instead.level) for one in outdated(held.levels, nouns.LAND)]

    return made


def test_a_title_used_after_a_higher_one_was_in_force_is_outdated(nouns, found):
    late, later = (nouns.level("strategic partnership", document=name) for name in ("d1", "d2"))
    assert found(late, later, d1="2025-01-01", d2="2024-01-01") == [
        ("d2", "strategic partnership", CSP),
        ("d1", "strategic partnership", CSP),
    ]


def test_before_that_day_or_with_the_higher_one_beside_it_it_is_not(nouns, found):
    title = nouns.level("strategic partnership")
    assert found(title, d1="2023-11-27") == []
    assert found(title, d1="2023") == []
    assert found(title, d1=None) == []
    assert found(title, nouns.level(CSP, start=90), d1="2025-01-01") == []


def test_what_is_told_of_the_past_or_planned_is_not(nouns, found):
    assert found(nouns.level("strategic partnership", "2009"), d1="2025-01-01") == []
    assert found(nouns.level("strategic partnership", realis="planned"), d1="2025-01-01") == []
    assert found(nouns.level("strategic partnership"), nouns.level(CSP, document="d1", start=5, realis="planned"), d1="2025-01-01") == []


def test_of_two_titles_without_a_beginning_none_is_outdated(nouns):
    held = nouns.ledger(
        nouns.level("strategic partnership"), nouns.level(CSP, document="d2"), days={"d1": "2025-01-01", "d2": "2024-01-01"}
    )
    assert outdated(held.levels, nouns.LAND) == ()
