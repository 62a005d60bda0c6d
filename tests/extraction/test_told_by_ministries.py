"""What ministries' releases and agencies' copy say in passing: sums in words, calls paid, plans called off, whose the other side is."""

import pytest

from foedera.model.fact import TenureFact

from .reports import commitments, edtf, events, levels, read

DAY = "2025-08-14"


def people(lang, text):
    found = (fact for fact in read(lang, text, DAY).facts if isinstance(fact, TenureFact))
    return {(one.name, one.office, one.country) for one in found}


def told(lang, text, published=DAY):
    return {(one.type, "-".join(one.parties), edtf(one.when), one.stance.realis) for one in events(lang, text, published)}


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "Japan will provide two hundred and fifty million yen to Laos.", 250_000_000),
        ("en", "Japan shall extend to the Government of Laos a grant of five hundred thousand dollars.", 500_000),
        ("en", "Japan will provide twenty-five million dollars to Laos.", 25_000_000),
        ("vi", "Nhật Bản sẽ cung cấp hai trăm triệu yên cho Lào.", 200_000_000),
        ("id", "Jepang akan memberikan dua ratus juta yen kepada Laos.", 200_000_000),
    ],
)
def test_a_sum_may_be_spelled_and_a_gift_to_come_is_a_promise_alone(lang, text, value):
    about = {"en": "Japan and Laos met. ", "vi": "Nhật Bản và Lào hội đàm. ", "id": "Jepang dan Laos bertemu. "}[lang]
    assert [one.amount.value for one in commitments(lang, about + text, DAY) if one.amount] == [value]
    assert "aid" not in {row[0] for row in told(lang, about + text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "On April 4, the Ambassador of Chile to Peru, Juan Rojas, was summoned to the Peruvian Foreign Ministry.",
            {("other", "CL-PE", "2025-04-04", "asserted")},
        ),
        (
            "State Minister Aiko Mori of Japan came to Bhutan on 12 August. Mori called on the Prime Minister and Foreign Minister today.",
            {("visit", "BT-JP", "2025-08-12", "asserted"), ("meeting", "BT-JP", "2025-08-14", "asserted")},
        ),
        (
            "The Quad summit was to be held on 24 August in Sydney but had to be cancelled. President Juan Rojas of Peru will visit Chile.",
            {("visit", "CL-PE", None, "planned")},
        ),
        (
            "Peruvian President Juan Rojas and Chilean President Ana Mera signed a pact. This is Rojas's first visit to the Middle East.",
            {("signing", "CL-PE", None, "asserted")},
        ),
        (
            "South Korea plans to hold a summit with the five Central Asian states in 2026.",
            {("summit", "KG-KR-KZ-TJ-TM-UZ", "2026", "planned")},
        ),
        (
            "Kenya and Peru fell out. They have held two phone calls since the February storm.",
            {("call", "KE-PE", None, "asserted")},
        ),
        (
            "At the NATO summit in Madrid on 20 August, Canadian Prime Minister Ann Lee will discuss security threats.",
            {("summit", "NATO", "2025-08-20", "planned")},
        ),
    ],
)
def test_events_of_releases_and_previews(text, found):
    assert told("en", text) == found


