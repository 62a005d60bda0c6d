"""EDTF → the stretches of days it may mean, for comparing values that are written in different ways.

A decade is its ten years. A century (or a millennium) is counted from the year 00 by some and from the year 01 by others: both are right.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

Stretch = tuple[date, date]
"""First and last day."""

_SINGLE = re.compile(r"(\d{1,4}X{0,3})(?:-(\d\d)(?:-(\d\d))?)?")
DECADE = 10
YEAR_DIGITS = 4


def stretches(edtf: str) -> frozenset[Stretch]:
    """The stretches a value may mean; none where its year is unknown or it is no day, month, year or interval of these."""
    try:
        begin, _, end = edtf.partition("/")
        starts, ends = _single(begin), _single(end or begin)
    except ValueError:  # the thirtieth of February
        return frozenset()
    if not end:
        return starts
    return frozenset((first, last) for first, _ in starts for _, last in ends if first <= last)


def same(a: str, b: str) -> bool:
    """Whether two values are written alike or may mean the same days."""
    return a == b or bool(stretches(a) & stretches(b))


def within(edtf: str, start: str, end: str) -> bool:
    """Whether a value means days from `start` to `end` only."""
    return any(date.fromisoformat(start) <= first and last <= date.fromisoformat(end) for first, last in stretches(edtf))


def _single(edtf: str) -> frozenset[Stretch]:
    match = _SINGLE.fullmatch(edtf)
    if not match or len(match[1]) != YEAR_DIGITS:
        return frozenset()
    year, month, day = match.groups()
    if "X" in year:
        return frozenset() if month else _many_years(year)
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        return frozenset({(first, first)})
    last_month = int(month or 12)
    return frozenset({(first, date(int(year), last_month, calendar.monthrange(int(year), last_month)[1]))})


def _many_years(year: str) -> frozenset[Stretch]:
    begin, size = int(year.replace("X", "0")), 10 ** year.count("X")
    offsets = (0,) if size == DECADE else (0, 1)
    return frozenset((date(begin + offset, 1, 1), date(begin + offset + size - 1, 12, 31)) for offset in offsets)
