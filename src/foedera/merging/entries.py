"""Facts and the reports they stand in → all entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from foedera.merging.circumstances import circumstances
from foedera.merging.commitments import Telling, commitments
from foedera.merging.datings import document_days, promise_days, with_years
from foedera.merging.disagreements import disagreements
from foedera.merging.events import events
from foedera.merging.followups import followups
from foedera.merging.instruments import instruments
from foedera.merging.levels import levels
from foedera.merging.mechanisms import mechanisms
from foedera.merging.people import people
from foedera.merging.threads import threaded
from foedera.model.entries import Entries
from foedera.model.fact import CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, MechanismFact, TenureFact
from foedera.model.report import Report
from foedera.model.world import World

F = TypeVar("F", bound=Fact)
HELD = frozenset({"asserted", "planned"})
"""Stances that make an entry; what is denied or merely supposed does not."""


def entries(facts: Iterable[Fact], reports: Iterable[Report], world: World) -> Entries:
    """All entries that asserted and planned facts give; each such fact is in exactly one. A fact is known by its id."""
    unique = {fact.id: fact for fact in facts if fact.stance.realis in HELD}
    known = [unique[name] for name in sorted(unique)]
    by_document = {report.document: report for report in reports}
    persons = people(_of(TenureFact, known), by_document, world)
    happened = with_years(events(_of(EventFact, known), circumstances(known, by_document, world, people=persons)), known, persons)
    promised = _of(CommitmentFact, known)
    telling = Telling(
        reports=by_document,
        days=promise_days(promised, happened, document_days(by_document, happened)),
        fields=frozenset(topic.id for topic in world.topics if topic.kind == "field"),
        forms=frozenset(topic.id for topic in world.topics if topic.kind == "form"),
    )
    found = Entries(
        events=happened,
        levels=levels(_of(LevelFact, known), by_document),
        commitments=commitments(promised, telling),
        mechanisms=mechanisms(_of(MechanismFact, known), happened, by_document),
        instruments=instruments(_of(InstrumentFact, known), by_document),
        people=persons,
        reports=tuple(sorted(by_document.values(), key=lambda report: (report.record, report.document))),
    )
    return linked(found, world)


def linked(found: Entries, world: World) -> Entries:
    """The entries with what follows from them: disagreements and follow-ups."""
    reports = {report.document: report for report in found.reports}
    days = document_days(reports, found.events)
    return threaded(replace(found, disagreements=disagreements(found, reports, world), followups=followups(found, days, world)))


def _of(kind: type[F], facts: Iterable[Fact]) -> list[F]:
    return [fact for fact in facts if isinstance(fact, kind)]
