from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.matches import REACH, matches
from foedera.model.pack import Phrase
from foedera.model.rule import Rule

from .reports import events


def rule(name, *say, kind="talks", unless=(), needs=()):
    return Rule(id=f"xx.{kind}.{name}", type=kind, say=say, unless=unless, needs=needs, examples=(), silents=())


@pytest.fixture(scope="module")
def told(tiny, draft_of):
    """What rules of a tiny pack match in a text, as (rule, words), silenced ones with a bar before the rule."""

    def made(text, *rules):
        known = tiny(
            rules=rules,
            actors=(Phrase(text="Chile", meaning="CL"), Phrase(text="Norway", meaning="NO")),
            places=(Phrase(text="Oslo", meaning="Oslo"),),
            words={"hold": ("held", "were holding"), "kind": ("formal", "long formal")},
        )
        draft = draft_of(text, "xx", known=known)
        found = matches(draft, draft.lexicon.telling)
        return [("-" * match.silenced + match.rule.id.split(".")[2], draft.text[match.start : match.end]) for match in found]

    return made


@pytest.mark.parametrize(
    ("say", "text", "expected"),
    [
        ("held talks", "They held talks in Oslo.", "held talks"),
        ("held talks", "They came.\nThen they Held\ntalks there.", "Held\ntalks"),
        ("held talks", "They held long talks.", None),
        ("{hold} talks", "They were holding talks.", "were holding talks"),
        ("{hold} {kind} talks", "They held formal talks.", "held formal talks"),
        ("{hold} {kind} talks", "They held long formal talks.", "held long formal talks"),
        ("{hold} {kind} talks", "They held “formal” talks.", "held “formal” talks"),
        ("{hold} {kind} talks", "They held, formal talks.", "held, formal talks"),
        ("{hold} {kind} talks", "They held - formal talks.", None),
        ("{hold} ... talks", "They held open and frank talks.", "held open and frank talks"),
        ("{hold} ... talks", "They held talks.", "held talks"),
        ("{hold} ... talks", "They held tea. Then came talks.", None),
        ("{hold} ... talks", "They held tea; then came talks.", None),
        ("{hold} ... talks", f"They held {'a' * REACH} talks.", None),
        ("met {actor}", "They met Norway there.", "met Norway"),
        ("met {actor}", "They met the Norway team.", None),
        ("met ... in {place}", "They met men in Oslo today.", "met men in Oslo"),
        ("{actor} met {actor}", "Chile met Norway.", "Chile met Norway"),
        ("talks (in|near) {place} [today]", "The talks near Oslo today.", "talks near Oslo today"),
        ("talks of {date}", "The talks of 3 May 2024 ended.", "talks of 3 May 2024"),
        ("gave {amount}", "Chile gave US$5 million.", "gave US$5 million"),
        ("round {number}", "They opened round 12 today.", "round 12"),
    ],
)
def test_a_pattern_stands_where_its_elements_do(told, say, text, expected):
    assert told(text, rule("r", say)) == ([("r", expected)] if expected else [])


def test_each_place_is_a_match_of_its_own(told):
    assert told("They held talks. Later they held talks; all held talks.", rule("r", "held talks")) == [("r", "held talks")] * 3


def test_of_matches_of_one_type_the_longest_stands(told):
    rules = (rule("short", "held talks"), rule("long", "held talks in {place}"), rule("sign", "talks in", kind="signing"))
    assert told("They held talks in Oslo.", *rules) == [("long", "held talks in Oslo"), ("sign", "talks in")]


def test_of_equal_matches_of_one_type_the_first_rule_by_name_stands(told):
    assert told("They held talks.", rule("b", "held talks"), rule("a", "{hold} talks")) == [("a", "held talks")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held talks.", [("r", "held talks")]),
        ("They held talks by phone.", [("-r", "held talks")]),
        ("By phone they held talks.", [("-r", "held talks")]),
        ("They held talks; she called by phone.", [("r", "held talks")]),
        ("They held talks. She called by phone.", [("r", "held talks")]),
    ],
)
def test_an_unless_in_the_same_clause_silences(told, text, expected):
    assert told(text, rule("r", "held talks", unless=("by phone",))) == expected


def test_a_silenced_match_gives_way_to_any_other_of_its_type(told):
    rules = (rule("r", "held talks in {place}", unless=("by phone",)), rule("other", "{hold} talks"))
    assert told("They held talks in Oslo by phone.", *rules) == [("other", "held talks")]


