import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction import readings
from foedera.model.fact import TenureFact
from foedera.model.trace import Trace

from .reports import KNOWLEDGE, article, edtf, read

SENTENCES = {
    "en": (
        "Chilean President Gabriel Boric held talks with Ghanaian President John Mahama in Accra on 3 May 2025.",
        "The two sides issued a joint statement.",
        "Chile and Ghana raised their ties to a strategic partnership in 2019.",
        "Chile has strategic partnerships with Norway, Kenya and Nepal.",
        "Chile and Ghana agreed to reopen their ports and pledged to spend 20 million dollars on schools by 2031.",
        "The fourth Chile-Ghana Joint Commission met in Santiago last week.",
        "Both countries praised the Economic Partnership Agreement (EPA).",
        "The Ghanaian foreign minister will visit Chile next month.",
        "A visit to Peru was cancelled.",
        "If relations improve, the two sides might sign a treaty on fisheries.",
        "The striker went home; nobody knows why.",
        "Photo: President John Mahama in Accra.",
    ),
    "vi": (
        "Ngày 3/5/2025, tại Accra, Tổng thống Ghana John Mahama hội đàm với Tổng thống Chile Gabriel Boric.",
        "Sau đó, hai bên ra Tuyên bố chung.",
        "Chile và Ghana nâng cấp quan hệ lên Đối tác chiến lược vào năm 2019.",
        "Chile có quan hệ Đối tác toàn diện với Na Uy, Kenya và Nepal.",
        "Hai nước nhất trí mở lại cảng biển và cam kết chi 20 triệu USD cho trường học trước năm 2031.",
        "Đối thoại Chính sách Quốc phòng Chile - Ghana lần thứ 4 diễn ra tại Santiago tuần trước.",
        "Chile và Ghana thực hiện Hiệp định Thương mại tự do (FTA).",
        "Ngoại trưởng Ghana sẽ thăm Chile vào tháng tới.",
        "Chuyến thăm Peru của Tổng thống Chile bị hoãn.",
        "Chile mong muốn Ghana mở cửa thị trường.",
        "Cầu thủ ấy đã về nhà.",
    ),
    "ms": (
        "Presiden Ghana John Mahama mengadakan perbincangan dengan Presiden Chile Gabriel Boric di Accra pada 3 Mei 2025.",
        "Kedua-dua pemimpin mengeluarkan kenyataan bersama.",
        "Chile dan Ghana menaik taraf hubungan kepada Perkongsian Strategik pada 2019.",
        "Chile mempunyai perkongsian strategik dengan Norway, Kenya dan Nepal.",
        "Chile dan Ghana bersetuju membuka semula pelabuhan dan berikrar menyediakan AS$20 juta menjelang 2031.",
        "Dialog Strategik Chile-Ghana ke-3 berlangsung di Santiago minggu lalu.",
        "Perjanjian Perdagangan Bebas Chile-Ghana (CGFTA) menghapuskan tarif.",
        "Menteri Luar Ghana akan melawat Chile bulan depan.",
        "Lawatan rasmi Presiden Chile ke Peru dibatalkan.",
        "Chile berharap Ghana bersetuju membuka pasaran.",
        "Pemain itu sudah pulang.",
    ),
}
JOINTS = (" ", "\n", "\n\n", "\r\n", "\r\n\r\n", " \u200b", "\u00a0")
FORMS = ("NFC", "NFD", "NFKC")


@st.composite
def reports(draw):
    """A language with a text: some of its sentences in some order, written in some way."""
    lang = draw(st.sampled_from(sorted(SENTENCES)))
    chosen = draw(st.lists(st.sampled_from(SENTENCES[lang]), min_size=1, max_size=6))
    joints = draw(st.lists(st.sampled_from(JOINTS), min_size=len(chosen), max_size=len(chosen)))
    text = "".join(part for pair in zip(chosen, joints, strict=True) for part in pair)
    text = unicodedata.normalize(draw(st.sampled_from(FORMS)), text)
    at = draw(st.integers(min_value=0, max_value=len(text)))
    if draw(st.booleans()):
        text = f"{text[:at]}\u200b{text[at:]}"
    return lang, ("\ufeff" if draw(st.booleans()) else "") + text


def rules(lang):
    """The ids that a fact's rule may have."""
    named = (f"{lang}.tenure.named", f"{lang}.level.named")
    return {rule.id for rule in KNOWLEDGE.pack(lang).rules}.union(named)


@given(reports())
@settings(max_examples=120, deadline=None)
def test_every_quote_is_the_text_at_its_span_and_every_fact_has_a_rule(report):
    lang, text = report
    reading, trace = readings.traced(article(text, lang), KNOWLEDGE, gated=False)
    for fact in reading.facts:
        for citation in (fact.citation, *(support.citation for support in fact.support)):
            assert text[citation.span.start : citation.span.end] == citation.quote
            assert citation.quote
        assert fact.rule in rules(lang)
        assert fact.document == "r1"
        assert fact.parties == tuple(sorted(set(fact.parties)))
    assert len({fact.id for fact in reading.facts}) == len(reading.facts)
    assert all(skip.reason for skip in reading.skips)
    assert all(text[skip.span.start : skip.span.end] == skip.detail for skip in reading.skips if skip.span)
    made = {step.fact for step in trace.steps if step.fact}
    assert made == {fact.id for fact in reading.facts}
    assert all(first.end <= second.start for first, second in pairwise(trace.sentences))


