"""Facts on events → one entry for each happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from foedera.merging.dates import best
from foedera.merging.happenings import happenings
from foedera.merging.sourcing import Reports, most_used, most_used_number, sourcing
from foedera.model.entry import Event
from foedera.model.fact import Attendee, EventFact
from foedera.model.world import World
from foedera.plumbing.text import fold

STAYS = frozenset({"visit", "exercise"})
"""Families whose happenings last for days."""
VAGUE = frozenset({"meeting", "other"})
"""Types that a report uses for what another names more exactly."""


def events(facts: Iterable[EventFact], reports: Reports, world: World) -> tuple[Event, ...]:
    """Entries in order of time: same parties, one kind, compatible dates.

    Encounters are one kind, since one report's talks are another's meeting. Of the other families each type is a kind of its
    own: a signing and a joint statement of one day are two happenings.
    """
    families = {event.id: event.family for event in world.events}
    countries = {actor.name for actor in world.actors}
    alike: dict[tuple[tuple[str, ...], str], list[EventFact]] = defaultdict(list)
    for fact in facts:
        family = families.get(fact.type, "other")
        alike[(fact.parties, "encounter" if family == "encounter" else fact.type)].append(fact)
    found = []
    for members in alike.values():
        stays = families.get(members[0].type) in STAYS
        found += [_event(group, reports, countries, stays=stays) for group in happenings(members, reports, stays=stays)]
    return tuple(sorted(found, key=_in_time))


def _in_time(event: Event) -> tuple[str, str, str]:
    return (event.when.first if event.when and event.when.year_known else event.reported or "9999", event.type, event.id)


def _event(facts: Sequence[EventFact], reports: Reports, countries: set[str], *, stays: bool) -> Event:
    shared = sourcing(facts, reports)
    happened = [fact for fact in shared.facts if fact.stance.realis == "asserted"]
    return Event(
        id=shared.id,
        parties=shared.facts[0].parties,
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        type=_type(happened or shared.facts),
        when=best((fact.when for fact in shared.facts), stay=stays),
        place=_place([fact.place for fact in happened or shared.facts if fact.place], countries),
        tense="past" if happened else "planned",
        attendees=_attendees(shared.facts),
        mechanism=most_used(fact.mechanism for fact in shared.facts),
        edition=most_used_number(fact.edition for fact in shared.facts),
        document_count=most_used_number(fact.document_count for fact in shared.facts),
    )


def _type(facts: Sequence[EventFact]) -> str:
    """The type that most facts give; a vague one only where there is no other."""
    counts = Counter(fact.type for fact in facts)
    return min(counts, key=lambda name: (name in VAGUE, -counts[name], name))


def _place(places: Sequence[str], countries: set[str]) -> str | None:
    """The city that most facts name, else the country."""
    return most_used(place for place in places if place not in countries) or most_used(places)


def _attendees(facts: Iterable[EventFact]) -> tuple[Attendee, ...]:
    """Everyone once: of two namings of one person, the fuller, with the office where only one has it."""
    kept: list[Attendee] = []
    everyone = {attendee for fact in facts for attendee in fact.attendees}
    for attendee in sorted(everyone, key=_fullness):
        if not any(_is_same(attendee, other) for other in kept):
            kept.append(attendee)
    return tuple(sorted(kept, key=lambda attendee: (attendee.country or "", attendee.office or "", attendee.name)))


def _fullness(attendee: Attendee) -> tuple[int, bool, bool, str, str, str]:
    words = len(fold(attendee.name).split())
    # A name in plain ASCII may have lost its marks on the way; the other is as its bearer writes it.
    return (-words, not attendee.office, attendee.name.isascii(), attendee.name, attendee.office or "", attendee.country or "")


def _is_same(attendee: Attendee, other: Attendee) -> bool:
    return attendee.country == other.country and set(fold(attendee.name).split()) <= set(fold(other.name).split())