def test_an_unless_silences_only_its_own_rule(told):
    rules = (rule("r", "held talks", unless=("by phone",)), rule("call", "spoke by phone", kind="call"))
    assert told("They held talks and spoke by phone.", *rules) == [("-r", "held talks"), ("call", "spoke by phone")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile held talks.", [("r", "held talks")]),
        ("They held talks.", []),
        ("They held talks; Chile did not.", []),
        ("Chile held talks; they too held talks.", [("r", "held talks")]),
    ],
)
def test_what_a_rule_needs_must_stand_in_the_clause(told, text, expected):
    assert told(text, rule("r", "held talks", needs=("actor",))) == expected


def test_rules_of_names_are_matched_on_their_own(tiny, draft_of):
    known = tiny(rules=(rule("forum", "forum", kind="mechanism"), rule("held", "held talks")))
    draft = draft_of("They held talks at the forum.", "xx", known=known)
    assert [match.rule.type for match in matches(draft, draft.lexicon.naming)] == ["mechanism"]
    assert [match.rule.type for match in matches(draft, draft.lexicon.telling)] == ["talks"]


def test_a_match_knows_its_words_its_clause_and_its_sentence(tiny, draft_of):
    draft = draft_of("It rained. Chile waited; they held open talks.", "xx", known=tiny(rules=(rule("r", "held ... talks"),)))
    (match,) = matches(draft, draft.lexicon.telling)
    assert [draft.text[span.start : span.end] for span in match.words] == ["held", "talks"]
    assert draft.text[match.clause.start : match.clause.end] == "they held open talks."
    assert draft.text[match.sentence.span.start : match.sentence.span.end] == "Chile waited; they held open talks."


def test_words_outside_all_sentences_match_nothing(told):
    assert (
        told(
            "Photo: they held talks\nheld talks with all\n\nThey spoke long, and they were glad of it.\nBy Held Talks",
            rule("r", "held talks by"),
        )
        == []
    )


REAL = [
    ("en", "Fiji and Nepal held talks in Suva.", ("talks", "held talks")),
    ("en", "The king of Tonga visited Samoa.", ("visit", "visited Samoa")),
    ("vi", "Hai bên hội đàm tại Viêng Chăn.", ("talks", "hội đàm")),
    ("vi", "Hai nước nâng cấp quan hệ lên Đối tác Chiến lược.", ("upgrade", "nâng cấp quan hệ")),
    ("ms", "Kedua-dua pihak mengadakan rundingan di Suva.", ("talks", "mengadakan rundingan")),
    ("ms", "Presiden Peru melakukan lawatan rasmi ke Kenya.", ("visit", "lawatan rasmi")),
]


@pytest.mark.parametrize(("lang", "text", "expected"), REAL)
def test_the_packs_rules_hear_what_a_sentence_says(draft_of, lang, text, expected):
    draft = draft_of(text, lang)
    kind, words = expected
    found = [match for match in matches(draft, draft.lexicon.telling) if match.rule.type == kind and not match.silenced]
    assert any(words in draft.text[match.start : match.end] for match in found)


@settings(deadline=None)
@given(
    st.sampled_from(["en", "vi", "ms"]),
    st.lists(st.sampled_from([*(text for _, text, _ in REAL), "; ", " ", "\n\n", "no "]), max_size=6),
)
def test_every_match_lies_in_its_sentence_and_has_its_words_in_order(draft_of, lang, pieces):
    draft = draft_of("".join(pieces), lang)
    for rules in (draft.lexicon.telling, draft.lexicon.naming):
        for match in matches(draft, rules):
            assert match.sentence in draft.sentences
            assert match.sentence.span.holds(match.clause)
            assert match.clause.start <= match.start < match.end <= match.clause.end
            assert match.words[0].start == match.start
            assert match.words[-1].end == match.end
            assert all(first.end <= second.start for first, second in pairwise(match.words))


def test_a_verb_does_not_reach_into_the_words_of_the_next():
    text = "Estonian Foreign Minister Anna Tamm met her Chilean counterpart Juan Soto in Santiago, called on President Luis Vega."
    assert [one.type for one in events("en", text, "2031-05-06")] == ["meeting", "meeting"]
