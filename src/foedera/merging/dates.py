"""Several dates given for one thing → the one that says most without contradicting the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import get_args

from foedera.model.when import UNKNOWN_YEAR, Basis, When, compatible, day

UNBOUNDED = 10**6
"""Days taken for the length of what has no known year: longer than any date that has one."""


def best(whens: Iterable[When | None], *, stay: bool = False) -> When | None:
    """The narrowest date that most of the others allow; with `stay`, an interval of days before a day within it.

    A day without a year and a month (or year) that holds it once give that day, as inferred.
    """
    given = [when for when in whens if when]
    if not given:
        return None
    counts = Counter(given)
    chosen = min(counts, key=lambda when: _rank(when, counts, stay=stay)) if len(counts) > 1 else given[0]
    if chosen.is_day or chosen.is_interval:
        return chosen
    days = [day for when in given if compatible(chosen, when) for day in _days_in(chosen, when)]
    return When(edtf=min(days), basis="inferred") if len(set(days)) == 1 else chosen


def length(when: When) -> int:
    """The number of days that it may mean, or that it lasts."""
    return _length(when) if when.year_known else UNBOUNDED


@lru_cache(maxsize=65_536)
def _length(when: When) -> int:
    return (day(when.last) - day(when.first)).days + 1


def is_stay(when: When) -> bool:
    """Whether it is an interval between two days."""
    return when.is_interval and when.year_known and when.precision == len(("year", "month", "day"))


def _rank(when: When, given: Mapping[When, int], *, stay: bool) -> tuple[bool, bool, int, int, int, int, str]:
    """Small is good: allowed by half, an interval of days where a stay is dated, narrow, allowed by most, given often, well founded."""
    allowed = sum(count for other, count in given.items() if compatible(when, other))
    same = sum(count for other, count in given.items() if when.edtf == other.edtf)
    return (
        allowed * 2 < sum(given.values()),
        not (stay and is_stay(when)),
        length(when),
        -allowed,
        -same,
        get_args(Basis).index(when.basis),
        when.edtf,
    )


def _days_in(vague: When, yearless: When) -> list[str]:
    """The days that a date without a year has within a vague one with a year."""
    if not vague.year_known or yearless.year_known or yearless.first[5:] != yearless.last[5:]:
        return []
    years = range(int(vague.first[:4]), int(vague.last[:4]) + 1)
    days = (yearless.edtf.replace(UNKNOWN_YEAR, f"{year:04d}") for year in years)
    return [day for day in days if vague.first <= day <= vague.last]
