"""A text → its bytes in the encodings that reports come in, by other means than those that read them: Python's codecs and iconv."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable, Mapping

TONES = "\u0301\u0300\u0309\u0303\u0323"
SHAPED = "\u0302\u0306\u031b"
_PLAIN_VNI = dict(zip(TONES, "ùøûõï", strict=True))
_SHAPED_VNI = {"\u0302": dict(zip(("", *TONES), "âáàåãä", strict=True)), "\u0306": dict(zip(("", *TONES), "êéèúüë", strict=True))}
_SHORT_VNI = {"i": dict(zip(TONES, "íìæóò", strict=True)), "y": {"\u0323": "î"}}
_HORNED_VNI = {"o": "ô", "u": "ö"}


def iconv(charset: str) -> Callable[[str], bytes]:
    """An encoder of the C library; a text that it has no letters for is a UnicodeError."""

    def encode(text: str) -> bytes:
        done = subprocess.run(["iconv", "-f", "UTF-8", "-t", charset], input=text.encode(), capture_output=True, check=False)  # noqa: S603, S607 - iconv as the reader has it
        if done.returncode:
            raise UnicodeError(charset)
        return done.stdout

    return encode


def codec(charset: str) -> Callable[[str], bytes]:
    """An encoder of Python."""
    return lambda text: text.encode(charset)


def windows_1258(text: str) -> bytes:
    """As editors write it: each vowel, then its tone."""
    return b"".join(_with_tone(letter).encode("cp1258") for letter in text)


def _with_tone(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tone)) + tone


def vni(text: str) -> bytes:
    """The letters of VNI's fonts: most are a vowel and a second sign for its marks."""
    return "".join(map(_vni, text)).encode("cp1252")


def _vni(letter: str) -> str:
    if letter == "đ" or letter.isascii() or unicodedata.category(letter)[0] != "L":
        return "ñ" if letter == "đ" else letter
    if letter.isupper():
        return _vni(letter.lower()).upper()
    plain, *marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in TONES)
    shape = "".join(mark for mark in marks if mark in SHAPED)
    if shape == "\u031b":
        return _HORNED_VNI[plain] + _PLAIN_VNI.get(tone, "")
    if shape:
        return plain + _SHAPED_VNI[shape][tone]
    if not tone:
        return letter
    return _SHORT_VNI.get(plain, {}).get(tone) or plain + _PLAIN_VNI[tone]


ENCODERS: Mapping[str, Mapping[str, Callable[[str], bytes]]] = {
    "vi": {"TCVN": iconv("TCVN"), "VISCII": iconv("VISCII"), "VNI": vni, "windows-1258": windows_1258},
    "ja": {"Shift_JIS": codec("cp932"), "EUC-JP": codec("euc_jp"), "ISO-2022-JP": codec("iso2022_jp")},
    "en": {"windows-1252": codec("cp1252")},
    "ms": {"windows-1252": codec("cp1252")},
    "id": {"windows-1252": codec("cp1252")},
}
"""By language, the encodings its reports come in beside those of all."""
ALL: Mapping[str, Callable[[str], bytes]] = {
    "UTF-16": codec("utf-16"),
    "UTF-16 without its mark": codec("utf-16-le"),
    "UTF-8": codec("utf-8"),
}
