"""Fields: what the groups of a date pattern say, as the numbers and meanings of an expression."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from foedera.extraction import calendars
from foedera.extraction.numerals import numeral
from foedera.model.document import Span
from foedera.model.pack import Dates
from foedera.plumbing.text import lowered

_SPACES = re.compile(r"\s+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
SHORT_YEAR = 100
PIVOT = 50
"""A year of two digits below this is of the 2000s: reports are of our time, and their history is of the century before."""


class Expression(Struct, frozen=True, kw_only=True):
    """What a stretch of text says of a date: numbers as stated, `relative` meanings, and whether it stands in brackets or lies ahead."""

    span: Span
    shape: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year2: int | None = None
    month2: int | None = None
    day2: int | None = None
    weekday: int | None = None
    weekday2: int | None = None
    number: int | None = None
    unit: str | None = None
    relative: str | None = None
    sentence: int = 0
    """Where its sentence begins, in languages whose stops are no other sign."""
    in_brackets: bool = False
    future: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it states a day with month and year."""
        return None not in (self.year, self.month, self.day)


class Vocabulary(Struct, frozen=True, kw_only=True):
    """A pack's words for dates, each with its meaning, by its form in lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    relative: Mapping[str, str]
    units: Mapping[str, str]
    eras: Mapping[str, int]
    spaced: bool

    def number(self, words: str | None) -> int | None:
        """The number that words or digits spell."""
        return None if words is None else numeral(key(words), self.numbers, spaced=self.spaced)


def vocabulary(dates: Dates, *, spaced: bool) -> Vocabulary:
    """The words of a pack for dates."""
    return Vocabulary(
        months={key(phrase.text): int(phrase.meaning) for phrase in dates.months},
        weekdays={key(phrase.text): int(phrase.meaning) for phrase in dates.weekdays},
        numbers={key(phrase.text): int(phrase.meaning) for phrase in (*dates.ordinals, *dates.numbers)},
        relative={key(phrase.text): phrase.meaning for phrase in dates.relative},
        units={key(phrase.text): phrase.meaning for phrase in dates.units},
        eras={key(phrase.text): int(phrase.meaning) for phrase in dates.eras},
        spaced=spaced,
    )


def key(words: str) -> str:
    """The form in which words of a date are compared."""
    return _SPACES.sub(" ", lowered(words)).strip()


def expression(groups: Mapping[str, str], shape: str, known: Vocabulary) -> Expression | None:
    """The expression that the groups of a pattern make; None where there is no such day."""
    year, year_word = _year(groups.get("y"), groups.get("era"), known)
    number, number_word = _number(groups.get("n"), known)
    found = Expression(
        span=Span(start=0, end=0),
        shape=shape,
        year=year,
        month=_month(groups, "m", "month", known),
        day=known.number(groups.get("d")),
        year2=_second_year(groups, year, known),
        month2=_month(groups, "m2", "month2", known),
        day2=known.number(groups.get("d2")),
        weekday=known.weekdays.get(key(groups.get("wd", ""))),
        weekday2=known.weekdays.get(key(groups.get("wd2", ""))),
        number=number,
        unit=known.units.get(key(groups.get("unit", ""))),
        relative=year_word or number_word,
    )
    return found if _exists(found) else None


def _exists(found: Expression) -> bool:
    sound = calendars.exists(found.year or found.year2, found.month or found.month2, found.day)
    return sound and calendars.exists(found.year2 or found.year, found.month2 or found.month, found.day2)


def _year(words: str | None, era: str | None, known: Vocabulary) -> tuple[int | None, str | None]:
    if words is None:
        return None, None
    relative = known.relative.get(key(words))
    if relative is not None:
        return None, relative
    number = known.number(words)
    if number is not None and era is not None and key(era) in known.eras:
        number += known.eras[key(era)] - 1
    elif number is not None and number < SHORT_YEAR:
        number += 2000 if number < PIVOT else 1900
    return number, None


def _second_year(groups: Mapping[str, str], first: int | None, known: Vocabulary) -> int | None:
    words = groups.get("y2")
    number = known.number(words)
    if words is None or number is None:
        return None
    if "era" in groups:
        return number + known.eras.get(key(groups["era"]), 1) - 1
    return (first or 2000) // SHORT_YEAR * SHORT_YEAR + number if number < SHORT_YEAR else number


def _number(words: str | None, known: Vocabulary) -> tuple[int | None, str | None]:
    if words is None:
        return None, None
    word = key(words)
    number = known.number(words)
    return (_ROMAN.get(word) if number is None else number), known.relative.get(word)


def _month(groups: Mapping[str, str], digits: str, words: str, known: Vocabulary) -> int | None:
    return known.months.get(key(groups[words])) if words in groups else known.number(groups.get(digits))
