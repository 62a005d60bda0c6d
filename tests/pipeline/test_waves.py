"""Deriving by key what was touched gives what deriving everything gives: for every order, in every batch, after every change."""

import io
import random
from dataclasses import replace
from pathlib import Path

import pytest

from foedera import knowledge
from foedera import ledger as stores
from foedera.exports import json as json_export
from foedera.exports import ledger as ledger_export
from foedera.exports.parts.contents import Contents
from foedera.extraction import readings as extraction
from foedera.ledger import sqlite
from foedera.model.fact import KIND_OF
from foedera.pipeline import rebuild, waves
from foedera.pipeline.read import articles

TEXTS = sorted((Path(__file__).resolve().parents[2] / "evals" / "corpus" / "texts").glob("*.txt"))
DAY = "2026-01-01"


@pytest.fixture(scope="module")
def known():
    return knowledge.load()


@pytest.fixture(scope="module")
def told(known):
    """Readings of a third of the corpus, all languages, among them copies, translations and reports of one event."""
    return [extraction.read(article, known) for article in articles(map(str, TEXTS)) if "jp" in article.record or "vn" in article.record]


@pytest.fixture
def ledger(place):
    with stores.open(place, create=True) as opened:
        yield opened


def exported(ledger, known):
    return written(ledger, rebuild.entries(ledger, known), known)


def exported_anew(ledger, known):
    return written(ledger, rebuild.derive(ledger, known), known)


def written(ledger, entries, known):
    contents = Contents(
        readings=ledger.readings,
        entries=lambda: entries,
        listed=lambda: iter(()),
        reports=lambda: entries.reports,
        world=known.world,
        positions=dict,
    )
    out = io.StringIO()
    for form in (json_export, ledger_export):
        form.write(contents, out)
    return out.getvalue()


def emptied(reading):
    return replace(reading, interstate=False, parties=(), facts=())


def cut(reading, chance):
    """Read again by other rules: some facts are gone, and the language may be another."""
    kept = tuple(fact for fact in reading.facts if chance.random() < 0.7)
    return replace(reading, facts=kept, article=replace(reading.article, lang=chance.choice([reading.article.lang, "en", None])))


@pytest.mark.parametrize("seed", range(3))
def test_any_way_to_the_same_readings_gives_the_same_ledger(tmp_path, known, told, seed):
    chance = random.Random(seed)  # noqa: S311 - a test's choice, not a secret
    # What is changed or removed at first is read again later, and ends as it is in the calm ledger.
    final, batches = list(told), [[chance.choice([emptied(reading), cut(reading, chance)])] for reading in chance.sample(told, 8)]
    chance.shuffle(final)
    while final:
        size = chance.choice([1, 2, 5, 20])
        batches.append(final[:size])
        final = final[size:]
    with sqlite.open(tmp_path / "calm.db", create=True) as calm, sqlite.open(tmp_path / "wild.db", create=True) as wild:
        for reading in told:
            calm.replace(reading, DAY)
        waves.refresh(calm, known)
        for batch in batches:
            for reading in batch:
                wild.replace(reading, DAY)
            waves.refresh(wild, known)
        assert exported(wild, known) == exported(calm, known) == exported_anew(calm, known)
        assert list(rebuild.verify(wild, known)) == []


@pytest.mark.parametrize("seed", range(3))
def test_after_each_change_the_entries_are_those_that_the_readings_give(tmp_path, known, told, seed):
    chance = random.Random(100 + seed)  # noqa: S311 - as above
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        for reading in told:
            ledger.replace(reading, DAY)
        waves.refresh(ledger, known)
        for reading in chance.sample(told, 6):
            ledger.replace(chance.choice([emptied, lambda one: cut(one, chance)])(reading), DAY)
            waves.refresh(ledger, known)
            assert exported(ledger, known) == exported_anew(ledger, known)


CORRECTIONS = {
    "event": [("date", "2023-11-20"), ("date", "XXXX-11-20"), ("parties", "JP,KR,VN"), ("type", "visit"), ("tense", "planned")],
    "level": [("date", "2011"), ("parties", "MY,VN")],
    "commitment": [("by", "both"), ("target_date", "2031")],
    "tenure": [("country", "ID"), ("name", "Fumio Kishida"), ("office", "king"), ("date", "2022-02-02")],
    "mechanism": [("edition", "7"), ("parties", "JP,MY")],
    "instrument": [("date", "1999")],
}


