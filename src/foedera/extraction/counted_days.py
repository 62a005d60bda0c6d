"""Counted days: where the weekday of a plan lies, and how long a visit lasts of which only the first day and a number are told."""

from __future__ import annotations

import dataclasses
import datetime as dt

from msgspec.structs import replace

from foedera.extraction import calendars
from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.occasions import DAY, TOUCH, dates_in, follows
from foedera.model.mention import Mention
from foedera.model.when import When
from foedera.plumbing.text import lowered


def ahead(context: Context, date: Mention, *, part: bool = False) -> Mention:
    """The date of a plan: a bare weekday that was counted back lies ahead of the report ("On Monday the president of Peru will ...").

    So does a day without a year that lies well before it ("on 5 January", told on the last of December). With `part` the part of the
    day may stand at the weekday.
    """
    when, told = date.when, context.draft.published
    if when is None or told is None or not told.is_day:
        return date
    if when.basis == "inferred" and when.precision == DAY and when.year_known:
        return replace(date, when=_to_come(when, told))
    if when.basis != "relative" or not when.is_day:
        return date
    words = lowered(context.draft.text[date.span.start : date.span.end])
    weekdays = [lowered(day.text) for day in context.draft.pack.dates.weekdays]
    bare = any(words.endswith(day) and len(words) - len(day) <= PREPOSITION for day in weekdays)
    bare = bare or (part and any(day in words and len(words) - len(day) <= PREPOSITION + PART for day in weekdays))
    next_one = calendars.shifted(when.edtf, WEEK)
    return replace(date, when=dataclasses.replace(when, edtf=next_one)) if bare and next_one and when.edtf < told.edtf < next_one else date


def _to_come(when: When, told: When) -> When:
    """The same days a year later, where they lie well before the report."""
    later = "/".join(_a_year_on(end) for end in when.edtf.split("/"))
    known = calendars.exists(*calendars.numbers(later[-len("2031-05-03") :]))
    gone = (dt.date.fromisoformat(told.first) - dt.date.fromisoformat(when.last)).days
    return dataclasses.replace(when, edtf=later) if known and gone > LATELY else when


LATELY = 60
"""Days before a report on which something may have been told that it still speaks of as ahead."""


def _a_year_on(day: str) -> str:
    year, month, number = calendars.numbers(day)
    return calendars.edtf((year or 0) + 1, month, number)


WEEK = 7


PREPOSITION = 5
"""Characters of the word before a weekday that belongs to it, and a space."""


PART = 8
"""Characters of a part of the day beside a weekday."""


def stay(context: Context, match: Match, date: Mention) -> When | None:
    """The days of a visit: from a first day up to a last, or as many as the clause counts ("a three-day visit that began on 15 April")."""
    when = date.when
    if when is None or match.rule.type != "visit" or not when.edtf[-2:].isdigit() or when.precision != DAY or when.is_interval:
        return when
    until = _until(context, match, date, when)
    if until is not None:
        return dataclasses.replace(when, edtf=f"{when.edtf}/{until}")
    hits = context.draft.hits
    for number in hits.within(match.clause.start, match.clause.end, "number"):
        units = hits.within(number.end, min(match.clause.end, number.end + 10), "class", "days")
        if units and units[0].start - number.end <= 1 and number.value.isdigit() and 1 < int(number.value) <= LONGEST_STAY:
            last = calendars.shifted(when.edtf, int(number.value) - 1)
            begun = hits.within(max(match.clause.start, match.start - BEGINS), match.end, "class", "begun")
            begins = (
                bool(begun)
                or follows(context, date, "since")
                or (context.draft.pack.postposed and 0 <= number.start - date.span.end <= TOUCH)
            )
            return dataclasses.replace(when, edtf=f"{when.edtf}/{last}", basis="inferred") if begins and last else when
    return when


def _until(context: Context, match: Match, date: Mention, first: When) -> str | None:
    """The last day that a clause names behind the first ("arrived on Wednesday on a visit until 26 February")."""
    for other in dates_in(context, date.span.end, match.clause.end):
        last = other.when
        if last is None or not follows(context, other, "range") or last.is_interval or last.precision != DAY:
            continue
        if first.year_known and last.year_known and first.edtf < last.edtf <= (calendars.shifted(first.edtf, LONGEST_STAY) or ""):
            return last.edtf
    return None


BEGINS = 10
"""Characters before the words of a visit in which a verb says that it begins."""


LONGEST_STAY = 31
"""Days of the longest visit that is counted in days."""
