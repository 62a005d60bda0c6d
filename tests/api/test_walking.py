"""Long lists, page by page, in each store: everything once, whatever arrives meanwhile."""

from pathlib import Path

import pytest

import foedera
from foedera import ledger as stores
from foedera.api.packs import known
from foedera.ledger.parts.prepared import prepared
from foedera.model.page import Stretch, place_of
from foedera.pipeline import waves
from measure.invented import invented

REPORTS, ARRIVING, AT_ONCE = 60, 1_500, 150
DAY, LATER = "2026-01-01", "2026-02-02"
TEXTS = Path(__file__).resolve().parents[2] / "evals" / "corpus" / "texts"
KINDS = ("event", "level", "commitment", "mechanism", "instrument", "person")


def walked(verb, *given, limit=7, **asked):
    """All items of a list, page by page."""
    found, stretch = [], Stretch(limit=limit)
    while True:
        page = verb(*given, stretch=stretch, **asked)
        assert len(page.items) <= limit
        found += page.items
        if page.after is None:
            return found
        stretch = Stretch(after=page.after, limit=limit)


def load(place, first, count, day=DAY):
    with stores.open(place, create=True) as kept:
        kept.load([prepared(one) for one in invented(known(), count, seed=5, first=first)], day)


def derive(place):
    with stores.open(place) as kept:
        waves.refresh(kept, known())


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def filled(request, tmp_path_factory):
    """A ledger of made-up reports with its entries derived."""
    place = str(tmp_path_factory.mktemp("walk") / "t.db") if request.param == "sqlite" else request.getfixturevalue("server").new()
    load(place, 0, REPORTS)
    derive(place)
    return place


@pytest.mark.parametrize("kind", KINDS)
def test_a_walk_meets_every_entry_once_and_in_order(filled, kind):
    found = walked(foedera.entries, kind, ledger=filled)
    with stores.open(filled) as kept:
        number = dict(kept.count())[{"person": "people"}.get(kind, f"{kind}s")]
    assert len(found) == len({one.id for one in found}) == number > 7
    assert [place_of(one) for one in found] == sorted(place_of(one) for one in found)


def test_a_walk_finds_what_the_listing_of_the_same_filters_finds(filled):
    state = foedera.events(ledger=filled)[0].parties[0]
    for filters in (
        {"party": [state]},
        {"start": "2020", "end": "2021"},
        {"type": "visit"},
        {"area": "energy"},
        {"party": [state], "area": "energy"},
    ):
        assert {one.id for one in walked(foedera.entries, "event", ledger=filled, **filters)} == {
            one.id for one in foedera.events(ledger=filled, **filters)
        }
    same = {one.id: one for one in foedera.commitments(ledger=filled, area="energy")}
    assert {one.id: one for one in walked(foedera.entries, "commitment", ledger=filled, area="energy")} == same
    assert {one.id for one in walked(foedera.entries, "person", ledger=filled, party=[state])} == {
        one.id for one in foedera.people(ledger=filled, party=[state])
    }


def test_facts_of_a_kind_and_of_a_document_are_found_by_it(filled):
    every = walked(foedera.facts, ledger=filled, limit=500)
    document = every[0].fact.document
    assert {one.fact.id for one in walked(foedera.facts, ledger=filled, document=document)} == {
        one.fact.id for one in every if one.fact.document == document
    }
    tenures = walked(foedera.facts, ledger=filled, kind="tenure", limit=100)
    assert {one.fact.id for one in tenures} == {one.fact.id for one in every if type(one.fact).__name__ == "TenureFact"}
    state = tenures[0].fact.country
    assert all(
        state in {*one.fact.parties, getattr(one.fact, "country", None)} for one in walked(foedera.facts, ledger=filled, party=[state])
    )


def test_a_walk_of_a_search_finds_what_the_search_finds(filled):
    found = walked(foedera.search_page, "promised", ledger=filled)
    assert [one.report.document for one in found] == [one.report.document for one in foedera.search("promised", ledger=filled, limit=1000)]
    assert len(found) == REPORTS
    assert foedera.search_page("!!", ledger=filled).items == ()


def test_reports_and_changes_are_walked_whole(filled):
    documents = [one.document for one in walked(foedera.reports, ledger=filled)]
    assert len(set(documents)) == len(documents) == REPORTS
    changes = walked(foedera.changes, ledger=filled)
    assert [one.line.number for one in changes] == list(range(1, REPORTS + 1))
    assert {one.report.document for one in changes} == set(documents)
    assert all(one.facts for one in changes)
    assert walked(foedera.changes, ledger=filled, since="2027") == []


def test_a_passage_opens_with_the_words_around_it(filled):
    told = foedera.facts(ledger=filled).items[0]
    found = foedera.passage(told.fact.id, ledger=filled, around=30)
    text = foedera.report(told.fact.document, ledger=filled).article.text
    assert found.before + found.told.fact.citation.quote + found.behind in text
    assert told.fact.id in {fact.id for fact in foedera.entry(found.entry[1], ledger=filled).facts}


def test_a_cursor_walked_while_ten_thousand_facts_arrive_sees_each_first_fact_once(place):
    load(place, 0, 100)
    first = {one.fact.id for one in walked(foedera.facts, ledger=place, limit=500)}
    seen, arrived, stretch = [], 0, Stretch(limit=len(first) // (ARRIVING // AT_ONCE))
    while True:
        page = foedera.facts(ledger=place, stretch=stretch)
        seen += [one.fact.id for one in page.items]
        if arrived < ARRIVING:
            load(place, 100 + arrived, AT_ONCE, LATER)
            arrived += AT_ONCE
        if page.after is None:
            break
        stretch = Stretch(after=page.after, limit=stretch.limit)
    with stores.open(place) as kept:
        assert kept.count()["facts"] - len(first) >= 10_000
    assert len(seen) == len(set(seen))
    assert first <= set(seen)
    assert len(foedera.changes(ledger=place, since=LATER, stretch=Stretch(limit=500)).items) == 500


def test_what_is_disputed_is_walked_by_party_set(place):
    foedera.ingest(*sorted(TEXTS.glob("01[6789]*.txt")), ledger=place)
    (found,) = walked(foedera.disagreements, ledger=place)
    assert [one.property for one in found.disagreements] == ["place"]
    assert found == foedera.entry(found.id, ledger=place)
    assert walked(foedera.disagreements, ledger=place, party=["ID", "AU"]) == [found]
    assert walked(foedera.disagreements, ledger=place, party=["JP"]) == []
