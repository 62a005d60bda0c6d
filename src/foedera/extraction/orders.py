"""Orders: which of two numbers is the day and which the month, where a date in digits does not say ("04/05/2024").

A weekday beside it settles it, else another date of the text in digits that can only be read one way; else the pack's own order stays.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from foedera.extraction.fields import Expression
from foedera.model.document import Span

_DIGITS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}")
_BESIDE = frozenset({"", ",", "(", "(,"})
"""Signs between a weekday and its date."""
MONTHS = 12


def settled(text: str, expressions: Iterable[Expression]) -> tuple[Expression, ...]:
    """The same expressions, their days and months in the order that the text itself shows; a date takes its weekday in."""
    found = list(_with_weekdays(text, list(expressions)))
    shown = {month_first for one in found if (month_first := _shows(text, one)) is not None}
    if shown != {True}:
        return tuple(found)
    return tuple(_turned(one) if one.weekday is None and _reads(text, one) is False and _open(one) else one for one in found)


def _with_weekdays(text: str, found: list[Expression]) -> Iterator[Expression]:
    """Dates in digits joined with the weekday before them."""
    waiting: Expression | None = None
    for one in found:
        if waiting is not None and _reads(text, one) is not None and _joined(text, waiting, one):
            fits = _weekday(one) == waiting.weekday
            turned = _turned(one) if not fits and _open(one) and _weekday(_turned(one)) == waiting.weekday else one
            yield replace(turned, span=Span(start=waiting.span.start, end=one.span.end), weekday=waiting.weekday)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = one if one.shape == "weekday" else None
        if waiting is None:
            yield one
    if waiting is not None:
        yield waiting


def _joined(text: str, weekday: Expression, date: Expression) -> bool:
    between = text[weekday.span.end : date.span.start]
    return between.replace(" ", "") in _BESIDE and len(between) <= len(" , (")


def _reads(text: str, one: Expression) -> bool | None:
    """Whether a date in digits is read month first; None for all others."""
    match = _DIGITS.search(text, one.span.start, one.span.end)
    if match is None or match.end() != one.span.end or not one.is_full:
        return None
    return int(match[1]) == one.month and int(match[2]) == one.day and one.month != one.day


def _shows(text: str, one: Expression) -> bool | None:
    """What a date that can only be read one way shows of the order: month first or not; None where it shows nothing."""
    read = _reads(text, one)
    sure = one.weekday is not None or not _open(one)
    return read if read is not None and sure and one.month != one.day else None


def _open(one: Expression) -> bool:
    return one.day is not None and one.day <= MONTHS


def _turned(one: Expression) -> Expression:
    return replace(one, day=one.month, month=one.day)


def _weekday(one: Expression) -> int:
    return dt.date(one.year or 1, one.month or 1, one.day or 1).isoweekday()
