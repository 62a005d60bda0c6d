"""Other spellings of a report that say the same: functions from text to text, for the laws of `test_steadiness`."""

from __future__ import annotations

import re
import textwrap
import unicodedata

WIDTH = 70
COLUMNS = 35
_PIECE = re.compile("[「『（(〈【]*(?:[A-Za-z0-9０-９.,%]+|.)[」』）)〉】、。，．！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・]*")
"""What no Japanese line is broken in: a word of letters or figures, a sign with the brackets and stops that belong to it."""
_HALVES = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF65, 0xFFA0)}
_VOICES = {"\u3099": "\uff9e", "\u309a": "\uff9f"}


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def with_other_line_ends(text):
    return text.replace("\n", "\r\n")


def with_curly_quotes(text):
    sides = {"open": True}

    def turned(_):
        sides["open"] = not sides["open"]
        return "\u201d" if sides["open"] else "\u201c"

    return re.sub('"', turned, re.sub(r"(?<=\w)'(?=\w)", "\u2019", text))


def with_straight_quotes(text):
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


def with_firm_spaces(text):
    return text.replace(" ", "\u00a0")


def with_soft_hyphens(text):
    return re.sub(r"(\w\w)(?=\w\w)", "\\1\u00ad", text)


def with_spaces_of_no_width(text):
    return "\ufeff" + re.sub(r"(\s)(?=\S)", "\\1\u200b", text)


def with_wide_signs(text):
    """Figures and Latin letters in the width of a Chinese character."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalnum() else sign for sign in text)


def with_narrow_kana(text):
    return "".join(_halved(sign) for sign in text)


def _halved(sign):
    base, *mark = unicodedata.normalize("NFD", sign)
    if base not in _HALVES or base == "・" or (mark and mark[0] not in _VOICES):
        return sign
    return _HALVES[base] + "".join(_VOICES[one] for one in mark)


def wrapped(line, *, spaced):
    """A paragraph in lines of one width: 70 signs, or 35 where no spaces stand between words."""
    if spaced:
        return textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
    lines = [""]
    for piece in _PIECE.findall(line):
        if lines[-1] and len(lines[-1]) + len(piece) > COLUMNS:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def unmarked(text):
    """Vietnamese without its marks, as agencies write names abroad."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(sign for sign in plain if not unicodedata.combining(sign)))


EVERYWHERE = (
    decomposed,
    with_other_line_ends,
    with_curly_quotes,
    with_straight_quotes,
    with_firm_spaces,
    with_soft_hyphens,
    with_spaces_of_no_width,
)
