import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing.likeness import script, sounds_alike, spelled_alike


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("V\u00f5 V\u0103n Th\u01b0\u1edfng", "latin"),
        ("\u30c8\u30a5\u30aa\u30f3", "kana"),
        ("\u3055\u304f\u3089", "kana"),
        ("\u5cb8\u7530\u6587\u96c4", "han"),
        ("\u9ad8\u5e02\u65e9\u82d7\u3055\u3093", "han"),
        ("\uc724\uc11d\uc5f4", "hangul"),
        ("\u041f\u0443\u0442\u0438\u043d", "other"),
        ("2+2 Fumio", "latin"),
        ("2+2", "other"),
        ("", "other"),
    ],
)
def test_the_script_is_that_of_the_first_letter(name, expected):
    assert script(name) == expected


@pytest.mark.parametrize(
    ("name", "same", "other"),
    [
        ("\u30dc\u30fc\u30fb\u30d0\u30f3\u30fb\u30c8\u30a5\u30aa\u30f3", "Vo Van Thuong", "Luong Cuong"),
        ("\u30d5\u30a1\u30e0\u30fb\u30df\u30f3\u30fb\u30c1\u30f3", "Ph\u1ea1m Minh Ch\u00ednh", "Bui Thanh Son"),
        ("\u30a2\u30f3\u30ef\u30eb\u30fb\u30a4\u30d6\u30e9\u30d2\u30e0", "Anwar Ibrahim", "Mahathir Mohamad"),
    ],
)
def test_names_in_kana_sound_like_their_latin_forms(name, same, other):
    assert sounds_alike(name, same) >= 0.75 > sounds_alike(name, other)
    assert sounds_alike(same, name) == sounds_alike(name, same)


def test_what_has_no_consonant_sounds_like_nothing():
    assert sounds_alike("Ai", "Ai Ue") == 0
    assert sounds_alike("Fumio", "") == 0


def test_spelling_is_compared_whatever_the_order_of_words():
    assert spelled_alike("Fumio Kishida", "Kishida Fumio") == 1
    assert spelled_alike("zelensky", "zelenskyy") > 0.9 > spelled_alike("minh", "hang")


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_lies_between_nothing_and_all(name, other):
    assert 0 <= sounds_alike(name, other) <= 1
    assert 0 <= spelled_alike(name, other) <= 1
    assert spelled_alike(name, other) == spelled_alike(other, name)
