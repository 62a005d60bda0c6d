"""What is loaded for a question answers it as all entries would."""

from dataclasses import replace

import pytest

from foedera import ledger as stores
from foedera.merging.relations import relation
from foedera.merging.standings import levels_of
from foedera.pipeline import asked, rebuild, waves

DAY = "2026-01-01"


@pytest.fixture
def ledger(place, nouns):
    with stores.open(place, create=True) as opened:
        for name, parties in (("a", ("JP", "VN")), ("b", ("JP", "KR", "VN")), ("c", ("JP", "KR")), ("d", ("KR", "VN"))):
            read = nouns.article(f"{name}: Kishida met them.", f"{name}.txt", lang="en", published=nouns.when("2023-11-28"))
            shared = {"document": read.id, "quote": "Kishida", "start": 3}
            facts = [nouns.event("2023-11-27", parties=parties, attendees=[("Fumio Kishida", None, "JP")], **shared)]
            facts += [nouns.tenure("Fumio Kishida", parties=("JP",), **shared), nouns.commitment(parties=parties, **shared)]
            facts += [nouns.level(parties=parties, **shared), nouns.mechanism("Council", parties=parties, **shared)]
            opened.replace(nouns.reading(read, facts), DAY)
        waves.refresh(opened, nouns.KNOWLEDGE)
        yield opened


def test_a_pair_is_told_with_its_persons_and_with_others(ledger, nouns):
    some, every = asked.of_pair(ledger, nouns.KNOWLEDGE, ("JP", "VN")), rebuild.entries(ledger, nouns.KNOWLEDGE)
    assert relation(some, ("JP", "VN"), nouns.WORLD) == relation(every, ("JP", "VN"), nouns.WORLD)
    assert (len(some.events), len(some.people), len(every.events)) == (2, 1, 4)


def test_who_glances_at_a_ledger_sees_it_whole_while_another_writes(ledger, place, nouns):
    before = asked.of_pair(ledger, nouns.KNOWLEDGE, ("JP", "VN"))
    with stores.glance(place) as kept:
        keys = kept.shelves.keys(["JP", "VN"])
        ledger.replace(replace(next(ledger.readings()), facts=()), DAY)
        ledger.forget("k9")
        assert kept.is_fresh(nouns.KNOWLEDGE.digest)
        assert sum(len(part.events) for part in kept.parts(keys)) == len(before.events)
    with stores.glance(place) as kept:
        assert list(kept.parts(keys)) == []


def test_of_a_state_the_levels_alone_are_loaded(ledger, nouns):
    some, every = asked.levels_of(ledger, nouns.KNOWLEDGE, "VN"), rebuild.entries(ledger, nouns.KNOWLEDGE)
    assert levels_of(some, "VN", nouns.WORLD) == levels_of(every, "VN", nouns.WORLD)
    assert (len(some.levels), len(some.events)) == (3, 0)


def test_who_names_no_state_asks_for_everything(ledger, nouns):
    every = rebuild.entries(ledger, nouns.KNOWLEDGE)
    assert asked.of_parties(ledger, nouns.KNOWLEDGE, ()) == every
    assert asked.people_of(ledger, nouns.KNOWLEDGE, ()) == every
    assert [event.parties for event in asked.of_parties(ledger, nouns.KNOWLEDGE, ("KR", "VN")).events] == [
        event.parties for event in every.events if {"KR", "VN"} <= set(event.parties)
    ]
    assert asked.people_of(ledger, nouns.KNOWLEDGE, ("JP",)).people == every.people
    assert asked.people_of(ledger, nouns.KNOWLEDGE, ("KR",)).people == ()


@pytest.fixture
def large(ledger, monkeypatch):
    """The same as if it were too large to be derived as a whole for a question."""
    monkeypatch.setattr(asked, "SMALL", 0)
    monkeypatch.setattr(rebuild, "derive", lambda *_: pytest.fail("all was derived"))
    return ledger


def another(nouns, day="2024-05-06", parties=("JP", "VN")):
    """The reading of a report of another happening, with a person who was never seen before."""
    read = nouns.article(f"new: Ishiba met them on {day}.", f"{day}.txt", lang="en", published=nouns.when(day))
    shared = {"document": read.id, "quote": "Ishiba", "start": 5}
    facts = [nouns.event(day, parties=parties, **shared), nouns.tenure("Shigeru Ishiba", parties=("JP",), **shared)]
    return nouns.reading(read, facts, digest=nouns.KNOWLEDGE.digest)


def test_while_an_ingest_is_under_way_only_what_waits_is_derived(large, nouns):
    before = asked.of_parties(large, nouns.KNOWLEDGE, ())
    large.replace(another(nouns), DAY)
    found = asked.of_parties(large, nouns.KNOWLEDGE, ())
    assert {event.when.edtf for event in found.events} - {event.when.edtf for event in before.events} == {"2024-05-06"}
    assert (found.levels, found.people, len(found.reports)) == (before.levels, before.people, len(before.reports) + 1)
    assert [len(asked.of_pair(large, nouns.KNOWLEDGE, pair).events) for pair in (("JP", "VN"), ("JP", "KR"))] == [3, 2]
    assert asked.levels_of(large, nouns.KNOWLEDGE, "VN").levels == tuple(one for one in before.levels if "VN" in one.parties)


def test_once_the_ingest_is_done_answers_are_those_of_all_entries(large, nouns):
    large.replace(another(nouns), DAY)
    told = asked.of_pair(large, nouns.KNOWLEDGE, ("JP", "VN"))
    waves.refresh(large, nouns.KNOWLEDGE)
    settled = asked.of_pair(large, nouns.KNOWLEDGE, ("JP", "VN"))
    assert told.events == settled.events
    assert [person.name for person in settled.people] == ["Fumio Kishida", "Shigeru Ishiba"]


def test_a_party_set_that_was_never_derived_is_told_too(large, nouns):
    large.replace(another(nouns, parties=("AU", "VN")), DAY)
    assert [event.parties for event in asked.of_pair(large, nouns.KNOWLEDGE, ("AU", "VN")).events] == [("AU", "VN")]


def test_a_person_is_told_without_the_reports_that_were_read_anew_and_name_nobody(large, nouns):
    first, *others = [reading for reading in large.readings() if reading.facts]
    large.replace(replace(first, facts=()), DAY)
    (person,) = asked.people_of(large, nouns.KNOWLEDGE, ("JP",)).people
    assert {fact.document for fact in person.facts} == {reading.article.id for reading in others}
    for reading in others:
        large.replace(replace(reading, facts=()), DAY)
    assert asked.people_of(large, nouns.KNOWLEDGE, ("JP",)).people == ()


def test_what_other_knowledge_derived_is_derived_from_all(ledger, nouns, monkeypatch):
    monkeypatch.setattr(asked, "SMALL", 0)
    every = rebuild.entries(ledger, nouns.KNOWLEDGE)
    ledger.forget("k9")
    assert asked.of_parties(ledger, nouns.KNOWLEDGE, ()) == every


def test_what_is_not_fresh_is_derived_from_all(ledger, nouns):
    every = rebuild.entries(ledger, nouns.KNOWLEDGE)
    ledger.replace(nouns.reading(nouns.article("new")), DAY)
    assert asked.of_pair(ledger, nouns.KNOWLEDGE, ("JP", "VN")).events == every.events
