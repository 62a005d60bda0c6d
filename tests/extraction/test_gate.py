from pathlib import Path

import pytest

from foedera.extraction.readings import read as reading_of
from foedera.extraction.readings import traced
from foedera.knowledge import load

from .reports import read

TEXTS = sorted((Path(__file__).parents[2] / "evals" / "corpus" / "texts").glob("*.txt"))

DIPLOMACY = [
    (
        "en",
        "Chilean President Gabriel Boric met Ghanaian President John Mahama in Accra. The two countries agreed to build a port.",
    ),
    ("vi", "Tổng thống Chile Gabriel Boric hội đàm với Tổng thống Ghana John Mahama tại Accra ngày 3/5/2025."),
    ("ms", "Presiden Chile Gabriel Boric mengadakan perbincangan dengan Presiden Ghana John Mahama di Accra pada 3 Mei 2025."),
    ("en", "Chile and Ghana are strategic partners. The embassy of Chile said that relations were good."),
]


@pytest.mark.parametrize(("lang", "text"), DIPLOMACY)
def test_a_report_about_relations_between_states_is_read(lang, text):
    reading = read(lang, text, gated=True)
    assert reading.interstate
    assert reading.parties == (("CL", "GH"),)


OTHERS = [
    ("sport", "en", "Striker Mensah of Ghana scored in the football league against Chile; fans in the stadium cheered the midfielder."),
    ("sport", "vi", "Cầu thủ Ghana ghi bàn vào lưới Chile ở trận bán kết giải bóng đá."),
    ("sport", "ms", "Penyerang Ghana menjaringkan gol menentang Chile dalam perlawanan bola sepak itu."),
    ("business", "en", "The carmaker from Chile and a retailer in Ghana announced a merger; shares rose after earnings."),
    ("crime", "en", "Police in Chile said a suspect from Ghana was held after a robbery and a murder."),
    ("one state", "en", "The president of Ghana met the prime minister and praised the foreign ministry and its diplomats."),
    ("no state", "en", "The cook praised the soup and went home."),
    ("nothing", "en", ""),
]


@pytest.mark.parametrize(("kind", "lang", "text"), OTHERS)
def test_what_is_not_about_relations_between_states_is_one_skip(kind, lang, text):
    reading = read(lang, text, gated=True)
    assert (reading.interstate, reading.facts, reading.parties) == (False, (), ()), kind
    assert [skip.reason for skip in reading.skips] == ["not_interstate"]


def test_the_main_groups_are_those_that_carry_at_least_half_of_the_weightiest():
    text = (
        "Ghana and Chile signed an agreement on fisheries on 3 May 2025. Ghana and Chile held talks on 4 May 2025. "
        "Ghana and Chile agreed to build a port. Ghana and Peru agreed to build a railway."
    )
    reading = read("en", text)
    assert ("CL", "GH") in reading.parties
    assert ("GH", "PE") not in reading.parties


def test_without_facts_the_articles_pair_is_its_group_and_one_actor_is_none():
    assert read("en", "Ghana and Chile are far away.").parties == (("CL", "GH"),)
    assert read("en", "Ghana is far away.").parties == ()


FULL_OF_ANOTHER_FIELD = [
    (
        "en",
        "The coach said the president of Ghana and the president of Chile met. The striker scored, the goalkeeper wept, the referee left.",
    ),
    ("vi", "Huấn luyện viên Ghana nói Tổng thống Chile gặp Tổng thống Ghana. Tiền đạo ghi bàn, thủ môn và trọng tài rời sân vận động."),
    ("ms", "Jurulatih berkata Presiden Ghana menemui Presiden Chile. Penyerang, penjaga gol, pengadil dan penyokong di stadium bersorak."),
]


@pytest.mark.parametrize(("lang", "text"), FULL_OF_ANOTHER_FIELD)
def test_a_text_full_of_another_fields_words_is_no_diplomacy(lang, text):
    assert not read(lang, text, gated=True).interstate


def test_one_word_of_another_field_is_no_sign():
    text = "Chilean President Gabriel Boric met Ghanaian President John Mahama at the stadium. The two countries agreed to build a port."
    assert read("en", text, gated=True).interstate


def test_words_of_disasters_and_relief_weigh_half():
    words = "The earthquake of magnitude seven, its aftershocks and landslides were felt. Chile sent tents and blankets."
    meeting = "Chilean President Gabriel Boric met Ghanaian President John Mahama in Accra."
    assert read("en", f"{meeting} {words}", gated=True).interstate
    assert not read(
        "en", f"{meeting} The coach, the striker, the goalkeeper, the referee and the squad left the stadium.", gated=True
    ).interstate


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_the_gate_turns_away_early_would_not_have_passed(path, article_of):
    knowledge = load()
    text = path.read_text(encoding="utf-8")
    for part in (text, text[: len(text) // 3], text[len(text) // 2 :]):
        article = article_of(part, lang=None)
        quick, close = reading_of(article, knowledge), traced(article, knowledge)[0]
        assert (quick.interstate, quick.facts, quick.parties) == (close.interstate, close.facts, close.parties)
