"""Rows of CAMEO: who does what to whom, and what of it is lost."""

import csv
import io
from dataclasses import replace

import pytest

from foedera.exports import cameo, plover
from foedera.exports.parts import plover_codes
from foedera.model.world import EventType

ISO3 = {"JP": "JPN", "VN": "VNM", "CN": "CHN"}


def world_of(nouns, *contexts):
    more = tuple(EventType(id=name, name=name, family=family, min_parties=2, window=3) for name, family in (("call", "encounter"),))
    areas = tuple(replace(area, plover=contexts) for area in nouns.LAND.areas)
    actors = tuple(replace(actor, iso3=ISO3.get(actor.code)) for actor in nouns.LAND.actors)
    return replace(nouns.LAND, actors=actors, events=(*nouns.LAND.events, *more), areas=areas)


def rows(nouns, *facts, contexts=("natural_resource",)):
    world, out = world_of(nouns, *contexts), io.StringIO()
    counts = cameo.write(nouns.contents(nouns.ledger(*facts, days={"d1": "2023-11-28"}, world=world), world=world), out)
    lines = out.getvalue().splitlines()
    assert {line.count("\t") for line in lines} == {len(cameo.COLUMNS) - 1}
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)), counts


def said(made):
    return [(one["source"], one["target"], one["code"]) for one in made]


def test_a_visit_is_made_and_hosted(nouns):
    made, counts = rows(nouns, nouns.event("2023-11-27", type="visit", place="Hanoi"))
    assert said(made) == [("JPNGOV", "VNMGOV", "042"), ("VNMGOV", "JPNGOV", "043")]
    assert [(one["root"], one["quad"], one["goldstein"], one["date"]) for one in made] == [
        ("04", "1", "1.9", "20231127"),
        ("04", "1", "2.8", "20231127"),
    ]
    assert {one["entry"] for one in made} == {made[0]["entry"]}
    assert counts.rows == {"event": 2}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"type": "talks"}, "040"),
        ({"type": "call"}, "041"),
        ({"type": "signing"}, "057"),
        ({"type": "exercise"}, "062"),
        ({"type": "visit", "realis": "planned"}, "036"),
    ],
)
def test_what_is_mutual_goes_both_ways(nouns, fields, code):
    made, _ = rows(nouns, nouns.event("2023-11-27", **fields))
    assert sorted(said(made)) == [("JPNGOV", "VNMGOV", code), ("VNMGOV", "JPNGOV", code)]


def test_three_are_three_pairs_both_ways(nouns):
    made, _ = rows(nouns, nouns.event("2023-11-27", type="meeting", parties=("CN", "JP", "VN")))
    assert len(made) == len({(one["source"], one["target"]) for one in made}) == 6


@pytest.mark.parametrize(
    ("contexts", "amount", "code"),
    [
        (("economic",), None, "0311"),
        (("military",), None, "0312"),
        (("diplomatic",), None, "032"),
        ((), None, "030"),
        (("economic",), (20, "USD"), "0331"),
        (("disasters",), (20, "USD"), "0333"),
        (("health",), (20, "USD"), "033"),
    ],
)
def test_a_promise_is_coded_by_its_area_and_as_help_where_one_side_names_an_amount(nouns, contexts, amount, code):
    fact = nouns.commitment(("energy",), by="JP", modality="pledged", amount=amount)
    made, _ = rows(nouns, fact, contexts=contexts)
    assert said(made) == [("JPNGOV", "VNMGOV", code)]
    assert made[0]["date_basis"] == "reported"


def test_what_is_urged_is_a_demand_and_what_both_promise_goes_both_ways(nouns):
    made, _ = rows(nouns, nouns.commitment(("energy",), by="JP", modality="urged"))
    assert [(one["code"], one["quad"], one["goldstein"]) for one in made] == [("100", "3", "-5.0")]
    made, _ = rows(nouns, nouns.commitment(("energy",), by="both", modality="agreed", amount=(5, "USD")))
    assert {one["code"] for one in made} == {"030"}
    assert len(made) == 2


def test_what_the_scheme_cannot_say_is_counted(nouns):
    alone = nouns.commitment(("energy",), by="JP", parties=("JP",))
    made, counts = rows(nouns, nouns.event("2023-11"), nouns.level(), alone)
    assert made == []
    assert counts.left_out == {"no_day": 1, "no_event": 1, "no_target": 1}


def test_no_cell_breaks_the_table_or_is_a_formula(nouns):
    (one, _other), _ = rows(nouns, nouns.event("2023-11-27", type="talks", quote='=1+1\t"two"\nlines'))
    assert one["quote"] == '\'=1+1 "two" lines'


def test_every_code_there_can_be_has_a_score_and_a_class():
    told = {code for _kind, code in (*plover_codes.ACTS.values(), *plover_codes.PROMISES.values())}
    told |= {*plover_codes.CAMEO.values(), *plover_codes.INTENTS.values(), *plover_codes.AID.values(), "033", "036", "062", cameo.HOSTED}
    assert told == set(cameo.GOLDSTEIN)
    assert {code[:2] for code in told} == set(cameo.QUADS)


def test_both_schemes_are_given_the_same_entries(nouns, ledger):
    contents = nouns.contents(ledger)
    made = cameo.write(contents, io.StringIO())
    other = plover.write(contents, io.StringIO())
    assert set(made.rows) == set(other.rows)
    assert {reason: count for reason, count in made.left_out.items() if reason != "no_target"} == dict(other.left_out)
