"""Two verbs of one clause, each with its own date; capitals that are named by their state."""

import pytest

from .reports import edtf, events

DATED = [
    ("en", "The trade agreement between Kenya and Peru was signed on 2 April 2022 and took effect on 29 December 2022."),
    ("vi", "Hiệp định thương mại giữa Kenya và Peru được ký ngày 2/4/2022 và có hiệu lực từ ngày 29/12/2022."),
    ("ja", "ケニアとペルーの貿易協定は2022年4月2日に署名され、同年12月29日に発効した。"),
    ("ms", "Perjanjian perdagangan Kenya dan Peru ditandatangani pada 2 April 2022 dan berkuat kuasa mulai 29 Disember 2022."),
    ("id", "Perjanjian dagang Kenya dan Peru ditandatangani pada 2 April 2022 dan mulai berlaku sejak 29 Desember 2022."),
    ("id", "Perjanjian dagang Kenya dan Peru ditandatangani pada 2 April 2022 dan mulai berlaku pada 29 Desember 2022."),
]


@pytest.mark.parametrize(("lang", "text"), DATED)
def test_what_was_signed_on_one_day_and_took_effect_on_another_has_both(lang, text):
    found = {event.type: (event.parties, edtf(event.when)) for event in events(lang, text, "2024-03-05")}
    assert found == {"signing": (("KE", "PE"), "2022-04-02"), "other": (("KE", "PE"), "2022-12-29")}


CAPITALS = [
    ("en", "President Dina Boluarte of Peru arrived in the Kenyan capital on Monday from Egypt for an official visit.", "visit", "Nairobi"),
    ("ja", "ケニアとペルーの外相は3日、ペルーの首都で会談した。", "talks", "Lima"),
    ("id", "Menteri Luar Negeri Peru dan Kenya bertemu di ibu kota Kenya pada Senin (4/3).", "meeting", "Nairobi"),
]


@pytest.mark.parametrize(("lang", "text", "type_", "place"), CAPITALS)
def test_a_capital_may_be_named_by_its_state_alone(lang, text, type_, place):
    found = [(event.type, event.parties, event.place) for event in events(lang, text, "2024-03-05")]
    assert found == [(type_, ("KE", "PE"), place)]


def test_an_adjective_before_another_word_is_no_capital():
    text = "President Dina Boluarte of Peru arrived in the Kenyan port of Mombasa on Monday for an official visit."
    assert [event.place for event in events("en", text, "2024-03-05") if event.type == "visit"] == ["Mombasa"]
