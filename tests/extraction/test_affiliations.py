import pytest

from foedera.extraction.people import people


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Emperor Taro spoke in Fiji.", ("Taro", "JP", "office_of_one_actor")),
        ("en", "President Pablo Soto left Norway. Norway was glad of Fijian President Pablo Soto.", ("Pablo Soto", "FJ")),
        ("en", "The Norwegian delegation was led by Foreign Minister Anna Berg. Fiji was glad.", ("Anna Berg", "NO", "delegation")),
        ("vi", "Đoàn Na Uy do Bộ trưởng Ngoại giao Anna Berg dẫn đầu thăm Lào.", ("Anna Berg", "NO", "delegation")),
        ("ms", "Delegasi Norway diketuai Menteri Luar Anna Berg, kata Kenya.", ("Anna Berg", "NO", "delegation")),
        ("en", "Foreign Minister Anna Berg spoke.", ("Anna Berg", None)),
        ("en", "Norway is cold. Foreign Minister Anna Berg spoke.", ("Anna Berg", "NO", "name_and_context")),
        ("vi", "Thủ tướng Trần Văn Bình tiếp Đại sứ Na Uy tại Việt Nam.", ("Trần Văn Bình", "VN", "name_and_context")),
        ("ms", "Perdana Menteri Kamal bin Yusof bertemu Presiden Peru di Malaysia.", ("Kamal bin Yusof", "MY", "name_and_context")),
    ],
)
def test_a_state_that_does_not_stand_beside_the_office_is_told_from_elsewhere(told, lang, text, expected):
    assert told(text, lang)[0] == expected


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        ("vi", "Thủ tướng Trần Văn Bình thăm Peru.", "VN"),
        ("vi", "Thủ tướng Trần thăm Peru.", "PE"),
        ("vi", "Thủ tướng Gia Bảo Bình thăm Peru.", "PE"),
        ("vi", "Chủ tịch Tập Cận Bình thăm Peru, nơi người Việt Nam sinh sống.", "CN"),
        ("vi", "Ngoại trưởng Vương Nghị phát biểu tại Peru.", "CN"),
        ("vi", "Ngoại trưởng Vương Nghĩa phát biểu tại Peru.", "VN"),
        ("en", "Prime Minister Trần Văn Bình visited Peru.", "PE"),
    ],
)
def test_the_home_of_the_press_goes_without_saying_where_the_name_is_surely_of_it(told, lang, text, country):
    assert told(text, lang)[0][1] == country


def test_whom_a_head_appoints_is_of_the_heads_state(told):
    text = "Tổng thống Peru Luis Rojas bổ nhiệm ông Pablo Soto làm Bộ trưởng Ngoại giao. Chile, Chile và Chile theo dõi."
    assert told(text, "vi") == [("Luis Rojas", "PE"), ("Pablo Soto", "PE", "the_person_before")]


def test_the_state_of_a_holder_named_before_leads_no_delegation(told):
    text = "Tổng thống nước Peru Luis Rojas đón Chủ tịch nước Trần Văn Bình."
    assert told(text, "vi") == [("Luis Rojas", "PE"), ("Trần Văn Bình", "VN", "name_and_context")]


def test_who_shares_a_name_and_an_office_without_state_is_told_from_the_other(told):
    text = "Fijian President Pablo Soto left. Norway cheered. Norway waved at Defence Minister Pablo Soto."
    assert [country for _, country, *_ in told(text)] == ["FJ"]


def test_one_office_of_a_state_has_one_holder(told):
    text = "Nauruan President Carl Holm arrived. Nauru and Nauru alone cheered. In Fiji, President Pablo Soto slept."
    assert told(text) == [("Carl Holm", "NR"), ("Pablo Soto", "FJ", "name_and_context")]


def test_a_state_without_an_office_has_no_holder_of_it(told):
    text = "Norway sings. Norway dances. In Fiji, President Pablo Soto slept."
    assert told(text) == [("Pablo Soto", "FJ", "name_and_context")]


def test_whose_invitation_one_follows_is_of_the_state_one_visits(told):
    about = "Nauru sang. Nauru danced. Nauru slept."
    assert told(f"At the invitation of President Pablo Soto, they saw Fiji. {about}") == [("Pablo Soto", "FJ", "name_and_context")]
    assert told(f"With love for President Pablo Soto, they saw Fiji. {about}") != [("Pablo Soto", "FJ", "name_and_context")]


@pytest.mark.parametrize("other", ["Fiji", "Zambia"])
def test_where_as_much_speaks_for_one_state_as_for_another_none_is_given(told, other):
    assert told(f"{other} and Norway met. Foreign Minister Anna Berg spoke.") == [("Anna Berg", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Pablo Soto of Norway and King Taro of Fiji", "president"),
        ("Japan's King Taro waved.", "emperor"),
    ],
)
def test_an_office_is_called_as_its_state_calls_it(draft_of, text, expected):
    assert people(draft_of(text))[0].office == expected


def test_whom_a_pronoun_stands_with_is_of_another_state(told):
    text = "Nauruan Foreign Minister Anna Berg came. She spoke to Prime Minister Pablo Soto. Nauru sang, Nauru danced. Fiji watched, Fiji."
    assert told(text) == [("Anna Berg", "NR"), ("Pablo Soto", "FJ", "name_and_context")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Norwegian Foreign Minister Anna Berg, Defence Minister Carl Holm and Finance Minister Lars Falk saw Fiji.",
            [("Anna Berg", "NO"), ("Carl Holm", "NO", "the_person_before"), ("Lars Falk", "NO", "the_person_before")],
        ),
        (
            "en",
            "Fijian President Pablo Soto came, and his wife Maria Rojas slept in Norway.",
            [("Pablo Soto", "FJ"), ("Maria Rojas", "FJ", "the_person_before")],
        ),
        (
            "vi",
            "Thủ tướng Lào Khamla Phommasak và Phu nhân Sisavath Vong thăm Peru.",
            [("Khamla Phommasak", "LA"), ("Sisavath Vong", "LA", "the_person_before")],
        ),
    ],
)
def test_who_stands_in_one_list_with_a_person_or_is_the_spouse_is_of_the_same_state(told, lang, text, expected):
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perdana Menteri Fiji dan istri, di Istana Bogor, menanam pohon.", []),
        ("Iran menunjuk diplomat Reza Kavian sebagai duta besar untuk Fiji.", [("Reza Kavian", "ambassador", "IR")]),
        ("Menko Polhukam Budi Santoso tiba.", [("Budi Santoso", "coordinating minister for political, legal and security affairs", "ID")]),
        ("Panglima TNI Budi Santoso tiba.", [("Budi Santoso", "armed forces commander", "ID")]),
        (
            "Menko Polhukam bertemu Presiden Fiji, lalu berunding dengan Menteri Pertahanan, Tomasi Vunivalu.",
            [("Tomasi Vunivalu", "defence minister", "FJ")],
        ),
        (
            "Presiden Fiji Tomasi Vunivalu berunding dengan Menteri Pertahanan, Pablo Soto. Peru setuju.",
            [("Tomasi Vunivalu", "president", "FJ"), ("Pablo Soto", "defence minister", "PE")],
        ),
        ("Kemarin berunding dengan Menteri Pertahanan Pablo Soto. Peru, Peru, Peru.", [("Pablo Soto", "defence minister", "PE")]),
    ],
)
def test_envoys_are_of_who_sends_them_and_whom_one_meets_is_of_another_state(draft_of, text, expected):
    assert [(one.name, one.office, one.country) for one in people(draft_of(text, "id"))] == expected
