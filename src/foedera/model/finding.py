"""Finding: a passage that a search found."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.fact import Citation
from foedera.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The report, its first fitting passage, and whether the words stand there as asked (marks and all), not merely folded."""

    report: Report
    citation: Citation
    exact: bool
