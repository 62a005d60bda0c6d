"""Facts and the reports they stand in → all entries, party set by party set; only persons and origins are found beyond one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from foedera.merging import commitments as promises
from foedera.merging import events as happenings
from foedera.merging import instruments as treaties
from foedera.merging import levels as partnerships
from foedera.merging import mechanisms as dialogues
from foedera.merging import titles
from foedera.merging.circumstances import circumstances
from foedera.merging.datings import document_days, promise_days, with_years
from foedera.merging.disagreements import disagreements
from foedera.merging.ends import End, Untold, ends
from foedera.merging.followups import Told, followups
from foedera.merging.people import Sights, by_name, people, sights
from foedera.merging.rulings import NONE, Rulings, rulings
from foedera.merging.severings import standing
from foedera.merging.sourcing import Reports
from foedera.merging.threads import threaded
from foedera.merging.turns import turned, turns, turns_of
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Person
from foedera.model.fact import CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, MechanismFact, TenureFact
from foedera.model.judgement import Judgement
from foedera.model.keys import Key, key_of
from foedera.model.report import Report
from foedera.model.world import World

F = TypeVar("F", bound=Fact)
HELD = frozenset({"asserted", "planned"})
"""Stances that make an entry; what is denied or merely supposed does not."""
KINDS = ("events", "levels", "commitments", "mechanisms", "instruments", "people")
"""The fields of `Entries` that hold entries."""
ORDER: dict[str, Callable[[Any], Any]] = {
    "events": happenings.in_time,
    "levels": partnerships.in_time,
    "commitments": promises.in_time,
    "mechanisms": dialogues.by_name,
    "instruments": treaties.by_name,
    "people": by_name,
    "reports": lambda report: (report.record, report.document),
    "disagreements": lambda one: (one.parties, one.entry, one.property),
    "followups": lambda one: (one.parties, one.later, one.earlier, one.kind),
}
"""Field of `Entries` → the order in which a ledger has them, whatever they were derived from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the entries of one party set depend on beside its facts: their reports, the persons seen in these, the world, what was ruled."""

    reports: Reports
    seen: Sights
    world: World
    ruled: Rulings = NONE


def entries(facts: Iterable[Fact], reports: Iterable[Report], world: World, judgements: Iterable[Judgement] = ()) -> Entries:
    """All entries that asserted and planned facts give under the judgements; each such fact is in exactly one.

    A fact is known by its id; one that was struck makes no entry.
    """
    as_ruled, ruled = rulings(facts, judgements, countries(world))
    by_document = {report.document: report for report in reports}
    together: dict[Key, list[Fact]] = defaultdict(list)
    tenures: list[TenureFact] = []
    for fact in held(as_ruled):
        if isinstance(fact, TenureFact):
            tenures.append(fact)
        else:
            together[key_of(fact)].append(fact)
    persons = people(tenures, by_document, world, ruled)
    beside = Beside(reports=by_document, seen=sights(persons), world=world, ruled=ruled)
    return whole((folded(of_parties(own, beside)) for own in together.values()), persons, by_document.values())


def held(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that make entries or tell what became of one, each once, by id."""
    unique = {fact.id: fact for fact in facts if fact.stance.realis in HELD or fact.stance.undone}
    return [unique[name] for name in sorted(unique)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The entries of one party set before they are linked, and what else its links follow from."""

    entries: Entries
    undone: tuple[EventFact, ...]
    days: Mapping[DocumentId, str]
    reports: Reports
    ruled: Rulings


def of_parties(facts: Sequence[Fact], beside: Beside) -> Entries:
    """The entries of one party set, of its facts that are held, in order of ids, with their disagreements and links."""
    found = identified(facts, beside)
    return linked(found, ends(found.entries, found.days, beside.world, Untold(undone=found.undone)), beside.world)


def identified(facts: Sequence[Fact], beside: Beside) -> Identified:
    """The entries of facts that no others of the party set can join, in order of ids, with their disagreements."""
    documents = {fact.document for fact in facts}
    reports = {name: beside.reports[name] for name in documents}
    seen = {name: beside.seen[name] for name in documents if name in beside.seen}
    ruled = beside.ruled.among({fact.id for fact in facts})
    undone = tuple(fact for fact in _of(EventFact, facts) if fact.stance.undone)
    facts = [fact for fact in facts if not fact.stance.undone]
    known = replace(circumstances(facts, reports, beside.world, seen), ruled=ruled)
    happened = with_years(happenings.events(_of(EventFact, facts), known), facts, reports, seen)
    promised = _of(CommitmentFact, facts)
    days = document_days(reports, happened)
    telling = promises.Telling(
        reports=reports,
        days=promise_days(promised, happened, days),
        fields=frozenset(topic.id for topic in beside.world.topics if topic.kind == "field"),
        forms=frozenset(topic.id for topic in beside.world.topics if topic.kind == "form"),
        ruled=ruled,
    )
    names = titles.Telling(world=beside.world, reports=reports)
    befell = turns(happened, turns_of(beside.world))
    held_levels = partnerships.levels(_of(LevelFact, facts), reports, ruled)
    found = Entries(
        events=happened,
        levels=tuple(replace(level, turns=turned(level, befell)) if befell else level for level in held_levels),
        commitments=promises.commitments(promised, telling),
        mechanisms=dialogues.mechanisms(_of(MechanismFact, facts), happened, names, ruled),
        instruments=treaties.instruments(_of(InstrumentFact, facts), happened, names, ruled),
    )
    differing = disagreements(found, reports, beside.world, seen)
    return Identified(entries=replace(found, disagreements=differing), undone=undone, days=days, reports=reports, ruled=ruled)


def linked(found: Identified, told: Sequence[End], world: World) -> Entries:
    """The entries with the links among their ends."""
    links = followups(told, Told(days=found.days, reports=found.reports), world)
    return replace(found.entries, followups=standing(links, found.entries, found.ruled.struck))


def folded(part: Entries) -> Entries:
    """The entries of one party set, kept with their links, each with its own, and what became of promises."""
    kinds = (part.events, part.levels, part.commitments, part.mechanisms, part.instruments)
    reports = {report.document: report for kind in (*kinds, part.followups) for entry in kind for report in entry.reports}
    return threaded(part, document_days(reports, part.events))


def countries(world: World) -> Iterable[str]:
    """The names of states and organisations, which say less of a place than a city does."""
    return (actor.name for actor in world.actors)


def whole(parts: Iterable[Entries], persons: Iterable[Person] = (), reports: Iterable[Report] = ()) -> Entries:
    """The entries of several party sets as those of one ledger, in the order of a ledger."""
    found: dict[str, list[Any]] = {name: [] for name in ORDER} | {"people": list(persons), "reports": list(reports)}
    for part in parts:
        for name, own in found.items():
            own.extend(getattr(part, name))
    return Entries(**{name: tuple(sorted(own, key=ORDER[name])) for name, own in found.items()})


def _of(kind: type[F], facts: Iterable[Fact]) -> list[F]:
    return [fact for fact in facts if isinstance(fact, kind)]
