"""When a source spoke and when a stay began and ended; which country "the country" is; whose partner is counted; one nickname, one man."""

import pytest

from foedera.model.fact import TenureFact

from .reports import commitments, edtf, events, levels, read


def people(lang, text):
    found = (fact for fact in read(lang, text, "2025-06-15").facts if isinstance(fact, TenureFact))
    return [(one.name, one.office, one.country) for one in found]


def told(lang, text, **given):
    return [
        (one.type, one.parties, edtf(one.when), one.place, one.stance.realis)
        for one in events(lang, text, **{"published": "2025-06-15", **given})
    ]


def titles(lang, text, **given):
    return {(one.level, one.parties, edtf(one.since)) for one in levels(lang, text, **{"published": "2025-06-15", **given})}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "According to a statement on Friday, Peruvian President Juan Rojas will hold talks with Chilean President Ana Mera.",
        ),
        (
            "id",
            "Menurut pernyataan pada Jumat, Menlu Peru Juan Rojas akan menggelar pertemuan bilateral dengan Menlu Cile Ana Mera.",
        ),
    ],
)
def test_the_day_on_which_the_source_spoke_dates_nothing(lang, text):
    assert told(lang, text) == [("talks", ("CL", "PE"), None, None, "planned")]


def test_a_date_of_what_was_said_is_not_that_of_the_visit_on_which_it_was_said():
    text = "Chile and Peru established diplomatic relations in 1901, said Peruvian President Juan Rojas, who is on a state visit to Chile."
    assert {(type_, when) for type_, _codes, when, *_rest in told("en", text)} == {("establish_relations", "1901"), ("visit", None)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Peruvian President Juan Rojas is to visit Kenya. In May 2025, Chilean President Ana Mera visited the country."),
        ("vi", "Tổng thống Peru Juan Rojas sẽ thăm Kenya. Tháng 5/2025, Tổng thống Chile Ana Mera đã đến thăm nước này."),
        ("ja", "ペルーのロハス大統領はケニアを訪問する。2025年5月にはチリのメラ大統領も同国を訪れた。"),
    ],
)
def test_the_country_is_the_one_named_last(lang, text):
    assert ("visit", ("CL", "KE"), "2025-05", "Kenya", "asserted") in told(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Peruvian President Juan Rojas ended an official visit to Chile on 12 June 2025. He had arrived in Santiago on 8 June.",
        ),
        ("id", "Presiden Peru Juan Rojas mengakhiri kunjungan resmi ke Cile pada 12 Juni 2025. Rojas tiba di Santiago pada 8 Juni 2025."),
    ],
)
def test_the_day_of_coming_and_the_last_one_are_one_stay(lang, text):
    assert [(type_, when) for type_, _codes, when, *_rest in told(lang, text)] == [("visit", "2025-06-08/2025-06-12")]


def test_other_guests_days_are_other_stays():
    text = (
        "Peruvian President Juan Rojas ended an official visit to Chile on 12 June 2025. "
        "Peruvian Foreign Minister Eva Soto had arrived in Santiago on 8 June."
    )
    assert sorted(when for type_, _codes, when, *_rest in told("en", text) if type_ == "visit") == ["2025-06-08", "2025-06-12"]


def test_the_last_day_of_a_stay_stands_behind_the_first():
    text = "Peruvian President Juan Rojas arrived in Santiago on Friday on a state visit until 18 June."
    assert told("en", text) == [("visit", ("CL", "PE"), "2025-06-13/2025-06-18", "Santiago", "asserted")]
    far = "Peruvian President Juan Rojas arrived in Santiago on Friday on a state visit, until 18 June 2027 the last."
    assert [when for _type, _codes, when, *_rest in told("en", far)] == ["2025-06-13"]


