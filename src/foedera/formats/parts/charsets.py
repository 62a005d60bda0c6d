r"""Bytes → text in the character sets of Viet Nam that no library decodes: TCVN3 (the ABC fonts), VNI (two bytes a letter) and VISCII.

Tables are code points in hexadecimal, a byte each. What a set has no letter for is an error, as in Python's own decoders.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

_TCVN = (
    "00c0 1ea2 00c3 00c1 1ea0 1eb6 1eac 00c8 1eba 1ebc 00c9 1eb8 1ec6 00cc 1ec8 0128 00cd 1eca 00d2 1ece 00d5 00d3 "
    "1ecc 1ed8 1edc 1ede 1ee0 1eda 1ee2 00d9 1ee6 0168 00a0 0102 00c2 00ca 00d4 01a0 01af 0110 0103 00e2 00ea 00f4 "
    "01a1 01b0 0111 1eb0 0300 0309 0303 0301 0323 00e0 1ea3 00e3 00e1 1ea1 1eb2 1eb1 1eb3 1eb5 1eaf 1eb4 1eae 1ea6 "
    "1ea8 1eaa 1ea4 1ec0 1eb7 1ea7 1ea9 1eab 1ea5 1ead 00e8 1ec2 1ebb 1ebd 00e9 1eb9 1ec1 1ec3 1ec5 1ebf 1ec7 00ec "
    "1ec9 1ec4 1ebe 1ed2 0129 00ed 1ecb 00f2 1ed4 1ecf 00f5 00f3 1ecd 1ed3 1ed5 1ed7 1ed1 1ed9 1edd 1edf 1ee1 1edb "
    "1ee3 00f9 1ed6 1ee7 0169 00fa 1ee5 1eeb 1eed 1eef 1ee9 1ef1 1ef3 1ef7 1ef9 00fd 1ef5 1ed0"
)
_VISCII = (
    "1ea0 1eae 1eb0 1eb6 1ea4 1ea6 1ea8 1eac 1ebc 1eb8 1ebe 1ec0 1ec2 1ec4 1ec6 1ed0 1ed2 1ed4 1ed6 1ed8 1ee2 1eda "
    "1edc 1ede 1eca 1ece 1ecc 1ec8 1ee6 0168 1ee4 1ef2 00d5 1eaf 1eb1 1eb7 1ea5 1ea7 1ea9 1ead 1ebd 1eb9 1ebf 1ec1 "
    "1ec3 1ec5 1ec7 1ed1 1ed3 1ed5 1ed7 1ee0 01a0 1ed9 1edd 1edf 1ecb 1ef0 1ee8 1eea 1eec 01a1 1edb 01af 00c0 00c1 "
    "00c2 00c3 1ea2 0102 1eb3 1eb5 00c8 00c9 00ca 1eba 00cc 00cd 0128 1ef3 0110 1ee9 00d2 00d3 00d4 1ea1 1ef7 1eeb "
    "1eed 00d9 00da 1ef9 1ef5 00dd 1ee1 01b0 00e0 00e1 00e2 00e3 1ea3 0103 1eef 1eab 00e8 00e9 00ea 1ebb 00ec 00ed "
    "0129 1ec9 0111 1ef1 00f2 00f3 00f4 00f5 1ecf 1ecd 1ee5 00f9 00fa 0169 1ee7 00fd 1ee3 1eee"
)

_LOW_TCVN = {
    0x01: 0x00DA,
    0x02: 0x1EE4,
    0x04: 0x1EEA,
    0x05: 0x1EEC,
    0x06: 0x1EEE,
    0x11: 0x1EE8,
    0x12: 0x1EF0,
    0x13: 0x1EF2,
    0x14: 0x1EF6,
    0x15: 0x1EF8,
    0x16: 0x00DD,
    0x17: 0x1EF4,
}
_LOW_VISCII = {0x02: 0x1EB2, 0x05: 0x1EB4, 0x06: 0x1EAA, 0x14: 0x1EF6, 0x19: 0x1EF8, 0x1E: 0x1EF4}
"""Control codes that the sets give to capitals."""

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_MARKS = {
    0xF9: _ACUTE, 0xF8: _GRAVE, 0xFB: _HOOK, 0xF5: _TILDE, 0xEF: _DOT,
    0xE2: _CIRCUMFLEX, 0xE1: _CIRCUMFLEX + _ACUTE, 0xE0: _CIRCUMFLEX + _GRAVE,
    0xE5: _CIRCUMFLEX + _HOOK, 0xE3: _CIRCUMFLEX + _TILDE, 0xE4: _CIRCUMFLEX + _DOT,
    0xEA: _BREVE, 0xE9: _BREVE + _ACUTE, 0xE8: _BREVE + _GRAVE, 0xFA: _BREVE + _HOOK, 0xFC: _BREVE + _TILDE, 0xEB: _BREVE + _DOT,
}  # fmt: skip
"""The second byte of a letter, small; the capital lies 0x20 below."""
_VNI_LETTERS = {
    0xF4: "o" + _HORN, 0xF6: "u" + _HORN, 0xF1: chr(0x111),
    0xED: "i" + _ACUTE, 0xEC: "i" + _GRAVE, 0xE6: "i" + _HOOK, 0xF3: "i" + _TILDE, 0xF2: "i" + _DOT, 0xEE: "y" + _DOT,
}  # fmt: skip
"""Letters of one byte; those with a horn may take a mark of tone."""
_VNI = re.compile(rb"([aeiouyAEIOUY\xf4\xf6\xd4\xd6])([\xf9\xf8\xfb\xf5\xef\xd9\xd8\xdb\xd5\xcf])|([aeoAEO])([\xc0-\xfc])|([\x80-\xff])")
_QUOTES = {0x85: "\u2026", 0x91: "\u2018", 0x92: "\u2019", 0x93: "\u201c", 0x94: "\u201d", 0x95: "\u2022", 0x96: "\u2013",
           0x97: "\u2014", 0xA0: "\u00a0", 0xAB: "\u00ab", 0xBB: "\u00bb"}  # fmt: skip
"""Signs of windows-1252 that texts in fonts of their own use beside their letters."""


def decode(body: bytes, charset: str) -> str:
    """The text in NFC.

    Raises:
        UnicodeDecodeError: a byte means nothing in this set.
    """
    return unicodedata.normalize("NFC", DECODERS[charset](body))


def _tabled(table: dict[int, str], charset: str) -> Callable[[bytes], str]:
    def decoder(body: bytes) -> str:
        text = body.decode("latin-1").translate(table)
        missing = next((at for at, byte in enumerate(body) if byte >= FIRST_HIGH and byte not in table), None)
        if missing is not None:
            raise UnicodeDecodeError(charset, body, missing, missing + 1, "no letter in this set")
        return text

    return decoder


FIRST_HIGH = 0x80
FIRST_CAPITAL, CASE = 0xC0, 0x20
"""Letters with marks begin here in sets of the west; a small one lies so far above its capital."""
HIGHEST_SIGN = 0xA0
"""Up to here the standard has capitals, and what is written in the ABC fonts (TCVN3) has the signs of windows-1252."""


def _table(points: str, first: int) -> dict[int, str]:
    return {first + place: chr(int(point, 16)) for place, point in enumerate(points.split())}


def _vni(body: bytes) -> str:
    made: list[str] = []
    at = 0
    for found in _VNI.finditer(body):
        made.append(body[at : found.start()].decode("ascii"))
        made.append(_vni_letter(body, found))
        at = found.end()
    return "".join(made) + body[at:].decode("ascii")


def _vni_letter(body: bytes, found: re.Match[bytes]) -> str:
    horned, tone, plain, mark, alone = found.groups()
    if horned is not None:
        return _cased(horned[0], _VNI_LETTERS) + _VNI_MARKS[_small(tone[0])]
    if plain is not None and _small(mark[0]) in _VNI_MARKS:
        return chr(plain[0]) + _VNI_MARKS[_small(mark[0])]
    letters = (plain or b"") + (mark or alone)
    told = [_cased(byte, _VNI_LETTERS) for byte in letters]
    if not all(told):
        raise UnicodeDecodeError("vni", body, found.start(), found.end(), "no letter in this set")
    return "".join(told)


def _small(byte: int) -> int:
    return byte | CASE if byte >= FIRST_CAPITAL else byte


def _cased(byte: int, letters: Mapping[int, str]) -> str:
    if byte < FIRST_HIGH:
        return chr(byte)
    known = letters.get(_small(byte))
    if known is None:
        return _QUOTES.get(byte, "")
    return known if byte & CASE else known.upper()


DECODERS: Mapping[str, Callable[[bytes], str]] = {
    "tcvn": _tabled(_table(_TCVN, 0x80) | {code: chr(point) for code, point in _LOW_TCVN.items()}, "tcvn"),
    "tcvn3": _tabled(_QUOTES | {code: letter for code, letter in _table(_TCVN, 0x80).items() if code > HIGHEST_SIGN}, "tcvn3"),
    "viscii": _tabled({code: chr(point) for code, point in _LOW_VISCII.items()} | _table(_VISCII, 0x80), "viscii"),
    "vni": _vni,
}
"""The sets by their names here."""
