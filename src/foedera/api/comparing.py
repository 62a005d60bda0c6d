"""The verb that holds two statements against each other."""

from __future__ import annotations

from difflib import get_close_matches

from foedera import ledger as stores
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.merging.comparisons import comparison
from foedera.merging.datings import document_days
from foedera.merging.statements import telling_of
from foedera.model.comparison import Comparison
from foedera.model.fact import CommitmentFact
from foedera.model.report import Report
from foedera.pipeline import rebuild as rebuilding
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location


def compare(a: str, b: str, *, ledger: Location | None = None) -> Comparison:
    """What the later of two reports promises anew, repeats, drops or weakens; reports by name (or its beginning) or document id.

    Raises:
        UsageError: when a report is not in the ledger, or both are the same.
    """
    with stores.glance(ledger_location(ledger)) as kept:
        reports = tuple(kept.reports())
        first, second = report_named(a, reports), report_named(b, reports)
        if first.document == second.document:
            raise UsageError(_("{a!r} and {b!r} are the same report").format(a=a, b=b), remedy=_("name two reports"))
        wanted = {first.document, second.document}
        days = document_days({report.document: report for report in reports}, rebuilding.entries(kept, known()).events)
        facts = [fact for fact in kept.facts() if isinstance(fact, CommitmentFact) and fact.document in wanted]
    earlier, later = sorted((first, second), key=lambda report: (days.get(report.document, "9999"), report.document))
    telling = telling_of(known().world, (first, second))
    held = [fact for fact in facts if fact.stance.realis in {"asserted", "planned"}]
    return comparison(earlier, later, held, telling)


def report_named(name: str, reports: tuple[Report, ...]) -> Report:
    """The report of a ledger that a name means: its own, the beginning of it, its address, or the id of its document.

    Raises:
        UsageError: when there is none, or there are several.
    """
    found = [report for report in reports if name in {report.record, report.document, report.url}]
    found = found or [report for report in reports if report.record.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(sorted(report.record for report in found)[:3])
        what = _("{name!r} is the beginning of several reports: {several}").format(name=name, several=several)
        raise UsageError(what, remedy=_("give more of it"))
    near = get_close_matches(name, sorted(report.record for report in reports), n=1, cutoff=0.4)
    remedy = _("did you mean {near}?").format(near=near[0]) if near else _("see foedera export json for the names of reports")
    raise UsageError(_("{name!r} is no report in this ledger").format(name=name), remedy=remedy)
