"""Facts on mechanisms, and events that are their sessions → one entry for each mechanism of the same parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, most_used, sourcing
from foedera.model.entry import Event, Mechanism, Session
from foedera.model.fact import MechanismFact
from foedera.plumbing.text import fold


def mechanisms(facts: Iterable[MechanismFact], events: Iterable[Event], reports: Reports, ruled: Rulings = NONE) -> tuple[Mechanism, ...]:
    """Entries by parties and name; names are the same when they fold to the same letters."""
    alike: dict[tuple[tuple[str, ...], str], list[MechanismFact]] = defaultdict(list)
    for fact in facts:
        alike[(fact.parties, fold(fact.name))].append(fact)
    held: dict[tuple[tuple[str, ...], str], list[Event]] = defaultdict(list)
    for event in events:
        for name in {fold(fact.mechanism) for fact in event.facts if fact.mechanism}:
            held[(event.parties, name)].append(event)
    groups = ruled.regrouped(alike.values())
    found = [ruled.settled(_mechanism(members, _held(members, held), reports)) for members in groups]
    return tuple(sorted(found, key=by_name))


def _held(members: Iterable[MechanismFact], held: Mapping[tuple[tuple[str, ...], str], Sequence[Event]]) -> list[Event]:
    """The events under any of its names."""
    found = {event.id: event for fact in members for event in held.get((fact.parties, fold(fact.name)), ())}
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
        sessions=_sessions({fact.edition for fact in shared.facts if fact.edition is not None}, events),
    )


def _sessions(editions: set[int], events: Sequence[Event]) -> tuple[Session, ...]:
    """The events, and the numbered sessions of which no event is known; by number, then by date."""
    found = [Session(edition=event.edition, event=event.id, when=event.when, place=event.place) for event in events]
    known = {session.edition for session in found}
    found += [Session(edition=edition, event=None, when=None, place=None) for edition in editions - known]
    return tuple(sorted(found, key=_order))


def _order(session: Session) -> tuple[int, str, str]:
    return (session.edition or 0, session.when.first if session.when else "", session.event or "")
