"""One more report: what is derived of the reports and names that it reaches is what deriving everything anew gives."""

import pytest

from foedera import knowledge
from foedera.ledger import sqlite
from foedera.pipeline import parties, persons, rebuild, waves
from measure import invented as made_up

DAY = "2026-01-01"
FIRST, FURTHER = 90, 24
TABLES = ("entries", "links", "members", "vicinities", "namings")


@pytest.fixture(scope="module")
def known():
    return knowledge.load()


@pytest.fixture
def reports(known, monkeypatch):
    """Reports of three states, so that each pair has many."""
    monkeypatch.setattr(made_up, "STATES", 3)
    return list(made_up.invented(known, FIRST + FURTHER, seed=2))


@pytest.fixture
def parts(monkeypatch):
    """How often a part of a party set was derived, and a person was told more of, rather than all; and how often not."""
    counts = {"part": [], "more": []}

    def counted(name, function):
        def told(*given):
            found = function(*given)
            counts[name].append(bool(found))
            return found

        return told

    monkeypatch.setattr(parties, "_part", counted("part", parties._part))
    monkeypatch.setattr(persons.Added, "put", counted("more", persons.Added.put))
    return counts


def rows(ledger):
    return {table: sorted(map(repr, ledger._rows(f"SELECT * FROM {table}"))) for table in TABLES}  # noqa: S608 - the names above


@pytest.fixture
def ledger(tmp_path, known, reports, parts):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        for reading in reports[:FIRST]:
            ledger.replace(reading, DAY)
        waves.refresh(ledger, known)
        for seen in parts.values():
            seen.clear()
        yield ledger


def test_a_ledger_that_grew_report_by_report_is_one_that_was_derived_at_once(ledger, known, reports, parts):
    for reading in reports[FIRST:]:
        ledger.replace(reading, DAY)
        waves.refresh(ledger, known)
    assert all(sum(seen) * 3 > len(seen) for seen in parts.values()), parts
    grown = rows(ledger)
    assert list(rebuild.verify(ledger, known)) == []
    ledger.forget(known.digest)
    waves.refresh(ledger, known)
    assert rows(ledger) == grown


def test_where_anybody_ruled_all_of_a_party_set_is_derived(ledger, known, parts, nouns):
    event = rebuild.stored(ledger).events[0]
    ledger.store_judgement(nouns.judgement("confirmed", event.facts[0]))
    waves.refresh(ledger, known)
    assert parts["part"] == [False]
    assert rebuild.stored(ledger) == rebuild.derive(ledger, known)
