"""Whose partners a report goes on to count, who has a level that others wish for, and what came of an encounter of another day."""

import pytest

from .reports import edtf, events, levels

DAY = "2025-08-14"


def had(lang, text):
    return {("-".join(level.parties), level.level, edtf(level.since)) for level in levels(lang, text, DAY)}


def told(lang, text, published=DAY):
    return {(one.type, "-".join(one.parties), edtf(one.when), one.place, one.stance.realis) for one in events(lang, text, published)}


SP, CP = "strategic partnership", "comprehensive partnership"


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (
            "ms",
            (
                "Malaysia dan Mesir mengadakan rundingan di Kaherah. Oman sudah menjadi rakan strategik Mesir pada Disember 2022. Maghribi "
                "pula memegang taraf perkongsian strategik sejak 2017, manakala Ghana menaik taraf hubungannya dengan Kaherah kepada "
                "perkongsian komprehensif pada Oktober 2024."
            ),
            {("EG-OM", SP, "2022-12"), ("EG-MA", SP, "2017"), ("EG-GH", CP, "2024-10")},
        ),
        (
            "vi",
            "Việt Nam và Hungary nâng quan hệ lên đối tác chiến lược năm 2024. Ba Lan và Slovakia vẫn dừng ở mức đối tác toàn diện.",
            {("HU-VN", SP, "2024"), ("PL-VN", CP, None), ("SK-VN", CP, None)},
        ),
        (
            "vi",
            "Thủ tướng Đức Olaf Scholz thăm Kenya. Trung Quốc đã là đối tác chiến lược của Kenya từ năm 2005, Ấn Độ từ năm 2007.",
            {("CN-KE", SP, "2005"), ("IN-KE", SP, "2007")},
        ),
        (
            "id",
            (
                "Peru menjadi mitra strategis Spanyol pada November 2015, dan dengan Kanada hubungannya dinaikkan ke "
                "kemitraan strategis pada "
                "September 2023."
            ),
            {("ES-PE", SP, "2015-11"), ("CA-PE", SP, "2023-09")},
        ),
        (
            "id",
            "Chile menjalin kemitraan strategis dengan Spanyol sejak 2003 dan dengan Uni Eropa sejak 2007.",
            {("CL-ES", SP, "2003"), ("CL-EU", SP, "2007")},
        ),
        (
            "ja",
            "タイのセター首相とインドのモディ首相は会談した。タイは各国との関係を広げてきた。豪州とは20年、韓国とは22年に「戦略的パートナーシップ」を結んだ。",
            {("AU-TH", SP, "2020"), ("KR-TH", SP, "2022")},
        ),
        (
            "ja",
            "チリのボリッチ大統領は会見した。2010年からペルーと「戦略的パートナーシップ」を結ぶスペインのサンチェス首相は13日、ボリッチ氏に電話をかけた。",
            {("ES-PE", SP, "2010")},
        ),
        (
            "en",
            (
                "Peru's President Ana Mera visited Bolivia. Officials would like the visit to yield a strategic "
                "partnership of the sort Peru "
                "has had with Spain since 2006 and also has with Italy."
            ),
            {("ES-PE", SP, "2006"), ("IT-PE", SP, None)},
        ),
        (
            "en",
            (
                "During Malaysian Prime Minister Adam Razak's visit to Lima earlier this month, Peru and Malaysia "
                "elevated relations from a "
                "comprehensive partnership to a strategic partnership."
            ),
            {("MY-PE", SP, "2025-08"), ("MY-PE", CP, None)},
        ),
    ],
)
def test_each_partner_has_the_level_with_the_one_that_the_report_counts_from(lang, text, found):
    assert had(lang, text) == found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ms", "Menteri Luar Kenya Jane Mwangi bertemu Menteri Luar Peru Ana Torres di Lima. Sekutu Kenya hanyalah Ghana."),
        ("vi", "Bộ trưởng Ngoại giao Kenya Jane Mwangi gặp Bộ trưởng Ngoại giao Peru tại Lima. Đồng minh duy nhất của Kenya là Ghana."),
        ("id", "Menteri Luar Negeri Kenya Jane Mwangi bertemu Menteri Luar Negeri Peru di Lima. Ghana adalah sekutu Kenya."),
        ("ja", "ケニアのオティエノ外相とペルーのトレス外相が会談した。ケニアの同盟国はあくまでガーナだけだ。"),
    ],
)
def test_an_ally_told_in_passing_is_one(lang, text):
    assert had(lang, text) == {("GH-KE", "alliance", None)}


