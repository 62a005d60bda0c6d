"""Repetitions: the occasions that one verb tells with a list of dates ("met in Lima in May 2018, in Rome in 2020 and again last week")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as day
from itertools import pairwise
from typing import NamedTuple

from foedera.extraction import occasions, places
from foedera.extraction.contexts import Context
from foedera.extraction.joins import DATED, joined
from foedera.extraction.matches import Match
from foedera.model.document import Span
from foedera.model.mention import Mention

APART = 20
"""Days between two dates of a list from which they are two occasions, though no word says "again": talks may last some days."""

AGAIN = (*DATED, "once_more")


class Occasion(NamedTuple):
    """A further occasion: its date, its place if it has one, and the passage that tells of it."""

    date: Mention
    place: tuple[str, Span] | None
    passage: Span


def repetitions(context: Context, match: Match, first: Span) -> Iterator[Occasion]:
    """The occasions behind the first one, whose date stands behind the verb, in order."""
    if first.start < match.end:
        return
    dates = occasions.dates_in(context, first.start, match.scope.end)
    for before, date in pairwise(dates):
        start, end = before.span.end, date.span.start
        again = context.draft.hits.within(start, end, "class", "once_more")
        if not joined(context.draft, start, end, AGAIN) or not (again or _apart(before, date)):
            return
        opened = again[0].start if again else start + len(context.draft.text[start:end]) - len(context.draft.text[start:end].lstrip(" ,"))
        passage = Span(start=opened, end=date.span.end)
        yield Occasion(date, places.place_in(context, passage), passage)


def _apart(first: Mention, second: Mention) -> bool:
    if first.when is None or second.when is None or not (first.when.year_known and second.when.year_known):
        return False
    days = day.fromisoformat(second.when.first) - day.fromisoformat(first.when.first)
    return abs(days.days) >= APART
