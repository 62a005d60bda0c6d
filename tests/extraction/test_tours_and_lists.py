"""Tours, lists of hosts, and whose place, date and state each has."""

import pytest

from .reports import commitments, edtf, events, levels

PAIR = "President Daniel Otieno of Kenya met President Juan Rojas of Peru in Nairobi on 1 May 2031. "


def told(lang, text, **given):
    return {(one.type, one.parties, edtf(one.when), one.place) for one in events(lang, text, **given)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In Lima he held talks with President Juan Rojas of Peru and in Quito with President Ana Mera of Ecuador."),
        ("en", "He held talks with President Juan Rojas of Peru in Lima and with President Ana Mera of Ecuador in Quito."),
        ("vi", "Tại Lima, ông hội đàm với Tổng thống Peru Juan Rojas, tại Quito với Tổng thống Ecuador Ana Mera."),
        ("id", "Di Santiago, ia mengadakan pembicaraan dengan Presiden Cile Juan Rojas dan di Quito dengan Presiden Ekuador Ana Mera."),
    ],
)
def test_each_of_a_list_is_met_in_a_place_of_his_own(lang, text):
    opening = {
        "en": "President Daniel Otieno of Kenya went on a tour. ",
        "vi": "Tổng thống Kenya Daniel Otieno bắt đầu chuyến công du. ",
        "id": "Presiden Kenya Daniel Otieno memulai lawatan. ",
    }[lang]
    first = ("CL", "Santiago") if lang == "id" else ("PE", "Lima")
    found = {(codes, place) for type_, codes, _when, place in told(lang, opening + text) if type_ == "talks"}
    assert found == {(tuple(sorted((first[0], "KE"))), first[1]), (("EC", "KE"), "Quito")}


def test_a_place_right_before_one_of_a_list_is_not_that_of_the_first():
    text = (
        "Japanese Prime Minister Shigeru Ishiba leaves on Monday for the Philippines and Viet Nam. In Manila he will hold talks with "
        "President Ferdinand Marcos and in Hanoi with Prime Minister Pham Minh Chinh."
    )
    found = {(codes, place) for type_, codes, _when, place in told("en", text, published="2025-06-08") if type_ == "talks"}
    assert found == {(("JP", "PH"), "Manila"), (("JP", "VN"), "Hanoi")}


def test_hosts_that_a_japanese_sentence_sets_against_each_other_are_met_where_they_are_named():
    text = "石破首相は10日、東南アジア歴訪に出発する。マレーシアではアンワル首相と、インドネシアではプラボウォ大統領と会談する。"
    found = {(one.parties, one.place) for one in events("ja", text, published="2025-06-09") if one.type == "talks"}
    assert found == {(("JP", "MY"), "Malaysia"), (("ID", "JP"), "Indonesia")}


def test_who_received_lumps_together_nobody_whom_the_sentence_lists():
    text = (
        "President Prabowo Subianto of Indonesia met Chinese President Xi Jinping, Australian Prime Minister Anthony Albanese and "
        "Peruvian President Dina Boluarte on the sidelines of the summit in Lima."
    )
    assert {codes for type_, codes, _when, _place in told("en", text)} == {("CN", "ID"), ("AU", "ID"), ("ID", "PE")}


def test_a_forum_is_no_party_to_what_two_do():
    text = (
        "Ngày 15/11/2024, bên lề G20, Chủ tịch nước Việt Nam Lương Cường gặp Tổng thống Brazil Lula da Silva "
        "và Thủ tướng Canada Justin Trudeau."
    )
    assert {codes for type_, codes, _when, _place in told("vi", text) if type_ == "meeting"} == {("BR", "VN"), ("CA", "VN")}


def test_a_malay_office_without_a_name_is_its_holders():
    text = "Perdana Menteri Malaysia Anwar Ibrahim tiba di Qatar pada 12 Jun 2025. Selepas Doha, Perdana Menteri akan melawat Kazakhstan."
    assert ("visit", ("KZ", "MY"), None, "Kazakhstan") in told("ms", text)


def test_where_one_comes_from_is_no_party():
    text = PAIR + "After Peru, he travels to Chile on 9 May 2031."
    assert {codes for type_, codes, _when, _place in told("en", text) if type_ == "visit"} == {("CL", "KE")}


def test_the_subject_behind_a_comma_travels_and_not_whom_he_met_before():
    text = PAIR + "Following talks in Lima with Rojas, Otieno flew to Quito on 5 May 2031."
    assert ("visit", ("EC", "KE"), "2031-05-05", "Quito") in told("en", text)


def test_what_comes_before_another_act_has_not_its_date():
    text = "President Daniel Otieno of Kenya visited Peru on 5 May 2031 before heading to Quito."
    assert told("en", text) == {("visit", ("KE", "PE"), "2031-05-05", "Peru"), ("visit", ("EC", "KE"), None, "Quito")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Presiden Kenya Daniel Otieno menyambut Presiden Peru Juan Rojas yang melakukan kunjungan kenegaraan pada 2-6 Mei 2031."),
        ("vi", "Tổng thống Kenya Daniel Otieno tiếp Tổng thống Peru Juan Rojas đang thăm cấp nhà nước từ ngày 2 đến 6/5/2031."),
    ],
)
def test_a_guest_who_is_received_and_told_of_visits_the_state_of_his_host(lang, text):
    assert ("visit", ("KE", "PE"), "2031-05-02/2031-05-06", "Kenya") in told(lang, text)


def test_what_is_said_on_a_visit_makes_it_no_plan():
    text = PAIR + "Kenya will lend Peru 3 million dollars, Otieno said during a visit to Lima."
    (visit,) = [one for one in events("en", text) if one.type == "visit"]
    assert visit.stance.realis == "asserted"


def test_relations_that_were_broken_off_were():
    assert told("en", PAIR + "Kenya broke off relations with Chile in November 2030.") >= {("other", ("CL", "KE"), "2030-11", None)}


def test_a_title_with_its_own_since_lends_its_year_to_no_other():
    text = (
        "On 9 May 2031 Kenya and Peru held talks in Lima, and relations, a strategic partnership since 2017, were lifted to a "
        "comprehensive strategic partnership."
    )
    assert {(one.level, edtf(one.since)) for one in levels("en", text)} == {
        ("strategic partnership", "2017"),
        ("comprehensive strategic partnership", "2031-05-09"),
    }
    assert ("upgrade", ("KE", "PE"), "2031-05-09", "Lima") in told("en", text)


def test_a_level_that_is_to_be_raised_is_told_as_planned_and_gives_way_to_one_that_is():
    text = PAIR + "Kenya and Peru will upgrade their relations to a strategic partnership."
    (one,) = levels("en", text)
    assert one.stance.realis == "planned"
    (one,) = levels("en", text + " Kenya and Peru are strategic partners.")
    assert one.stance.realis == "asserted"


def test_both_governments_of_a_japanese_sentence_are_not_that_of_japan_alone():
    text = "石破首相は15日、フランスのマクロン大統領と会談した。日仏両政府は共同開発を進める。"
    assert [one.by for one in commitments("ja", text)] == ["both"]
