"""Whose partners are told of without being named, who only witnesses what two do, and whose visit is spoken of."""

import pytest

from .reports import edtf, events, levels


def held(lang, text, **given):
    return {(one.level, one.parties, edtf(one.since)) for one in levels(lang, text, **given)}


def told(lang, text, **given):
    return {(one.type, one.parties, edtf(one.when)) for one in events(lang, text, **{"published": "2025-06-15", **given})}


def test_partners_in_a_row_are_those_of_whom_the_article_is_about():
    text = "China has spread the title generously. Argentina became a comprehensive strategic partner in 2014 and Chile in 2016."
    title = "comprehensive strategic partnership"
    assert held("en", text) == {(title, ("AR", "CN"), "2014"), (title, ("CL", "CN"), "2016")}


@pytest.mark.parametrize(
    "text",
    [
        "Argentina became a comprehensive strategic partner in 2014 and Chile in 2016.",
        "China has many friends. Argentina became a strategic partner in 2014, to the surprise of Chile in 2016.",
        "China has many friends. Argentina became a strategic partner in 2014 and Chile did not.",
    ],
)
def test_without_a_hub_or_a_row_nobody_is_given_a_partner_in_turn(text):
    assert len(held("en", text)) <= 1


def test_behind_a_semicolon_two_are_named_anew():
    text = "India punya Kemitraan Strategis Khusus dan Istimewa dengan Rusia; dengan Ukraina, New Delhi hanya punya Kemitraan Komprehensif."
    assert {(level, codes) for level, codes, _since in held("id", text)} == {
        ("special and privileged strategic partnership", ("IN", "RU")),
        ("comprehensive partnership", ("IN", "UA")),
    }
    one = "India has a strategic partnership with Russia; it raised ties to a comprehensive strategic partnership in 2020."
    assert {codes for _level, codes, _since in held("en", one)} == {("IN", "RU")}


def test_a_capital_before_its_verb_is_the_state_that_has_the_title():
    text = (
        "Peru và Chile nâng cấp quan hệ. Trong khi đó Seoul đã có quan hệ đối tác chiến lược toàn diện với Việt Nam từ tháng 12/2022 "
        "và đối tác chiến lược đặc biệt với Indonesia từ năm 2017."
    )
    assert ("comprehensive strategic partnership", ("KR", "VN"), "2022-12") in held("vi", text)


def test_with_whom_a_sentence_opens_is_the_other_side():
    text = (
        "Philippines có quan hệ đồng minh với Mỹ. Philippines muốn có thêm bạn. "
        "Với Úc, hai nước nâng lên đối tác chiến lược vào tháng 9/2023."
    )
    assert ("strategic partnership", ("AU", "PH"), "2023-09") in held("vi", text)


def test_the_town_where_somebody_comes_is_that_of_the_other_side():
    text = (
        "Thủ tướng Ấn Độ Narendra Modi gặp Tổng thống Nga Vladimir Putin. Ấn Độ và Nga có quan hệ tốt; Ấn Độ và Ba Lan cũng vậy. "
        "Ấn Độ và Ukraina, Ba Lan và Nga đều dõi theo. Ukraina cảm ơn Ấn Độ. Nga và Ấn Độ đã họp. "
        "Khi đến Kiev, ông Modi sẽ trao quà; hai nước cũng dự kiến ký các văn kiện về nông nghiệp."
    )
    assert {codes for type_, codes, _when in told("vi", text) if type_ == "signing"} == {("IN", "UA")}


@pytest.mark.parametrize(
    "behind",
    [
        "The two presidents did meet in Doha on March 18, hosted by Qatar's Emir, Sheikh Tamim bin Hamad Al Thani.",
        "A declaration was signed in Washington on March 18 by the foreign ministers, in the presence of Secretary of State Marco Rubio.",
    ],
)
def test_who_hosts_or_witnesses_what_two_do_is_no_side_of_it(behind):
    text = f"Presidents Juan Rojas of Peru and Ana Mera of Chile have long been at odds. Peru and Chile began to talk. {behind}"
    assert {(codes, when) for _type, codes, when in told("en", text)} == {(("CL", "PE"), "2025-03-18")}


def test_a_trip_is_that_of_its_owner_whoever_speaks_of_it():
    text = "Ukrainian President Volodymyr Zelenskyy criticised Indian Prime Minister Narendra Modi's trip to Moscow on July 8 and 9."
    assert told("en", text, published="2024-08-19") == {("visit", ("IN", "RU"), "2024-07-08/2024-07-09")}


def test_what_is_the_first_of_its_kind_in_years_is_not_years_ahead():
    text = "President Juan Rojas of Peru arrived in Chile on Monday for the first state visit by a Peruvian leader in 12 years."
    assert told("en", text, published="2025-06-16") == {("visit", ("CL", "PE"), "2025-06-16")}


def test_since_when_relations_last_stands_between_commas_and_dates_no_upgrade():
    text = "Hubungan Peru dan Cile, yang terjalin sejak 1954, akan dinaikkan menjadi kemitraan strategis."
    assert {(type_, when) for type_, _codes, when in told("id", text)} == {("upgrade", None)}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("vi", "Peru và Chile đã họp. Phiên tham vấn lần thứ ba dự kiến diễn ra tại Lima vào năm 2027.", ("dialogue", "2027")),
        ("vi", "Ngày 12/6, Bộ trưởng Ngoại giao Chile Ana Mera tiếp Thứ trưởng Hugo de Zela của Peru.", ("meeting", "2025-06-12")),
        ("vi", "Ngày 12/6, Tổng thống Peru Juan Rojas gọi cho Tổng thống Chile Ana Mera.", ("call", "2025-06-12")),
        ("id", "Presiden Peru Juan Rojas bertolak besok ke Cile.", ("visit", "2025-06-16")),
        ("id", "Usai pertemuan Peru dan Cile pada 12 Juni 2025, ditandatangani nota kesepahaman.", ("signing", "2025-06-12")),
        ("en", "President Juan Rojas of Peru begins a tour on Monday that takes him to Chile on June 17.", ("visit", "2025-06-17")),
        (
            "en",
            "On 12 June President Juan Rojas of Peru was in Chile and was received with military honours by President Ana Mera.",
            ("meeting", "2025-06-12"),
        ),
    ],
)
def test_further_forms(lang, text, expected):
    assert expected in {(type_, when) for type_, _codes, when in told(lang, text)}
