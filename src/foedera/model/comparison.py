"""Comparison: what the later of two statements says that the earlier did not, what it repeats, and what it no longer says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.model.fact import CommitmentFact
from foedera.model.report import Report

Change = Literal["new", "firmer", "repeated", "weaker", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A promise of one of the statements, or of both, and what became of it between them."""

    change: Change
    earlier: CommitmentFact | None
    later: CommitmentFact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports, the earlier first, the parties both speak of, and the promises: new ones first, dropped ones last."""

    earlier: Report
    later: Report
    parties: tuple[tuple[str, ...], ...]
    promises: tuple[Compared, ...]
