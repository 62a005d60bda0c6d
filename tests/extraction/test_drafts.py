import pytest

from foedera.extraction.drafts import flowing
from foedera.extraction.drafts import outline as outlined
from foedera.model.when import When


def words(draft, kind):
    return [draft.text[hit.start : hit.end] for hit in draft.hits.of(kind)]


TEXT = "Fiji and Nepal sign a pact\n\nSUVA, 3 May 2024 — Fiji and Nepal signed a pact on Friday; both gained. The fund holds US$5 million."


def test_a_draft_knows_parts_sentences_dates_and_amounts(draft_of):
    draft = draft_of(TEXT)
    assert [part.kind for part in draft.parts] == ["title", "dateline", "body"]
    assert [draft.text[each.span.start : each.span.end] for each in draft.sentences] == [
        "Fiji and Nepal sign a pact",
        "Fiji and Nepal signed a pact on Friday; both gained.",
        "The fund holds US$5 million.",
    ]
    assert [mention.value for mention in draft.dates] == ["2024-05-03", "2024-05-03"]
    assert [mention.amount.value for mention in draft.amounts] == [5_000_000]
    assert draft.published == When(edtf="2024-05-03", basis="stated")


def test_dates_amounts_and_numbers_are_hits_like_any_other(draft_of):
    draft = draft_of(TEXT)
    assert words(draft, "date") == ["3 May 2024", "Friday"]
    assert words(draft, "amount") == ["US$5 million"]
    assert draft.hits.of("date")[1].value == "2024-05-03"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "the 12th session of three days", ["12th", "three"]),
        ("en", "two of 40 papers", ["two", "40"]),
        ("vi", "phiên họp lần thứ 12", ["lần thứ 12", "12"]),
        ("vi", "ký ba văn kiện", ["ba"]),
        ("ms", "mesyuarat ke-12 dan dua dokumen", ["ke-12", "12", "dua"]),
    ],
)
def test_numbers_are_figures_ordinals_and_words_the_longest_at_each_place(draft_of, lang, text, expected):
    draft = draft_of(text, lang)
    assert words(draft, "number") == expected
    starts = [hit.start for hit in draft.hits.of("number")]
    assert len(starts) == len(set(starts))


def test_a_date_that_means_nothing_is_a_hit_without_value(draft_of):
    draft = draft_of("They met last week.")
    assert [(words(draft, "date"), hit.value) for hit in draft.hits.of("date")] == [(["last week"], "")]


def test_the_register_is_that_of_the_world(draft_of):
    draft = draft_of("Fiji spoke.")
    assert draft.register.actors["FJ"].name == "Fiji"
    assert draft.world.actors


@pytest.mark.parametrize(
    ("given", "word", "quote"),
    [
        ("\ufeffFiji spoke.", "Fiji", "Fiji"),
        ("Fiji\r\n\r\nNepal spoke.", "Nepal", "Nepal"),
        ("Nauru\u00a0and Fi\u00adji spoke.", "Fiji", "Fi\u00adji"),
        ("Vie\u0302\u0323t Nam spoke.", "Việt Nam", "Vie\u0302\u0323t Nam"),
    ],
)
def test_a_citation_is_of_the_text_as_given(draft_of, given, word, quote):
    draft = draft_of(given)
    at = draft.text.index(word)
    citation = draft.citation(at, at + len(word))
    assert citation.quote == quote == given[citation.span.start : citation.span.end]


def test_the_sentence_at_a_position_is_the_one_around_it(draft_of):
    draft = draft_of("SUVA, 3 May 2024 — Fiji and Nepal signed a long pact on trade and fishing on Friday. Both gained.")
    first, second = draft.sentences
    assert draft.sentence_at(0) is None
    assert draft.sentence_at(first.span.start) == draft.sentence_at(first.span.end - 1) == first
    assert draft.sentence_at(first.span.end) is None
    assert draft.sentence_at(second.span.start) == second
    assert draft.sentence_at(len(draft.text)) is None


def test_other_hits_change_nothing_else(draft_of):
    draft = draft_of("Fiji spoke.")
    other = draft_of("Nepal spoke.").hits
    assert draft.with_hits(other).hits == other
    assert draft.with_hits(other).with_hits(draft.hits) == draft


WRAPPED = "Fiji and Nepal signed a long pact on trade in\nfish and salt, and all of them were glad of it.\nThey left."


def test_lines_broken_inside_a_sentence_flow_and_every_character_keeps_its_place():
    plain = flowing(WRAPPED)
    assert plain.text == WRAPPED.replace("in\nfish", "in fish")
    assert plain.source(0, len(plain.text)) == (0, len(WRAPPED))


def test_the_outline_of_a_long_text_is_its_first_and_last_lines():
    text = "\n".join(f"line {number}" for number in range(1000))
    outline = outlined(text).split("\n")
    assert (outline[0], outline[-1], len(outline) < 250) == ("line 0", "line 999", True)
    assert set(outline) <= set(text.split("\n"))
    assert outlined("short") == "short"
