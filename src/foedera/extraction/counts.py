"""Counts: the day, month or year that a relative meaning of the data counts to ("day-1", "month+1", "that_year+1").

Such a meaning names a unit and how many of it lie between; with `that_` it counts from the day that the text named last, else from
the day of publication. What is counted has no more precision than the day it counts from.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from foedera.extraction import calendars
from foedera.extraction.calendars import edtf

UNITS = frozenset({"hour", "day", "weekend", "week", "month", "quarter", "half_year", "year", "fiscal_year", "decade", "century"})
_MEANING = re.compile(r"(?P<that>that_)?(?P<unit>[a-z_]+)(?P<number>[+-]\d{1,3})?")
NAMED = {
    "today": "day",
    "yesterday": "day-1",
    "tomorrow": "day+1",
    "day_before_yesterday": "day-2",
    "day_after_tomorrow": "day+2",
    "same_day": "that_day",
    "next_day": "that_day+1",
    "this_week": "week",
    "last_week": "week-1",
    "next_week": "week+1",
    "this_month": "month",
    "last_month": "month-1",
    "next_month": "month+1",
    "this_year": "year",
    "last_year": "year-1",
    "next_year": "year+1",
    "this_weekend": "weekend",
    "start_of_next_year": "year+1",
    "end_of_year": "year",
}
"""Meanings that have a name of their own."""


class Count(Struct, frozen=True, kw_only=True):
    """So many units from the day of publication, or from the day named last (`that`)."""

    unit: str
    number: int
    that: bool = False


def count(meaning: str) -> Count | None:
    """What a relative meaning of the data counts; None where it is none."""
    found = _MEANING.fullmatch(NAMED.get(meaning, meaning))
    if found is None or found["unit"] not in UNITS:
        return None
    return Count(unit=found["unit"], number=int(found["number"] or 0), that=bool(found["that"]))


def counted(what: Count, base: str | None) -> str | None:
    """The EDTF value of a count from a day (or month, or year); None where the base does not tell."""
    if base is None:
        return None
    ways: dict[str, Callable[[str, int], str | None]] = {
        "hour": lambda day, _hours: calendars.shifted(day, 0),
        "day": calendars.shifted,
        "week": calendars.week_of,
        "weekend": lambda day, number: calendars.weekend_of(calendars.shifted(day, 7 * number) or ""),
        "month": calendars.month_of,
        "quarter": lambda day, number: _stretch_of_year(day, number, 3),
        "half_year": lambda day, number: _stretch_of_year(day, number, 6),
    }
    way = ways.get(what.unit)
    return way(base, what.number) if way else _years(what, base)


def _years(what: Count, base: str) -> str | None:
    """Years, and stretches of ten or a hundred of them."""
    year = calendars.numbers(base)[0]
    if year is None:
        return None
    if what.unit in {"year", "fiscal_year"}:
        return edtf(year + what.number)
    length = 10 if what.unit == "decade" else 100
    first = year // length * length + length * what.number
    return f"{edtf(first)}/{edtf(first + length - 1)}"


def _stretch_of_year(base: str, number: int, months: int) -> str | None:
    """The quarter or half-year some quarters or half-years from the one of a day."""
    year, month, _ = calendars.numbers(base)
    if year is None or month is None:
        return None
    whole = (month - 1) // months + number
    year, part = year + whole // (12 // months), whole % (12 // months)
    return f"{edtf(year, part * months + 1)}/{edtf(year, part * months + months)}"
