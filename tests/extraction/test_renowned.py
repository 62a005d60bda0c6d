from dataclasses import replace

import pytest

from foedera.extraction.covers import covers
from foedera.extraction.people import people
from foedera.extraction.renowned import renowned
from foedera.model.world import KnownPeople

from .reports import events


@pytest.fixture(scope="module")
def draft(draft_of, knowledge):
    rows = (
        KnownPeople(state="GH", names=("Kwame Mensah-Addo", "Ama bint Boateng", "Esi Owusu"), forms=("Mensaddo",)),
        KnownPeople(state="PE", names=("Esi Owusu",)),
    )
    known = replace(knowledge, world=replace(knowledge.world, people=rows), digest="of the test")
    return lambda text: draft_of(text, known=known)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Kwame Mensah-Addo slept.", {"Kwame Mensah-Addo": "GH"}),
        ("It was Ama bint Boateng.", {"Ama bint Boateng": "GH"}),
        ("Here Mensaddo slept.", {"Mensaddo": "GH"}),
        ("Esi Owusu of two states.", {}),
        ("Kwame slept.", {}),
        ("Kwame\nMensah-Addo", {}),
        ("Kwame mensah-Addo slept.", {}),
    ],
)
def test_a_well_known_name_needs_no_office(draft, text, expected):
    found = draft(text)
    assert renowned(found, covers([])) == expected


def test_whom_the_text_introduces_is_not_found_again(draft):
    found = draft("Ghanaian President Kwame Mensah-Addo slept.")
    spans = covers((person.start, person.end) for person in people(found))
    assert renowned(found, spans) == {}


def test_well_known_people_take_part_by_name_alone():
    (event,) = events("en", "Nelson Mandela held talks with Fidel Castro in Havana in July 1991.")
    assert (event.type, event.parties) == ("talks", ("CU", "ZA"))