def test_what_a_guest_is_still_to_do_on_his_visit_is_no_second_visit():
    text = (
        "Peruvian President Juan Rojas arrived in Santiago on Friday. "
        "During his visit to Chile, Rojas is scheduled to open a school on 17 June."
    )
    assert told("en", text) == [("visit", ("CL", "PE"), "2025-06-13", "Santiago", "asserted")]
    later = "Peruvian President Juan Rojas arrived in Santiago on Friday. In October Rojas will pay a state visit to Chile."
    assert [realis for *_rest, realis in told("en", later)] == ["asserted", "planned"]


def test_what_was_done_before_a_visit_has_its_own_days():
    text = "Before visiting Chile, Peruvian President Juan Rojas was in Kenya on 8-10 June 2025."
    assert ("visit", ("CL", "PE"), "2025-06-08/2025-06-10") not in [one[:3] for one in told("en", text)]


def test_a_guest_met_at_the_airport_is_told_of_by_his_visit_alone():
    text = "Peruvian President Juan Rojas arrived in Santiago on Friday. He was met at the airport by Chilean Foreign Minister Ana Mera."
    assert [type_ for type_, *_rest in told("en", text)] == ["visit"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Peruvian President Juan Rojas met Chilean President Ana Mera at the Hotel Bolivar, Lima, on Friday."),
        ("id", "Presiden Peru Juan Rojas bertemu Presiden Cile Ana Mera di Hotel Bolivar, Santiago, pada Jumat."),
        ("vi", "Tổng thống Peru Juan Rojas gặp Tổng thống Chile Ana Mera tại khách sạn Bolivar, Lima, ngày 13/6."),
    ],
)
def test_the_town_stands_behind_the_building(lang, text):
    [(type_, _codes, _when, place, _realis)] = told(lang, text)
    assert (type_, place) == ("meeting", "Santiago" if lang == "id" else "Lima")


def test_the_word_for_a_town_is_none():
    text = "Presiden Peru Juan Rojas bertemu Presiden Indonesia Prabowo Subianto di Kota Surabaya pada Jumat."
    assert [place for _type, _codes, _when, place, _realis in told("id", text)] == ["Surabaya"]


def test_who_announces_an_encounter_tells_a_plan_and_his_day_dates_nothing():
    text = "ペルーのロハス大統領は14日、チリを訪問し、来月10日にメラ大統領と会談すると発表した。"
    assert [(type_, when, realis) for type_, _codes, when, _place, realis in told("ja", text)] == [
        ("visit", "2025-07-10", "planned"),
        ("talks", "2025-07-10", "planned"),
    ]


def test_a_guest_who_is_there_may_still_have_to_meet_somebody():
    text = "来日中のペルーのロハス大統領は15日、東京で林芳正外相と会談する予定。"
    assert ("visit", "asserted") in [(type_, realis) for type_, *_rest, realis in told("ja", text)]


def test_a_courtesy_word_ends_a_name():
    text = "チリ外相、25日に会談 ロハス氏訪中、首相面会も\nペルーのロハス外相は24日、中国を訪問した。"
    assert [name for name, _office, _country in people("ja", text)] == ["ロハス"]


def test_a_call_has_no_place():
    text = "ペルーのロハス大統領は14日、チリのメラ大統領と電話会談し、来月10日にリマで直接会談することで合意した。"
    assert ("call", ("CL", "PE"), "2025-06-14", None, "asserted") in told("ja", text)


def test_who_has_no_plan_to_meet_does_not_meet():
    text = (
        "Peruvian President Juan Rojas has no plan to sit down one-on-one with his Chilean counterpart Ana Mera for a meeting on the "
        "sidelines of the summit in Lima."
    )
    assert [one for one in told("en", text) if one[0] in {"meeting", "talks"}] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Peru là Đối tác toàn diện thứ 7 của Chile (sau Kenya, Na Uy và Fiji)."),
        ("ja", "ペルーはチリにとって、ケニア、ノルウェー、フィジーに次ぐ4番目の包括的パートナーとなった。"),
        ("ja", "ペルーは、ケニア、ノルウェー、フィジーに次ぐチリの4番目の包括的パートナーとなった。"),
    ],
)
def test_the_partners_counted_are_those_of_one_state(lang, text):
    assert {codes for _level, codes, _since in titles(lang, text)} == {("CL", "PE"), ("CL", "KE"), ("CL", "NO"), ("CL", "FJ")}


