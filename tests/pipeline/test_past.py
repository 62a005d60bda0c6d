"""What could be known on a day is what is derived from the reports and rulings recorded by then."""

from dataclasses import replace

import pytest

from foedera import ledger as stores
from foedera.pipeline import asked, past, rebuild, waves

REPORTS = {"a": "2020-01-01", "b": "2020-06-30T23:59:59+00:00", "c": "2021-01-01"}


@pytest.fixture
def ledger(place):
    with stores.open(place, create=True) as opened:
        yield opened


def put(ledger, nouns, name, recorded, **fields):
    read = nouns.article(f"{name}: they met.", f"{name}.txt", lang="en", published=nouns.when("2019-11-28"))
    fact = nouns.event("2019-11-27", document=read.id, quote="they met", start=3, **fields)
    ledger.replace(nouns.reading(read, [fact], digest=nouns.KNOWLEDGE.digest), recorded)
    return fact


def test_only_what_was_recorded_by_the_end_of_the_day_counts(ledger, nouns):
    for name, recorded in REPORTS.items():
        put(ledger, nouns, name, recorded)
    for day, names in (("2019-12-31", ""), ("2020-01-01", "a"), ("2020-06-30", "ab"), ("2022-01-01", "abc")):
        found = past.entries(ledger, nouns.KNOWLEDGE, day)
        assert sorted(report.record[0] for report in found.reports) == list(names)
        assert [sorted(report.record[0] for report in event.reports) for event in found.events] == ([list(names)] if names else [])


def test_on_the_last_day_it_is_what_the_ledger_holds(ledger, nouns):
    for name, recorded in REPORTS.items():
        put(ledger, nouns, name, recorded)
    waves.refresh(ledger, nouns.KNOWLEDGE)
    assert past.entries(ledger, nouns.KNOWLEDGE, "2030-01-01") == rebuild.entries(ledger, nouns.KNOWLEDGE)
    for question in (asked.of_pair, asked.of_parties, asked.people_of):
        assert question(ledger, nouns.KNOWLEDGE, ("JP", "VN"), "2020-01-01") == past.entries(ledger, nouns.KNOWLEDGE, "2020-01-01")
    assert asked.levels_of(ledger, nouns.KNOWLEDGE, "VN", "2020-01-01") == past.entries(ledger, nouns.KNOWLEDGE, "2020-01-01")


def test_a_ruling_counts_from_the_day_it_was_made(ledger, nouns):
    fact = put(ledger, nouns, "a", "2020-01-01")
    ledger.store_judgement(nouns.judgement("struck", fact, at="2021-01-01"))
    assert len(past.entries(ledger, nouns.KNOWLEDGE, "2020-12-31").events) == 1
    assert past.entries(ledger, nouns.KNOWLEDGE, "2021-01-01").events == ()


def test_what_older_rules_read_is_read_by_todays(ledger, nouns):
    put(ledger, nouns, "a", "2020-01-01")
    today = replace(nouns.KNOWLEDGE, digest="k2")
    (one,) = past.readings(ledger, today, "2020-01-01")
    assert (one.digest, one.facts) == ("k2", ())
    assert next(ledger.readings()).facts
