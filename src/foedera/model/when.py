"""When: a moment or stretch of time as a report gives it, in EDTF, with the basis on which it is known.

The subset of EDTF level 2 (ISO 8601-2:2019) that reports need: `2023`, `2023-11`, `2023-11-27`, intervals `A/B`,
and unknown years or days: `XXXX-03-07`, `XXXX-03`, `XXXX-XX-22`.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Basis = Literal["ruled", "stated", "relative", "inferred", "publication", "metadata"]

UNKNOWN_YEAR = "XXXX"
UNKNOWN_MONTH = "XXXX-XX-"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An EDTF date or interval and how it is known.

    Ruled by a person, stated, counted from a known day, worked out, or the publication's own.
    """

    edtf: str
    basis: Basis = "stated"

    @property
    def first(self) -> str:
        """The earliest day it may mean, as ten sortable characters; an unknown year is `0000`."""
        return _bound(self.edtf.split("/")[0], last=False)

    @property
    def last(self) -> str:
        """The latest day it may mean, as ten sortable characters; an unknown year is `9999`."""
        return _bound(self.edtf.rsplit("/", maxsplit=1)[-1], last=True)

    @property
    def year_known(self) -> bool:
        """Whether the text or the record gave a year."""
        return UNKNOWN_YEAR not in self.edtf

    @property
    def is_interval(self) -> bool:
        """Whether it has a beginning and an end of its own."""
        return "/" in self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it names one day of a known year."""
        return len(self.edtf) == len("2023-11-27") and "X" not in self.edtf

    @property
    def is_day_of_month(self) -> bool:
        """Whether it is a day of which neither year nor month is known."""
        return self.edtf.startswith(UNKNOWN_MONTH) and not self.is_interval

    @property
    def precision(self) -> int:
        """How much is known of the vaguer end: 0 nothing, 1 the year, 2 the month, 3 the day."""
        return _precision(self.edtf)


@lru_cache(maxsize=10_000)
def _precision(edtf: str) -> int:
    return min(sum("X" not in part for part in end.split("-")) if end else 0 for end in edtf.split("/"))


def compatible(a: When | None, b: When | None) -> bool:
    """Whether both may mean one day: nothing contradicts nothing, and an unknown year fits any year."""
    if a is None or b is None:
        return True
    if a.year_known and b.year_known:
        return a.first <= b.last and b.first <= a.last
    if a.is_day_of_month or b.is_day_of_month:
        return _may_hold(a, b) if a.is_day_of_month else _may_hold(b, a)
    return _yearless(a.first) <= _yearless(b.last) and _yearless(b.first) <= _yearless(a.last)


def day(text: str) -> date:
    """The day of ten characters; a year before 1 or after 9999 counts as the nearest one."""
    return date.fromisoformat(text if text > "0001" else f"0001{text[4:]}")


def narrower(a: When | None, b: When | None) -> When | None:
    """The one that says more: the known over the unknown, the finer over the vaguer, the first where they are equal."""
    if a is None or b is None:
        return a or b
    return b if _weight(b) > _weight(a) else a


def _may_hold(day_of_month: When, other: When) -> bool:
    """Whether the other may mean such a day of some month; what is vaguer than the day may."""
    if other.is_interval or (other.precision < len(("year", "month", "day")) and not other.edtf[-2:].isdigit()):
        return True
    return len(other.edtf) < len("2023-11-27") or other.edtf[-2:] == day_of_month.edtf[-2:]


def _weight(when: When) -> tuple[int, bool, bool]:
    return (when.precision, when.year_known, not when.is_interval)


def _yearless(day: str) -> str:
    return day[len("2023-") :]


@lru_cache(maxsize=65_536)
def _bound(edtf: str, *, last: bool) -> str:
    year, month, day = [*edtf.split("-"), "XX", "XX"][:3]
    year = year if "X" not in year else ("9999" if last else "0000")
    month = month if "X" not in month else ("12" if last else "01")
    if "X" in day:
        day = f"{_month_length(year, month):02d}" if last else "01"
    return f"{year}-{month}-{day}"


def _month_length(year: str, month: str) -> int:
    return calendar.monthrange(min(max(int(year), 4), 9996), int(month))[1]
