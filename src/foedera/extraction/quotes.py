"""Quotes: the stretches in corner marks and brackets, in which a stop ends no sentence of the text around them."""

from __future__ import annotations

import re
from bisect import bisect_right

CLOSING = {"\u300c": "\u300d", "\u300e": "\u300f", "(": ")", "\uff08": "\uff09"}
_MARKS = re.compile("[\u300c\u300d\u300e\u300f()\uff08\uff09]")
"""The opening and closing marks."""
LONGEST = 600
"""Characters beyond which an opening mark was never closed."""


def enclosed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost stretches between an opening mark and its closing one, marks included, in order."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text, start, end):
        at, sign = mark.start(), mark.group()
        if sign in CLOSING:
            waiting.append((CLOSING[sign], at))
        elif waiting and any(sign == closing for closing, _ in waiting):
            while waiting[-1][0] != sign:
                waiting.pop()
            opened = waiting.pop()[1]
            if at - opened <= LONGEST:
                while found and found[-1][0] > opened:
                    found.pop()
                found.append((opened, at + 1))
    return found


MARKS = frozenset({'"', "\u201c", "\u201d"})
"""Quotation marks that open and close what someone says."""


def left(text: str, start: int, end: int, at: int) -> int | None:
    """Where the quotation ends that holds a position and is closed before another; it may be opened in a sentence before."""
    before = [sign for sign in text[start:end] if sign in MARKS]
    inside = len(before) % 2 == 1 or not before
    close = next((place for place in range(end, at) if text[place] in MARKS), None)
    if not inside or close is None or text[close] == "\u201c":
        return None
    again = any(text[place] in MARKS for place in range(close + 1, at))
    return None if again else close


def within(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a position lies in one of these stretches."""
    index = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return index >= 0 and at < spans[index][1]
