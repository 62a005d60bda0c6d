import pytest

from .reports import events


@pytest.fixture(scope="module")
def governments(draft_of):
    """The capitals that stand for a government, with its state."""

    def made(text, lang="id"):
        draft = draft_of(text, lang)
        return [(draft.text[hit.start : hit.end], hit.value) for hit in draft.hits.of("actor") if hit.role == "government"]

    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maseru dan Lilongwe sepakat.", [("Maseru", "LS"), ("Lilongwe", "MW")]),
        ("Fiji bertemu Norwegia. Lilongwe tetap diam.", [("Lilongwe", "MW")]),
        ("Itulah hubungan Fiji dengan Lilongwe.", [("Lilongwe", "MW")]),
        ("Hubungan Maseru-Lilongwe membaik.", [("Maseru", "LS"), ("Lilongwe", "MW")]),
        ("Hubungan Fiji-Lilongwe membaik.", [("Lilongwe", "MW")]),
        ("Itu kereta Lilongwe-Utara yang baru.", []),
        ("Mereka bertemu di Lilongwe kemarin.", []),
        ("Mereka terbang dari Lilongwe kemarin.", []),
        ("Ia lahir dekat Lilongwe, Malawi, dan tinggal lama.", []),
        ("Itu kata Radio Lilongwe kemarin.", []),
        ("Kata Radio Lilongwe kemarin.", []),
        ("Kepada Lilongwe diminta bantuan.", [("Lilongwe", "MW")]),
        ("Itulah Deklarasi Lilongwe yang lama.", []),
        ("LILONGWE, 4 Maret (Kabar) -- Menteri Fiji dan mitranya dari Norwegia bertemu di sana dalam suatu hari perundingan.", []),
    ],
)
def test_a_capital_that_acts_is_its_government(governments, text, expected):
    assert governments(text) == expected


def test_the_pack_says_itself_which_places_are_governments_in_scripts_without_spaces(governments):
    assert governments("リロングウェは合意した。", "ja") == []


def test_two_capitals_are_the_parties_of_what_they_agree_on():
    made = events("id", "Hubungan Maseru-Lilongwe ditingkatkan menjadi kemitraan strategis pada 4 Maret 2024.")
    assert [(event.type, event.parties) for event in made] == [("upgrade", ("LS", "MW"))]
