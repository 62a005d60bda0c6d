from dataclasses import replace

import pytest

from foedera.extraction.registers import register
from foedera.model.world import EventType, Ladder, NameShape, Office, Place, Publisher


@pytest.fixture(scope="module")
def made(tiny):
    world = replace(
        tiny().world,
        offices=(
            Office(name="emperor", rank=1, holder="JP", stands_for="king", states=("JP",)),
            Office(name="president", rank=1, absent=("NO",)),
        ),
        publishers=(
            Publisher(id="courier", name="The Courier", forms=("Courier Online",), domains=("courier.example",), state="CL", kind="press"),
            Publisher(id="other", name="The Courier", forms=(), domains=(), state="PE", kind="press"),
        ),
        ladders=(Ladder(state="CL", rungs=("alliance", "partnership"), source="s"), Ladder(state="PE", rungs=("partnership",), source="s")),
        events=(EventType(id="summit", name="Summit", family="encounter", min_parties=3, window=3),),
        places=(Place(name="Victoria", state="SC"), Place(name="Victoria", state="CL"), Place(name="Arica", state="CL")),
        names=(NameShape(state="CL", surnames=frozenset({"soto"}), order="family_last"),),
    )
    return register(world)


def test_actors_are_known_by_code_and_states_from_organisations(made):
    assert made.actors["CL"].capital == "Santiago"
    assert made.states == {"CL", "NO", "PE"}
    assert "EU" in made.actors


def test_of_places_of_one_name_the_first_counts(made):
    assert made.state_of_place["Victoria"] == "SC"
    assert made.state_of_place["Arica"] == "CL"


def test_only_offices_of_one_actor_have_a_holder(made):
    assert made.holders == {"emperor": "JP"}


def test_an_office_knows_the_states_without_it_and_what_a_state_calls_it(made):
    assert made.absent["president"] == {"NO"}
    assert made.own_titles == {("king", "JP"): "emperor"}


def test_publishers_are_known_by_name_form_and_domain(made):
    assert made.publishers == {"the courier": "courier", "courier online": "courier"}
    assert made.domains == {"courier.example": "courier"}


def test_name_shapes_and_least_parties_are_known_by_their_identifiers(made):
    assert made.shapes["CL"].surnames == {"soto"}
    assert made.least == {"summit": 3}


def test_a_level_knows_the_states_that_rank_it(made):
    assert made.ranking == {"alliance": {"CL"}, "partnership": {"CL", "PE"}}


def test_the_real_world_has_its_states_and_its_sole_holders(knowledge):
    known = register(knowledge.world)
    assert {"VN", "MY", "NO", "XK"} <= known.states
    assert "ASEAN" not in known.states
    assert known.state_of_place["Putrajaya"] == "MY"
    assert known.holders["emperor"] == "JP"