def ruling(ledger, known, nouns, chance):
    """Any ruling on facts of the ledger, that one might make or not."""
    entries = rebuild.entries(ledger, known)
    kind = chance.choice(["events", "events", "people", "people", "commitments", "levels", "mechanisms", "instruments"])
    one, other = chance.sample(getattr(entries, kind), 2)
    fact = chance.choice(one.facts)
    made = list(ledger.judgements())
    at = f"2026-02-{len(made) + 1:02d}"
    verdict = chance.choice(["same", "different", "struck", "corrected", "corrected", "confirmed", "undone"])
    if verdict == "undone" and made:
        return nouns.undo(chance.choice(made), at=at)
    if verdict == "same":
        return nouns.judgement("same", fact, chance.choice(other.facts), at=at)
    if verdict == "different" and len(one.facts) > 1:
        return nouns.judgement("different", *chance.sample(one.facts, 2), at=at)
    if verdict == "corrected":
        return nouns.judgement("corrected", fact, at=at, correct=chance.choice(CORRECTIONS[KIND_OF[type(fact)]]))
    return nouns.judgement("struck" if verdict == "struck" else "confirmed", fact, at=at)


@pytest.fixture
def filled(ledger, known, told):
    for reading in told:
        ledger.replace(reading, DAY)
    waves.refresh(ledger, known)
    return ledger


@pytest.mark.parametrize("seed", range(3))
def test_after_each_ruling_the_entries_are_those_that_readings_and_rulings_give(filled, known, nouns, seed):
    chance, ledger, told = random.Random(200 + seed), filled, list(filled.readings())  # noqa: S311 - as above
    for turn in range(12):
        if turn % 4 == 3:
            judged = {anchor.document for judgement in ledger.judgements() for anchor in judgement.anchors}
            reading = next(reading for reading in told if reading.article.id in judged)
            ledger.replace(cut(reading, chance), DAY)
        else:
            ledger.store_judgement(ruling(ledger, known, nouns, chance))
        waves.refresh(ledger, known)
        assert rebuild.stored(ledger) == rebuild.derive(ledger, known), list(ledger.judgements())[-1]


@pytest.fixture
def seen(monkeypatch):
    """The stages and keys that are derived."""
    found = []

    def telling(stage, derive):
        def told(ledger, keys, known):
            found.append((stage, keys))
            derive(ledger, keys, known)

        return (stage, told)

    monkeypatch.setattr(waves, "STAGES", tuple(telling(stage, derive) for stage, derive in waves.STAGES))
    return found


def shown(nouns, name, person, parties=None):
    """A reading: who is prime minister of Japan, and with whom he met."""
    read = nouns.article(f"{person} met them ({name}).", name, lang="en", published=nouns.when("2023-11-28"))
    facts = [nouns.tenure(person, parties=("JP",), document=read.id, quote=person)]
    if parties:
        met = nouns.event("2023-11-27", parties=parties, document=read.id, quote=person, attendees=[(person, None, "JP")])
        facts.append(met)
    return nouns.reading(read, facts)


def test_an_unrelated_report_derives_nothing_else(ledger, known, seen, nouns):
    for name, parties in (("a", ("JP", "VN")), ("b", ("JP", "KR"))):
        ledger.replace(shown(nouns, name, "Fumio Kishida", parties), DAY)
    waves.refresh(ledger, known)
    seen.clear()
    read = nouns.article("Chad and Fiji held talks.", "new.txt", lang="en")
    facts = [nouns.event("2025-01-02", parties=("FJ", "TD"), document=read.id, quote="talks")]
    facts += [nouns.tenure("Sitiveni Rabuka", country="FJ", parties=("FJ",), document=read.id, quote="Chad")]
    ledger.replace(nouns.reading(read, facts), DAY)
    waves.refresh(ledger, known)
    assert seen == [("origin", [read.id]), ("person", ["FJ:rabuka sitiveni"]), ("parties", ["FJ+TD"])]


def test_a_person_who_stays_the_same_touches_no_other_party_set(ledger, known, seen, nouns):
    first, *others = (shown(nouns, name, "Fumio Kishida", ("JP", party)) for name, party in (("a", "VN"), ("b", "KR"), ("c", "PH")))
    first, *others = sorted((first, *others), key=lambda reading: min(fact.id for fact in reading.facts[:1]))
    for reading in (first, *others[:1]):
        ledger.replace(reading, DAY)
    waves.refresh(ledger, known)
    seen.clear()
    ledger.replace(others[1], DAY)
    waves.refresh(ledger, known)
    assert seen[1:] == [("person", ["JP:fumio kishida"]), ("parties", ["+".join(others[1].facts[1].parties)])]
    # A fuller name is another name for all who met him.
    ledger.replace(shown(nouns, "d", "Fumio Kishida Third"), DAY)
    waves.refresh(ledger, known)
    assert seen[-1] == ("parties", ["JP+KR", "JP+PH", "JP+VN"])
    assert exported(ledger, known) == exported_anew(ledger, known)
