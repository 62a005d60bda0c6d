"""Disagreement: a property of one entry for which independent sources give values that cannot all be true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.model.fact import Fact
from foedera.model.report import EntryId, EntryKind, Report, Side

Disputed = Literal["date", "place", "level", "amount", "target_date", "document_count", "attendees"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One of the values, with the facts that give it (sorted by id), their reports, the number of origins, and whose they are."""

    value: str
    facts: tuple[Fact, ...]
    reports: tuple[Report, ...]
    origins: int
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """The claims on a property of an entry, the one with most origins first; majority decides nothing, since sources copy each other.

    `type` is the event's type, the level's title, or the kind of the entry.
    """

    entry: EntryId
    kind: EntryKind
    type: str
    parties: tuple[str, ...]
    property: Disputed
    claims: tuple[Claim, ...]
