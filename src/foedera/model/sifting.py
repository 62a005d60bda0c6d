"""Sifting: what a search is narrowed by, and what is left, with how many of the reports bear each value."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.finding import Finding

FACETS = ("type", "level", "area", "status", "lang", "publisher", "review")
"""What the values of a search are counted by, beside its parties and its days."""
REVIEW = ("ruled", "open")
"""Whether a person has ruled on a fact of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What is wanted of a report; what is left empty asks nothing.

    `parties` (codes) are all of one fact's; `start` and `end` days that the report was out on; the others see FACETS.
    """

    parties: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """The reports left, each with a passage; of each facet how many bear each value, commonest first; whether all were looked at."""

    findings: tuple[Finding, ...]
    counts: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    complete: bool
