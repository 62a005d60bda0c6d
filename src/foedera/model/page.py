"""Page: a stretch of a long list in a fixed order, and the place behind which the next one begins; what such stretches are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from foedera.model.entry import Entry, Person
from foedera.model.fact import Fact
from foedera.model.keys import STATE, party_key
from foedera.model.log import Line
from foedera.model.report import EntryId, Report

T = TypeVar("T")
Place = tuple[str, str]
"""Where something stands in its list; places are compared as they are, and none depends on what else is in the list."""
FIRST: Place = ("", "")
LIMIT, MOST = 50, 500
"""The items of a page where no number is given, and at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Which part of a list is wanted: at most so many items, behind a place."""

    after: Place = FIRST
    limit: int = LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Items of a list; `after` is the place of the last of them, None where nothing follows."""

    items: tuple[T, ...]
    after: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact, as it was ruled to be, with the report that tells it."""

    fact: Fact
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The passage of a fact, with the words of the report before and behind it, and the entry that the fact is in, where it makes one."""

    told: Told
    before: str
    behind: str
    entry: tuple[str, EntryId] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line of the log; of a report that was read also what it is, and its facts as they are now."""

    line: Line
    report: Report | None = None
    facts: tuple[Fact, ...] = ()


def place_of(entry: Entry) -> Place:
    """An entry's place among those of its kind: by party set, then id; people by id."""
    return (STATE if isinstance(entry, Person) else party_key(entry.parties), entry.id)
