"""What a report says was put off or taken back: a fact that is denied, and no event."""

import pytest

from foedera.extraction.readings import read
from foedera.model.fact import EventFact


@pytest.fixture(scope="module")
def told(knowledge, article_of):
    """Type and undoing of each event fact of a text."""

    def made(text, lang="en"):
        facts = read(article_of(text, lang, "2023-06-10"), knowledge, gated=False).facts
        return [(fact.type, fact.stance.realis, fact.stance.undone) for fact in facts if isinstance(fact, EventFact)]

    return made


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The visit of President William Ruto of Kenya to Peru was postponed.", ("other", "denied", "put_off")),
        ("en", "The signing was put off, the ministries of Peru and Kenya said.", ("signing", "denied", "put_off")),
        (
            "en",
            "The signing, planned for May, did not take place, the ministries of Peru and Kenya said.",
            ("signing", "denied", "put_off"),
        ),
        ("en", "Peru and Kenya delayed the completion of the railway.", ("other", "denied", "put_off")),
        ("en", "Kenya has terminated its air services agreement with Peru.", ("other", "denied", "taken_back")),
        ("en", "Kenya refused to ratify the extradition treaty with Peru.", ("other", "denied", "taken_back")),
        ("vi", "Peru và Kenya lùi thời hạn khai trương tuyến đường sắt.", ("other", "denied", "put_off")),
        ("vi", "Kenya từ chối phê chuẩn hiệp định dẫn độ với Peru.", ("other", "denied", "taken_back")),
        ("ms", "Kenya menamatkan perjanjian ekstradisi dengan Peru.", ("other", "denied", "taken_back")),
        ("id", "Kenya keluar dari perjanjian ekstradisi dengan Peru.", ("other", "denied", "taken_back")),
        ("ja", "ケニアはペルーとの犯罪人引渡条約から脱退した。", ("other", "denied", "taken_back")),
        ("ja", "ペルーとケニアは会合を先送りした。", ("other", "denied", "put_off")),
    ],
)
def test_what_was_undone_is_a_fact_that_is_denied(told, lang, text, expected):
    assert told(text, lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya did not terminate its air services agreement with Peru."),
        ("en", "Kenya threatened to withdraw from the extradition treaty with Peru."),
        ("en", "Peru and Kenya agreed not to delay the handover of the boats."),
        ("en", "If Kenya suspended the extradition treaty with Peru, trade would suffer."),
        ("vi", "Kenya cảnh báo chấm dứt hiệp định dẫn độ với Peru."),
        ("ms", "Kenya tidak menamatkan perjanjian ekstradisi dengan Peru."),
        ("id", "Kenya mengancam keluar dari perjanjian ekstradisi dengan Peru."),
        ("ja", "ケニアは条約からの離脱を否定した。"),
    ],
)
def test_what_is_only_threatened_denied_or_supposed_is_none(told, lang, text):
    assert [one for one in told(text, lang) if one[2]] == []


def test_a_delay_told_in_general_words_repeats_that_of_the_event(told):
    assert told("The first session of the strategic dialogue between Peru and Kenya was postponed.") == [("dialogue", "denied", "put_off")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("vi", "Hội đàm giữa Tổng thống Kenya và Tổng thống Peru đã bị hủy.", ("talks", "denied", "put_off")),
        ("ms", "Presiden Kenya membatalkan lawatan rasmi ke Peru.", ("visit", "denied", "put_off")),
        ("en", "Kenya suspended the visa agreement with Peru that was signed in 2020.", ("other", "denied", "taken_back")),
    ],
)
def test_each_undoing_of_a_clause_is_told_once(told, lang, text, expected):
    assert [one for one in told(text, lang) if one[2]] == [expected]


def test_what_was_undone_lends_no_weight_to_the_gate_and_no_parties_to_the_report(knowledge, article_of):
    text = "The meeting of the club was postponed. Kenya terminated its agreement with Peru."
    reading = read(article_of(text, "en", "2023-06-10"), knowledge)
    assert not reading.interstate or reading.parties
