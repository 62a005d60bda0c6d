import pytest

from foedera.extraction.scopes import clause_at, scope


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
