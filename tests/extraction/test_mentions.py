import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.mentions import listed

from .reports import KNOWLEDGE, article

TEXTS = {
    "en": (
        "Chilean President Gabriel Boric met the Ghanaian foreign minister in Accra on 3 May 2025 and promised 20 million dollars. "
        "Chile and Ghana are strategic partners. The Chile-Ghana Joint Commission praised the Paris Agreement."
    ),
    "vi": (
        "Ngày 3/5/2025, Tổng thống Chile Gabriel Boric gặp Ngoại trưởng Ghana tại Accra và hứa chi 20 triệu USD. "
        "Chile và Ghana là Đối tác chiến lược. Đối thoại Chính sách Quốc phòng Chile - Ghana nhắc đến UNCLOS."
    ),
    "ms": (
        "Presiden Chile Gabriel Boric bertemu Menteri Luar Ghana di Accra pada 3 Mei 2025 dan menjanjikan AS$20 juta. "
        "Chile dan Ghana menjalin perkongsian strategik. Dialog Strategik Chile-Ghana merujuk kepada RCEP."
    ),
}


def found(lang, text, published=None):
    """(kind, words, value) of every mention."""
    mentions = listed(article(text, lang, published), KNOWLEDGE)
    return [(mention.kind, text[mention.span.start : mention.span.end], mention.value) for mention in mentions]


EXPECTED = {
    "en": [
        ("actor", "Chilean", "CL"),
        ("office", "President", "president"),
        ("person", "Gabriel Boric", "Gabriel Boric"),
        ("actor", "Ghanaian", "GH"),
        ("office", "foreign minister", "foreign minister"),
        ("place", "Accra", "Accra"),
        ("date", "3 May 2025", "2025-05-03"),
        ("actor", "Chile", "CL"),
        ("actor", "Ghana", "GH"),
        ("level", "strategic partners", "strategic partnership"),
        ("mechanism", "Chile-Ghana Joint Commission", "Chile-Ghana Joint Commission"),
        ("instrument", "Paris Agreement", "Paris Agreement"),
    ],
    "vi": [
        ("date", "Ngày 3/5/2025", "2025-05-03"),
        ("office", "Tổng thống", "president"),
        ("actor", "Chile", "CL"),
        ("person", "Gabriel Boric", "Gabriel Boric"),
        ("office", "Ngoại trưởng", "foreign minister"),
        ("place", "Accra", "Accra"),
        ("level", "Đối tác chiến lược", "strategic partnership"),
        ("mechanism", "Đối thoại Chính sách Quốc phòng Chile - Ghana", "Đối thoại Chính sách Quốc phòng Chile - Ghana"),
        ("instrument", "UNCLOS", "UNCLOS"),
    ],
    "ms": [
        ("office", "Presiden", "president"),
        ("actor", "Chile", "CL"),
        ("person", "Gabriel Boric", "Gabriel Boric"),
        ("office", "Menteri Luar", "foreign minister"),
        ("place", "Accra", "Accra"),
        ("date", "3 Mei 2025", "2025-05-03"),
        ("level", "perkongsian strategik", "strategic partnership"),
        ("mechanism", "Dialog Strategik Chile-Ghana", "Dialog Strategik Chile-Ghana"),
        ("instrument", "RCEP", "RCEP"),
    ],
}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_every_stretch_that_names_something_is_listed_with_its_value(lang):
    mentions = found(lang, TEXTS[lang])
    for expected in EXPECTED[lang]:
        assert expected in mentions


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_money_is_listed_with_amount_and_currency(lang):
    (amount,) = (mention for mention in listed(article(TEXTS[lang], lang), KNOWLEDGE) if mention.kind == "amount")
    assert (amount.amount.value, amount.amount.currency) == (20_000_000, "USD")


def test_the_longest_of_several_claims_to_a_stretch_is_listed():
    kinds = [kind for kind, words, _ in found("en", "The Chile-Ghana Joint Commission met.") if "Chile" in words]
    assert kinds == ["mechanism"]


def test_another_sense_of_the_words_of_a_name_is_not_listed():
    assert "mechanism" not in {kind for kind, *_ in found("en", "The House Committee on Trade of Kenya met.")}


def test_an_actor_tells_how_it_is_named():
    roles = {mention.value: mention.role for mention in listed(article("Chilean and Ghana.", "en"), KNOWLEDGE) if mention.kind == "actor"}
    assert roles == {"CL": "adjective", "GH": "name"}


def test_a_counterpart_is_no_office_of_its_own():
    text = "Chilean President Gabriel Boric met his Ghanaian counterpart John Mahama in Accra."
    assert [value for kind, _, value in found("en", text) if kind == "office"] == ["president"]


def test_a_word_that_is_a_title_only_in_some_sentences_is_no_mention_of_a_level():
    assert [value for kind, _, value in found("en", "Chile praised the alliance with Ghana.") if kind == "level"] == []


def test_a_language_without_a_pack_has_no_mentions():
    text = "Der Präsident Chiles traf gestern den Präsidenten von Ghana in Accra und sprach mit ihm über den Handel."
    assert listed(article(text, None), KNOWLEDGE) == ()


@st.composite
def reports(draw):
    lang = draw(st.sampled_from(sorted(TEXTS)))
    words = draw(st.permutations(TEXTS[lang].split(" ")))
    text = draw(st.sampled_from((" ", "\r\n", " \u200b"))).join(words)
    text = unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text)
    return lang, draw(st.sampled_from(("", "\ufeff"))) + text


@given(reports())
@settings(max_examples=80, deadline=None)
def test_mentions_stand_in_order_do_not_overlap_and_lie_in_the_text(report):
    lang, text = report
    mentions = listed(article(text, lang), KNOWLEDGE)
    assert mentions
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in mentions)
    assert all(first.span.end <= second.span.start for first, second in pairwise(mentions))
    assert listed(article(text, lang), KNOWLEDGE) == mentions
