"""Facts, reports and persons → what tells two happenings apart beside their dates: who was there, where, about what, by whose report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from foedera.merging.people import Sights
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports
from foedera.model.document import DocumentId
from foedera.model.fact import Attendee, EventFact, Fact, FactId, LevelFact
from foedera.model.report import EntryId
from foedera.model.world import Unique, World
from foedera.plumbing.likeness import script, words
from foedera.plumbing.once import once

Slip = tuple[DocumentId, str, DocumentId, str]
"""Two reports and the days on which they put one happening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the stage of events knows beside the facts; all by document or fact."""

    reports: Reports
    families: Mapping[str, str]
    windows: Mapping[str, int]
    unique: Mapping[str, Unique | None]
    """Type of event → how often the same parties can have one."""
    states: Mapping[str, str]
    """Place → the state it lies in; a state's own name → its code."""
    countries: frozenset[str]
    people: Mapping[tuple[DocumentId, str | None, str], EntryId] = field(default_factory=dict)
    subjects: Mapping[FactId, str] = field(default_factory=dict)
    ruled: Rulings = NONE

    def sides(self, a: EventFact, b: EventFact) -> dict[str, bool]:
        """The states of which both name persons → whether one of them is the same."""
        ours, theirs = _by_state(a), _by_state(b)
        return {
            state: any(self._is_same(a, one, b, other) for one in ours[state] for other in theirs[state])
            for state in ours.keys() & theirs.keys()
        }

    def _is_same(self, a: EventFact, one: Attendee, b: EventFact, other: Attendee) -> bool:
        ours, theirs = (self.people.get((fact.document, who.country, who.name)) for fact, who in ((a, one), (b, other)))
        if script(one.name) != script(other.name) and one.office == other.office:
            # Two scripts and one office: nothing says that they are two.
            return True
        if ours and theirs:
            return ours == theirs
        ours_too, theirs_too = words(one.name), words(other.name)
        return ours_too <= theirs_too or theirs_too <= ours_too

    def person(self, fact: EventFact, attendee: Attendee) -> str:
        """What stands for the person: the entry where it is known, else the name."""
        return self.people.get((fact.document, attendee.country, attendee.name), attendee.name)

    def city(self, fact: EventFact) -> str | None:
        """The place, where it is more than a country."""
        return fact.place if fact.place and fact.place not in self.countries else None

    def state(self, fact: EventFact) -> str | None:
        """The state in which it took place."""
        return self.states.get(fact.place) if fact.place else None

    def is_copy(self, a: EventFact, b: EventFact) -> bool:
        """Whether the two reports are one report, copied or translated."""
        ours, theirs = self.reports[a.document], self.reports[b.document]
        return ours.origin is not None and ours.origin == theirs.origin


@once
def states_of(world: World) -> Mapping[str, str]:
    """Place → the state it lies in; a state's own name → its code."""
    return {place.name: place.state for place in world.places} | {actor.name: actor.code for actor in world.actors}


def circumstances(facts: Sequence[Fact], reports: Reports, world: World, known: Sights | None = None) -> Circumstances:
    """What is known beside the events of the facts; a report's origin is what it says itself."""
    return Circumstances(
        reports=reports,
        families={event.id: event.family for event in world.events},
        windows={event.id: event.window for event in world.events},
        unique={event.id: event.unique for event in world.events},
        states=states_of(world),
        countries=frozenset(actor.name for actor in world.actors),
        people={(fact.document, fact.country, fact.name): who.id for seen in (known or {}).values() for fact, who in seen},
        subjects=dict(_subjects(facts, world)),
    )


def _subjects(facts: Sequence[Fact], world: World) -> Iterator[tuple[FactId, str]]:
    """What each happening that is unique is about: the level that the same report gives with the same date, else in the same passage."""
    unique = {event.id: event.unique for event in world.events}
    levels: dict[tuple[DocumentId, tuple[str, ...]], list[LevelFact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, LevelFact):
            levels[(fact.document, fact.parties)].append(fact)
    for fact in facts:
        if not isinstance(fact, EventFact):
            continue
        if unique.get(fact.type) == "ever":
            yield fact.id, fact.type
        elif unique.get(fact.type) == "level" and (title := _level(fact, levels[(fact.document, fact.parties)])):
            yield fact.id, title


def _level(fact: EventFact, told: Sequence[LevelFact]) -> str | None:
    """The level to which an upgrade leads, where the report leaves no doubt."""
    dated = [level for level in told if fact.when and level.since and level.since.edtf == fact.when.edtf]
    beside = [level for level in told if _overlap(level, fact)]
    titles = {level.level for level in ([one for one in dated if one in beside] or dated or beside)}
    return titles.pop() if len(titles) == 1 else None


def _by_state(fact: EventFact) -> dict[str, list[Attendee]]:
    found: dict[str, list[Attendee]] = defaultdict(list)
    for attendee in fact.attendees:
        if attendee.country:
            found[attendee.country].append(attendee)
    return found


def _overlap(a: Fact, b: Fact) -> bool:
    ours, theirs = a.citation.span, b.citation.span
    return ours.start < theirs.end and theirs.start < ours.end
