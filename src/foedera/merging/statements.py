"""Entries of a pair → its statements in order of time, each held against the one before: what is new, repeated, dropped or weakened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from foedera.merging.commitments import Telling
from foedera.merging.comparisons import comparison
from foedera.model.comparison import Comparison
from foedera.model.document import DocumentId
from foedera.model.entry import Commitment, Event
from foedera.model.fact import CommitmentFact
from foedera.model.report import Report
from foedera.model.when import day
from foedera.model.world import World

OCCASIONS = frozenset({"joint_statement", "talks", "summit"})
"""Types of events at which two states say what they promise each other."""
APART = 7
"""The most days between happenings of one occasion: a visit with its talks and statement."""
FEWEST = 3
"""The fewest promises of a report that show what was said on an occasion; a notice of one or two tells no statement."""


def statements(events: Iterable[Event], commitments: Iterable[Commitment], world: World) -> tuple[Comparison, ...]:
    """Each statement and the one before it; of an occasion the report that tells most promises stands for it."""
    facts: dict[DocumentId, list[CommitmentFact]] = defaultdict(list)
    reports: dict[DocumentId, Report] = {}
    for commitment in commitments:
        reports |= {report.document: report for report in commitment.reports}
        for fact in commitment.facts:
            facts[fact.document].append(fact)
    told = [_fullest(occasion, facts) for occasion in _occasions(events)]
    known = list(dict.fromkeys(document for document in told if document))
    telling = telling_of(world, reports.values())
    held = pairwise(known)
    return tuple(comparison(reports[a], reports[b], [*facts[a], *facts[b]], telling) for a, b in held)


def telling_of(world: World, reports: Iterable[Report]) -> Telling:
    """What tells promises of two statements apart: no days, since what is compared was said on two."""
    return Telling(
        reports={report.document: report for report in reports},
        days={},
        fields=frozenset(topic.id for topic in world.topics if topic.kind == "field"),
        forms=frozenset(topic.id for topic in world.topics if topic.kind == "form"),
    )


def _occasions(events: Iterable[Event]) -> list[list[Event]]:
    """Happenings at which promises are made, those of one occasion together, in order of time."""
    dated = [(event.when.first, event) for event in events if event.type in OCCASIONS and event.tense == "past" and event.when]
    occasions: list[list[Event]] = []
    last = ""
    for first, event in sorted(dated, key=lambda one: (one[0], one[1].id)):
        if event.when and event.when.is_day:
            if not occasions or (day(first) - day(last)).days > APART:
                occasions.append([])
            occasions[-1].append(event)
            last = first
    return occasions


def _fullest(occasion: Sequence[Event], facts: dict[DocumentId, list[CommitmentFact]]) -> DocumentId | None:
    """The report of the occasion that tells most promises, of equals the first by id."""
    documents = sorted({fact.document for event in occasion for fact in event.facts})
    counts = [(len(facts[document]), document) for document in documents if len(facts.get(document, ())) >= FEWEST]
    return min(counts, key=lambda one: (-one[0], one[1]))[1] if counts else None