def test_partners_counted_have_their_years_in_brackets():
    found = titles("vi", "Peru là Đối tác toàn diện thứ tư của Chile, sau Kenya (2008), Na Uy (2012) và Fiji (2016).")
    assert {(codes, since) for _level, codes, since in found} == {
        (("CL", "PE"), None),
        (("CL", "KE"), "2008"),
        (("CL", "NO"), "2012"),
        (("CL", "FJ"), "2016"),
    }


def test_a_title_that_is_left_keeps_its_year_and_the_new_one_has_the_day():
    text = "Peru dan Cile sepakat menaikkan hubungan Kemitraan Strategis yang dibangun sejak 2015 menjadi Kemitraan Strategis Komprehensif."
    assert titles("id", text) == {
        ("strategic partnership", ("CL", "PE"), "2015"),
        ("comprehensive strategic partnership", ("CL", "PE"), None),
    }
    text = (
        "Peruvian President Juan Rojas and Chilean President Ana Mera agreed here Friday to upgrade ties from strategic partnership to "
        "comprehensive strategic partnership."
    )
    assert ("comprehensive strategic partnership", ("CL", "PE"), "2025-06-13") in titles("en", text)


def test_a_meeting_told_by_how_long_ago_it_was():
    text = "ペルーのロハス外相は14日、チリのメラ外相と会談した。両国の外相会談は2019年8月以来。"
    assert [when for type_, _codes, when, *_rest in told("ja", text) if type_ == "talks"] == ["2025-06-14", "2019-08"]


def test_who_goes_by_a_nickname_is_one_person():
    text = "Presiden Joko Widodo bertemu Presiden Peru Juan Rojas di Lima pada Jumat. Presiden Jokowi lalu menanam pohon."
    assert [name for name, _office, _country in people("id", text)] == ["Joko Widodo", "Juan Rojas"]
    alone = "Presiden Jokowi bertemu Presiden Peru Juan Rojas di Lima pada Jumat."
    assert [name for name, _office, _country in people("id", alone)] == ["Jokowi", "Juan Rojas"]


def test_a_state_in_which_something_happens_is_not_the_presidents():
    text = "Presiden Peru Juan Rojas tiba di Santiago. Di Cile Presiden Juan Rojas bertemu Raja Malaysia XIII Mizan Zainal Abidin."
    found = {name: country for name, _office, country in people("id", text)}
    assert found == {"Juan Rojas": "PE", "Mizan Zainal Abidin": "MY"}


def test_an_ambassador_is_no_president():
    text = "Tiếp Đại sứ Peru, Tổng thống Chile Ana Mera đánh giá cao quan hệ hai nước. Tiếp Đại sứ Kenya, Tổng thống Ana Mera cảm ơn."
    assert set(people("vi", text)) == {("Ana Mera", "president", "CL")}


def test_a_name_behind_a_foreign_office_and_a_comma_is_of_the_state_it_had_before():
    text = (
        "Menteri Luar Negeri Peru Juan Rojas bertemu Menlu RI Retno Marsudi di Jakarta. "
        "Sebelum menerima Menlu Peru, Menlu Retno menerima Menteri Luar Negeri Fiji Inia Soko."
    )
    assert {name for name, _office, _country in people("id", text)} == {"Juan Rojas", "Retno Marsudi", "Inia Soko"}


def test_who_served_an_organisation_later_is_not_of_it_where_it_is_not_named():
    text = "Juru Bicara Kementerian Luar Negeri Indonesia bertemu Presiden Peru Juan Rojas. Juru Bicara Kemlu Michael Tene juga hadir."
    assert "ASEAN" not in {country for _name, _office, country in people("id", text)}


