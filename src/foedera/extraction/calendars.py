"""Calendars: arithmetic on EDTF days, months and years, known or unknown, by the standard library."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from foedera.model.when import UNKNOWN_YEAR

LEAP_YEAR = 2000
"""Stands for an unknown year when a day is checked: 29 February may exist."""
HALF_YEAR = 183
FRESH = 60
"""Days behind a report within which a date is its news, whatever word of the future stands by."""


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The EDTF of a date of which some may be unknown: `2023`, `2023-11`, `XXXX-03-07`, `XXXX-XX-22`."""
    head = UNKNOWN_YEAR if year is None else f"{year:04d}"
    if day is not None:
        return f"{head}-{'XX' if month is None else f'{month:02d}'}-{day:02d}"
    return head if month is None else f"{head}-{month:02d}"


def numbers(value: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of an EDTF date (of the first of an interval); None for what is unknown."""
    parts = [*value.split("/", maxsplit=1)[0].split("-"), "", ""]
    year, month, day = (int(part) if part.isdigit() else None for part in parts[:3])
    return year, month, day


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there is such a day; what is unknown raises no doubt."""
    if month is not None and not 1 <= month <= len(calendar.month_name) - 1:
        return False
    if day is None:
        return True
    return 1 <= day <= (31 if month is None else calendar.monthrange(year or LEAP_YEAR, month)[1])


def shifted(value: str, days: int) -> str | None:
    """The date some days later or earlier, with no more precision than it had; None if it has no day and no month to stay in."""
    year, month, day = numbers(value)
    if not days:
        return value if day is not None or month is not None or year is not None else None
    if day is None or month is None:
        return None if month is None and year is None else value
    if year is not None:
        return _iso(date(year, month, day) + timedelta(days=days))
    moved = date(LEAP_YEAR + 1, month, min(day, calendar.monthrange(LEAP_YEAR + 1, month)[1])) + timedelta(days=days)
    return edtf(None, moved.month, moved.day)


def month_of(value: str, months: int = 0) -> str | None:
    """The month of a date, or one some months later or earlier; of a bare year, the year."""
    year, month, _ = numbers(value)
    if month is None:
        return value if year is not None and not months else None
    count = month - 1 + months
    return edtf(None if year is None else year + count // 12, count % 12 + 1)


def week_of(value: str, weeks: int = 0) -> str | None:
    """The month of the week some weeks from a day, or the week's first and last day where it lies in two months."""
    moved = shifted(value, 7 * weeks)
    if moved is None or None in numbers(moved):
        return None if moved is None else month_of(moved)
    first, last = (days_of_week(moved) or "").split("/")
    return first[: len("2023-11")] if first[: len("2023-11")] == last[: len("2023-11")] else f"{first}/{last}"


def days_of_week(value: str, weeks: int = 0) -> str | None:
    """Monday and Sunday of the week some weeks from a day; None where no day is known."""
    if None in numbers(value):
        return None
    day = date.fromisoformat(value)
    monday = day + timedelta(days=7 * weeks - day.weekday())
    return f"{_iso(monday)}/{_iso(monday + timedelta(days=6))}"


def weekend_of(value: str) -> str | None:
    """Saturday and Sunday of the week of a day."""
    if None in numbers(value):
        return month_of(value)
    day = date.fromisoformat(value)
    saturday = day + timedelta(days=5 - day.weekday())
    return f"{_iso(saturday)}/{_iso(saturday + timedelta(days=1))}"


def weekday_near(value: str, weekday: int, *, ahead: bool = False) -> str | None:
    """The last such weekday (1 is Monday) on or before a day, or the next one on or after it; from a month, the month."""
    if None in numbers(value):
        return month_of(value) if numbers(value)[0] else None
    day = date.fromisoformat(value)
    if ahead:
        return _iso(day + timedelta(days=(weekday - day.isoweekday()) % 7))
    return _iso(day - timedelta(days=(day.isoweekday() - weekday) % 7))


def until_weekday(value: str, weekday: int) -> str:
    """The days from one to the next such weekday (1 is Monday) behind it; from a month, the month."""
    last = value if None in numbers(value) else weekday_near(value, weekday, ahead=True)
    return value if last == value else f"{value}/{last}"


def weekday_of_week(value: str, weekday: int, weeks: int) -> str | None:
    """That weekday of the week some weeks from a day."""
    if None in numbers(value):
        return week_of(value, weeks)
    day = date.fromisoformat(value)
    return _iso(day + timedelta(days=weekday - day.isoweekday() + 7 * weeks))


def nearest_year(value: str, month: int, day: int | None, *, future: bool | None = None) -> int | None:
    """The year of a yearless date in a report of a day: its own, unless that lies more than half a year ahead.

    `future` tells that the date lies ahead (or, False, that it lies behind).
    """
    year, own_month, own_day = numbers(value)
    if year is None:
        return None
    if own_month is None:
        return year
    report = date(year, own_month, own_day or calendar.monthrange(year, own_month)[1])
    last = calendar.monthrange(year, month)[1]
    found = date(year, month, min(day or (last if future else 1), last))
    if future:
        return year + (found < report - timedelta(days=FRESH))
    return year - (found > report + timedelta(days=0 if future is False else HALF_YEAR))


def weekday_of_month(value: str, weekday: int, number: int) -> str | None:
    """The first, second, ... such weekday (1 is Monday) of a month, counted from its end where the number is negative."""
    year, month, _ = numbers(value)
    if year is None or month is None:
        return None
    length = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).isoweekday() == weekday]
    at = number - 1 if number > 0 else number
    return edtf(year, month, days[at]) if -len(days) <= at < len(days) else None


def half(year: int | None, number: int) -> str:
    """First and last month of half a year."""
    return f"{edtf(year, 6 * number - 5)}/{edtf(year, 6 * number)}"


def quarter(year: int | None, number: int) -> str:
    """First and last month of a quarter."""
    return f"{edtf(year, 3 * number - 2)}/{edtf(year, 3 * number)}"


def _iso(day: date) -> str:
    return day.isoformat()
