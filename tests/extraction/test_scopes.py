import pytest

from foedera.extraction.readings import read
from foedera.extraction.scopes import asides, clause_at, scope
from foedera.model.fact import EventFact


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji and Peru held talks.", "Fiji and Peru held talks."),
        ("en", "It rained; Fiji held talks; Peru slept.", "Fiji held talks"),
        ("en", "It rained, while Fiji held talks.", "while Fiji held talks."),
        ("en", "Fiji held talks, while it rained.", "Fiji held talks, "),
        ("en", "It rained, whereas Fiji held talks, while Peru slept.", "whereas Fiji held talks, "),
        ("vi", "Lào hội đàm, trong khi Peru im lặng.", "Lào hội đàm, "),
    ],
)
def test_the_scope_of_a_match_ends_at_semicolons_and_new_clauses(heard, lang, text, expected):
    context, match = heard(text, lang)
    found = scope(context.draft, match.sentence, match.start)
    assert context.draft.text[found.start : found.end] == expected


def test_between_clauses_the_scope_is_that_of_the_sentence(draft_of):
    draft = draft_of("Chile waited; they left.")
    (sentence,) = draft.sentences
    assert scope(draft, sentence, draft.text.index(";")) == sentence.span


def test_between_clauses_the_whole_sentence_is_meant(draft_of):
    draft = draft_of("Chile waited; they left.")
    (sentence,) = draft.sentences
    assert draft.text[clause_at(sentence, 0).start : clause_at(sentence, 0).end] == "Chile waited"
    assert clause_at(sentence, draft.text.index(";")) == sentence.span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Solis of Peru, who is in Rome for a summit, met Pope John.", ["who is in Rome for a summit"]),
        ("President Solis, who came on May 3, 2024, met Pope John.", ["who came on May 3, 2024"]),
        ("President Solis, who is ill, and Pope John, who is not old, met.", ["who is ill", "who is not old"]),
        ("President Solis, who is in Rome and which is far, met.", ["who is in Rome and which is far"]),
        ("President Solis met Pope John, who is ill.", []),
        ("The man who came met Pope John, a friend.", []),
    ],
)
def test_asides_tell_of_the_noun_before_them_between_commas(draft_of, text, expected):
    draft = draft_of(text)
    found = asides(draft, draft.sentences[0].span)
    assert [text[aside.start : aside.end] for aside in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ana Solis of Peru, who is visiting Japan for a summit, met Chilean President Luis Rojas.",
            [("meeting", ("CL", "PE")), ("visit", ("JP", "PE"))],
        ),
        ("President Ana Solis of Peru, who is visiting Japan, will rest.", [("visit", ("JP", "PE"))]),
    ],
)
def test_whom_an_aside_names_is_no_party_of_the_sentence_around_it(article_of, knowledge, text, expected):
    facts = read(article_of(text), knowledge, gated=False).facts
    assert sorted((fact.type, fact.parties) for fact in facts if isinstance(fact, EventFact)) == expected
