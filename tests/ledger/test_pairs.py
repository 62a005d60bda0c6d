"""What a store holds of pairs: each test runs on all stores."""

from dataclasses import replace

import pytest

from foedera import ledger as stores
from foedera.ledger.parts.shelves import rows_of
from foedera.merging.entries import entries
from foedera.merging.pairs import holdings
from foedera.model.keys import STRUCK

DAY = "2026-01-01"


@pytest.fixture
def ledger(place):
    with stores.open(place, create=True) as opened:
        yield opened


def told(nouns, name, published, parties):
    text = "The two sides held talks in Tokyo."
    read = nouns.article(text, name, lang="en", published=nouns.when(published))
    facts = [
        nouns.event("2023-11-27", document=read.id, quote=text),
        nouns.level("strategic partnership", "2014", document=read.id, quote=text),
    ]
    facts = [replace(fact, parties=parties, id=f"{fact.id}{name}") for fact in facts]
    return nouns.reading(read, [*facts, nouns.tenure("Fumio Kishida", document=read.id, quote=text)])


def test_pairs_have_their_number_of_entries_and_their_latest_report(ledger, nouns):
    for name, published, parties in (
        ("a.txt", "2023-11-28", ("JP", "VN")),
        ("b.txt", "2024-11-28", ("JP", "VN")),
        ("c.txt", "2025-11-28", ("JP", "US", "VN")),
    ):
        ledger.replace(told(nouns, name, published, parties), DAY)
    made = entries(ledger.facts(), ledger.reports(), nouns.WORLD)
    with ledger.deriving():
        for parties in (("JP", "VN"), ("JP", "US", "VN")):
            own = {name: tuple(one for one in getattr(made, name) if one.parties == parties) for name in ("events", "levels")}
            ledger.shelves.put("+".join(parties), rows_of(replace(made, **own, people=(), disagreements=(), followups=())))
        ledger.shelves.put("JP:fumio kishida", rows_of(replace(made, events=(), levels=(), disagreements=(), followups=())))
    (pair,) = holdings(made)
    assert ledger.pairs.counts() == {"JP+VN": pair.entries}
    assert ledger.pairs.having("level") == ["JP+VN"]
    assert ledger.pairs.having("mechanism") == []
    assert ledger.pairs.latest() == {"JP+VN": pair.last}
    assert pair.last.record == "b.txt"


def test_a_fact_is_found_under_its_key_and_not_at_all_once_it_is_struck(ledger, nouns):
    reading = told(nouns, "a.txt", "2023-11-28", ("JP", "VN"))
    ledger.replace(reading, DAY)
    event, level, tenure = reading.facts
    assert [ledger.key_of(fact.id) for fact in reading.facts] == ["JP+VN", "JP+VN", "JP:fumio kishida"]
    assert ledger.key_of("none") == STRUCK
    with ledger.deriving():
        ledger.put_ruled(event, None)
        ledger.put_ruled(level, replace(level, level="extensive partnership"))
    assert ledger.key_of(event.id) == STRUCK
    assert ledger.ruled_in(reading.article.id) == (replace(level, level="extensive partnership"), tenure)
