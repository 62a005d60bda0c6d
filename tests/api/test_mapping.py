"""Where one state stands with every other: levels on a day, meetings in a span, signs of tiles."""

import pytest

import foedera
from foedera import api
from foedera.api.wording.maps import in_rank, mapped_words, sign, signs
from foedera.merging.standings import levels_of
from foedera.model.worldmap import Mapped, WorldMap
from foedera.plumbing.errors import UsageError

STATES = {one.code for one in api.world().actors if one.kind == "state"}
CSP = "comprehensive strategic partnership"


@pytest.mark.parametrize("as_of", [None, "2010", "2015"])
def test_the_map_has_every_other_state_with_the_level_that_levels_tells(ledger, as_of):
    found = foedera.world_map("Jepun", ledger=ledger, as_of=as_of)
    assert [one.state for one in found.states] == sorted(STATES - {"JP"})
    assert {one.tile.state for one in found.states} | {found.own.state} == STATES
    told = foedera.levels("JP", ledger=ledger, as_of=as_of)
    assert [one.standing for one in in_rank(found) if one.standing] == list(told) != []
    assert found.as_of == (as_of and f"{as_of}-12-31")


def test_meetings_are_counted_as_the_dossiers_count_them(ledger):
    met = {one.id for one in api.world().events if one.family == "encounter"}
    for span in ({}, {"start": "2014", "end": "2020"}, {"start": "2025-04"}):
        found = foedera.world_map("VN", by="contacts", ledger=ledger, **span)
        both = foedera.events(party=["JP", "VN"], ledger=ledger, **span)
        counts = {one.state: one.meetings for one in found.states}
        assert counts["JP"] == sum(one.type in met and one.tense == "past" for one in both) > 0
        assert all(counts[state] == 0 for state in ("AD", "NZ", "TW"))
        assert {one.standing for one in found.states} == {None}
    assert (found.start, found.end) == ("2025-04-01", None)


def test_without_a_name_it_is_the_map_of_the_state_with_most_entries(ledger):
    counts = dict.fromkeys(STATES, 0)
    for pair in foedera.relations(ledger=ledger):
        counts |= {code: counts[code] + pair.entries for code in pair.parties if code in STATES}
    assert counts[foedera.world_map(ledger=ledger).state] == max(counts.values()) > 0


def test_of_an_empty_ledger_it_is_the_map_of_none(tmp_path):
    foedera.ingest(tmp_path, ledger=tmp_path / "t.db")
    for by in ("level", "contacts"):
        found = foedera.world_map(ledger=tmp_path / "t.db", by=by)
        assert (found.state, found.own, found.titles) == (None, None, ())
        assert {one.state for one in found.states} == STATES
        assert in_rank(found) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"by": "rank"}, "'rank' is nothing that a map shows"),
        ({"by": "contacts", "as_of": "2015"}, "a map by contacts has no use for as_of"),
        ({"start": "2015"}, "a map by level has no use for from"),
        ({"end": "2015"}, "a map by level has no use for to"),
        ({"as_of": "soon"}, "'soon' is no date"),
        ({"by": "contacts", "start": "2020", "end": "2010"}, "nothing lies between"),
    ],
)
def test_what_cannot_be_mapped_is_refused(ledger, given, told):
    with pytest.raises(UsageError, match=told):
        foedera.world_map("VN", ledger=ledger, **given)


def test_a_name_that_is_none_is_refused(ledger):
    with pytest.raises(UsageError):
        foedera.world_map("Atlantis", ledger=ledger)


def held(nouns, *facts, state="VN"):
    """The map of a state that has the levels of some facts, each told of in 2024."""
    told = nouns.ledger(*facts, days={fact.document: "2024-01-01" for fact in facts})
    found = levels_of(told, state, nouns.LAND)
    ladder = next((one for one in nouns.LAND.ladders if one.state == state), None)
    rungs = ladder.rungs if ladder else ()
    titles = dict.fromkeys((*reversed(rungs), *(one.level.level for one in found)))
    states = tuple(Mapped(state=one.partner(state), tile=None, standing=one) for one in found)
    return WorldMap(state=state, by="level", ladder=ladder, titles=tuple(titles), states=states)


def test_a_sign_is_the_rung_or_a_letter_or_tells_that_relations_were_cut(nouns):
    cut = nouns.event("2016-05-01", type="other", topics=["relations_cut"], document="d2")
    facts = [nouns.level(CSP, "2010"), nouns.level("comprehensive partnership", parties=("AR", "VN"), document="d3")]
    facts += [nouns.level(title, parties=(code, "VN"), document="d4") for code, title in (("AU", "pact of friends"), ("IN", "accord"))]
    found = held(nouns, *facts, cut)
    assert signs(found) == {CSP: "3", "strategic partnership": "2", "comprehensive partnership": "1", "accord": "A", "pact of friends": "B"}
    assert {one.state: sign(one, found) for one in found.states} == {"JP": "3!", "AR": "1", "IN": "A", "AU": "B"}
    assert [one.state for one in in_rank(found)] == ["JP", "AR", "IN", "AU"]
    (japan,) = (one for one in found.states if one.state == "JP")
    assert mapped_words(japan, found).endswith("relations cut 1 May 2016")


def test_letters_go_on_behind_the_last_one():
    found = WorldMap(state="VN", by="level", titles=tuple(f"title {at}" for at in range(53)))
    assert [*signs(found).values()][24:28] == ["Y", "Z", "AA", "BB"]
    assert len({*signs(found).values()}) == 53
