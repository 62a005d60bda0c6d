"""Follow-up: what a later entry makes of an earlier one: a promise kept, carried on, repeated, put off, or gone against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.model.fact import Fact
from foedera.model.report import EntryId, Report

FollowUpKind = Literal["fulfils", "continues", "reaffirms", "postpones", "contradicts"]
Ground = Literal["topic", "area", "mechanism", "instrument", "amount", "plan", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A link from an earlier entry to a later one, each with the facts whose quotes show it (one a report, sorted by id).

    `grounds` are what both have in common, the strongest first, each with what it is ("topic", "visa_exemption"); `strength` sums them.
    """

    kind: FollowUpKind
    parties: tuple[str, ...]
    earlier: EntryId
    later: EntryId
    earlier_facts: tuple[Fact, ...]
    later_facts: tuple[Fact, ...]
    grounds: tuple[tuple[Ground, str], ...]
    strength: float
    reports: tuple[Report, ...] = ()
    """Those that the facts of both ends stand in, sorted by document."""
