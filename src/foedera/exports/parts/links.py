"""Follow-ups and disagreements → JSON objects: both ends, all claims, each with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedera.exports.parts.values import Json, passage
from foedera.model.disagreement import Disagreement
from foedera.model.document import DocumentId
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp
from foedera.model.report import Side


def followup(item: FollowUp) -> Json:
    """A link: how the later entry carries the earlier one on, why, and the passages of both."""
    records = {report.document: report.record for report in item.reports}
    return {
        "kind": item.kind,
        "earlier": {"entry": item.earlier, "passages": _passages(item.earlier_facts, records)},
        "later": {"entry": item.later, "passages": _passages(item.later_facts, records)},
        "grounds": [{"ground": ground, "name": name} for ground, name in item.grounds],
        "reason": reason(item),
    }


def reason(item: FollowUp) -> str:
    """Why both are linked, in words: what both are about, the strongest ground first."""
    return "; ".join(f"{ground} {name.replace('_', ' ')}" for ground, name in item.grounds)


def disagreement(item: Disagreement) -> Json:
    """A property with all its claims, each with reports, number of origins and passages."""
    claims: list[Json] = []
    for claim in item.claims:
        records = {report.document: report.record for report in claim.reports}
        claims.append(
            {
                "value": claim.value,
                "reports": sorted(records.values()),
                "origins": claim.origins,
                "sides": [side(one) for one in claim.sides],
                "passages": _passages(claim.facts, records),
            }
        )
    return {"property": item.property, "claims": claims}


def side(item: Side) -> Json:
    """How much comes from the publishers of one kind in one state."""
    return {"kind": item.kind, "state": item.state, "reports": item.reports, "origins": item.origins}


def _passages(facts: Iterable[Fact], records: Mapping[DocumentId, str]) -> list[Json]:
    found: list[Json] = [{"report": records[fact.document], "fact": fact.id, **passage(fact.citation)} for fact in facts]
    return sorted(found, key=lambda one: (str(one["report"]), str(one["fact"])))
