"""Comparisons → JSON objects, the same in every answer."""

from __future__ import annotations

from foedera.exports.parts.values import Json, passage
from foedera.model.comparison import Comparison
from foedera.model.fact import CommitmentFact


def compared(item: Comparison) -> Json:
    """Both reports, whom they concern, and what became of each promise."""
    return {
        "earlier": item.earlier.record,
        "later": item.later.record,
        "parties": [list(parties) for parties in item.parties],
        "promises": [{"change": one.change, "earlier": _promised(one.earlier), "later": _promised(one.later)} for one in item.promises],
    }


def _promised(fact: CommitmentFact | None) -> Json | None:
    if fact is None:
        return None
    said: Json = {"fact": fact.id, "parties": list(fact.parties), "by": fact.by, "modality": fact.modality, "areas": list(fact.areas)}
    return said | passage(fact.citation)
