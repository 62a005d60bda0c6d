from __future__ import annotations

import pytest

from foedera import knowledge

FILE = "languages/xx/rules/talks.toml"


def test_a_rule_is_read_with_its_examples_and_its_place(written):
    (rule,) = knowledge.load(written()).packs[0].rules
    assert (rule.id, rule.type, rule.where) == ("xx.talks.held", "talks", f"{FILE}:1")
    assert rule.say[0] == "{hold} talks"
    assert rule.examples[0].parties == ("JP", "VN")
    assert rule.examples[0].date is None
    assert rule.silents[0].why == "no state"
    assert (rule.parties, rule.date, rule.tense) == ("both", "thread", "auto")


@pytest.mark.parametrize(
    "case",
    [
        ("xx.talks.held", "xx.meeting.held", 2, "xx.meeting.held is no id of a rule of this file"),
        ("xx.talks.held", "xx.talks.", 2, "xx.talks. is no id of a rule of this file"),
        ("{hold} talks", "{holds} talks", 3, "holds is not known"),
        ("{hold} talks", "{hold talks", 3, "{hold talks: column 1: a { that is never closed"),
        ('"peace talks"', '"... talks"', 4, "... talks: column 1: a pattern starts with words, a class or a mention"),
        ('["actor"]', '["actress"]', 5, "actress is not known"),
        ("needs", 'mark = "is"\nneeds', 5, "is is not known"),
        ('"held talks"', '"spoke"', 9, "the span stands 0 times in the text"),
        ('"held talks"', '"a"', 9, "the span stands 5 times in the text"),
        ('["JP", "VN"]', '["JP", "NV"]', 10, "NV is not known"),
        ('"Hanoi"\n', '"Hanoj"\n', 11, "Hanoj is not known"),
        ('by = "JP"', 'by = "PJ"', 12, "PJ is not known"),
        ('by = "JP"', 'areas = ["love"]', 12, "love is not known"),
        ('by = "JP"', 'level = "love"', 12, "love is not known"),
        ("[[rule.silent]]", "[[rule.silence]]", 14, "unknown key silence"),
        ("[[rule]]", 'colour = "red"\n[[rule]]', 1, "unknown key colour"),
    ],
)
def test_mistakes_of_a_rule_are_told_with_their_lines(told, case):
    old, new, where, what = case
    assert (f"{FILE}:{where}", what) in told(FILE, old, new)


@pytest.mark.parametrize(("key", "keep"), [("example", "silent"), ("silent", "example")])
def test_a_rule_without_example_or_counter_example_is_told(written, key, keep):
    tables = {
        "example": '[[rule.example]]\ntext = "They held talks."\nspan = "held talks"\n',
        "silent": '[[rule.silent]]\ntext = "x"\nwhy = "y"\n',
    }
    rules = '[[rule]]\nid = "xx.talks.a"\nsay = ["held talks"]\n' + tables[keep]
    found = [(problem.where, problem.what) for problem in knowledge.problems(written({FILE: rules}))]
    assert found == [(f"{FILE}:1", f"xx.talks.a has no {key}")]


def test_two_rules_of_one_id_are_told(written):
    rule = (
        '[[rule]]\nid = "xx.talks.a"\nsay = ["held talks"]\n[[rule.example]]\ntext = "They held talks."\nspan = "held talks"\nby = "both"\n'
        '[[rule.silent]]\ntext = "x"\nwhy = "y"\n'
    )
    (problem,) = knowledge.problems(written({FILE: rule * 2}))
    assert (problem.where, problem.what, problem.remedy) == (
        f"{FILE}:12",
        "xx.talks.a stands twice",
        f"it is already in {FILE}:1",
    )


def test_a_commitment_needs_a_modality_and_a_level_may_be_marked(written):
    rule = (
        '[[rule]]\nid = "xx.{type}.a"\nsay = ["x y"]\n{more}\n[[rule.example]]\ntext = "x y"\nspan = "x y"\n'
        '[[rule.silent]]\ntext = "x"\nwhy = "y"\n'
    )
    files = {
        "languages/xx/rules/commitment.toml": rule.format(type="commitment", more=""),
        "languages/xx/rules/undoing.toml": rule.format(type="undoing", more=""),
        "languages/xx/rules/level.toml": rule.format(type="level", more='mark = "raised"'),
    }
    found = [(problem.where, problem.what) for problem in knowledge.problems(written(files))]
    assert found == [
        ("languages/xx/rules/commitment.toml:1", "xx.commitment.a has no modality"),
        ("languages/xx/rules/undoing.toml:1", "xx.undoing.a has no mark"),
    ]


def test_a_rule_file_is_named_after_what_it_finds(written):
    (problem,) = knowledge.problems(written({"languages/xx/rules/dance.toml": ""}))
    assert (problem.where, problem.what) == ("languages/xx/rules/dance.toml:1", "dance is no event type and no kind of fact")


def test_the_place_of_a_rule_is_right_beside_inline_tables_and_long_strings(written):
    rules = (
        '[[rule]]\nid = "xx.talks.a"\nsay = ["x y"]\nexample = [{ text = """\n[[rule]]\nx y""", span = "x y" }]\n'
        'silent = [{ text = "x", why = "y" }]\n'
    )
    (rule,) = knowledge.load(written({FILE: rules})).packs[0].rules
    assert rule.where == f"{FILE}:1"


def test_coverage_counts_rules_and_forms_and_shows_gaps(written):
    counts = knowledge.coverage(knowledge.load(written()))
    assert {one.language for one in counts} == {"xx"}
    found = [(one.kind, one.name, one.count) for one in counts if one.kind != "modality"]
    assert found == [
        ("event", "talks", 1),
        ("fact", "commitment", 0),
        ("fact", "document_count", 0),
        ("fact", "instrument", 0),
        ("fact", "level", 0),
        ("fact", "mechanism", 0),
        ("fact", "undoing", 0),
        ("level", "partnership", 1),
        ("area", "energy", 2),
        ("topic", "coal", 2),
        ("topic", "loan", 1),
        ("office", "emperor", 0),
        ("office", "president", 2),
        ("office", "foreign minister", 3),
    ]


def test_coverage_counts_promises_by_their_modality_and_only_the_languages_asked_for():
    loaded = knowledge.load()
    english = [rule for rule in loaded.pack("en").rules if rule.modality == "urged"]
    (urged,) = [one for one in knowledge.coverage(loaded, ["en"]) if (one.kind, one.name) == ("modality", "urged")]
    assert (urged.language, urged.count) == ("en", len(english))
    assert english
