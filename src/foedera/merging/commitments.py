"""Facts on commitments → one entry for each promise.

Two reports of the same days tell of one promise where the same side promises the same parties the same thing: topics, policy areas,
amount, deadline and instrument speak for it, and each report tells of a promise once. Reports that differ in amount or deadline alone
still mean one promise. What speaks of relations in general, without topic, amount or deadline, is too vague for that and stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from foedera.merging.dates import best
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, sourcing
from foedera.model.entry import Commitment
from foedera.model.fact import Amount, CommitmentFact, FactId
from foedera.model.when import compatible, day

GENERAL = frozenset({"politics"})
"""The policy areas of what speaks of relations in general."""
DAYS = 7
"""The most days between two reports of one promise; a later one is a restatement, which is a follow-up."""
ENOUGH = 3.5
"""The least likeness: two shared topics, a topic with two areas, or the very same areas and modality; not a topic, not an area."""
TOPIC, FIELD, FORM, AREA, AREAS, AMOUNT, TARGET, MODALITY, COPY = 2.0, 0.5, 0.25, 0.75, 2.25, 4.0, 3.0, 0.5, 1.0
"""What a shared topic (an object, a broad field, a form of acting), a shared area, the very same areas, amount, deadline, modality, and a
common origin of the reports weigh."""
TIMES = 2
"""How many times larger an amount may be that another report gives for the same promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What tells promises apart beside the facts: reports, their days, and topics of forms that a promise shares with too many others."""

    reports: Reports
    days: Mapping[FactId, str]
    fields: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    ruled: Rulings = NONE

    def weight(self, topic: str) -> float:
        """How much a shared topic tells: an object, a broad field, a form of acting."""
        return FORM if topic in self.forms else FIELD if topic in self.fields else TOPIC


def commitments(facts: Iterable[CommitmentFact], telling: Telling) -> tuple[Commitment, ...]:
    """Entries by parties, then by day of the first report, then as the passages stand."""
    alike: dict[tuple[tuple[str, ...], str], list[CommitmentFact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.id):
        alike[(fact.parties, fact.by)].append(fact)
    groups = telling.ruled.regrouped(group for members in alike.values() for group in _groups(members, telling))
    found = [telling.ruled.settled(_commitment(group, telling.reports)) for group in groups]
    return tuple(sorted(found, key=in_time))


def likeness(a: CommitmentFact, b: CommitmentFact, telling: Telling) -> float:
    """How much speaks for two passages of two reports telling of one promise; 0 where something speaks against it."""
    copied = _is_copy(a, b, telling)
    topics, areas = set(a.topics) & set(b.topics), (set(a.areas) & set(b.areas)) - GENERAL
    if a.amount and b.amount and not _is_near(a.amount, b.amount):
        return 0
    amount = bool(a.amount and b.amount) + (a.amount is not None and a.amount == b.amount)
    target = bool(a.target and b.target and compatible(a.target, b.target))
    if not (topics or areas or amount or target or copied):
        return 0
    same = bool(areas) and set(a.areas) == set(b.areas)
    said = (
        sum(sorted((telling.weight(topic) for topic in topics), reverse=True)[:2])
        + AREA * min(len(areas), 3)
        + AREAS * same
        + AMOUNT / 2 * amount
        + TARGET * target
    )
    return said + MODALITY * (a.modality == b.modality) + COPY * copied


def _groups(facts: Sequence[CommitmentFact], telling: Telling) -> list[list[CommitmentFact]]:
    """The likest pairs first; no two passages of one report in one group."""
    groups = {fact.id: [fact] for fact in facts}
    document_of = {fact.id: fact.document for fact in facts}
    scored = [(likeness(a, b, telling), a.id, b.id) for a, b in _pairs(facts, telling)]
    told = Counter((score, name, document_of[other]) for score, a, b in scored for name, other in ((a, b), (b, a)))
    for score, a, b in sorted(scored, key=lambda one: (-one[0], one[1:])):
        if score < ENOUGH:
            break
        ours, theirs = groups[a], groups[b]
        # Of two passages in one report that are equally like it, which is meant cannot be told.
        alone = told[(score, a, document_of[b])] == told[(score, b, document_of[a])] == 1
        if alone and ours is not theirs and not {fact.document for fact in ours} & {fact.document for fact in theirs}:
            ours += theirs
            for fact in theirs:
                groups[fact.id] = ours
    return [group for name, group in groups.items() if group[0].id == name]


def _is_copy(a: CommitmentFact, b: CommitmentFact, telling: Telling) -> bool:
    ours, theirs = telling.reports[a.document], telling.reports[b.document]
    return ours.origin is not None and ours.origin == theirs.origin


def _pairs(facts: Sequence[CommitmentFact], telling: Telling) -> Iterator[tuple[CommitmentFact, CommitmentFact]]:
    """Those of two reports within days; where a report has no day, those of copies. In each pair in order of ids."""
    known = {fact.id: day(telling.days[fact.id]) for fact in facts if fact.id in telling.days}
    dated = sorted((fact for fact in facts if fact.id in known), key=lambda fact: (known[fact.id], fact.id))
    for at, fact in enumerate(dated):
        for other in islice(dated, at + 1, None):
            if (known[other.id] - known[fact.id]).days > DAYS:
                break
            if fact.document != other.document:
                yield (fact, other) if fact.id < other.id else (other, fact)
    for fact in (fact for fact in facts if fact.id not in known):
        for other in facts:
            if fact.document != other.document and (other.id in known or fact.id < other.id) and _is_copy(fact, other, telling):
                yield (fact, other) if fact.id < other.id else (other, fact)


def _is_near(amount: Amount, other: Amount) -> bool:
    few, many = sorted((abs(amount.value), abs(other.value)))
    return amount.currency == other.currency and many <= TIMES * few


def in_time(commitment: Commitment) -> tuple[tuple[str, ...], str, str, int, str]:
    """The order of commitments."""
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
        target=best(fact.target for fact in shared.facts),
        amount=next((fact.amount for fact in shared.facts if fact.amount), None),
    )
