"""Whose promise an agreement is and whose counterpart somebody; which day of a plan is its own; where a tour goes; what bears a name."""

import pytest

from foedera.model.fact import TenureFact

from .reports import commitments, edtf, events, levels, read

DAY = "2025-06-15"


def people(lang, text):
    found = (fact for fact in read(lang, text, DAY).facts if isinstance(fact, TenureFact))
    return [(one.name, one.office, one.country) for one in found]


def told(lang, text, published=DAY):
    return {(one.type, one.parties, edtf(one.when), one.place, one.stance.realis) for one in events(lang, text, published)}


def promised(lang, text):
    return [(one.by, one.modality, one.parties) for one in commitments(lang, text, DAY)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Peruvian President Juan Rojas held talks with Chilean President Ana Mera and agreed to expand trade.",
        ),
        ("vi", "Tổng thống Peru Juan Rojas hội đàm với Tổng thống Chile Ana Mera tại Lima, nhất trí mở rộng hợp tác thương mại."),
    ],
)
def test_who_meets_the_other_side_and_agrees_agrees_with_it(lang, text):
    assert promised(lang, text)[-1] == ("both", "agreed", ("CL", "PE"))


def test_who_tells_the_other_side_that_he_agrees_agrees_alone():
    text = "Peruvian President Juan Rojas told Chilean President Ana Mera in Lima that Peru agreed to expand trade and to open the border."
    assert promised("en", text)[-1][0] == "PE"


def test_what_is_pledged_goes_on_with_no_subject_of_what_lies_ahead():
    text = (
        "Peruvian Foreign Minister Ana Rojas and Chilean Foreign Minister Luis Diaz signed a pact on loans that Chile will provide "
        "until 2030 and vowed to expand cooperation in health."
    )
    assert promised("en", text) == [("CL", "planned", ("CL", "PE")), ("both", "pledged", ("CL", "PE"))]


def test_a_denial_takes_back_no_promise_that_and_joins_to_it():
    text = "The Peruvian foreign minister, Ana Rojas, has denied that the talks were broken off and has pledged to send Norway two ships."
    assert promised("en", text) == [("PE", "pledged", ("NO", "PE"))]
    assert promised("en", "Peru has not agreed and pledged to send Norway two old ships, the Norwegian minister said.") == []


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Peruvian Prime Minister Juan Rojas spoke by phone with King Harald of Norway and his Chilean counterpart Ana Mera.",
            "prime minister",
        ),
        ("Norway's king Harald spoke. Peruvian Prime Minister Juan Rojas and his Chilean counterpart Ana Mera met.", "prime minister"),
        ("Juan Rojas was there. King Harald of Norway and his Chilean counterpart Ana Mera met.", "king"),
    ],
)
def test_a_counterpart_is_that_of_the_subject(text, office):
    assert ("Ana Mera", office, "CL") in people("en", text)


def test_two_lists_side_by_side_may_begin_with_the_states():
    text = "The Peruvian and Chilean foreign ministers, Ana Rojas and Luis Diaz, met in Lima."
    assert people("en", text) == [("Ana Rojas", "foreign minister", "PE"), ("Luis Diaz", "foreign minister", "CL")]
    other = "Norway heard the Peruvian and Chilean foreign ministers, Ana Rojas and Luis Diaz."
    assert people("en", other) == [("Ana Rojas", "foreign minister", "PE"), ("Luis Diaz", "foreign minister", "CL")]
    assert people("en", "The Chilean foreign ministers, Ana Rojas, met in Lima, Peru and Ecuador.") == [
        ("Ana Rojas", "foreign minister", "CL")
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Lao prime minister laid a wreath at the President Juan Rojas Mausoleum in Lima."),
        ("id", "Menteri Luar Negeri Laos berziarah ke Makam Presiden Soekarno di Blitar."),
        ("ms", "Menteri Luar Laos melawat Makam Presiden Soekarno di Blitar."),
        ("ja", "ラオスの首相は3日、ホー・チ・ミン国家主席廟に献花した。"),
    ],
)
def test_a_thing_that_bears_a_name_holds_no_office(lang, text):
    assert [person for person in people(lang, text) if person[0] != "Sonexay"] == []


@pytest.mark.parametrize(
    ("lang", "text", "parties"),
    [
        (
            "en",
            "Kenyan President William Ruto will visit three countries, namely Ghana, Togo and Benin, from January 5 to 9.",
            ("GH", "KE"),
        ),
        ("en", "Kenyan President William Ruto set off on a three-nation tour that will take him to Ghana, Togo and Benin.", ("KE", "TG")),
        ("en", "Kenyan President William Ruto begins a tour of Africa in Togo on Monday.", ("KE", "TG")),
    ],
)
def test_a_tour_is_a_visit_to_each_of_its_stations(lang, text, parties):
    assert parties in {one[1] for one in told(lang, text) if one[0] == "visit" and one[4] == "planned"}


