"""A long list of entries → the latest of them, in the order of the list, and what leads to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar
from urllib.parse import urlencode

from foedera.api.wording.sources import in_order
from foedera.merging.relations import starts
from foedera.model.document import DocumentId
from foedera.model.entry import Entry
from foedera.plumbing.interface import _
from foedera.web.parts.views import MARKED, Note

E = TypeVar("E", bound=Entry)
SHOWN = 40
"""Entries of a list on a page, and those of the same day as the last of them."""
FIRST_DAY = date.min.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest(Generic[E]):
    """The latest entries of a list of `number`; the others lie before the day `since`, if it is known."""

    shown: tuple[E, ...]
    number: int
    since: str

    def notes(self, at: str, table: str) -> list[Note]:
        """How many are shown, and where the others are: on the page `at` of an earlier day, and all in the file `table`."""
        if len(self.shown) == self.number:
            return []
        found = [Note(words=_("the latest {n} of {all}").format(n=len(self.shown), all=self.number))]
        if at and self.since > FIRST_DAY:
            before = date.fromisoformat(self.since) - timedelta(days=1)
            found.append(Note(words=_("earlier ones"), href=f"{at}?{urlencode({'as_of': before.isoformat()})}"))
        return [*found, Note(words=_("all of them as a table"), href=table)]


def latest(entries: Iterable[E], day: Callable[[E], str | None] = starts) -> Latest[E]:
    """The latest by a day that each has; those without one are the first to go."""
    found = tuple(entries)
    days = sorted((day(one) or "" for one in found), reverse=True)
    since = days[SHOWN - 1] if len(days) > SHOWN else ""
    return Latest(shown=tuple(one for one in found if (day(one) or "") >= since), number=len(found), since=since)


def last_told(entry: Entry) -> str | None:
    """The last day on which a report tells of an entry."""
    return max((report.published.last for report in entry.reports if report.published and report.published.year_known), default=None)


def documents_of(entries: Iterable[Entry], most: int = MARKED) -> set[DocumentId]:
    """The documents in which the passages of entries stand that a page leads to, with those of what follows from them."""
    found: set[DocumentId] = set()
    for entry in entries:
        claims = [claim for one in entry.disagreements for claim in one.claims]
        for reports in (entry.reports, *(link.reports for link in entry.followups), *(claim.reports for claim in claims)):
            found |= {report.document for report in in_order(reports)[-most:]}
    return found
