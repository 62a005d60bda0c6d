"""Judgements, differences and uncertainties → JSON objects, the same in every answer."""

from __future__ import annotations

from foedera.exports.parts.values import Json, passage, span
from foedera.model.judgement import Anchor, Difference, Judgement, JudgementId
from foedera.model.uncertainty import Uncertainty


def judgement(item: Judgement, withdrawn_by: JudgementId | None = None) -> Json:
    """Who ruled what on which passages, when and why, and whether that holds."""
    return {
        "id": item.id,
        "ruling": item.ruling,
        "recorded": item.recorded,
        "by": item.by,
        "why": item.why,
        "facts": [anchor(one) for one in item.anchors],
        "property": item.correction.property if item.correction else None,
        "value": item.correction.value if item.correction else None,
        "withdraws": list(item.withdraws),
        "withdrawn_by": withdrawn_by,
    }


def anchor(item: Anchor) -> Json:
    """A fact as it stood when it was ruled on."""
    return {
        "fact": item.fact,
        "report": item.report,
        "kind": item.kind,
        "span": span(item.span),
        "quote": item.quote,
        "read": dict(item.read),
    }


def difference(item: Difference) -> Json:
    """A ruling that a changed reading no longer fits."""
    return {
        "judgement": item.judgement.id,
        "ruling": item.judgement.ruling,
        "reason": item.reason,
        "fact": anchor(item.anchor),
        "now": {"fact": item.fact.id, **passage(item.fact.citation)} if item.fact else None,
        "property": item.property,
        "ruled": item.ruled,
        "read": item.read,
    }


def uncertainty(item: Uncertainty) -> Json:
    """One doubt on an entry, with the passages it rests on."""
    record_of = {report.document: report.record for report in item.reports}
    sources = [{"report": record_of[fact.document], "fact": fact.id, **passage(fact.citation)} for fact in item.facts]
    return {
        "entry": item.entry,
        "kind": item.kind,
        "type": item.type,
        "parties": list(item.parties),
        "reason": item.reason,
        "property": item.property,
        "values": list(item.values),
        "because": list(item.because),
        "earlier": item.earlier,
        "sources": sorted(sources, key=lambda source: (str(source["report"]), str(source["fact"]))),
    }
