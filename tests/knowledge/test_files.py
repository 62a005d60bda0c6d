from __future__ import annotations

import pytest

from foedera import knowledge

AREA = "areas/energy.toml"
RULES = "languages/xx/rules/talks.toml"


@pytest.mark.parametrize(
    "case",
    [
        (AREA, "name", "nam", f"{AREA}:2", "unknown key nam"),
        (AREA, '"Energy"', "3", f"{AREA}:2", "got `int`"),
        (AREA, 'name = "Energy"', 'dac = ["1",\n 2]', f"{AREA}:3", "got `int`"),
        ("events/talks.toml", "= 3", "= -1", "events/talks.toml:5", ">= 0"),
        ("events/talks.toml", '"encounter"', '"party"', "events/talks.toml:3", "party"),
        ("publishers/vna.toml", '["VNA"]', "[]", "publishers/vna.toml:3", "length >= 1"),
        ("offices/all.toml", "rank = 4", "rank = 1.5", "offices/all.toml:7", "got `float`"),
        ("languages/xx/areas.toml", '["power", "oil"]', '["power", true]', "languages/xx/areas.toml:2", "got `bool`"),
        ("languages/xx/words.toml", '["hold", "held"]', '"held"', "languages/xx/words.toml:2", "got `str`"),
        ("languages/xx/cues.toml", 'with = ["with"]', 'with = ["with"]\nat = []', "languages/xx/cues.toml:3", "length >= 1"),
        ("languages/xx/actors.toml", "weak_adjective", "weekly", "languages/xx/actors.toml:5", "unknown key weekly"),
        ("languages/xx/actors.toml", "masks =", "mask =", "languages/xx/actors.toml:1", "unknown key mask"),
        ("languages/xx/pack.toml", "spaced = true", "spaced = 1", "languages/xx/pack.toml:5", "got `int`"),
        (RULES, "why =", "reason =", f"{RULES}:16", "unknown key reason"),
        (RULES, '"held talks"\n', "1\n", f"{RULES}:9", "got `int`"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(told, case):
    name, old, new, where, what = case
    found = told(name, old, new)
    assert any(place == where and what in words for place, words in found), found


@pytest.mark.parametrize(
    ("name", "where", "key"),
    [
        (AREA, f"{AREA}:1", "name"),
        ("languages/xx/pack.toml", "languages/xx/pack.toml:9", "terminators"),
        (RULES, f"{RULES}:14", "why"),
    ],
)
def test_a_missing_key_is_told_with_its_table(told, name, where, key):
    lines = {"name": 'name = "Energy"\n', "terminators": 'terminators = ".!?"\n', "why": 'why = "no state"\n'}
    assert (where, f"the key {key} is missing") in told(name, lines[key], "")


def test_two_mistakes_of_one_table_are_both_told(told):
    found = told(AREA, 'name = "Energy"', 'name = 1\ncolour = "red"\ndac = "5"')
    assert {where for where, _what in found} >= {f"{AREA}:2", f"{AREA}:3", f"{AREA}:4"}


def test_a_table_in_place_of_an_array_is_told(written):
    found = knowledge.problems(written({"levels/titles.toml": 'level = "x"\n', "levels/ladders/vn.toml": None}))
    assert ("levels/titles.toml:1", "level is no array of tables") in [(problem.where, problem.what) for problem in found]


@pytest.mark.parametrize(
    ("text", "line"),
    [("id = \n", 1), ('id = "x"\nname = "y', 2), ('id = "a"\nid = "b"\n', 2), (b'id = "x"\nname = "\xff"\n', 2)],
)
def test_a_file_that_is_no_toml_or_no_utf8_is_told_with_its_line(written, text, line):
    assert f"{AREA}:{line}" in [problem.where for problem in knowledge.problems(written({AREA: text}))]


def test_texts_are_read_in_composed_form(written):
    root = written({AREA: 'id = "energy"\nname = "Ca\u0301"\n'})
    assert knowledge.load(root).world.areas[0].name == "C\u00e1"


def test_an_empty_file_lacks_its_keys(written):
    assert (f"{AREA}:1", "the key id is missing") in [(p.where, p.what) for p in knowledge.problems(written({AREA: ""}))]
