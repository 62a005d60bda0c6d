"""Facts on commitments → one entry for each promise.

Two reports of one day tell of one promise where parties, side, modality, policy areas, amount and deadline are the same and
each report says such a thing once. What speaks of relations in general, without amount or deadline, is too vague for that
and stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from foedera.merging.sourcing import Reports, sourcing
from foedera.model.entry import Commitment
from foedera.model.fact import CommitmentFact
from foedera.model.when import When

GENERAL = frozenset({"politics"})
"""The policy areas of what speaks of relations in general."""
Key = tuple[tuple[str, ...], str, str, frozenset[str], str, str, str]


def commitments(facts: Iterable[CommitmentFact], reports: Reports) -> tuple[Commitment, ...]:
    """Entries by parties, then by day of the first report, then as the passages stand."""
    alike: dict[Key, list[CommitmentFact]] = defaultdict(list)
    for fact in facts:
        alike[_key(fact, reports[fact.document].published)].append(fact)
    found = [_commitment(group, reports) for members in alike.values() for group in _groups(members)]
    return tuple(sorted(found, key=_in_time))


def _key(fact: CommitmentFact, published: When | None) -> Key:
    amount = f"{fact.amount.value} {fact.amount.currency}" if fact.amount else ""
    target = fact.target.edtf if fact.target else ""
    says_enough = amount or target or not set(fact.areas) <= GENERAL
    day = published.edtf if published and published.is_day and says_enough else f"{fact.document} {fact.id}"
    return (fact.parties, fact.by, fact.modality, frozenset(fact.areas), amount, target, day)


def _groups(facts: Sequence[CommitmentFact]) -> list[list[CommitmentFact]]:
    """All together where each document has one of them, else each alone: which belongs to which cannot be told."""
    documents = {fact.document for fact in facts}
    return [list(facts)] if len(documents) == len(facts) else [[fact] for fact in facts]


def _in_time(commitment: Commitment) -> tuple[tuple[str, ...], str, str, int, str]:
    first = min(commitment.facts, key=lambda fact: (fact.document, fact.citation.span.start))
    return (commitment.parties, commitment.reported or "9999", first.document, first.citation.span.start, commitment.id)


def _commitment(facts: Sequence[CommitmentFact], reports: Reports) -> Commitment:
    shared = sourcing(facts, reports)
    first = shared.facts[0]
    return Commitment(
        id=shared.id,
        parties=first.parties,
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        by=first.by,
        modality=first.modality,
        areas=first.areas,
        target=first.target,
        amount=first.amount,
    )
