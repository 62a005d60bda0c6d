"""Facts on events → one entry for each happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foedera.merging.circumstances import Circumstances
from foedera.merging.dates import best
from foedera.merging.happenings import STAYS, completed_days, happenings, slips
from foedera.merging.sourcing import most_used, most_used_number, sourcing
from foedera.model.entry import Event
from foedera.model.fact import Attendee, EventFact
from foedera.plumbing.likeness import script, words

VAGUE = frozenset({"meeting", "other"})
"""Types that a report uses for what another names more exactly."""

DATING = frozenset({"level", "ever"})
"""Happenings so unique that reports which differ about their day mean the same."""


def events(facts: Iterable[EventFact], known: Circumstances) -> tuple[Event, ...]:
    """Entries in order of time: same parties, one kind, and nothing that tells them apart.

    Encounters are one kind, since one report's talks are another's meeting; a call is one of its own. Of the other families each type
    is a kind: a signing and a joint statement of one day are two happenings.
    """
    alike: dict[tuple[str, ...], dict[str, list[EventFact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        alike[fact.parties][_kind(fact, known)].append(fact)
    groups = known.ruled.regrouped(group for kinds in alike.values() for group in _groups(kinds, known))
    found = [known.ruled.settled(_event(group, known)) for group in groups]
    return tuple(sorted(found, key=in_time))


def _kind(fact: EventFact, known: Circumstances) -> str:
    return "encounter" if known.families.get(fact.type) == "encounter" and fact.type != "call" else fact.type


def _groups(kinds: Mapping[str, Sequence[EventFact]], known: Circumstances) -> list[list[EventFact]]:
    """The happenings of the same parties; the unique ones first, for they tell which reports differ about a day."""
    first = {kind for kind in kinds if known.unique.get(kind) in DATING}
    unique = [group for kind in sorted(first) for group in happenings(kinds[kind], known)]
    slipped, days = frozenset(slips(unique)), dict(completed_days(unique))
    rest = [group for kind in sorted(kinds.keys() - first) for group in happenings(kinds[kind], known, slips=slipped, days=days)]
    return unique + rest


def in_time(event: Event) -> tuple[str, str, str]:
    """The order of events."""
    return (event.when.first if event.when and event.when.year_known else event.reported or "9999", event.type, event.id)


def _event(facts: Sequence[EventFact], known: Circumstances) -> Event:
    shared = sourcing(facts, known.reports)
    stays = known.families.get(facts[0].type) in STAYS
    happened = [fact for fact in shared.facts if fact.stance.realis == "asserted"]
    return Event(
        id=shared.id,
        parties=shared.facts[0].parties,
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        type=_type(happened or shared.facts),
        when=best((fact.when for fact in shared.facts), stay=stays),
        place=_place([fact.place for fact in happened or shared.facts if fact.place], known.countries),
        tense="past" if happened else "planned",
        attendees=_attendees(shared.facts, known),
        mechanism=most_used(fact.mechanism for fact in shared.facts),
        edition=most_used_number(fact.edition for fact in shared.facts),
        document_count=most_used_number(fact.document_count for fact in shared.facts),
    )


def _type(facts: Sequence[EventFact]) -> str:
    """The type that most facts give; a vague one only where there is no other."""
    counts = Counter(fact.type for fact in facts)
    return min(counts, key=lambda name: (name in VAGUE, -counts[name], name))


def _place(places: Sequence[str], countries: frozenset[str]) -> str | None:
    """The city that most facts name, else the country."""
    return most_used(place for place in places if place not in countries) or most_used(places)


def _attendees(facts: Iterable[EventFact], known: Circumstances) -> tuple[Attendee, ...]:
    """Everyone once: of two namings of one person, the fuller, with the office where only one has it."""
    kept: dict[str, Attendee] = {}
    everyone = {(attendee, known.person(fact, attendee)) for fact in facts for attendee in fact.attendees}
    for attendee, person in sorted(everyone, key=lambda one: (_fullness(one[0]), one[1])):
        if person not in kept and not any(_is_same(attendee, other) for other in kept.values()):
            kept[person] = attendee
    return tuple(sorted(kept.values(), key=lambda attendee: (attendee.country or "", attendee.office or "", attendee.name)))


def _fullness(attendee: Attendee) -> tuple[int, bool, bool, str, str, str]:
    words = len(attendee.name.split())
    # A name in plain ASCII may have lost its marks on the way; the other is as its bearer writes it.
    return (-words, not attendee.office, attendee.name.isascii(), attendee.name, attendee.office or "", attendee.country or "")


def _is_same(attendee: Attendee, other: Attendee) -> bool:
    if attendee.country != other.country:
        return False
    if attendee.office and attendee.office == other.office and script(attendee.name) != script(other.name):
        return True
    return words(attendee.name) <= words(other.name)
