from types import SimpleNamespace

import pytest

from foedera.api.actors import actor_code, area_id, event_type, language_tag, one_of
from foedera.model.pack import Phrase
from foedera.model.world import Actor, Area, EventType
from foedera.plumbing.errors import UsageError


def name(text, code, **more):
    return Phrase(text=text, meaning=code, **more)


# The words of a person in an argument: what matters is how they are resolved, so two small packs will do.
PACKS = (
    SimpleNamespace(
        tag="ms",
        name="Bahasa Melayu",
        english="Malay",
        actors=(
            name("Jepun", "JP"),
            name("AS", "US", weak=True),
            name("warga Jepun", "JP", role="people"),
            name("Korea", "KR"),
            name("Korea", "KP"),
        ),
    ),
    SimpleNamespace(
        tag="vi",
        name="Ti\u1ebfng Vi\u1ec7t",
        english="Vietnamese",
        actors=(name("Nh\u1eadt B\u1ea3n", "JP"), name("M\u1ef9", "US")),
    ),
)
WORLD = SimpleNamespace(
    actors=(
        Actor(code="African Union", name="African Union", kind="organisation"),
        Actor(code="JP", name="Japan", kind="state", iso3="JPN"),
        Actor(code="US", name="United States", kind="state", iso3="USA"),
        Actor(code="KR", name="South Korea", kind="state", iso3="KOR"),
    ),
    events=(EventType(id="joint_statement", name="Joint statement", family="act", min_parties=2, window=3),),
    areas=(Area(id="defence_security", name="Defence and security"),),
)
KNOWLEDGE = SimpleNamespace(world=WORLD, packs=PACKS)


@pytest.mark.parametrize(
    "typed",
    ["JP", "jp", "jpn", "Japan", " japan ", "Jepun", "JEPUN", "Nh\u1eadt B\u1ea3n", "nhat ban", "Nha\u0323\u0302t Ba\u0309n"],
)
def test_a_state_is_known_by_code_and_by_every_name_with_or_without_marks(typed):
    assert actor_code(typed, KNOWLEDGE) == "JP"


def test_a_weak_form_counts_where_nothing_else_bears_it():
    assert actor_code("AS", KNOWLEDGE) == "US"


def test_an_organisation_is_known_by_its_code_in_any_case():
    assert actor_code("african union", KNOWLEDGE) == "African Union"


def test_an_unknown_state_is_answered_with_the_nearest_names():
    with pytest.raises(UsageError) as raised:
        actor_code("Japn", KNOWLEDGE)
    assert "Japan (JP)" in raised.value.remedy
    assert raised.value.exit_code == 2


def test_what_is_like_no_name_at_all_is_answered_with_advice():
    with pytest.raises(UsageError) as raised:
        actor_code("%%%", KNOWLEDGE)
    assert "ISO 3166" in raised.value.remedy


def test_a_name_of_two_states_is_not_guessed_at():
    with pytest.raises(UsageError, match="KP, KR"):
        actor_code("korea", KNOWLEDGE)


@pytest.mark.parametrize("typed", ["vi", "VI", "vi-VN", "Vietnamese", "tieng viet"])
def test_a_language_is_known_by_tag_and_name(typed):
    assert language_tag(typed, KNOWLEDGE) == "vi"


def test_a_language_without_a_pack_is_answered_with_those_that_have_one():
    with pytest.raises(UsageError) as raised:
        language_tag("xx", KNOWLEDGE)
    assert raised.value.remedy == "nearest: ms, vi"


@pytest.mark.parametrize("typed", ["joint_statement", "joint statement", "Joint Statement"])
def test_a_type_of_event_is_known_by_id_and_name(typed):
    assert event_type(typed, KNOWLEDGE) == "joint_statement"


def test_a_policy_area_is_known_by_id_and_name_and_told_when_misspelt():
    assert area_id("defence and security", KNOWLEDGE) == "defence_security"
    with pytest.raises(UsageError) as raised:
        area_id("defense_security", KNOWLEDGE)
    assert raised.value.remedy == "nearest: defence_security"


def test_a_choice_is_one_of_those_there_are():
    assert one_of("Facts", ("facts", "ledger"), "{name!r} is none") == "facts"
    with pytest.raises(UsageError, match="'fax' is none"):
        one_of("fax", ("ledger",), "{name!r} is none")
