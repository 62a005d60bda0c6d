"""Dates: the expressions of a text as EDTF, each with the basis on which it is known.

A full date is stated. A day without a year takes it from the day of publication (inferred), relative words and weekdays count from
that day (relative), never with more precision than it has. Without a day of publication a year stays `XXXX`, and what only counts
from it has no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foedera.extraction import calendars
from foedera.extraction.calendars import edtf
from foedera.extraction.expressions import Expression, scan
from foedera.model.mention import Mention
from foedera.model.when import Basis, When

__all__ = ["Expression", "dates", "scan"]

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "day_before_yesterday": -2, "day_after_tomorrow": 2}
WEEKS = {"this_week": 0, "last_week": -1, "next_week": 1}
MONTHS = {"this_month": 0, "last_month": -1, "next_month": 1}
YEARS = {"this_year": 0, "last_year": -1, "next_year": 1, "start_of_next_year": 1, "end_of_year": 0}
_HALF_MONTH = 15
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class _Context:
    """What an expression counts from: the day of publication, the last day the text named, the first weekday of a yearless report."""

    published: str | None
    last: str | None = None
    weekday: int | None = None


def dates(expressions: tuple[Expression, ...], published: When | None) -> tuple[Mention, ...]:
    """The dates that expressions mean in a report published on a day; `when` is None where nothing tells which."""
    return tuple(_mentions(expressions, published.edtf if published else None))


def _mentions(expressions: tuple[Expression, ...], published: str | None) -> Iterator[Mention]:
    first = next((found.weekday for found in expressions if found.shape == "weekday" and not found.future), None)
    context = _Context(published, None, first)
    for found in expressions:
        when = _when(found, context)
        if when is not None and when.precision == len("ymd") and not when.is_interval:
            context = _Context(published, when.edtf, first)
        role = "in_brackets" if found.in_brackets else "name"
        yield Mention(kind="date", span=found.span, value=when.edtf if when else None, when=when, role=role)


def _when(found: Expression, context: _Context) -> When | None:
    if found.shape == "relative" and found.relative:
        return _made(_relative(found.relative, context), "relative")
    if found.shape == "weekday" and found.weekday:
        return _made(*_weekday(found, context))
    if found.shape in {"range", "month_range"}:
        return _range(found, context)
    return _long(found) or _part_of_year(found, context)


def _long(found: Expression) -> When | None:
    """A decade, or years from one to another."""
    if found.shape == "decade" and found.number is not None:
        first = found.number if found.number >= _CENTURY else _CENTURY * 19 + found.number
        return When(edtf=f"{edtf(first)}/{edtf(first + 9)}")
    if found.year2 is None or found.year is None or found.shape == "fiscal_year":
        return None
    return When(edtf=f"{edtf(found.year)}/{edtf(found.year2)}" if found.year < found.year2 else edtf(found.year2))


def _part_of_year(found: Expression, context: _Context) -> When | None:
    """A year, a quarter, a month or a day."""
    year, basis = _year(found, context)
    if found.shape == "quarter" and found.number in range(1, 5):
        return When(edtf=calendars.quarter(year, found.number or 1), basis=basis)
    if found.day is not None and found.month is None:
        return _made(*_bare_day(found, context))
    return When(edtf=edtf(year, found.month, found.day), basis=basis) if year is not None or found.month is not None else None


def _made(value: str | None, basis: Basis) -> When | None:
    return When(edtf=value, basis=basis) if value else None


def _relative(meaning: str, context: _Context) -> str | None:
    if meaning in {"same_day", "next_day"}:
        return calendars.shifted(context.last, meaning == "next_day") if context.last else None
    day = context.published
    if day is None:
        return None
    if meaning in DAYS:
        return calendars.shifted(day, DAYS[meaning])
    if meaning in WEEKS:
        return calendars.week_of(day, WEEKS[meaning])
    if meaning in MONTHS:
        return calendars.month_of(day, MONTHS[meaning])
    return calendars.weekend_of(day) if meaning == "this_weekend" else calendars.year_of(day, YEARS[meaning])


def _weekday(found: Expression, context: _Context) -> tuple[str | None, Basis]:
    day, weekday = context.published, found.weekday or 1
    if day is None:
        return None, "relative"
    year, month, number = calendars.numbers(day)
    if year is None and month and number:
        # The first weekday of a wire report is the day of its dateline; without the year the others count from that.
        first = context.weekday or weekday
        away = (weekday - first) % 7 if found.future else -((first - weekday) % 7)
        return (calendars.shifted(day, away) if context.weekday else None), "inferred"
    if found.relative in WEEKS:
        return calendars.weekday_of_week(day, weekday, WEEKS[found.relative]), "relative"
    return calendars.weekday_near(day, weekday, ahead=found.future), "relative"


def _bare_day(found: Expression, context: _Context) -> tuple[str | None, Basis]:
    """A day of which only the number is said: of the month of the last day named, else of the report's."""
    day = found.day or 1
    base = context.published or context.last
    year, month, number = calendars.numbers(base) if base else (None, None, None)
    if month is None:
        return edtf(year, None, day) if year is None else None, "stated"
    behind = number is not None and not found.future and day - number > _HALF_MONTH
    moved = calendars.month_of(edtf(year, month), -1 if behind else 1 if found.future and number and day < number else 0)
    year, month, _none = calendars.numbers(moved or "")
    return (edtf(year, month, day) if calendars.exists(year, month, day) else None), "inferred"


def _year(found: Expression, context: _Context) -> tuple[int | None, Basis]:
    """The year an expression states, or that the words beside it or the day of publication give."""
    if found.year is not None:
        return found.year, "stated"
    day = context.published
    if found.relative in YEARS:
        value = calendars.year_of(day, YEARS[found.relative]) if day else None
        return (int(value) if value else None), "relative"
    month = found.month or (3 * found.number if found.shape == "quarter" and found.number else None)
    if day is None or month is None:
        return None, "stated"
    ahead = False if found.shape.startswith("past_") else found.future or None
    year = calendars.nearest_year(day, month, found.day, future=ahead)
    return year, "inferred" if year is not None else "stated"


def _range(found: Expression, context: _Context) -> When | None:
    """First and last day (or month): what one end leaves out, the other end gives."""
    month, month2 = found.month or found.month2, found.month2 or found.month
    end = replace(found, shape="day", year=found.year2 or found.year, month=month2, day=found.day2)
    year2, basis = _year(end, context)
    year = found.year or year2
    if month is None or month2 is None:
        first, second = _bare_day(found, context)[0], _bare_day(replace(end, day=found.day2), context)[0]
        return When(edtf=f"{first}/{second}", basis="inferred") if first and second and first <= second else None
    if found.year is None and year is not None and (month, found.day or 0) > (month2, found.day2 or 0):
        year -= 1
    first_day, last_day = edtf(year, month, found.day), edtf(year2, month2, found.day2)
    return When(edtf=f"{first_day}/{last_day}" if first_day != last_day else first_day, basis=basis)
