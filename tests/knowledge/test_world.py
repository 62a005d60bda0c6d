from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from foedera import knowledge
from foedera.knowledge import cities
from foedera.knowledge.terms import CUES, RELATIVE, SHAPES
from foedera.plumbing import patterns

DOCS = Path(__file__).parents[2] / "docs" / "data.md"
AREAS = 24
EVENTS = {
    "visit", "talks", "meeting", "call", "dialogue", "summit", "signing", "joint_statement", "upgrade", "establish_relations",
    "exercise", "aid", "other",
}  # fmt: skip


@pytest.mark.parametrize(
    "case",
    [
        ("actors/jp.toml", '"Tokyo"', '"Tokio"', "actors/jp.toml:4", "Tokio is not known"),
        ("actors/jp.toml", "capital", 'seats = ["Kioto"]\ncapital', "actors/jp.toml:4", "Kioto is not known"),
        ("actors/jp.toml", "capital", 'predecessors = ["ZZ"]\ncapital', "actors/jp.toml:4", "ZZ is not known"),
        ("actors/asean.toml", '["VN"]', '["VN", "XX"]', "actors/asean.toml:4", "XX is not known"),
        ("actors/jp.toml", '"JP"', '"JA"', "actors/jp.toml:1", "the file of JA has another name"),
        ("offices/all.toml", 'holder = "JP"', 'holder = "PJ"', "offices/all.toml:12", "PJ is not known"),
        ("offices/all.toml", '"emperor"', '"president"', "offices/all.toml:10", "president stands twice"),
        ("offices/all.toml", "[[office]]", 'colour = "red"\n[[office]]', "offices/all.toml:1", "unknown key colour"),
        ("topics/energy.toml", '"loan"', '"Loan"', "topics/energy.toml:7", "Expected `str` matching regex '^[a-z][a-z0-9_]*$'"),
        ("topics/energy.toml", '"loan"', '"coal"', "topics/energy.toml:7", "coal stands twice"),
        ("topics/energy.toml", '"form"', '"shape"', "topics/energy.toml:9", "Invalid enum value 'shape'"),
        ("topics/energy.toml", "[[topic]]", 'colour = "red"\n[[topic]]', "topics/energy.toml:1", "unknown key colour"),
        ("topics/war.toml", "", '[[topic]]\nid = "war"\nname = "War"\nkind = "object"\n', "topics/war.toml:1", "war is not known"),
        ("levels/titles.toml", '"partnership"', '"pact"', "levels/ladders/vn.toml:2", "partnership is not known"),
        ("levels/ladders/vn.toml", '"VN"', '"NV"', "levels/ladders/vn.toml:1", "NV is not known"),
        ("publishers/vna.toml", '"VN"', '"NV"', "publishers/vna.toml:5", "NV is not known"),
        ("publishers/vna.toml", '"vna"', '"vnb"', "publishers/vna.toml:1", "the file of vnb has another name"),
        ("places/cities.toml", '"JP"', '"ASEAN"', "places/cities.toml:3", "ASEAN is not known"),
        ("places/weak.toml", "weak", "week", "places/weak.toml:1", "unknown key week"),
        ("tiles/all.toml", "VN", "XX", "tiles/all.toml:3", "XX is not known"),
        ("tiles/all.toml", "[1, 2]", "[2, 1]", "tiles/all.toml:3", "VN lies where JP does"),
        ("tiles/all.toml", "[1, 2]", "[0, 2]", "tiles/all.toml:3", "Expected `int` >= 1"),
        ("tiles/more.toml", "", "[tiles]\nVN = [3, 3]\n", "tiles/more.toml:2", "VN stands twice"),
        ("names/vn.toml", '"VN"', '"NV"', "names/vn.toml:1", "NV is not known"),
        ("names/vn.toml", "[a-z]+", "(?=a)", "names/vn.toml:4", "no RE2 pattern: invalid perl operator: (?="),
        ("names/vn.toml", "[a-z]+", "(?P<n>a)", "names/vn.toml:4", "unknown group n"),
    ],
)
def test_every_reference_and_identifier_is_checked(told, case):
    name, old, new, where, what = case
    assert (where, what) in told(name, old, new)