def test_who_is_told_of_as_a_counterpart_may_have_his_office_behind_the_name():
    text = (
        "Menteri Luar Peru Ana Mera akan menghadap Sultan Hassanal Bolkiah dan bertemu rakan sejawat, Dato Erywan Yusof, Menteri Luar "
        "Negeri II Brunei Darussalam."
    )
    assert ("Erywan Yusof", "second foreign minister", "BN") in people("ms", text)


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        (
            "vi",
            "Thứ trưởng Bộ Ngoại giao Lê Hoài Trung, Tổng thư ký Ủy ban hợp tác Việt Nam-Trung Quốc, tiếp Đại sứ Trung Quốc Hùng Ba.",
            ("Lê Hoài Trung", "deputy foreign minister", "VN"),
        ),
        ("id", "Presiden Indonesia baru Prabowo Subianto mengunjungi Peru.", ("Prabowo Subianto", "president", "ID")),
        ("ja", "ロシア連邦首相のフラトコフ氏が来日した。", ("フラトコフ", "prime minister", "RU")),
        ("en", "Prime Minister Antonio Costa met President Ana Mera of Chile in Lisbon.", ("Antonio Costa", "prime minister", "PT")),
        ("en", "2. On 12 November, the Foreign Minister met President Ana Mera of Chile.", ("Ana Mera", "president", "CL")),
    ],
)
def test_names_beside_other_words(lang, text, person):
    assert person in people(lang, text)
    assert not {"Ủy", "November"} & {name for name, _, _ in people(lang, text)}


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ja", "G7・5か国を歴訪中の岸田総理はイタリアのメローニ首相と会談した。", ("talks", "IT-JP", None, "asserted")),
        ("ja", "アメリカを訪問するため、岸田首相は18日、ワシントンに向けて出発する。", ("visit", "JP-US", "2025-08-18", "planned")),
        (
            "vi",
            (
                "Ngoại trưởng Trung Quốc Vương Nghị sẽ cùng Phó Thủ tướng Trần Lưu Quang đồng chủ trì phiên họp lần thứ 15 Ủy ban hỗn hợp "
                "Việt Nam - Trung Quốc ngày 1-2/12, theo thông báo hôm nay của Bộ Ngoại giao."
            ),
            ("dialogue", "CN-VN", "2025-12-01/2025-12-02", "planned"),
        ),
        (
            "vi",
            "Trưa nay, Thủ tướng Nguyễn Xuân Phúc lên đường thăm chính thức Thái Lan theo lời mời của Thủ tướng Prayuth (ngày 14 - 16/8).",
            ("visit", "TH-VN", "2025-08-14/2025-08-16", "asserted"),
        ),
        (
            "id",
            (
                "Menlu Retno Marsudi menerima Menlu Sri Lanka, Tilak Perera, untuk membahas tindak lanjut kunjungan Presiden Joko Widodo "
                "ke Sri Lanka pada 2 Mei."
            ),
            ("visit", "ID-LK", "2025-05-02", "asserted"),
        ),
    ],
)
def test_each_date_is_that_of_its_own_words(lang, text, found):
    rows = told(lang, text)
    assert found in rows
    assert len([row for row in rows if row[0] == found[0]]) == 1


def test_the_sides_of_a_promise_are_no_forum():
    text = "APEC首脳会議に出席するため、ペルーを訪問中の岩屋外務大臣は、日米外相会談を行い、日米同盟の強化を確認した。"
    assert [one.parties for one in commitments("ja", text, DAY)] == [("JP", "US")]
    text = "日米豪印の協力は進む。ブリンケン国務長官は岩屋外相と会い、ロシアと北朝鮮の協力に対処することで一致した。"
    assert [one.parties for one in commitments("ja", text, DAY)] == [("JP", "US")]


def test_a_level_behind_with_whom_is_of_the_one_before_and_a_question_tells_of_none():
    text = "Peru's president visited Poland. Kenya criticised her trip to Lima, with whom India shares a strategic partnership."
    assert {one.parties for one in levels("en", text, DAY)} == {("IN", "PE")}
    assert not levels("en", "Peru and Kenya met. Will Peru and Kenya have a strategic partnership, with whom it may be?", DAY)
    assert not levels("en", "Peru and Kenya met. Is it a strategic partnership, with whom nobody trades?", DAY)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "中国は23年5月に西安で中央アジア5カ国との初の対面首脳会議を開いた。"),
        ("vi", "Trung Quốc tổ chức hội nghị thượng đỉnh với năm nước Trung Á tại Tây An tháng 5/2023."),
        ("id", "China menggelar KTT dengan lima negara Asia Tengah di Xi'an pada Mei 2023."),
    ],
)
def test_who_meets_a_whole_region_is_one_of_those_who_meet(lang, text):
    assert told(lang, text) == {("summit", "CN-KG-KZ-TJ-TM-UZ", "2023-05", "asserted")}
