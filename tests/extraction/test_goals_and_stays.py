"""What somebody sets off for, what a visit that lies ahead brings, stays told twice, and gatherings that are of no two states."""

import pytest

from foedera.model.fact import TenureFact

from .reports import edtf, events, read


def told(lang, text, **given):
    return [
        (one.type, one.parties, edtf(one.when), one.place, one.stance.realis)
        for one in events(lang, text, **{"published": "2025-06-15", **given})
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Peruvian Foreign Minister Juan Rojas departed for Santiago on Thursday to attend the third Chile-Peru Strategic Dialogue."),
        ("id", "Menteri Luar Negeri Peru Juan Rojas bertolak ke Santiago pada Kamis untuk menghadiri Dialog Strategis Cile-Peru ketiga."),
    ],
)
def test_what_somebody_set_off_for_these_days_lies_ahead_without_the_day_of_leaving(lang, text):
    assert {(when, realis) for type_, _codes, when, _place, realis in told(lang, text) if type_ == "dialogue"} == {(None, "planned")}


def test_what_somebody_set_off_for_long_ago_took_place():
    text = "On 5 March 2019 Peruvian Foreign Minister Juan Rojas left for Santiago to attend the third Chile-Peru Strategic Dialogue."
    assert [realis for type_, *_rest, realis in told("en", text) if type_ == "dialogue"] == ["asserted"]
    undated = "Peruvian Foreign Minister Juan Rojas left for Santiago to attend the third Chile-Peru Strategic Dialogue."
    assert [realis for type_, *_rest, realis in told("en", undated, published=None) if type_ == "dialogue"] == ["asserted"]


def test_an_invitation_to_pay_a_visit_is_none():
    text = (
        "Peruvian Foreign Minister Juan Rojas invited his Chilean counterpart to pay a visit to Peru, an invitation accepted with pleasure."
    )
    assert told("en", text) == []


def test_what_the_sentence_says_of_a_visit_that_lies_ahead_lies_ahead():
    text = (
        "Pada 21 Juni, Menteri Luar Negeri Peru Juan Rojas akan mengunjungi Cile. "
        "Kunjungan kali ini dalam rangka pertemuan 2+2 dengan Menteri Luar Negeri Cile."
    )
    assert {(type_, realis) for type_, *_rest, realis in told("id", text)} == {("visit", "planned"), ("dialogue", "planned")}


def test_a_visit_spoken_of_without_a_date_is_the_one_that_its_guest_plans():
    text = (
        "Perdana Menteri Malaysia Anwar Ibrahim akan melakukan kunjungan resmi ke Singapura pada 20 Juni 2025. "
        "Lawatan PM Anwar ke Singapura merupakan jawaban atas undangan Perdana Menteri Singapura Lawrence Wong."
    )
    assert told("id", text) == [("visit", ("MY", "SG"), "2025-06-20", "Singapore", "planned")]


def test_the_day_of_coming_and_a_day_of_the_stay_are_one_visit_from_the_first_on():
    text = (
        "President Juan Rojas of Peru who is on a state visit to Chile on Monday met President Ana Mera of Chile. "
        "President Rojas arrived in Chile on Sunday."
    )
    visits = [one for one in told("en", text, published="2025-06-16") if one[0] == "visit"]
    assert [when for _type, _codes, when, _place, _realis in visits] == ["2025-06-15"]
    shorter = (
        "President Juan Rojas of Peru who is on a state visit to Chile on Monday met President Ana Mera of Chile. "
        "The Peruvian president arrived in Chile on Sunday."
    )
    visits = [one for one in told("en", shorter, published="2025-06-16") if one[0] == "visit"]
    assert [when for _type, _codes, when, _place, _realis in visits] == ["2025-06-15"]
    apart = "President Juan Rojas of Peru visited Chile on 3 June 2025. President Rojas visited Chile again on 9 June 2025."
    assert len([one for one in told("en", apart) if one[0] == "visit"]) == 2


