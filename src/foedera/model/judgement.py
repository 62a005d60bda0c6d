"""Judgement: a person's ruling on facts, which survives every re-reading; and what comes back for review when a reading changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, NewType

from foedera.model.document import DocumentId, Span
from foedera.model.fact import Fact, FactId, FactKind

JudgementId = NewType("JudgementId", str)
Ruling = Literal["same", "different", "struck", "corrected", "confirmed", "undone"]
DifferenceReason = Literal["no_passage", "read_differently", "contradicted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A fact as it stood when it was ruled on: enough to find it again when a better reading gives it another id.

    `report` is what its report was called; `read` are the properties that the reading gave it, with their values in the words of the
    exchange format.
    """

    fact: FactId
    document: DocumentId
    kind: FactKind
    span: Span
    quote: str
    report: str = ""
    read: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The property that was wrong and the value it has now, in the words of the exchange format (`None`: it has none)."""

    property: str
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who ruled what on which facts, when and why.

    `withdraws` are earlier judgements that no longer hold while this one does; "undone" does nothing else.
    """

    id: JudgementId
    ruling: Ruling
    anchors: tuple[Anchor, ...]
    by: str
    why: str
    recorded: str
    correction: Correction | None = None
    withdraws: tuple[JudgementId, ...] = ()

    @property
    def facts(self) -> tuple[FactId, ...]:
        """The ids of the facts, as they were when it was made."""
        return tuple(anchor.fact for anchor in self.anchors)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The quotes of the facts, in the same order."""
        return tuple(anchor.quote for anchor in self.anchors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A ruling that a changed reading no longer fits, so that a person must look again.

    `fact` is what is read in the place now, if anything; `property` with the `ruled` and the `read` value, where these differ.
    """

    judgement: Judgement
    anchor: Anchor
    reason: DifferenceReason
    fact: Fact | None = None
    property: str | None = None
    ruled: str | None = None
    read: str | None = None


def withdrawn(judgements: Iterable[Judgement]) -> dict[JudgementId, JudgementId]:
    """Each judgement that is withdrawn, with the one that does so and holds itself."""
    against: dict[JudgementId, list[JudgementId]] = defaultdict(list)
    for judgement in sorted(judgements, key=_in_time):
        for name in judgement.withdraws:
            against[name].append(judgement.id)

    @cache
    def by(name: JudgementId) -> JudgementId | None:
        return next((other for other in against.get(name, ()) if by(other) is None), None)

    return {name: other for name in list(against) if (other := by(name))}


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that no judgement in force withdraws, in order of time; what only withdraws is left out."""
    known = {judgement.id: judgement for judgement in judgements}
    gone = withdrawn(known.values())
    return tuple(sorted((one for one in known.values() if one.ruling != "undone" and one.id not in gone), key=_in_time))


def _in_time(judgement: Judgement) -> tuple[str, JudgementId]:
    return (judgement.recorded, judgement.id)
