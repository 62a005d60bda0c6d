"""Reports → their order on a page, and each in words: who, when, in which language."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.api.naming import Names
from foedera.api.wording.days import edtf
from foedera.model.report import Report
from foedera.plumbing.interface import _


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports, each once: earliest publication first, undated last."""
    distinct = {report.document: report for report in reports}
    return tuple(sorted(distinct.values(), key=_order))


def source_words(report: Report, names: Names) -> list[str]:
    """Who published it, when, in which language."""
    return [
        names.publisher(report.publisher) or _("publisher not known"),
        edtf(report.published.edtf) if report.published else _("not dated"),
        report.lang or _("language not known"),
    ]


def _order(report: Report) -> tuple[bool, str, str, str]:
    dated = report.published is not None and report.published.year_known
    return (not dated, report.published.first if report.published and dated else "", report.record, report.document)
