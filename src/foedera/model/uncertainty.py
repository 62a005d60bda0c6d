"""Uncertainty: what the ledger holds of an entry without being sure of it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.model.fact import Fact
from foedera.model.report import EntryId, EntryKind, Report

Doubt = Literal["disagreement", "one_origin", "publication_date", "inferred_value", "another_passage", "weak_link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """One doubt on an entry: its reason and, where that rests on others (why a value was inferred), these in `because`.

    `type` is the event's type, the level's title, the person's name, or the kind of the entry. `property` is what is uncertain, with the
    `values` that are given for it. Of a link `entry` is the later end and `earlier` the other one.
    """

    entry: EntryId
    kind: EntryKind
    type: str
    parties: tuple[str, ...]
    reason: Doubt
    facts: tuple[Fact, ...]
    reports: tuple[Report, ...]
    property: str | None = None
    values: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    earlier: EntryId | None = None
