"""Facts → what every entry says of its sources: id, facts in order, reports, number of origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from foedera.model.document import DocumentId
from foedera.model.fact import Fact
from foedera.model.report import EntryId, Report

F = TypeVar("F", bound=Fact)
Reports = Mapping[DocumentId, Report]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing(Generic[F]):
    """The part of an entry that all kinds share."""

    id: EntryId
    facts: tuple[F, ...]
    reports: tuple[Report, ...]

    @property
    def origins(self) -> int:
        """How many reports are independent: copies and translations of one count once."""
        return len({report.origin or report.document for report in self.reports})


def sourcing(facts: Iterable[F], reports: Reports) -> Sourcing[F]:
    """Facts in order of ids, and their reports in order of documents."""
    ordered = tuple(sorted(facts, key=lambda fact: fact.id))
    documents = sorted({fact.document for fact in ordered})
    return Sourcing(id=EntryId(ordered[0].id), facts=ordered, reports=tuple(reports[document] for document in documents))


def most_used(values: Iterable[str | None]) -> str | None:
    """The value that most facts give; of equals the longest, then the first in order. None where no fact gives one."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


def most_used_number(values: Iterable[int | None]) -> int | None:
    """The number that most facts give; of equals the smallest."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
