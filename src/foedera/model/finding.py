"""Finding: a passage that a search found."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.document import Span
from foedera.model.fact import Citation
from foedera.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The report, the passage that shows most of the query, and whether the words stand in the report as asked, marks and all."""

    report: Report
    citation: Citation
    exact: bool
    highlights: tuple[Span, ...] = ()
    """Where the words stand in the passage: spans of the article's text."""
    rank: int = 0
    """Its place among those that hold the words as well as it does."""