@given(reports())
@settings(max_examples=40, deadline=None)
def test_reading_twice_gives_the_same_and_the_trace_changes_nothing(report):
    lang, text = report
    first = readings.read(article(text, lang), KNOWLEDGE, gated=False)
    assert readings.read(article(text, lang), KNOWLEDGE, gated=False) == first
    assert readings.traced(article(text, lang), KNOWLEDGE, gated=False)[0] == first


@given(reports())
@settings(max_examples=40, deadline=None)
def test_the_gate_lets_all_facts_through_or_none(report):
    lang, text = report
    free = readings.read(article(text, lang), KNOWLEDGE, gated=False)
    gated = readings.read(article(text, lang), KNOWLEDGE)
    if gated.interstate:
        assert gated == free
    else:
        assert (gated.facts, [skip.reason for skip in gated.skips]) == ((), ["not_interstate"])


def _told(reading):
    """What the facts say, without where."""
    return sorted(
        (type(fact).__name__, fact.rule, fact.parties, unicodedata.normalize("NFC", fact.citation.quote)) for fact in reading.facts
    )


@pytest.mark.parametrize("lang", sorted(SENTENCES))
def test_the_way_a_text_is_written_changes_no_fact(lang):
    text = "\n".join(SENTENCES[lang])
    expected = _told(read(lang, text))
    assert len(expected) >= 10
    assert _told(read(lang, f"\ufeff{text}")) == expected
    assert _told(read(lang, text.replace("\n", "\r\n"))) == expected
    assert _told(read(lang, unicodedata.normalize("NFD", text))) == expected


def test_the_reading_completes_the_article():
    text = "Chile and Ghana hold talks\n\nThe presidents of Chile and Ghana held talks in Accra yesterday, 3 May 2025.\n"
    made = readings.read(article(text, None), KNOWLEDGE).article
    assert (made.lang, edtf(made.published)) == ("en", "2025-05-04")
    assert [(part.kind, text[part.span.start : part.span.end]) for part in made.parts] == [
        ("title", "Chile and Ghana hold talks"),
        ("body", "The presidents of Chile and Ghana held talks in Accra yesterday, 3 May 2025."),
    ]
    assert made.text == text


FOREIGN = [
    ("de", "Der Präsident Chiles traf gestern den Präsidenten von Ghana in Accra und sprach mit ihm über den Handel beider Länder."),
    ("ko", "칠레 대통령은 어제 아크라에서 가나 대통령과 회담했다."),
]


@pytest.mark.parametrize(("lang", "text"), FOREIGN)
def test_a_language_without_a_pack_is_a_skip_and_no_fault(lang, text):
    reading, trace = readings.traced(article(text, None), KNOWLEDGE)
    assert (reading.article.lang, reading.interstate, reading.facts) == (lang, False, ())
    (skip,) = reading.skips
    assert (skip.reason, skip.is_fault, skip.document, skip.location) == ("no_pack", False, "r1", "reports/r1.txt")
    assert lang in skip.detail
    assert trace == Trace(sentences=(), steps=())


def test_the_reading_names_the_knowledge_it_was_made_with():
    assert read("en", SENTENCES["en"][0]).digest == KNOWLEDGE.digest
    assert read("en", "The cook sang.", gated=True).digest == KNOWLEDGE.digest


TENURES = [
    ("en", "Chilean President Gabriel Boric spoke to Ghana.", ("Gabriel Boric", "president", "CL"), None),
    ("vi", "Tổng thống Chile Gabriel Boric nói về Ghana.", ("Gabriel Boric", "president", "CL"), None),
    ("ms", "Presiden Chile Gabriel Boric bercakap tentang Ghana.", ("Gabriel Boric", "president", "CL"), None),
]


@pytest.mark.parametrize(("lang", "text", "person", "day"), TENURES)
def test_a_person_with_an_office_is_a_tenure_on_the_day_of_the_report(lang, text, person, day):
    (fact,) = (fact for fact in read(lang, text).facts if isinstance(fact, TenureFact))
    assert (fact.name, fact.office, fact.country) == person
    assert (fact.parties, fact.rule, edtf(fact.when)) == (("CL",), f"{lang}.tenure.named", day)
    assert fact.name in fact.citation.quote
    dated = next(fact for fact in read(lang, text, "2025-05-04").facts if isinstance(fact, TenureFact))
    assert edtf(dated.when) == "2025-05-04"


def test_a_person_of_no_known_state_is_a_tenure_without_parties():
    (fact,) = (fact for fact in read("en", "President Quentin Blatherwick sang.").facts if isinstance(fact, TenureFact))
    assert (fact.parties, fact.country) == ((), None)


def test_the_state_that_another_passage_gives_is_support():
    text = "President Gabriel Boric thanked Ghana. Chilean President Boric went home."
    (fact,) = (fact for fact in read("en", text).facts if isinstance(fact, TenureFact))
    assert (fact.country, fact.citation.quote) == ("CL", "President Gabriel Boric")
    assert [(support.property, support.citation.quote) for support in fact.support] == [("country", "Chilean")]


def test_what_stands_below_a_report_tells_nothing_of_its_people():
    report = "Kenya and Ghana held talks in Accra on 3 May 2025. President Anna Berg praised them, and the two sides agreed to trade."
    below = "Related Reading\n\nThe President of Peru and the President of Chile"
    alone, followed = (read("en", text) for text in (report, f"{report}\n\n{below}\n"))
    assert followed.article.parts[-1].kind == "boilerplate"
    assert [(fact.rule, fact.parties, fact.citation) for fact in followed.facts] == [
        (fact.rule, fact.parties, fact.citation) for fact in alone.facts
    ]
    assert alone.facts
