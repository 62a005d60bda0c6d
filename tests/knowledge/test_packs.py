from __future__ import annotations

import pytest

from foedera import knowledge
from foedera.model.pack import Phrase

XX = "languages/xx/"


def pack(root):
    found = knowledge.load(root).pack("xx")
    assert found is not None
    return found


def test_forms_of_actors_have_role_and_strength_and_are_cased(written):
    found = pack(written())
    assert found.actors == (
        Phrase(text="Japan", meaning="JP", cased=True),
        Phrase(text="Jap", meaning="JP", role="adjective", weak=True, cased=True),
        Phrase(text="Vietnam", meaning="VN", cased=True),
    )
    assert found.masks == ("Japan Street",)


def test_ministers_are_put_together_after_the_offices_written_out(written):
    found = {phrase.text: phrase.meaning for phrase in pack(written()).offices}
    assert found == {
        "head": "president",
        "Foreign Chief": "president",
        "second head": "deputy president",
        "minister of foreign": "foreign minister",
        "chief of foreign": "foreign minister",
        "foreign minister": "foreign minister",
        "vice of foreign": "deputy foreign minister",
        "foreign vice": "deputy foreign minister",
    }


def test_patterns_of_their_own_serve_deputies_alone(written):
    offices = '[ministers]\npatterns = ["{head} of {field}", "{field} {deputy_head}"]\nhead = ["chief"]\n'
    offices += 'deputy_head = ["vice"]\n[ministers.fields]\nforeign = ["f"]\n'
    found = {phrase.text: phrase.meaning for phrase in pack(written({XX + "offices.toml": offices})).offices}
    assert found == {"chief of f": "foreign minister", "f vice": "deputy foreign minister"}


def test_everything_else_is_taken_over(written):
    found = pack(written())
    assert found.office_marks == (Phrase(text="ex", meaning="former", role="before"),)
    assert [phrase.text for phrase in found.areas] == ["power", "oil"]
    assert [(phrase.text, phrase.meaning) for phrase in found.topics] == [
        ("coal", "coal"), ("coals", "coal"), ("loan", "loan"), ("charcoal", ""),
    ]  # fmt: skip
    assert [phrase.text for phrase in found.topics if phrase.role == "mask"] == ["charcoal"]
    assert found.levels == (Phrase(text="pact", meaning="partnership"),)
    assert found.places == (Phrase(text="Hanoy", meaning="Hanoi", cased=True),)
    assert found.words == {"hold": ("hold", "held")}
    assert found.cues == {"with": ("with",)}
    assert found.dates.months == (Phrase(text="jan", meaning="1"),)
    assert found.dates.patterns[0].shape == "day"
    assert {(phrase.meaning, phrase.role) for phrase in found.amounts.currencies} == {("EUR", "before"), ("USD", "after")}
    assert found.amounts.decimal == ","
    assert found.discriminators[0].against == "yy"


def test_a_pack_needs_its_head_alone(written):
    names = ("actors", "places", "offices", "areas", "topics", "levels", "words", "cues", "dates", "amounts", "rules/talks")
    found = pack(written({f"{XX}{name}.toml": None for name in names}))
    assert (found.actors, found.masks, found.offices, found.rules, found.dates.months) == ((), (), (), (), ())
    assert (found.amounts.decimal, found.amounts.group) == (".", ",")


def test_a_pack_without_its_head_is_told(written):
    root = written({XX + "pack.toml": None})
    assert [(p.where, p.what) for p in knowledge.problems(root)] == [(XX + "actors.toml:1", "the pack xx has no pack.toml")]
    assert knowledge.assemble(root)[0].packs == ()


def test_a_head_that_does_not_fit_gives_no_pack(written):
    knowing, found = knowledge.assemble(written({XX + "pack.toml": 'tag = "xx"\n'}))
    assert knowing.packs == ()
    assert found[0].where == XX + "pack.toml:1"


