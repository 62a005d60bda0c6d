"""Told: what a date takes from those that the text named before it, and from the day of publication."""

from __future__ import annotations

from msgspec import Struct

from foedera.extraction import calendars
from foedera.extraction.calendars import edtf
from foedera.extraction.fields import Expression
from foedera.model.when import When

TALE = "tale_year"
"""The shape of a year that opens what is told next ("the turn came in 2009")."""


class Context(Struct, frozen=True, kw_only=True):
    """What an expression counts from: the day of publication, the last day the text named, the first weekday of a yearless report."""

    published: str | None
    last: str | None = None
    weekday: int | None = None
    told: str | None = None
    """The last date named with its year, however exact: what "that year" and "the following year" count from."""
    end: int = 0
    """Where it ends."""
    tale: int | None = None
    """The year that the text opened a tale with, until another year is told."""
    tale_end: int = 0

    def after(self, found: Expression, when: When) -> Context:
        """What the expressions behind this one count from."""
        day = when.edtf if when.precision == len("ymd") and not found.in_brackets else self.last
        told, end = (when.edtf, found.span.end) if when.year_known else (self.told, self.end)
        tale, tale_end = self.tale, self.tale_end
        if found.shape == TALE:
            tale, tale_end = found.year, found.span.end
        elif found.year is not None and found.year != tale:
            tale = None
        return Context(published=self.published, last=day, weekday=self.weekday, told=told, end=end, tale=tale, tale_end=tale_end)


def year_as_told(found: Expression, context: Context, month: int) -> int | None:
    """The year of a date that goes on with what was told before it, if it is past by now."""
    if context.published is None:
        return None
    if context.tale is not None and found.span.start - context.tale_end <= TALE_LENGTH:
        return context.tale if edtf(context.tale, month, found.day) <= context.published else None
    return _next_such(found, context.told, context.published, month) if found.span.start - context.end <= NEAR else None


def _next_such(found: Expression, told: str | None, published: str, month: int) -> int | None:
    """The year of the next such day behind what was told, unless the day lies in news of what is to come soon.

    "On 17 December 2014 ... On 20 July" of a report of March 2016 is of 2015.
    """
    year, number, day = calendars.numbers(told or "")
    own = calendars.numbers(published)[0]
    if year is None or own is None or not 0 < own - year <= RECENT:
        return None
    if edtf(own, month, found.day) <= (calendars.shifted(published, calendars.FRESH) or ""):
        return None
    year += (month, found.day or 31) < (number or 0, day or 1)
    return year if edtf(year, month, found.day) <= published else None


def base_ahead(found: Expression, context: Context) -> str | None:
    """The date that "two months later" counts from: one of the past told right before it, else the day of publication."""
    told, published = context.told, context.published
    if told is None or published is None or found.span.start - context.end > NEAR:
        return published
    before = calendars.shifted(published, -NEWS_DAYS) if None not in calendars.numbers(published) else None
    return told if before is not None and told < before[: len(told)] else published


def elsewhere(context: Context) -> bool:
    """Whether the date told last lies weeks before the report or in a later month, so that a day right behind it is of that month."""
    published, told = context.published or "", context.told or ""
    before = calendars.shifted(published, -NEWS_DAYS) if None not in calendars.numbers(published) else None
    last = calendars.month_of(published, -1) if before is not None else None
    month = told[: len("2023-11")]
    return before is not None and (told < before or month < (last or "") or month > published[: len("2023-11")])


NEWS_DAYS = 45
"""Days back to which a report's own news reaches."""

NEAR = 120
"""Characters between a date and one that takes its year from it: a sentence or two."""

TALE_LENGTH = 400
"""Characters behind the year that opens a tale to which it reaches: a paragraph."""

RECENT = 3
"""Years back in which a report tells one day after the other."""
