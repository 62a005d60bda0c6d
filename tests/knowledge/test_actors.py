from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from foedera.knowledge import load

DATA = Path(__file__).parents[2] / "src" / "foedera" / "data"
LANGUAGES = ("vi", "ms", "en")
ROLES = ("name", "adjective", "people", "government")
MEMBERS = re.findall(
    "[A-Z]{2}",
    """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ
DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP
KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI
NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL
TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
""",
)
OTHERS = ["VA", "PS", "TW", "XK", "HK", "MO", "CK", "NU"]
FORMER = ["SU", "YU", "CS", "DD"]


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


ACTORS = {actor["code"]: actor for actor in map(read, sorted((DATA / "actors").glob("*.toml")))}
WORDS = {tag: read(DATA / "languages" / tag / "actors.toml") for tag in LANGUAGES}
PLACES = {tag: read(DATA / "languages" / tag / "places.toml")["places"] for tag in LANGUAGES}
FORMS = {tag: {code: table for code, table in words.items() if code != "masks"} for tag, words in WORDS.items()}


def all_forms(table: dict[str, list[str]]) -> list[str]:
    return [form for forms in table.values() for form in forms]


def stretches(phrase: str) -> set[str]:
    """Every stretch of the phrase that begins and ends at the edge of a word or a sign."""
    edges = sorted({edge for match in re.finditer(r"\w+|\S", phrase) for edge in match.span()})
    return {phrase[start:end] for start in edges for end in edges if start < end}


def test_all_members_of_the_united_nations_are_actors():
    assert len(MEMBERS) == 193
    assert set(MEMBERS) <= set(ACTORS)
    assert ACTORS["UN"]["members"] == MEMBERS


def test_observers_and_others_that_reports_name_are_actors():
    assert set(OTHERS) <= set(ACTORS)


def test_former_states_have_ended_and_their_successors_point_back():
    named = {code for actor in ACTORS.values() for code in actor.get("predecessors", [])}
    assert named == set(FORMER)
    assert {code for code, actor in ACTORS.items() if "ended" in actor} == set(FORMER)


def test_the_file_of_an_actor_has_its_code_as_name():
    names = {path.stem for path in (DATA / "actors").glob("*.toml")}
    assert names == {code.lower().replace(" ", "-") for code in ACTORS}


@pytest.mark.parametrize("code", sorted(ACTORS))
def test_every_actor_refers_to_known_actors_and_only_states_have_iso_codes(code):
    actor = ACTORS[code]
    assert {*actor.get("members", []), *actor.get("predecessors", [])} <= set(ACTORS)
    if actor["kind"] == "state":
        assert re.fullmatch("[A-Z]{2}", code)
        assert re.fullmatch("[A-Z]{3}", actor["iso3"])
    else:
        assert not {"iso3", "capital", "predecessors"} & set(actor)


@pytest.mark.parametrize("code", [*MEMBERS, *OTHERS])
def test_the_name_of_a_state_is_its_english_cldr_name(code):
    assert ACTORS[code]["name"] == Locale.parse("en").territories[code]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_actor_has_forms_and_every_code_of_a_language_exists(tag):
    assert set(FORMS[tag]) == set(ACTORS)
    assert all(all_forms(table) for table in FORMS[tag].values())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_cldr_name_of_a_state_is_a_form_of_it(tag):
    territories = Locale.parse(tag).territories
    missing = [code for code in [*MEMBERS, *OTHERS] if territories[code] not in all_forms(FORMS[tag][code])]
    assert not missing


@pytest.mark.parametrize("tag", LANGUAGES)
def test_only_known_roles_are_used_and_no_form_stands_twice_in_an_actor(tag):
    known = {*ROLES, *(f"weak_{role}" for role in ROLES)}
    for code, table in FORMS[tag].items():
        assert set(table) <= known, code
        assert max(Counter(all_forms(table)).values()) == 1, code


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_strong_form_belongs_to_two_actors_or_is_weak_for_another(tag):
    strong = [(form, code) for code, table in FORMS[tag].items() for role in ROLES for form in table.get(role, [])]
    assert [form for form, count in Counter(form for form, _ in strong).items() if count > 1] == []
    owner = dict(strong)
    weak = [(form, code) for code, table in FORMS[tag].items() for role in ROLES for form in table.get(f"weak_{role}", [])]
    assert [(form, code) for form, code in weak if form in owner] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_form_is_trimmed_and_has_a_capital_or_a_digit(tag):
    for form in (form for table in FORMS[tag].values() for form in all_forms(table)):
        assert form == " ".join(form.split())
        assert form != form.lower() or tag == "vi", form


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_mask_hides_an_actor_or_an_office_and_is_none(tag):
    forms = {form for table in FORMS[tag].values() for form in all_forms(table)}
    masks = WORDS[tag]["masks"]
    assert [mask for mask in masks if mask in forms] == []
    offices = {phrase.text.casefold() for phrase in load().pack(tag).offices}
    hidden = [mask for mask in masks if stretches(mask) & forms or {part.casefold() for part in stretches(mask)} & offices]
    assert [mask for mask in masks if mask not in hidden] == []
    assert len(masks) == len(set(masks))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_form_of_a_place_names_two_places(tag):
    counts = Counter(form for forms in PLACES[tag].values() for form in forms)
    assert [form for form, count in counts.items() if count > 1] == []
    assert all(PLACES[tag].values())
