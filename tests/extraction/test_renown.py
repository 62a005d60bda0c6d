from dataclasses import replace

import pytest

from foedera.extraction import readings, renown
from foedera.extraction.registers import register
from foedera.knowledge import load
from foedera.model.fact import TenureFact
from foedera.model.world import KnownPeople

from .reports import article

WORLD = replace(
    load().world,
    people=(
        KnownPeople(state="GH", names=("Kwame Mensah-Addo", "Ama Boateng"), forms=("アマ・ボアテング",)),
        KnownPeople(state="JP", names=("Hanako Yamakawa",), forms=("山川花子",)),
        KnownPeople(state="PE", names=("Ana Boateng Ruiz",)),
    ),
)


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Kwame Mensah-Addo", {"GH"}),
        ("Kwame Kofi Mensah-Addo", {"GH"}),
        ("Kofi Kwame Mensah-Addo Junior", set()),
        ("Mensah-Addo", {"GH"}),
        ("Boateng", {"GH", "PE"}),
        ("Ama Boateng", {"GH"}),
        ("ボアテング", {"GH"}),
        ("山川", {"JP"}),
        ("山川花子", {"JP"}),
        ("Addo Boateng", set()),
        ("Nobody", set()),
    ],
)
def test_a_name_means_the_people_who_bear_all_of_it(name, states):
    assert renown.states_of(register(WORLD), name) == states


@pytest.mark.parametrize(
    ("name", "full"), [("Boateng", False), ("Ama Boateng", True), ("山川", False), ("山川花子", True), ("アマ・ボアテング", True)]
)
def test_a_family_name_alone_is_no_full_name(name, full):
    assert renown.in_full(name) is full


KNOWLEDGE = replace(load(), world=WORLD, digest="the people of these tests")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("President Ama Boateng met Chilean President Gabriel Boric in Lima.", ("Ama Boateng", "GH")),
        ("Ghana and Chile signed an agreement. Foreign Minister Boateng said so.", ("Boateng", "GH")),
    ],
)
def test_a_well_known_name_tells_the_state_that_the_text_does_not_name_beside_it(text, named):
    facts = readings.read(article(text), KNOWLEDGE, gated=False).facts
    assert named in {(fact.name, fact.country) for fact in facts if isinstance(fact, TenureFact)}
