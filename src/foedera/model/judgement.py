"""Judgement: a person's ruling on facts, which survives every re-reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from foedera.model.fact import FactId

JudgementId = NewType("JudgementId", str)
Ruling = Literal["same", "different", "struck", "corrected", "confirmed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The property that was wrong and the value it has now, in the words of the exchange format (`None`: it has none)."""

    property: str
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who ruled what on which facts, when and why. `quotes` are the facts' quotes, in the same order, to find them again by."""

    id: JudgementId
    ruling: Ruling
    facts: tuple[FactId, ...]
    quotes: tuple[str, ...]
    by: str
    why: str
    recorded: str
    correction: Correction | None = None
