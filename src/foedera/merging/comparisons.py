"""The promises of two statements → what is new in the later one, what it repeats, and what was dropped or weakened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from foedera.merging.commitments import Telling, likeness
from foedera.model.comparison import Change, Compared, Comparison
from foedera.model.fact import CommitmentFact
from foedera.model.report import Report

ENOUGH = 2.0
"""The least likeness: less than for one promise told twice, since a statement takes up an earlier one in words of its own."""
RANK = {"urged": 0, "considering": 0, "planned": 1, "reaffirmed": 2, "agreed": 2, "pledged": 2}
"""How firm a modality is: to reaffirm is as firm as to agree."""


def comparison(earlier: Report, later: Report, facts: Iterable[CommitmentFact], telling: Telling) -> Comparison:
    """The comparison of two reports, given all their facts on commitments; only what concerns parties of both counts."""
    known = sorted(facts, key=lambda fact: (fact.citation.span.start, fact.id))
    before = [fact for fact in known if fact.document == earlier.document]
    after = [fact for fact in known if fact.document == later.document]
    shared = {fact.parties for fact in before} & {fact.parties for fact in after}
    found = _compared([fact for fact in before if fact.parties in shared], [fact for fact in after if fact.parties in shared], telling)
    order = get_args(Change)
    promises = sorted(found, key=lambda one: (order.index(one.change), _place(one)))
    return Comparison(earlier=earlier, later=later, parties=tuple(sorted(shared)), promises=tuple(promises))


def _compared(before: Sequence[CommitmentFact], after: Sequence[CommitmentFact], telling: Telling) -> list[Compared]:
    """The likest pairs first, each promise in one; what is left over is new or was dropped."""
    scored = sorted(
        ((likeness(a, b, telling), a, b) for a in before for b in after if a.parties == b.parties and _is_of_one_side(a, b)),
        key=lambda one: (-one[0], one[1].citation.span.start, one[2].citation.span.start, one[1].id, one[2].id),
    )
    pairs: dict[str, CommitmentFact] = {}
    taken: set[str] = set()
    for score, a, b in scored:
        if score >= ENOUGH and a.id not in pairs and b.id not in taken:
            pairs[a.id] = b
            taken.add(b.id)
    found = [Compared(change=_change(a, pairs[a.id]), earlier=a, later=pairs[a.id]) for a in before if a.id in pairs]
    found += [Compared(change="dropped", earlier=a, later=None) for a in before if a.id not in pairs]
    return found + [Compared(change="new", earlier=None, later=b) for b in after if b.id not in taken]


def _is_of_one_side(a: CommitmentFact, b: CommitmentFact) -> bool:
    return a.by == b.by or "both" in {a.by, b.by}


def _change(earlier: CommitmentFact, later: CommitmentFact) -> Change:
    """Firmer or weaker by modality, else by amount; repeated where neither differs."""
    before, after = RANK[earlier.modality], RANK[later.modality]
    if before == after and earlier.amount and later.amount:
        before, after = earlier.amount.value, later.amount.value
    if before == after:
        return "repeated"
    return "firmer" if after > before else "weaker"


def _place(one: Compared) -> tuple[int, str]:
    fact = one.later or one.earlier
    return (fact.citation.span.start, fact.id) if fact else (0, "")