@pytest.mark.parametrize(
    "case",
    [
        ("pack.toml", '"xx"', '"yy"', "pack.toml:1", "the pack yy lies in a folder of another name"),
        ("pack.toml", '["VN"]', '["VN", "NV"]', "pack.toml:6", "NV is not known"),
        ("pack.toml", "(?P<n>", "(?P<x>", "pack.toml:7", "unknown group x"),
        ("actors.toml", "[VN]", "[NV]", "actors.toml:7", "NV is not known"),
        ("actors.toml", '["Vietnam"]', '["Japan"]', "actors.toml:8", "Japan is already a name of JP"),
        ("places.toml", "Hanoi =", "Hanoj =", "places.toml:2", "Hanoj is not known"),
        ("offices.toml", "president =", "resident =", "offices.toml:2", "resident is not known"),
        ("offices.toml", '"deputy president"', '"deputy resident"', "offices.toml:3", "deputy resident is not known"),
        ("offices.toml", '["second head"]', '["HEAD"]', "offices.toml:3", "HEAD also means president"),
        (
            "offices.toml",
            '"{head} of {field}"',
            '"{head} of"',
            "offices.toml:6",
            "the pattern needs {field} and one of {head} and {deputy_head}",
        ),
        ("offices.toml", 'foreign = ["f', 'alien = ["f', "offices.toml:11", "alien minister is not known"),
        ("offices.toml", '"former"', '"late"', "offices.toml:15", "Invalid enum value 'late'"),
        ("topics.toml", "loan =", "lone =", "topics.toml:5", "lone is not known"),
        ("topics.toml", "masks", "mask", "topics.toml:1", "unknown key mask"),
        ("areas.toml", "energy", "power", "areas.toml:2", "power is not known"),
        ("fields.toml", "sport", "sports", "fields.toml:2", "sports is not known"),
        ("levels.toml", "partnership", "alliance", "levels.toml:2", "alliance is not known"),
        ("words.toml", "[words]", '[words]\nwith = ["x"]', "words.toml:2", "with is a cue"),
        ("cues.toml", "with =", "without =", "cues.toml:2", "without is not known"),
        ("dates.toml", '1 = ["jan"]', '13 = ["jan"]', "dates.toml:2", "13 is not known"),
        ("dates.toml", '1 = ["mon"]', '0 = ["mon"]', "dates.toml:5", "0 is not known"),
        ("dates.toml", '2 = ["two"]', 'ii = ["two"]', "dates.toml:8", "ii is no whole number"),
        ("dates.toml", "today =", "nowadays =", "dates.toml:11", "nowadays is not known"),
        ("dates.toml", '"day"\n', '"day"\n', "", ""),
        ("dates.toml", 'shape = "day"', 'shape = "dawn"', "dates.toml:16", "dawn is not known"),
        ("dates.toml", "(?P<d>", "(?P<day>", "dates.toml:15", "unknown group day"),
        ("dates.toml", "{month}", "{month}(", "dates.toml:15", "no RE2 pattern: missing ): (?P<d>\\d+) (?:x)("),
        ("amounts.toml", "EUR =", "euro =", "amounts.toml:4", "euro is no ISO 4217 code"),
        ("amounts.toml", "1000 =", "1e3 =", "amounts.toml:10", "1e3 is no whole number"),
    ],
)
def test_mistakes_of_a_pack_are_told_with_their_lines(told, case):
    name, old, new, where, what = case
    found = told(XX + name, old, new)
    assert (XX + where, what) in found if where else found == []


def test_two_patterns_of_one_id_are_told(written):
    dates = '[[pattern]]\nid = "a"\npattern = \'x\'\nshape = "day"\n' * 2
    assert [(p.where, p.what) for p in knowledge.problems(written({XX + "dates.toml": dates}))] == [(XX + "dates.toml:6", "a stands twice")]


def test_a_file_that_belongs_to_no_part_of_a_pack_is_told(written):
    root = written({XX + "sounds.toml": "", XX + "rules/deep/talks.toml": ""})
    assert {p.where for p in knowledge.problems(root)} >= {XX + "sounds.toml:1", XX + "rules/deep/talks.toml:1"}


def test_broken_actors_leave_the_rest(written):
    found, mistakes = knowledge.assemble(written({XX + "actors.toml": "= 1"}))
    assert found.packs[0].actors == ()
    assert mistakes[0].where == XX + "actors.toml:1"


def test_a_form_that_one_state_alone_has_says_its_state(written):
    offices = '[offices]\n"president" = ["head", "great head"]\n[holders]\nJP = ["Great Head"]\n'
    found = {phrase.text: phrase.role for phrase in pack(written({XX + "offices.toml": offices})).offices}
    assert found == {"head": "name", "great head": "JP"}


def test_a_form_of_one_state_that_no_office_has_is_told(written):
    offices = '[offices]\n"president" = ["head"]\n[holders]\nJP = ["chief"]\n'
    found = [str(problem) for problem in knowledge.problems(written({XX + "offices.toml": offices}))]
    assert any("chief is the form of no office" in words for words in found)


def test_a_pack_without_words_of_other_fields_has_none(written):
    assert pack(written({"languages/xx/fields.toml": None})).fields == ()