def test_a_name_that_nearly_exists_is_offered(written):
    found = knowledge.problems(
        written({"areas/energy.toml": 'id = "energy"\nname = "E"\n', "languages/xx/areas.toml": '[areas]\nenergie = ["x"]\n'})
    )
    assert found[0].remedy == "did you mean energy?"


def test_cities_come_after_what_is_written_by_hand(written):
    places = {place.name: place for place in knowledge.load(written()).world.places}
    assert places["Hanoi"].forms == ("Ha Noi",)
    assert places["Osaka"].state == "JP"
    assert places["Da Nang"].state == "VN"
    assert places["Nara"].weak if "Nara" in places else places["Osaka"].weak is False
    assert "Singapore" not in places


def test_a_city_stands_in_plain_letters_with_its_marks_as_a_form():
    found = {place.name: place for place in cities.cities(taken={"Hue"}, weak={"Vinh"}, states={"VN", "PL"})}
    assert found["Lodz"].forms == ("\u0141\u00f3d\u017a",)
    assert found["Vinh"].weak
    assert "Hue" not in found


def test_of_cities_of_one_name_the_largest_is_meant():
    found = {place.name: place.state for place in cities.cities(taken=set(), weak=set(), states={"GB", "CA", "US"})}
    assert found["London"] == "GB"
    assert found["Birmingham"] == "GB"


def test_the_world_holds_the_areas_and_events_of_the_exchange_format():
    world = knowledge.assemble()[0].world
    assert len(world.areas) == AREAS
    assert {event.id for event in world.events} == EVENTS


def test_a_topic_lies_in_the_policy_area_of_its_file(written):
    world = knowledge.load(written()).world
    assert [(topic.id, topic.name, topic.kind, topic.area) for topic in world.topics] == [
        ("coal", "Coal", "object", "energy"),
        ("loan", "Loan", "form", "energy"),
    ]


def test_every_topic_has_terms_in_every_language_of_foedera():
    loaded = knowledge.load()
    topics = {topic.id for topic in loaded.world.topics}
    assert len(topics) > len(loaded.world.areas)
    for pack in loaded.packs:
        assert topics == {phrase.meaning for phrase in pack.topics if phrase.role != "mask"}, pack.tag


def test_no_term_stands_twice_under_one_topic_and_masks_hold_terms():
    for pack in knowledge.load().packs:
        terms = [(phrase.meaning, phrase.text.lower()) for phrase in pack.topics]
        assert len(terms) == len(set(terms)), pack.tag
        held = [text for meaning, text in terms if meaning]
        assert [text for meaning, text in terms if not meaning and not any(term in text for term in held)] == []


def test_every_state_has_one_tile_and_no_two_share_a_cell():
    world = knowledge.assemble()[0].world
    states = {actor.code for actor in world.actors if actor.kind == "state"}
    members = {code for actor in world.actors if actor.code == "UN" for code in actor.members}
    assert len(members) == 193
    assert members | {"PS", "VA"} <= states
    assert [tile.state for tile in world.tiles] == sorted(states)
    assert len({(tile.column, tile.row) for tile in world.tiles}) == len(states)


FAR = 30
"""Degrees between two capitals, from which on the map may not turn them about."""


def test_tiles_lie_about_each_other_as_capitals_do():
    world = knowledge.assemble()[0].world
    tiles, found = {tile.state: tile for tile in world.tiles}, cities.positions(world.places)
    places = {one.code: place for one in world.actors if not one.ended for place in found.get(one.capital, ()) if place.state == one.code}
    assert len(places) > 190
    turned = []
    for (a, here), (b, there) in combinations(sorted(places.items()), 2):
        south, east = here.latitude - there.latitude, eastward(there) - eastward(here)
        if abs(south) > FAR and (tiles[b].row - tiles[a].row) * south <= 0:
            turned.append((a, b, "north and south"))
        if abs(east) > FAR and (tiles[b].column - tiles[a].column) * east <= 0:
            turned.append((a, b, "west and east"))
    assert turned == []