def test_whose_visit_it_is_stands_before_a_clause_that_names_nobody():
    text = (
        "The Peruvian leader, who arrived on Wednesday on a five-day visit to the country, will hold talks with Chilean President Ana Mera."
    )
    assert [place for type_, _codes, _when, place, _realis in told("en", text) if type_ == "visit"] == ["Chile"]
    hosted = (
        "Peruvian President Juan Rojas met Chilean President Ana Mera. President Rojas, who is paying a state visit, attended a banquet."
    )
    assert [place for type_, _codes, _when, place, _realis in told("en", hosted) if type_ == "visit"] == ["Chile"]


def test_brackets_behind_a_visit_say_more_of_its_date_than_the_year_before_it():
    text = "Năm 2011 đã diễn ra chuyến thăm chính thức Chile của Tổng thống Peru Juan Rojas (tháng 10/2011)."
    assert [when for type_, _codes, when, _place, _realis in told("vi", text) if type_ == "visit"] == ["2011-10"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Peru's delegation leaves for the Ministerial Meeting of the Non-Aligned Movement in Kampala, Uganda."),
        ("ja", "昨日からG20外務大臣会合のため、名古屋を訪れ、各国外務大臣と会談を行いました。"),
    ],
)
def test_the_gathering_of_a_forum_is_none_of_two_states(lang, text):
    assert [one for one in told(lang, text) if one[0] in {"meeting", "talks", "visit"}] == []


def test_on_the_sidelines_of_a_forum_two_meet():
    text = (
        "Japan's Foreign Minister Takeshi Iwaya held talks with Peru's Foreign Minister Juan Rojas at the G20 ministers' meeting in Nagoya."
    )
    assert [(type_, codes) for type_, codes, *_rest in told("en", text)] == [("talks", ("JP", "PE"))]


def test_who_goes_to_a_town_of_his_own_state_visits_nobody():
    text = "岩屋外務大臣は名古屋を訪れ、ペルーのロハス外相と会談を行った。"
    assert [(type_, codes) for type_, codes, *_rest in told("ja", text)] == [("talks", ("JP", "PE"))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ja",
            "10日、岩屋外務大臣はペルーのロハス外相と会談及びワーキング・ランチを行ったところ、概要は以下のとおり。",
            [("talks", "asserted")],
        ),
        ("ja", "日ペルー両外相は、新たな日ペルー共同声明の発出に向けた準備を始めることで一致した。", [("joint_statement", "planned")]),
        ("ja", "日ペルー両外相は平和条約締結問題について意見を交わした。", []),
        (
            "id",
            "Menlu Peru Juan Rojas mengungkap isi nota kesepahaman yang dia teken di Santiago, Kamis, bersama Menlu Cile Ana Mera.",
            [("signing", "asserted")],
        ),
        (
            "en",
            "Chile and Peru said memoranda of understanding will be exchanged in Santiago between the two sides.",
            [("signing", "planned")],
        ),
    ],
)
def test_forms_of_ministries_and_agencies(lang, text, expected):
    assert [(type_, realis) for type_, _codes, _when, _place, realis in told(lang, text)] == expected


def test_an_office_within_a_name_is_none():
    text = "Pakistan's Foreign Minister Ishaq Dar spoke by telephone with Iranian Foreign Minister Hossein Amir Abdollahian."
    found = {(one.name, one.office) for one in read("en", text).facts if isinstance(one, TenureFact)}
    assert found == {("Ishaq Dar", "foreign minister"), ("Hossein Amir Abdollahian", "foreign minister")}


def test_who_set_off_for_what_stands_before_the_verb():
    text = "ペルーのロハス外相は、サンティアゴで開かれる第3回チリ・ペルー戦略対話に臨むため、12日に出発した。"
    assert {realis for type_, *_rest, realis in told("ja", text) if type_ == "dialogue"} == {"planned"}
