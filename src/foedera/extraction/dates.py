"""Dates: the expressions of a text as EDTF, each with the basis on which it is known.

A full date is stated. A day without a year takes it from the day of publication (inferred), relative words and weekdays count from
that day (relative), never with more precision than it has. Without a day of publication a year stays `XXXX`, and what only counts
from it has no value; a duration, a feast or a season never has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from foedera.extraction import calendars, counts
from foedera.extraction.calendars import edtf
from foedera.extraction.counts import Count
from foedera.extraction.expressions import scan
from foedera.extraction.fields import Expression
from foedera.extraction.told import Context, base_ahead, elsewhere, year_as_told
from foedera.model.mention import Mention
from foedera.model.when import Basis, When

__all__ = ["Expression", "dates", "scan"]

TIMELESS = frozenset({"duration", "unresolved"})
"""Shapes of mentions without a value, which date no fact."""
_HALF_MONTH = 15
_CENTURY = 100


def dates(expressions: tuple[Expression, ...], published: When | None) -> tuple[Mention, ...]:
    """The dates that expressions mean in a report published on a day; `when` is None where nothing tells which."""
    return tuple(_mentions(expressions, published.edtf if published else None))


def _mentions(expressions: tuple[Expression, ...], published: str | None) -> Iterator[Mention]:
    first = next((found.weekday for found in expressions if found.shape == "weekday" and not found.future), None)
    context = Context(published=published, weekday=first)
    for found in expressions:
        when = _when(found, context)
        if when is not None and not when.is_interval:
            context = context.after(found, when)
        role = found.shape if found.shape in TIMELESS else "in_brackets" if found.in_brackets else "name"
        value = _week(found, context) or (when.edtf if when else None)
        yield Mention(kind="date", span=found.span, value=value, when=when, role=role)


def _week(found: Expression, context: Context) -> str | None:
    """Monday and Sunday of a week that is counted: more than facts say of it, which give its month."""
    what = _what(found)
    if what is None or what.unit != "week":
        return None
    base = context.last if what.that else context.published
    return calendars.days_of_week(base, what.number) if base else None


def _what(found: Expression) -> Count | None:
    """What a relative word or a number of units counts."""
    if found.shape == "relative":
        return counts.count(found.relative or "")
    if found.shape not in {"ago", "ahead"} or found.unit is None or found.number is None or found.number > LONGEST_COUNT:
        return None
    return Count(unit=found.unit, number=found.number if found.shape == "ahead" else -found.number)


LONGEST_COUNT = 999
"""Units that a report counts at most: a thousand years ago is no date."""


def _when(found: Expression, context: Context) -> When | None:
    if found.shape in TIMELESS:
        return None
    way = _WAYS.get(found.shape)
    return way(found, context) if way else _long(found) or _part_of_year(found, context)


def _counted(what: Count | None, context: Context) -> When | None:
    """The day, month or year that is counted to."""
    if what is None:
        return None
    base = context.told if what.unit in LONG else context.last
    return _made(counts.counted(what, base if what.that else context.published), "relative")


def _counted_ahead(found: Expression, context: Context) -> str | None:
    """The day, month or year so many units on, from a date of the past told right before or from the day of publication."""
    what = _what(found)
    return counts.counted(what, base_ahead(found, context)) if what is not None else None


LONG = frozenset({"year", "fiscal_year", "month"})
"""Units that count from any date with a year: "2013 ... the following year"."""


def _in_month(found: Expression, context: Context) -> When | None:
    """A day of a month that is counted ("the 5th of next month"), or the first, second or last such weekday of a month."""
    month = _counted(counts.count(found.relative or ""), context) if found.month is None else None
    year, number, _ = calendars.numbers(month.edtf) if month else (_year(found, context)[0], found.month, None)
    if number is None:
        return None
    if found.shape == "weekday_of_month" and found.weekday and year is not None:
        return _made(calendars.weekday_of_month(edtf(year, number), found.weekday, found.number or 1), "stated")
    sound = found.day is not None and calendars.exists(year, number, found.day)
    return When(edtf=edtf(year, number, found.day), basis="relative") if sound else None


def _of_told(found: Expression, context: Context) -> When | None:
    """A month of the year told last ("that September"), or the first such month behind it ("the following March")."""
    year, number, _ = calendars.numbers(context.told or "")
    if year is None or found.month is None:
        return None
    later = found.shape == "following_month" and (number is None or found.month <= number)
    return _made(edtf(year + later, found.month), "relative")


def _long(found: Expression) -> When | None:
    """A decade, a century, or years from one to another."""
    if found.shape == "decade" and found.number is not None:
        first = found.number if found.number >= _CENTURY else _CENTURY * 19 + found.number
        return When(edtf=f"{edtf(first)}/{edtf(first + 9)}")
    if found.shape == "century" and found.number is not None:
        first = _CENTURY * (found.number - 1)
        return When(edtf=f"{edtf(first + 1)}/{edtf(first + _CENTURY)}") if first >= _CENTURY else None
    if found.year2 is None or found.year is None or found.shape == "fiscal_year":
        return None
    return When(edtf=f"{edtf(found.year)}/{edtf(found.year2)}" if found.year < found.year2 else edtf(found.year2))


def _part_of_year(found: Expression, context: Context) -> When | None:
    """A year, a half, a quarter or the first months of it, a month or a day."""
    year, basis = _year(found, context)
    if found.shape == "quarter" and found.number in range(1, 5):
        return When(edtf=calendars.quarter(year, found.number or 1), basis=basis)
    if found.shape == "half" and found.number in {1, 2}:
        return When(edtf=calendars.half(year, found.number or 1), basis=basis)
    if found.shape == "first_months" and found.number in range(1, 13):
        return When(edtf=f"{edtf(year, 1)}/{edtf(year, found.number)}", basis=basis)
    if found.shape in {"quarter", "half", "first_months", "century", "decade"}:
        return None
    if found.day is not None and found.month is None:
        return _made(*_bare_day(found, context))
    return When(edtf=edtf(year, found.month, found.day), basis=basis) if year is not None or found.month is not None else None


def _made(value: str | None, basis: Basis) -> When | None:
    return When(edtf=value, basis=basis) if value else None


def _weekday(found: Expression, context: Context) -> tuple[str | None, Basis]:
    day, weekday = context.published, found.weekday or 1
    if day is None:
        return None, "relative"
    year, month, number = calendars.numbers(day)
    if year is None and month and number:
        # The first weekday of a wire report is the day of its dateline; without the year the others count from that.
        first = context.weekday or weekday
        away = (weekday - first) % 7 if found.future else -((first - weekday) % 7)
        return (calendars.shifted(day, away) if context.weekday else None), "inferred"
    week = counts.count(found.relative or "")
    if week is not None and week.unit == "week":
        return calendars.weekday_of_week(day, weekday, week.number), "relative"
    if found.shape != "weekday":
        day = calendars.shifted(day, 1 if found.shape == "coming_weekday" else -1) or day
    return calendars.weekday_near(day, weekday, ahead=found.future or found.shape == "coming_weekday"), "relative"


def _bare_day(found: Expression, context: Context) -> tuple[str | None, Basis]:
    """A day of which only the number is said: of the month of the last day named, else of the report's.

    With a word of the future it is of the next month, unless it lies only some days back: then it opens what goes on to lie ahead.
    """
    day = found.day or 1
    told = calendars.numbers(context.told or "")
    goes_on = 0 <= found.span.start - context.end <= CLOSE and context.end >= found.sentence
    if told[1] is not None and told[2] is None and goes_on and calendars.exists(told[0], told[1], day):
        return edtf(told[0], told[1], day), "inferred"
    if None not in told and 0 <= found.span.start - context.end <= GOES_ON and elsewhere(context) and day >= (told[2] or 0):
        return (edtf(told[0], told[1], day) if calendars.exists(told[0], told[1], day) else None), "inferred"
    base = context.published or context.last
    year, month, number = calendars.numbers(base) if base else (None, None, None)
    if month is None:
        return edtf(year, None, day) if year is None else None, "stated"
    least = 0 if found.shape == "past_day" else _HALF_MONTH
    behind = number is not None and not found.future and day - number > least
    following = found.future and number is not None and number - day > _HALF_MONTH
    moved = calendars.month_of(edtf(year, month), -1 if behind else 1 if following else 0)
    year, month, _none = calendars.numbers(moved or "")
    return (edtf(year, month, day) if calendars.exists(year, month, day) else None), "inferred"


GOES_ON = 60
"""Characters between a full date and the bare day that goes on with it."""

CLOSE = 30
"""Characters between a month and the days of it that are told next ("in December he visited ... from the 7th to the 9th")."""


def _year(found: Expression, context: Context) -> tuple[int | None, Basis]:
    """The year an expression states, or that the words beside it or the day of publication give."""
    if found.year is not None:
        return found.year, "stated"
    day = context.published
    told = _counted(counts.count(found.relative or ""), context)
    if told is not None and not told.is_interval:
        return calendars.numbers(told.edtf)[0], "relative"
    length = {"quarter": 3, "half": 6, "first_months": 1}.get(found.shape, 0)
    month = found.month or length * min(found.number or 0, 12 // (length or 12)) or None
    if day is None or month is None:
        return None, "stated"
    ahead = False if found.shape.startswith("past_") else found.future or found.shape == "coming_day" or None
    year = calendars.nearest_year(day, month, found.day, future=ahead)
    if year is not None and ahead is None:
        year = year_as_told(found, context, month) or year
    return year, "inferred" if year is not None else "stated"


def _range(found: Expression, context: Context) -> When | None:
    """First and last day (or month): what one end leaves out, the other end gives."""
    month, month2 = found.month or found.month2, found.month2 or found.month
    end = replace(found, shape="day", year=found.year2 or found.year, month=month2, day=found.day2)
    year2, basis = _year(end, context)
    year = found.year or year2
    if found.relative is not None and found.day is None:
        start = _counted(counts.count(found.relative), context)
        stop = edtf(year2, month2, found.day2)
        return When(edtf=f"{start.edtf}/{stop}", basis="relative") if start and start.is_day and start.edtf < stop else None
    counted = _in_month(found, context) if found.relative is not None and month is None else None
    if counted is not None:
        year2, month, _none = calendars.numbers(counted.edtf)
        return When(edtf=f"{counted.edtf}/{edtf(year2, month, found.day2)}", basis="relative")
    if month is None or month2 is None:
        first, second = _bare_day(found, context)[0], _bare_day(replace(end, day=found.day2), context)[0]
        if first and second and first > second and (found.day or 0) < (found.day2 or 0):
            first = edtf(*calendars.numbers(second)[:2], found.day)
        return When(edtf=f"{first}/{second}", basis="inferred") if first and second and first <= second else None
    if found.year is None and year is not None and (month, found.day or 0) > (month2, found.day2 or 0):
        year -= 1
    first_day, last_day = edtf(year, month, found.day), edtf(year2, month2, found.day2)
    return When(edtf=f"{first_day}/{last_day}" if first_day != last_day else first_day, basis=basis)


def _days(found: Expression, context: Context) -> When | None:
    """A weekday, or the days from one to another ("on Thursday and Friday")."""
    value, basis = _weekday(found, context)
    return _made(calendars.until_weekday(value, found.weekday2) if value and found.weekday2 else value, basis)


_WAYS: dict[str, Callable[[Expression, Context], When | None]] = {
    **dict.fromkeys(("relative", "ago"), lambda found, context: _counted(_what(found), context)),
    "ahead": lambda found, context: _made(_counted_ahead(found, context), "relative"),
    **dict.fromkeys(("weekday", "past_weekday", "coming_weekday"), _days),
    **dict.fromkeys(("range", "month_range"), _range),
    **dict.fromkeys(("day_of_month", "weekday_of_month"), _in_month),
    **dict.fromkeys(("told_month", "following_month"), _of_told),
}
"""How a shape is read; every other is a day, a month or a longer part of the calendar."""
