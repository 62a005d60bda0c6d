import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.formats.parts import charsets, encodings

VIETNAMESE = "Chủ tịch nước tiếp Thủ tướng Nhật Bản, hai bên nhất trí nâng cấp quan hệ lên Đối tác Chiến lược toàn diện."
TCVN = bytes.fromhex(
    "4368f12074de6368206eaded63207469d570205468f12074aded6e67204e68cb742042b66e2c206861692062aa6e206e68ca74207472dd206ea96e672063ca70"
    "207175616e2068d6206caa6e20a7e8692074b86320436869d56e206cadee6320746fb56e206469d66e2e"
)
VISCII = bytes.fromhex(
    "4368fc2074b86368206edfbe63207469aa70205468fc2074dfbe6e67204e68a7742042e46e2c206861692062ea6e206e68a474207472ed206ee26e672063a470"
    "207175616e2068ae206cea6e20d0af692074e16320436869aa6e206cdffe6320746fe06e206469ae6e2e"
)
VNI = (
    "Chuû tòch nöôùc tieáp Thuû töôùng Nhaät Baûn, hai beân nhaát trí naâng caáp quan heä leân Ñoái taùc Chieán löôïc toaøn dieän."
).encode("cp1252")
JAPANESE = "日本とベトナムは27日、東京で首脳会談を行い、両国の関係を包括的戦略的パートナーシップに格上げすることで一致した。"
HEADLINE = "日越首脳が会談、関係を格上げ"
ENGLISH = "Prime Minister Kishida said: “We agreed” – and the café’s guests cheered."


def windows_1258(text):
    """As an editor writes it: the vowel, then its tone."""
    made = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        made += (unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tone)) + tone).encode("cp1258")
    return made


BYTES = {
    "tcvn": (TCVN, VIETNAMESE),
    "viscii": (VISCII, VIETNAMESE),
    "vni": (VNI, VIETNAMESE),
    "cp1258": (windows_1258(VIETNAMESE), VIETNAMESE),
    "cp932": (JAPANESE.encode("cp932"), JAPANESE),
    "euc_jp": (JAPANESE.encode("euc_jp"), JAPANESE),
    "iso2022_jp": (JAPANESE.encode("iso2022_jp"), JAPANESE),
    "utf-16-le": (JAPANESE.encode("utf-16-le"), JAPANESE),
    "utf-16-be": (JAPANESE.encode("utf-16-be"), JAPANESE),
    "utf-8": (VIETNAMESE.encode(), VIETNAMESE),
}
DECLARED = [None, "utf-8", "iso-8859-1", "windows-1252", "shift_jis", "no-such-encoding", "hex", "utf-7"]


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("charset", BYTES)
def test_a_text_is_the_original_whatever_was_declared(charset, declared):
    body, text = BYTES[charset]
    found = encodings.decode(body, declared)
    assert found.text == text
    assert found.charset.removesuffix("3") == charset
    assert not found.doubtful


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("charset", ["cp932", "euc_jp", "iso2022_jp"])
def test_a_headline_of_forty_bytes_is_the_original_or_doubtful(charset, declared):
    found = encodings.decode(HEADLINE.encode(charset), declared)
    assert found.text == HEADLINE or found.doubtful


@pytest.mark.parametrize("charset", ["tcvn", "viscii", "vni", "cp1258"])
@pytest.mark.parametrize("length", range(3, 60))
def test_no_beginning_of_a_text_is_misread_in_silence(charset, length):
    body, text = BYTES[charset]
    for declared in (None, "iso-8859-1"):
        found = encodings.decode(body[:length], declared)
        assert found is None or found.doubtful or text.startswith(found.text[:-1]) or body[:length].isascii()


def test_a_declared_headline_of_ideographs_alone_is_read_and_an_undeclared_one_is_doubtful():
    body = "日越首脳会談開催".encode("euc_jp")
    assert encodings.decode(body, "euc-jp") == encodings.Decoded(text="日越首脳会談開催", charset="euc_jp", doubtful=True)
    assert encodings.decode(body).doubtful


def test_the_mark_of_utf_8_stays_and_that_of_utf_16_goes():
    assert encodings.decode(b"\xef\xbb\xbfTalks").text == "\ufeffTalks"
    assert encodings.decode(JAPANESE.encode("utf-16")).text == JAPANESE
    assert encodings.decode(b"\xff\xfe\x00") is None


def test_signs_of_windows_1252_are_read_and_its_letters_undeclared_are_doubtful():
    signs = ENGLISH.replace("é", "e")
    assert encodings.decode(signs.encode("cp1252")) == encodings.Decoded(text=signs, charset="cp1252")
    assert encodings.decode(ENGLISH.encode("cp1252"), "iso-8859-1") == encodings.Decoded(text=ENGLISH, charset="cp1252")
    assert encodings.decode(ENGLISH.encode("cp1252")) == encodings.Decoded(text=ENGLISH, charset="cp1252", doubtful=True)


def test_an_encoding_of_another_language_is_believed_when_it_fits():
    russian = "Министры встретились в Москве"
    assert encodings.decode(russian.encode("koi8-r"), "koi8-r").text == russian
    chinese = "中越两国领导人在北京举行会谈"
    assert encodings.decode(chinese.encode("gb18030"), "gb2312").text == chinese


def test_utf_8_that_was_misread_before_it_came_is_doubtful():
    assert encodings.decode("Nhật Bản và Việt Nam".encode().decode("latin-1").encode()).doubtful
    assert encodings.decode("café — déjà".encode().decode("cp1252").encode()).doubtful


def test_a_replacement_character_is_doubtful():
    assert encodings.decode("Nhật B\N{REPLACEMENT CHARACTER}n".encode()).doubtful


def test_noise_is_no_text():
    assert encodings.decode(b"\x00\xff\x00\xfe\x01") is None
    assert encodings.decode(b"Talks \xff") is None


def test_vni_knows_capitals_and_a_letter_that_is_none_is_an_error():
    assert charsets.decode("ÑOÁI TAÙC CHIEÁN LÖÔÏC ÔÛ MYÕ".encode("cp1252"), "vni") == "ĐỐI TÁC CHIẾN LƯỢC Ở MỸ"
    with pytest.raises(UnicodeDecodeError):
        charsets.decode(b"caf\xe9", "vni")
    with pytest.raises(UnicodeDecodeError):
        charsets.decode(b"\x80", "tcvn3")


@given(st.binary(max_size=200), st.sampled_from(DECLARED))
def test_any_bytes_are_a_text_or_none(body, declared):
    found = encodings.decode(body, declared)
    assert found is None or isinstance(found.text, str)


@given(st.text(max_size=80))
def test_utf_8_is_never_taken_for_anything_else(text):
    found = encodings.decode(text.encode("utf-8", "ignore"))
    kept = text.encode("utf-8", "ignore").decode()
    assert found is None or found.text == kept or found.charset in {"iso2022_jp", "utf-16-le", "utf-16-be"}
