"""Stretches: two days that a word such as "until" joins as one interval ("from tomorrow to 15 October"), or that brackets make one."""

from __future__ import annotations

from msgspec.structs import replace

from foedera.extraction import calendars
from foedera.extraction.hits import Hits
from foedera.model.document import Span
from foedera.model.mention import Mention
from foedera.model.when import Basis, When

DAY = 3
"""The precision of a day."""


def stretches(text: str, dates: tuple[Mention, ...], hits: Hits) -> tuple[Mention, ...]:
    """The dates, neighbours that a word of range joins made one; only days of which the first is the earlier."""
    made: list[Mention] = []
    for mention in dates:
        whole = _joined(text, made[-1], mention, hits) if made else None
        if whole is None:
            made.append(mention)
        else:
            made[-1] = whole
    return tuple(made)


def _joined(text: str, first: Mention, second: Mention, hits: Hits) -> Mention | None:
    if first.when is None or second.when is None or not (_is_day(first.when) and _is_day(second.when)):
        return None
    start, end = first.span.end, second.span.start
    word = text[start:end].strip()
    if word == "(" and text[second.span.end : second.span.end + 1] == ")" and first.when.basis == "relative" != second.when.basis:
        return replace(second, span=Span(start=first.span.start, end=second.span.end + 1))
    known = any(text[hit.start : hit.end] == word for hit in hits.within(start, end, "class", "range"))
    if not known or first.when.edtf >= second.when.edtf:
        return None
    begin = _of_its_week(first.when, second.when)
    when = When(edtf=f"{begin}/{second.when.edtf}", basis=_weaker(first.when, second.when))
    return replace(first, span=Span(start=first.span.start, end=second.span.end), value=when.edtf, when=when)


def _of_its_week(first: When, second: When) -> str:
    """The first of two days; of two that are counted from the report the one in the week before the second ("Monday to this Friday")."""
    later = calendars.shifted(first.edtf, WEEK) if first.basis == second.basis == "relative" else None
    return later if later is not None and later < second.edtf else first.edtf


WEEK = 7


def _is_day(when: When) -> bool:
    return not when.is_interval and when.precision == DAY


def _weaker(first: When, second: When) -> Basis:
    return second.basis if first.basis == "stated" else first.basis