def test_an_upgrade_is_of_those_whose_level_it_raises():
    text = (
        "Peru menjadi mitra strategis Spanyol pada November 2015, dan dengan Kanada hubungannya dinaikkan ke kemitraan strategis pada "
        "September 2023."
    )
    assert {row[:3] for row in told("id", text)} == {("upgrade", "ES-PE", "2015-11"), ("upgrade", "CA-PE", "2023-09")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Foreign Minister Ana Ruiz of Peru met Kenyan counterpart Ali Otieno in New York. Ruiz and Otieno held a meeting on the "
                "sidelines of a forum in Saudi Arabia on August 2."
            ),
            {("meeting", "KE-PE", None, "New York"), ("meeting", "KE-PE", "2025-08-02", "Saudi Arabia")},
        ),
        (
            (
                "Foreign Minister Ana Ruiz of Peru held separate bilateral meetings with her counterparts from Mexico, Kenya and Togo on "
                "August 2."
            ),
            {("meeting", "MX-PE", "2025-08-02", None), ("meeting", "KE-PE", "2025-08-02", None), ("meeting", "PE-TG", "2025-08-02", None)},
        ),
        (
            (
                "Foreign Minister Ana Ruiz of Peru held a series of meetings with her global counterparts on the sidelines of the United "
                "Nations General Assembly session in New York."
            ),
            set(),
        ),
        (
            (
                "The death of Pope Francis came first; on 28 May the Finnish prime minister landed in Astana, and the "
                "next day she held talks "
                "with President Askar Bekov of Kazakhstan."
            ),
            {("visit", "FI-KZ", "2025-05-28", "Astana"), ("talks", "FI-KZ", "2025-05-29", "Astana")},
        ),
        (
            (
                "Peru and Ecuador signed a treaty in 2023. Peru's parliament ratified it in March. A trade pact "
                "signed on 1 May 2021 entered "
                "into force in February."
            ),
            {
                ("signing", "EC-PE", "2023", None),
                ("other", "EC-PE", "2025-03", "Peru"),
                ("signing", "EC-PE", "2021-05-01", None),
                ("other", "EC-PE", "2025-02", None),
            },
        ),
    ],
)
def test_each_encounter_has_its_own_day_place_and_sides(text, found):
    assert {row[:4] for row in told("en", text)} == found


def test_what_came_of_an_encounter_lends_it_no_date():
    text = (
        "Foreign Minister Ana Ruiz of Peru met Lao Foreign Minister Thong Phan in New York on August 12. They praised the outcomes of the "
        "4th meeting of the Peru-Laos Joint Committee."
    )
    assert ("dialogue", "LA-PE", None) in {row[:3] for row in told("en", text)}


def test_a_mechanism_is_known_by_its_letters():
    text = (
        "The foreign ministers of India and Oman chaired the first meeting of the India-Oman Joint Commission on Cooperation (JCC) on 13 "
        "August. The second meeting of the JCC will be held in New Delhi in 2026."
    )
    assert ("dialogue", "IN-OM", "2026", "New Delhi", "planned") in told("en", text)


def test_letters_with_one_capital_or_within_a_word_are_none():
    text = (
        "The India-Oman Joint Commission (Joint) met in Muscat on 13 August. The India-Oman Strategic Dialogue (SD) opened. A joint USDA "
        "office opened in Muscat in 2026."
    )
    assert "2026" not in {row[2] for row in told("en", text)}


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (
            "vi",
            (
                "Thủ tướng Đức Olaf Scholz ngày mai sẽ lên đường sang Nigeria. Ngay chiều thứ Sáu, ông Scholz hội đàm "
                "với Tổng thống Nigeria "
                "Bola Tinubu, sau đó gặp Chủ tịch Ủy ban ECOWAS Omar Touray."
            ),
            {("talks", "DE-NG", "2025-08-15"), ("meeting", "DE-ECOWAS", "2025-08-15")},
        ),
        (
            "vi",
            "Thủ tướng Đức Olaf Scholz ngày mai sẽ lên đường sang Nigeria. Hôm thứ Sáu ông đã hội đàm với Tổng thống Nigeria Bola Tinubu.",
            {("talks", "DE-NG", "2025-08-08")},
        ),
        (
            "id",
            (
                "Presiden Brasil Luiz Lula dijadwalkan melawat ke Portugal pada 21-25 Agustus. Dari Lisabon, "
                "rombongan akan bertolak ke Madrid "
                "pada 25 Agustus."
            ),
            {("visit", "BR-ES", "2025-08-25")},
        ),
    ],
)
def test_a_preview_tells_its_steps_without_saying_that_they_are_planned(lang, text, found):
    assert found <= {row[:3] for row in told(lang, text)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "India sent 15 tonnes of relief supplies to Myanmar on 9 August and promised to send a field hospital."),
        ("id", "India mengirim 15 ton bantuan ke Myanmar pada 9 Agustus dan berjanji akan mengirim tim medis."),
        ("ms", "India menghantar 15 tan bekalan ke Myanmar pada 9 Ogos dan berjanji akan menghantar hospital medan."),
    ],
)
def test_a_gift_is_one_beside_a_promise_of_another(lang, text):
    assert ("aid", "IN-MM", "2025-08-09") in {row[:3] for row in told(lang, text)}
