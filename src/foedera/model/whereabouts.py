"""A reading → where its copies and translations are looked for: the bands of its text, and its party sets with the days around its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from foedera.model.fact import TenureFact
from foedera.model.keys import Key, key_of
from foedera.model.reading import Reading
from foedera.model.when import When, day
from foedera.plumbing.sketches import bands, shingles

LATER = timedelta(days=3)
"""The most time between a report and its translation."""
VAGUE = ""
"""The day under which a report is found that has a date, but no day of a known year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """`keys` are the party sets under which it is found on `day`; none for a report without a date."""

    bands: tuple[int, ...]
    keys: tuple[Key, ...]
    day: str


def whereabouts(reading: Reading) -> Whereabouts:
    """Where a report is found."""
    dated = days(reading.article.published)
    return Whereabouts(
        bands=bands(shingles(reading.article.text)),
        keys=party_keys(reading) if dated else (),
        day=dated[0] if dated else VAGUE,
    )


def party_keys(reading: Reading) -> tuple[Key, ...]:
    """The party sets of which a report tells."""
    return tuple(sorted({key_of(fact) for fact in reading.facts if not isinstance(fact, TenureFact)}))


def days(published: When | None) -> tuple[str, str, str] | None:
    """Under which day a report is found, and the first and last day to look for its copies; None where it has no date.

    One without a day of a known year is found from every day, and looks at all.
    """
    if published is None:
        return None
    if not published.is_day:
        return (VAGUE, VAGUE, "9999-12-31")
    known = day(published.edtf)
    return (published.edtf, str(known - LATER), str(known + LATER))