def test_an_office_without_a_name_counts_for_whom_the_report_is_about():
    text = (
        "菅義偉首相は14日夜、ペルーのロハス大統領と電話で協議した。密漁の取り締まりへ連携することも確認した。\n"
        "首相は14日にチリのメラ首相とも電話で協議した。"
    )
    assert ("call", ("JP", "PE"), "2025-06-14", None, "asserted") in told("ja", text)
    assert {one.parties for one in commitments("ja", text, published="2025-06-15")} == {("JP", "PE")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Menteri Luar Negeri Kanada Eva Roy menyambut kedatangan Menteri Luar Negeri Peru Juan Rojas pada Jumat."),
        ("ms", "Menteri Luar Kanada Eva Roy menyambut ketibaan Menteri Luar Peru Juan Rojas pada Jumaat."),
    ],
)
def test_who_is_received_pays_the_visit(lang, text):
    assert ("visit", ("CA", "PE"), "2025-06-13", "Canada", "asserted") in told(lang, text)


def test_what_is_told_behind_an_apposition_is_told_of_the_visit():
    text = "Peruvian President Juan Rojas's three-day trip to Kenya, the first since 1990, will focus on coffee."
    assert ("visit", "planned") in [(type_, realis) for type_, *_rest, realis in told("en", text)]
    text = "Peruvian President Juan Rojas's three-day trip to Kenya, the first since 1990, was about coffee."
    assert ("visit", "asserted") in [(type_, realis) for type_, *_rest, realis in told("en", text)]


def test_stations_without_a_traveller_are_no_visit():
    assert told("en", "Mrs Smith spends four days on the continent, travelling to Peru, Nigeria and Kenya.") == []


def test_the_one_met_may_be_named_by_office_and_state_alone():
    text = "Canadian President Eva Roy will meet the president of Peru in Lima on Monday."
    assert told("en", text) == [("meeting", ("CA", "PE"), "2025-06-16", "Lima", "planned")]


def test_a_forum_before_an_office_is_not_the_holders():
    text = "Tại Đại hội đồng Liên hợp quốc Phó Thủ tướng Phạm Bình Minh gặp Thủ tướng Uganda và Thủ tướng St Vincent and the Grenadines."
    assert {country for _name, _office, country in people("vi", text)} == {"VN"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Canadian President Eva Roy will embark on an official visit to Peru, Kenya, and Chile from July 1 to 7."),
        ("en", "Canadian President Eva Roy will pay official visits to Peru, Kenya and Chile from July 1 to 7."),
        ("ms", "Presiden Kanada Eva Roy akan memulakan lawatan rasmi ke tiga negara iaitu Peru, Kenya dan Chile dari 1 hingga 7 Julai."),
        ("id", "Presiden Kanada Eva Roy akan memulai lawatan ke tiga negara, yakni Peru, Kenya, dan Cile, pada 1-7 Juli."),
        ("ja", "カナダのロイ大統領は7月1日から7日まで、ペルー、ケニア、チリの3カ国を歴訪する。"),
    ],
)
def test_each_station_of_a_tour_is_a_visit(lang, text):
    found = told(lang, text)
    assert {codes for _type, codes, *_rest in found} == {("CA", "PE"), ("CA", "KE"), ("CA", "CL")}
    assert {(type_, when, realis) for type_, _codes, when, _place, realis in found} == {("visit", "2025-07-01/2025-07-07", "planned")}


def test_the_day_before_which_a_stay_ends_is_no_second_stay():
    text = (
        "Sultan Brunei Sultan Hassanal Bolkiah tiba di Malaysia semalam bagi lawatan negara. "
        "Sebelum mengakhiri lawatan baginda ke Malaysia pada Jumaat, Sultan Hassanal Bolkiah menanam pokok."
    )
    assert [(type_, when) for type_, _codes, when, *_rest in told("ms", text)] == [("visit", "2025-06-14")]


