"""Publication: the day of a report, from its record, its datelines, its address, or worked out from the days its body names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foedera.extraction import calendars, counts
from foedera.extraction.fields import Expression
from foedera.model.article import Article, Part
from foedera.model.when import When

GAP = 4
"""Characters between a relative word and the full date that explains it: a comma, a space, a bracket."""
OPENING = 3
"""Paragraphs and captions at the beginning in which a date tells when the report was written."""
HEADING = 30
"""Characters of the longest line at the head of a release that is no paragraph: the kind of paper, its number, the office."""
_CRAWLED = re.compile(r"date\s+(\d{4}(?:-\d{2}){0,2})$")
_ADDRESS = re.compile(r"https?://\S+")
_IN_ADDRESS = re.compile(r"(?<!\d)(20\d{2}|19[89]\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_WHERE_DATES_STAND = ("dateline", "byline", "credit", "boilerplate")


def published(article: Article, text: str, parts: tuple[Part, ...], expressions: tuple[Expression, ...]) -> When | None:
    """When a report was published, as exactly as anything tells, and on what basis; None where nothing does."""
    if article.published is not None:
        return article.published
    dated = _in_parts(text, parts, expressions)
    address = _in_address(article, text, parts)
    inferred = _beside_a_relative_word(text, expressions)
    vague = [when for when in dated if when.precision < len("ymd")]
    known = [when for when in dated if when.precision == len("ymd")] or _signed_off(text, expressions)
    return next(
        (when for when in (*known, address if address and address.is_day else None, inferred, *vague, address) if when),
        _in_opening(parts, expressions),
    )


def _in_parts(text: str, parts: tuple[Part, ...], expressions: tuple[Expression, ...]) -> list[When]:
    """Dates of lines of their own, then of datelines of paragraphs; one without a year takes the only year of such lines."""
    found: list[When] = []
    opening: list[When] = []
    yearless: list[Expression] = []
    years: set[int] = set()
    for part, inside in _with_dates(parts, expressions):
        if part.kind not in _WHERE_DATES_STAND and part.kind != "title":
            continue
        years |= {date.year for date in inside if date.year}
        if part.kind == "dateline":
            crawled = _CRAWLED.match(text[part.span.start : part.span.end])
            found += [When(edtf=crawled[1])] if crawled else []
            dates = [] if crawled else [_stated(date) for date in inside]
            (opening if _opens_a_paragraph(text, part) else found).extend(when for when in dates if when)
            yearless += [date for date in inside if date.month and date.day and date.year is None]
    year = years.pop() if len(years) == 1 else None
    return found + opening + [When(edtf=calendars.edtf(year, date.month, date.day)) for date in yearless[:1]]


def _signed_off(text: str, expressions: tuple[Expression, ...]) -> list[When]:
    """The full date that ends the report behind a dash, as some papers sign off."""
    last = expressions[-1] if expressions else None
    if last is None or not last.is_full or last.shape != "day" or text[last.span.end :].strip(" .\n"):
        return []
    dashed = text[: last.span.start].rstrip().endswith(("–", "—", " -"))
    return [When(edtf=calendars.edtf(last.year, last.month, last.day))] if dashed else []


def _opens_a_paragraph(text: str, part: Part) -> bool:
    return "\n" not in text[part.span.end : part.span.end + 2] and part.span.end < len(text)


def _stated(date: Expression) -> When | None:
    if date.year is None or date.month is None or date.shape not in {"day", "month"}:
        return None
    return When(edtf=calendars.edtf(date.year, date.month, date.day))


def _with_dates(parts: tuple[Part, ...], expressions: tuple[Expression, ...]) -> Iterator[tuple[Part, list[Expression]]]:
    at = 0
    for part in parts:
        while at < len(expressions) and expressions[at].span.end <= part.span.start:
            at += 1
        end = at
        while end < len(expressions) and expressions[end].span.start < part.span.end:
            end += 1
        yield part, list(expressions[at:end])


def _in_address(article: Article, text: str, parts: tuple[Part, ...]) -> When | None:
    """The date in the report's own address, or in the one its credit names."""
    credit = (text[part.span.start : part.span.end] for part in parts if part.kind == "credit")
    named = (match.group() for line in credit for match in [_ADDRESS.search(line)] if match)
    for address in (article.url or "", article.address, *named):
        match = _IN_ADDRESS.search(address) if "/" in address else None
        if match is None:
            continue
        year, month, day = (int(number) if number else None for number in match.groups())
        if calendars.exists(year, month, day):
            return When(edtf=calendars.edtf(year, month, day), basis="metadata")
    return None


def _beside_a_relative_word(text: str, expressions: tuple[Expression, ...]) -> When | None:
    """The day counted from a relative word and the full date beside it: "yesterday, 27 November 2023"."""
    for first, second in pairwise(expressions):
        word, date = (first, second) if second.is_full else (second, first)
        close = second.span.start - first.span.end <= GAP and "\n" not in text[first.span.end : second.span.start]
        away = counts.count(word.relative or "") if word.shape == "relative" else None
        if close and date.is_full and date.shape == "day" and away and away.unit == "day" and not away.that:
            day = calendars.shifted(calendars.edtf(date.year, date.month, date.day), -away.number)
            return When(edtf=day, basis="inferred") if day else None
    return None


def _in_opening(parts: tuple[Part, ...], expressions: tuple[Expression, ...]) -> When | None:
    """The first day that the opening paragraphs name: a report speaks of the latest day first."""
    told = [part for part in parts if part.kind in {"body", "caption"}]
    opening = ([part for part in told if part.span.end - part.span.start > HEADING] or told)[:OPENING]
    limit = opening[-1].span.end if opening else 0
    years = {
        (date.month2 or date.month, date.day2 or date.day): date.year2 or date.year for date in expressions if date.year2 or date.is_full
    }
    latest = max((date.year for date in expressions if date.year and not date.future), default=None)
    for date in expressions:
        if date.span.start >= limit or date.day is None or date.month is None or date.shape not in {"day", "past_day"} or date.future:
            continue
        year = date.year or years.get((date.month, date.day))
        if year is None or latest is None or year >= latest:
            return When(edtf=calendars.edtf(year, date.month, date.day), basis="inferred")
    return None