def eastward(place):
    """Degrees of longitude; islands of the Pacific beyond the date line stand in the east, as on most maps."""
    return place.longitude + 360 if place.longitude < -150 else place.longitude


def test_a_file_of_tiles_gives_each_state_its_cell(written):
    world = knowledge.load(written()).world
    assert [(tile.state, tile.column, tile.row) for tile in world.tiles] == [("JP", 2, 1), ("VN", 1, 2)]


def test_viet_nam_ranks_its_partnerships():
    ladders = {ladder.state: ladder.rungs for ladder in knowledge.assemble()[0].world.ladders}
    assert ladders["VN"] == (
        "comprehensive partnership",
        "strategic partnership",
        "extensive strategic partnership",
        "comprehensive strategic partnership",
    )


def test_titles_are_lower_case_and_every_ladder_has_a_source():
    world = knowledge.assemble()[0].world
    assert all(level.title == level.title.lower() for level in world.levels)
    assert all(ladder.source for ladder in world.ladders)


def test_a_form_of_a_publisher_or_a_place_belongs_to_one():
    world = knowledge.assemble()[0].world
    for nouns in (world.publishers, [place for place in world.places if place.state != "XX"]):
        seen: dict[str, str] = {}
        for noun in nouns:
            for form in {noun.name, *noun.forms}:
                assert seen.setdefault(form, noun.name) == noun.name, form


@pytest.mark.parametrize(
    ("form", "city"),
    [("Kremlin", "Moscow"), ("Malaca\u00f1ang", "Manila"), ("Perdana Putra", "Putrajaya"), ("\u00c9lys\u00e9e", "Paris"),
     ("White House", "Washington"), ("Great Hall of the People", "Beijing"), ("Istana Merdeka", "Jakarta"),
     ("Downing Street", "London"), ("Blue House", "Seoul"), ("Nay Pyi Taw", "Naypyidaw")],
)  # fmt: skip
def test_a_building_is_a_form_of_its_city(form, city):
    assert [place.name for place in knowledge.assemble()[0].world.places if form in place.forms] == [city]


@pytest.mark.parametrize(
    ("state", "names", "others"),
    [
        ("VN", "Nguy\u1ec5n Xu\u00e2n Ph\u00fac Tr\u1ecbnh Quy\u1ebft", "Macron Starmer Trump"),
        ("CN", "Zhao Leji Jinping Qiang", "Trump Macron Scholz"),
        ("JP", "Kishida Shigeru Hayashi Shun'ichi", "Macron Scholz Trump Albanes"),
        ("KR", "Suk-yeol Jae-myung Park Kyung-wha", "Macron Scholz Albanese"),
        ("RU", "Lavrov Medvedev Zakharova", "Macron Widodo Ishiba"),
    ],
)
def test_syllables_fit_the_names_of_a_state(state, names, others):
    shape = next(shape for shape in knowledge.assemble()[0].world.names if shape.state == state)
    pattern = patterns.compile(shape.syllables)
    assert all(pattern.fullmatch(name) for name in names.split())
    assert not any(pattern.fullmatch(name) for name in others.split())


def test_surnames_are_plain_lower_case_tokens():
    for shape in knowledge.assemble()[0].world.names:
        assert all(name.isascii() and name == name.lower() and " " not in name for name in shape.surnames)


def test_the_documentation_lists_the_cues_the_engine_knows():
    rows = DOCS.read_text(encoding="utf-8").split("### Cues")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)`", rows, re.MULTILINE)) == CUES


def test_the_documentation_lists_the_relative_words_and_the_shapes_of_dates():
    text = DOCS.read_text(encoding="utf-8").split("### Dates")[1]
    assert set(re.findall(r"\w+", text)) >= RELATIVE | SHAPES