@pytest.mark.parametrize(
    ("published", "when"),
    [
        ("2019-12-31", "2020-01-05/2020-01-09"),
        ("2019-01-03", "2019-01-05/2019-01-09"),
        ("2019-06-30", "2020-01-05/2020-01-09"),
        ("2019-02-01", "2019-01-05/2019-01-09"),
    ],
)
def test_a_plan_without_a_year_lies_in_the_year_in_which_it_is_nearer(published, when):
    text = "Kenyan President William Ruto will visit three countries, namely Ghana, Togo and Benin, from January 5 to 9."
    assert {one[2] for one in told("en", text, published)} == {when}


def test_a_leap_day_has_no_next_year():
    text = "Kenyan President William Ruto will visit three countries, namely Ghana, Togo and Benin, from 27 to 29 February."
    assert told("en", text, "2024-12-20") == {
        ("visit", parties, "2024-02-27/2024-02-29", place, "planned")
        for parties, place in ((("GH", "KE"), "Ghana"), (("KE", "TG"), "Togo"), (("BJ", "KE"), "Benin"))
    }


def test_what_will_come_of_talks_makes_them_no_plan():
    text = "Health will be in focus, said those at talks between Peruvian President Juan Rojas and Chilean President Ana Mera on 12 June."
    assert told("en", text) == {("talks", ("CL", "PE"), "2025-06-12", None, "asserted")}


def test_the_day_on_which_something_was_planned_does_not_date_it():
    text = "Tahun lalu, Presiden Peru Juan Rojas dan Presiden Cile Ana Mera bertemu dan sepakat menyelenggarakan dialog menteri."
    assert {(one[0], one[2]) for one in told("id", text) if one[4] == "planned"} <= {("dialogue", None), ("talks", None)}


def test_since_when_somebody_stays_is_not_when_he_meets_others():
    text = "モザンビークのカルロス首相は6月3日からのチリ公式訪問を終えた。訪問中、カルロス首相はチリのメラ首相と会談を行った。"
    assert ("talks", ("CL", "MZ"), None, None, "asserted") in told("ja", text)


def test_the_day_in_brackets_tells_which_day_is_meant():
    text = "ノルウェーのベルグ首相は、明日(15日)ペルーを訪問し、ロハス大統領と会談を行う予定である。"
    assert ("visit", ("NO", "PE"), "2025-06-15") in {one[:3] for one in told("ja", text)}


def test_states_that_make_one_word_with_a_gathering_are_those_that_meet():
    text = "安倍首相は、17日からの訪米や、8月に予定される日中韓首脳会談に触れた。"
    assert ("summit", ("CN", "JP", "KR")) in {one[:2] for one in told("ja", text)}


def test_a_title_with_one_is_not_that_with_another():
    text = (
        "Starting with a strategic partnership with Brazil in 1993 and a comprehensive partnership with Peru in 1996, Beijing has come far."
    )
    found = {(one.level, one.parties, edtf(one.since)) for one in levels("en", text, DAY)}
    assert found == {("strategic partnership", ("BR", "CN"), "1993"), ("comprehensive partnership", ("CN", "PE"), "1996")}


def test_a_capital_before_a_title_is_the_partner_of_the_first_state_behind_it():
    text = (
        "Peru và Chile nâng cấp quan hệ. Trong khi đó Seoul đã có quan hệ đối tác chiến lược toàn diện với Việt Nam từ tháng 12/2022 "
        "và đối tác chiến lược đặc biệt với Indonesia từ năm 2017, trước Kenya."
    )
    found = {(one.level, one.parties) for one in levels("vi", text, DAY)}
    assert found == {("comprehensive strategic partnership", ("KR", "VN")), ("special strategic partnership", ("ID", "KR"))}


def test_a_town_in_the_name_of_an_organisation_is_no_place():
    text = "Thủ tướng Phạm Minh Chính hội kiến Thủ tướng Ấn Độ Modi bên lề hội nghị của Tổ chức Hợp tác Thượng Hải ngày 1/6."
    assert ("meeting", ("IN", "VN"), "2025-06-01", None, "asserted") in told("vi", text)


def test_the_icelandic_capital_is_the_vietnamese_one():
    text = "Ðại sứ Peru Ana Rojas đến chào Thủ tướng Phạm Minh Chính."
    assert ("Ana Rojas", "ambassador", "PE") in people("vi", text)


def test_who_goes_home_pays_no_visit_there():
    text = (
        "Indian Foreign Minister Pranab Mukherjee came to Tokyo on 12 June 2025. He is leaving for India tomorrow. "
        "Japanese Foreign Minister Taro Aso spoke."
    )
    assert {one[3] for one in told("en", text) if one[0] == "visit"} == {"Tokyo"}


def test_of_two_weekdays_the_first_is_the_one_before_the_second():
    text = "Menteri Luar Malaysia Zambry Kadir menerima kunjungan rasmi dari Menteri Luar Peru, Juan Rojas bermula Rabu hingga Khamis ini."
    assert ("visit", ("MY", "PE"), "2025-06-18/2025-06-19", "Malaysia", "planned") in told("ms", text)


def test_a_part_of_the_day_is_of_the_day_told_before():
    text = "2025年6月9日、ペルーのロハス大統領はチリのメラ大統領と会談した。昼には、ロハス大統領はケニアのルト大統領と会談を行った。"
    assert ("talks", ("KE", "PE"), "2025-06-09") in {one[:3] for one in told("ja", text)}