def test_whom_the_state_before_a_guests_office_does_not_make_a_delegate():
    found = people("ja", "訪日中のロイ・カナダ大統領が石破総理大臣との間で会談を行いました。")
    assert [(name, country) for name, _office, country in found] == [("ロイ", "CA"), ("石破", "JP")]


def test_a_plan_to_go_and_meet_is_both():
    text = "岸田首相は9月上旬にペルーを訪問し、ロハス大統領と会談する方針を固めた。"
    assert {(type_, realis) for type_, *_rest, realis in told("ja", text, published="2025-09-03")} == {
        ("visit", "planned"),
        ("talks", "planned"),
    }


def test_a_week_gives_way_to_its_day_and_a_jubilee_dates_nothing():
    text = "ペルーのロハス大統領は来週23日にチリを訪れ、メラ大統領と会談する。"
    assert {when for _type, _codes, when, *_rest in told("ja", text)} == {"2025-06-23"}
    text = "ペルーのロハス外相とチリのメラ外相は会談し、今年は国交樹立30周年であることを確認した。"
    assert [when for type_, _codes, when, *_rest in told("ja", text) if type_ == "talks"] == [None]


def test_a_government_without_a_name_is_that_of_the_press():
    found = commitments("ja", "政府は14日、ペルーに巡視船を無償供与することを決めた。", "2025-06-15")
    assert [(one.by, one.modality, one.parties) for one in found] == [("JP", "pledged", ("JP", "PE"))]
    found = commitments("ja", "チリ政府は14日、ペルーに巡視船を無償供与することを決めた。", "2025-06-15")
    assert [(one.by, one.parties) for one in found] == [("CL", ("CL", "PE"))]
    assert {one.parties for one in events("ja", "日本とペルーの両政府は14日、協定に署名した。", "2025-06-15")} == {("JP", "PE")}


def test_a_session_behind_an_aside_is_no_session_of_next_year():
    text = "Kenya and Peru, which mark 50 years of ties next year, last held their joint commission in Nairobi in 2019."
    assert told("en", text) == [("dialogue", ("KE", "PE"), "2019", "Nairobi", "asserted")]


def test_a_counterpart_may_be_named_with_his_state_alone():
    text = "Malawian President Eva Roy and her counterpart, Kenya’s Juan Rojas, agreed to reopen the embassies that were closed."
    assert [(name, office, country) for name, office, country in people("en", text)] == [
        ("Eva Roy", "president", "MW"),
        ("Juan Rojas", "president", "KE"),
    ]
    assert people("en", "Malawian President Eva Roy and her counterpart, Kenya’s, agreed.") == [("Eva Roy", "president", "MW")]


def test_a_place_where_somebody_went_later_is_not_that_of_the_meeting():
    text = "Peruvian President Juan Rojas met Chilean President Ana Mera on Friday before he flew on to a forum in Nairobi."
    assert [place for type_, _codes, _when, place, _realis in told("en", text) if type_ == "meeting"] == [None]


def test_who_speaks_for_a_ministry_is_its_spokesperson():
    found = people("ja", "ペルー外務省のソト報道官は9日、返答すると述べた。林芳正官房長官は「事実はない」と否定した。")
    assert found == [("ソト", "foreign ministry spokesperson", "PE"), ("林芳正", "chief cabinet secretary", "JP")]


def test_a_tour_takes_him_to_each_of_its_stations():
    text = "Polish President Jan Kos arrived in Nairobi on Friday. He is on a four-day tour that will also take him to Peru and Chile."
    assert {codes for _type, codes, *_rest in told("en", text)} == {("KE", "PL"), ("CL", "PL"), ("PE", "PL")}


def test_relations_set_up_and_a_session_to_be_held_told_in_the_passive():
    text = "ペルーとチリの外交関係は1992年3月2日に樹立された。来年リマで開かれる見通しの第5回漁業対話では港湾を取り上げる。"
    assert [(type_, when, realis) for type_, _codes, when, _place, realis in told("ja", text)] == [
        ("establish_relations", "1992-03-02", "asserted"),
        ("dialogue", "2026", "planned"),
    ]
