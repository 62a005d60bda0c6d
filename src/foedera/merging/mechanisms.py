"""Facts on mechanisms, and events that are their sessions → one entry for each mechanism of the same parties, with its cadence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from foedera.merging.cadences import paced
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, most_used, sourcing
from foedera.merging.titles import Telling, together
from foedera.model.entry import Event, Mechanism, Session
from foedera.model.fact import MechanismFact
from foedera.plumbing.text import fold

NUMBER = 3
"""The least number of a session by which a mechanism is known again in another language: first and second ones many have."""


def mechanisms(facts: Iterable[MechanismFact], events: Iterable[Event], known: Telling, ruled: Rulings = NONE) -> tuple[Mechanism, ...]:
    """Entries of the same parties by name; one mechanism may have several names (`titles`), of which any may be that of a session."""
    alike: dict[str, list[MechanismFact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.id):
        alike[fold(fact.name)].append(fact)
    held: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for name in {fold(fact.mechanism) for fact in event.facts if fact.mechanism}:
            held[name].append(event)
    own = list(alike.values())
    merged = together(own, known, [*_same_session(own, held), *_same_number(own, known.reports)])
    months = {topic.id: topic.months for topic in known.world.topics if topic.months}
    found = [ruled.settled(paced(_mechanism(members, _held(members, held), known.reports), months)) for members in ruled.regrouped(merged)]
    return tuple(sorted(found, key=by_name))


def _same_session(groups: Sequence[Sequence[MechanismFact]], held: Mapping[str, Sequence[Event]]) -> Iterator[tuple[int, int]]:
    """Pairs of names (by place) under which one event is told."""
    told = [{event.id for fact in group for event in held.get(fold(fact.name), ())} for group in groups]
    yield from ((a, b) for a, b in combinations(range(len(groups)), 2) if told[a] & told[b])


def _same_number(groups: Sequence[Sequence[MechanismFact]], reports: Reports) -> Iterator[tuple[int, int]]:
    """Pairs of names in two languages with a session of the same number, where each language has one such name."""
    named: dict[int, dict[str | None, set[int]]] = defaultdict(lambda: defaultdict(set))
    for at, group in enumerate(groups):
        for fact in group:
            if fact.edition and fact.edition >= NUMBER:
                named[fact.edition][reports[fact.document].lang].add(at)
    for _, langs in sorted(named.items()):
        single = sorted(next(iter(ats)) for ats in langs.values() if len(ats) == 1)
        yield from ((a, b) for a, b in combinations(single, 2) if a != b)


def _held(members: Iterable[MechanismFact], held: Mapping[str, Sequence[Event]]) -> list[Event]:
    """The events under any of its names."""
    found = {event.id: event for fact in members for event in held.get(fold(fact.name), ())}
    return list(found.values())


def by_name(mechanism: Mechanism) -> tuple[tuple[str, ...], str, str]:
    """The order of mechanisms."""
    return (mechanism.parties, mechanism.name, mechanism.id)


def _mechanism(facts: Sequence[MechanismFact], events: Sequence[Event], reports: Reports) -> Mechanism:
    shared = sourcing(facts, reports)
    return Mechanism(
        id=shared.id,
        parties=shared.facts[0].parties,
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        name=most_used(fact.name for fact in shared.facts) or "",
        names=tuple(sorted({fact.name for fact in shared.facts})),
        sessions=_sessions({fact.edition for fact in shared.facts if fact.edition is not None}, events),
    )


def _sessions(editions: set[int], events: Sequence[Event]) -> tuple[Session, ...]:
    """The events, and the numbered sessions of which no event is known; by number, then by date."""
    found = [Session(edition=event.edition, event=event.id, when=event.when, place=event.place, tense=event.tense) for event in events]
    known = {session.edition for session in found}
    found += [Session(edition=edition, event=None, when=None, place=None) for edition in editions - known]
    return tuple(sorted(found, key=_order))


def _order(session: Session) -> tuple[int, str, str]:
    return (session.edition or 0, session.when.first if session.when else "", session.event or "")
