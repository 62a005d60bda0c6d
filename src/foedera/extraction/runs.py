"""Runs: where a word may begin and end in a text: between spaces, or, in scripts without them, never inside a run of one kind of sign.

Katakana, Latin letters and digits run on to the end of their word; ideographs and hiragana do not show where a word ends.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

KATAKANA, LATIN, DIGIT, IDEOGRAPH, HIRAGANA = "katakana", "latin", "digit", "ideograph", "hiragana"
RUNNING = frozenset({KATAKANA, LATIN, DIGIT})
"""Kinds of signs whose run is one word."""

_RANGES = (
    (0x3041, 0x309F, HIRAGANA),
    (0x30A1, 0x30FA, KATAKANA),
    (0x30FC, 0x30FF, KATAKANA),
    (0x31F0, 0x31FF, KATAKANA),
    (0x3005, 0x3007, IDEOGRAPH),
    (0x3400, 0x4DBF, IDEOGRAPH),
    (0x4E00, 0x9FFF, IDEOGRAPH),
    (0xF900, 0xFAFF, IDEOGRAPH),
    (0x20000, 0x3FFFF, IDEOGRAPH),
)
_DENSE = re.compile(
    r"[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Any sign of these."""
_LATIN_END = 0x0250


@cache
def kind(sign: str) -> str:
    """What kind of sign it is; the empty string for all that belongs to no run."""
    code = ord(sign)
    if code < _LATIN_END:
        return DIGIT if sign.isdigit() else LATIN if sign.isalpha() else ""
    return next((name for first, last, name in _RANGES if first <= code <= last), "")


def is_dense(text: str) -> bool:
    """Whether a text holds a sign of a script without spaces."""
    return not text.isascii() and _DENSE.search(text) is not None


def cuts(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends inside a run that is one word."""
    if start > 0 and (first := kind(text[start])) in RUNNING and kind(text[start - 1]) == first:
        return True
    return end < len(text) and (last := kind(text[end - 1])) in RUNNING and kind(text[end]) == last


def inner(text: str) -> frozenset[int]:
    """The positions inside runs that are one word: `cuts` for all stretches of a text at once."""
    return frozenset([at for run in _RUNS.finditer(text) for at in range(run.start() + 1, run.end())])


_RUNS = re.compile(
    r"[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]{2,}|[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{2,}|[0-9\u00b2\u00b3\u00b9]{2,}"
)
"""Katakana, letters of the Latin script and digits, as `kind` tells them."""


class Letters(Struct, frozen=True):
    """What a run is made of: kinds of signs, and signs that may stand within it."""

    kinds: frozenset[str]
    inner: str = ""

    def holds(self, sign: str) -> bool:
        """Whether a sign may belong to the run."""
        return kind(sign) in self.kinds or sign in self.inner


def back(text: str, end: int, floor: int, letters: Letters) -> int:
    """Where the run begins that ends at a position."""
    at = end
    while at > floor and letters.holds(text[at - 1]):
        at -= 1
    while at < end and text[at] in letters.inner:
        at += 1
    return at


def forth(text: str, start: int, limit: int, letters: Letters) -> int:
    """Where the run ends that begins at a position."""
    at = start
    while at < limit and letters.holds(text[at]):
        at += 1
    while at > start and text[at - 1] in letters.inner:
        at -= 1
    return at
