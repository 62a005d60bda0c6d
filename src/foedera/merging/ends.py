"""Entries → what a follow-up can lead from and to: a promise, a plan, a signing; a promise, a happening, a dialogue spoken of again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Literal

from foedera.merging.circumstances import states_of
from foedera.merging.datings import promise_days
from foedera.merging.stages import beside
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Commitment, Event
from foedera.model.fact import Amount, EventFact, Fact, FactId, InstrumentFact, MechanismFact, Modality, Undoing
from foedera.model.report import EntryId
from foedera.model.when import When, day
from foedera.model.world import World
from foedera.plumbing.text import fold

Role = Literal["promise", "plan", "happening", "mention", "undoing"]
FIRST = 1
"""The number of a session that shows that its mechanism is new."""
OCCASION = timedelta(days=7)
"""Days within which reports tell of one occasion, so that no promise among them is a step behind another."""
NEW_MECHANISM = "new_mechanism"
"""The topic of what is to be set up, whatever it will be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end: who, when (ten characters), what it is about, and the facts that say so.

    `labels` are the names and abbreviations of instruments and mechanisms in its passages, folded.
    """

    role: Role
    entry: EntryId
    parties: tuple[str, ...]
    day: str
    type: str
    facts: tuple[Fact, ...]
    topics: frozenset[str]
    labels: frozenset[str]
    areas: frozenset[str] = frozenset()
    modality: Modality | None = None
    by: str | None = None
    amount: Amount | None = None
    when: When | None = None
    new: bool = False
    """Whether it brings about a mechanism of which no earlier report speaks."""
    undone: Undoing | None = None
    """What it says became of something, where it says that this was put off or taken back."""
    states: frozenset[str] = frozenset()
    """Where it is to take place, or took place."""

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents that its facts stand in."""
        return frozenset(fact.document for fact in self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """What the entries do not tell: facts of no entry that say what was put off or taken back, and when other reports named a mechanism."""

    undone: Sequence[EventFact] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    """Name (folded) or topic of a mechanism → the first day of a report beside these that names it."""


NOTHING = Untold()


def ends(entries: Entries, days: Mapping[DocumentId, str], world: World, untold: Untold = NOTHING) -> tuple[End, ...]:
    """All ends, in order of time; what cannot be dated is none."""
    named = _labels(entries)
    facts = [fact for commitment in entries.commitments for fact in commitment.facts]
    found = [
        *_promises(entries.commitments, promise_days(facts, entries.events, days), named),
        *_happenings(entries.events, days, named, states_of(world)),
        *_mentions(entries, days),
        *_undoings(untold.undone, days, named),
    ]
    found = _with_new_mechanisms(found, entries, days, (objects_of(world), untold.named))
    return tuple(sorted(found, key=in_time))


def in_time(end: End) -> tuple[str, str, str, str]:
    """The order of ends."""
    return (end.day, end.role, end.entry, end.facts[0].id)


def objects_of(world: World) -> frozenset[str]:
    """The topics that are objects."""
    return frozenset(topic.id for topic in world.topics if topic.kind == "object")


def called(fact: MechanismFact, objects: frozenset[str]) -> frozenset[str]:
    """By what a mechanism is known: its name, and the objects that its passage speaks of."""
    return frozenset({fold(fact.name), *objects.intersection(fact.topics)})


Labels = Mapping[DocumentId, Sequence[tuple[Fact, frozenset[str]]]]


def _labels(entries: Entries) -> Labels:
    """Document → its instruments and mechanisms with their names."""
    found: dict[DocumentId, list[tuple[Fact, frozenset[str]]]] = defaultdict(list)
    for entry in (*entries.instruments, *entries.mechanisms):
        for fact in entry.facts:
            if isinstance(fact, InstrumentFact):
                found[fact.document].append((fact, frozenset(fold(name) for name in (fact.name, fact.abbr) if name)))
            elif isinstance(fact, MechanismFact):
                found[fact.document].append((fact, frozenset({fold(fact.name)})))
    return found


def _within(fact: Fact, named: Labels) -> tuple[frozenset[str], frozenset[str]]:
    """The names and topics of the instruments and mechanisms in a fact's passage."""
    told = named.get(fact.document, ())
    if not told:
        return frozenset(), frozenset(fact.topics)
    found = beside(fact, [one for one, _ in told])
    known = {one.id for one in found}
    return (
        frozenset(name for one, names in told if one.id in known for name in names),
        frozenset(topic for one in found for topic in one.topics) | frozenset(fact.topics),
    )


def _overlap(a: Fact, b: Fact) -> bool:
    return a.citation.span.start < b.citation.span.end and b.citation.span.start < a.citation.span.end


def _about(facts: Iterable[Fact], named: Labels) -> tuple[frozenset[str], frozenset[str]]:
    found = [_within(fact, named) for fact in facts]
    return frozenset().union(*(labels for labels, _ in found)), frozenset().union(*(topics for _, topics in found))


def _promises(commitments: Iterable[Commitment], days: Mapping[FactId, str], named: Labels) -> Iterator[End]:
    for commitment in commitments:
        told = min((days[fact.id] for fact in commitment.facts if fact.id in days), default=None)
        if told:
            labels, topics = _about(commitment.facts, named)
            yield End(
                role="promise",
                entry=commitment.id,
                parties=commitment.parties,
                day=told,
                type="commitment",
                facts=commitment.facts,
                topics=topics,
                labels=labels,
                areas=frozenset(commitment.areas),
                modality=commitment.modality,
                by=commitment.by,
                amount=commitment.amount,
            )


def _happenings(events: Iterable[Event], days: Mapping[DocumentId, str], named: Labels, states: Mapping[str, str]) -> Iterator[End]:
    """An event told as a plan and as past gives an end of each."""
    for event in events:
        for role, realis in (("plan", "planned"), ("happening", "asserted")):
            facts = tuple(fact for fact in event.facts if fact.stance.realis == realis)
            reported = min((days[fact.document] for fact in facts if fact.document in days), default=None)
            dated = event.when.last if event.when and event.when.year_known else reported
            told = reported if role == "plan" else dated
            if facts and told:
                labels, topics = _about(facts, named)
                yield End(
                    role="plan" if role == "plan" else "happening",
                    entry=event.id,
                    parties=event.parties,
                    day=told,
                    type=event.type,
                    facts=facts,
                    topics=topics,
                    new=event.edition == FIRST and event.type == "dialogue",
                    labels=labels,
                    when=event.when,
                    states=frozenset(states[fact.place] for fact in facts if fact.place and fact.place in states),
                )


def _mentions(entries: Entries, days: Mapping[DocumentId, str]) -> Iterator[End]:
    """A mechanism that a report speaks of without a session of it."""
    promised: dict[DocumentId, list[Fact]] = defaultdict(list)
    for commitment in entries.commitments:
        for promise in commitment.facts:
            promised[promise.document].append(promise)
    seen: set[tuple[DocumentId, frozenset[str]]] = set()
    for mechanism in entries.mechanisms:
        for fact in mechanism.facts:
            told = any(_overlap(fact, other) for other in promised[fact.document])
            passage = (fact.document, frozenset(fact.topics))
            if fact.document in days and not told and passage not in seen:
                seen.add(passage)
                yield End(
                    role="mention",
                    entry=mechanism.id,
                    parties=mechanism.parties,
                    day=days[fact.document],
                    type="mechanism",
                    facts=(fact,),
                    topics=frozenset(fact.topics),
                    labels=frozenset({fold(fact.name)}),
                )


def _undoings(undone: Iterable[EventFact], days: Mapping[DocumentId, str], named: Labels) -> Iterator[End]:
    """One for each thing that was put off or taken back, whichever reports of one occasion say so."""
    together: dict[tuple[object, ...], list[list[EventFact]]] = defaultdict(list)
    for fact in sorted((fact for fact in undone if fact.document in days), key=lambda fact: (days[fact.document], fact.id)):
        groups = together[(fact.parties, fact.type, fact.stance.undone, fact.topics)]
        if groups and apart(days[groups[-1][0].document], days[fact.document]) <= OCCASION:
            groups[-1].append(fact)
        else:
            groups.append([fact])
    for facts in (group for groups in together.values() for group in groups):
        labels, topics = _about(facts, named)
        first = min(facts, key=lambda fact: fact.id)
        yield End(
            role="undoing",
            entry=EntryId(first.id),
            parties=first.parties,
            day=days[facts[0].document],
            type=first.type,
            facts=tuple(sorted(facts, key=lambda fact: fact.id)),
            topics=topics,
            labels=labels,
            undone=first.stance.undone,
        )


def apart(a: str, b: str) -> timedelta:
    """How far two days lie apart."""
    return abs(day(b) - day(a))


def _with_new_mechanisms(
    found: Iterable[End], entries: Entries, days: Mapping[DocumentId, str], known: tuple[frozenset[str], Mapping[str, str]]
) -> list[End]:
    """A promise that names a mechanism of which no earlier report of the same parties speaks is about a new one."""
    objects, elsewhere = known
    first: dict[tuple[tuple[str, ...], str], str] = {}
    names: dict[DocumentId, list[tuple[Fact, frozenset[str]]]] = defaultdict(list)
    for mechanism in entries.mechanisms:
        for fact in mechanism.facts:
            own = called(fact, objects)
            names[fact.document].append((fact, own))
            for name in own:
                key = (mechanism.parties, name)
                first[key] = min(first.get(key, "9999"), days.get(fact.document, "9999"), elsewhere.get(name, "9999"))
    made = []
    for end in found:
        beside = [own for fact in end.facts for one, own in names.get(fact.document, ()) if _overlap(one, fact)]
        fresh = end.role == "promise" and any(
            all(first[(end.parties, name)] == end.day for name in own if (end.parties, name) in first) for own in beside
        )
        made.append(replace(end, new=True) if fresh else end)
    return made


def one_a_report(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The first passage of each report."""
    first: dict[DocumentId, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.citation.span.start, fact.id)):
        first.setdefault(fact.document, fact)
    return tuple(sorted(first.values(), key=lambda fact: fact.id))
