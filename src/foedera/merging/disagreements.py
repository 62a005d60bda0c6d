"""Entries → where their sources give values that cannot all be true. A difference of precision is no disagreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from foedera.merging.namings import bare_offices
from foedera.merging.people import Sights
from foedera.merging.sides import sides
from foedera.merging.sourcing import Reports, sourcing
from foedera.model.disagreement import Claim, Disagreement, Disputed
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Commitment, Entry, Event, HeldLevel
from foedera.model.fact import Fact
from foedera.model.when import When, compatible
from foedera.model.world import World
from foedera.plumbing.likeness import script

Values = Mapping[str, Sequence[Fact]]
Named = tuple[DocumentId, str | None, str]
"""A person as a document names one: with the state, as written."""


def disagreements(entries: Entries, reports: Reports, world: World, known: Sights) -> tuple[Disagreement, ...]:
    """All of them, by parties, entry and property; `known` tells whose the names are."""
    countries = frozenset(actor.name for actor in world.actors)
    who = {(fact.document, fact.country, fact.name): person.name for seen in known.values() for fact, person in seen}
    sole = frozenset(office.name for office in world.offices if office.sole)
    stays = frozenset(kind.id for kind in world.events if kind.family == "visit")
    found = [one for event in entries.events for one in _of_event(event, countries, stays)]
    found += [(event, "attendees", values) for event in entries.events if (values := _attendees(event, sole, who))]
    found += [one for commitment in entries.commitments for one in _of_commitment(commitment)]
    found += _of_levels(entries.levels)
    made = [_disagreement(entry, name, _claims(values, reports, world)) for entry, name, values in found]
    return tuple(sorted(made, key=lambda one: (one.parties, one.entry, one.property)))


Found = tuple[Entry, Disputed, Values]


def _of_event(event: Event, countries: frozenset[str], stays: frozenset[str]) -> Iterator[Found]:
    happened = [fact for fact in event.facts if fact.stance.realis == "asserted"]
    if event.type not in stays:  # a stay has several days: each report names one of them
        yield from _incompatible_dates(event, "date", [(fact.when, fact) for fact in happened if fact.when and fact.when.is_day])
    cities = _by_value((fact.place, fact) for fact in happened if fact.place and fact.place not in countries)
    if len(cities) > 1:
        yield event, "place", cities
    numbers = _by_value((str(fact.document_count), fact) for fact in happened if fact.document_count is not None)
    if len(numbers) > 1:
        yield event, "document_count", numbers


def _attendees(event: Event, sole: frozenset[str], who: Mapping[Named, str]) -> Values:
    """The persons in an office that has one holder, where reports have different ones in it."""
    held: dict[tuple[str, str], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in event.facts:
        for attendee in fact.attendees:
            person = who.get((fact.document, attendee.country, attendee.name))
            for office in bare_offices(attendee.office or "") & sole:
                if attendee.country and person:
                    held[(attendee.country, office)][person].append(fact)
    # Names in two scripts may be one person's.
    differing = (values for _, values in sorted(held.items()) if len({script(name) for name in values}) == 1)
    return next((values for values in differing if len(values) > 1), {})


def _of_commitment(commitment: Commitment) -> Iterator[Found]:
    amounts = _by_value((f"{fact.amount.value} {fact.amount.currency}", fact) for fact in commitment.facts if fact.amount)
    if len(amounts) > 1:
        yield commitment, "amount", amounts
    yield from _incompatible_dates(commitment, "target_date", [(fact.target, fact) for fact in commitment.facts if fact.target])


def _of_levels(levels: Iterable[HeldLevel]) -> Iterator[Found]:
    """Two titles of one pair that began at the same time, each by reports that do not give the other."""
    held: dict[tuple[str, ...], list[HeldLevel]] = defaultdict(list)
    for level in levels:
        if level.since and level.since.year_known and level.tense == "past":
            held[level.parties].append(level)
    for together in held.values():
        for a, b in combinations(together, 2):
            ours, theirs = _dating(a), _dating(b)
            if compatible(a.since, b.since) and ours and theirs and not _documents(a.facts) & _documents(b.facts):
                yield a, "level", {a.level: ours, b.level: theirs}


def _dating(level: HeldLevel) -> list[Fact]:
    return [fact for fact in level.facts if fact.since]


def _documents(facts: Iterable[Fact]) -> set[str]:
    return {fact.document for fact in facts}


def _incompatible_dates(entry: Entry, name: Disputed, dates: Sequence[tuple[When, Fact]]) -> Iterator[Found]:
    given = {when.edtf: when for when, _ in dates if when.year_known}
    if any(not compatible(a, b) for a, b in combinations(given.values(), 2)):
        yield entry, name, _by_value((when.edtf, fact) for when, fact in dates if when.edtf in given)


def _by_value(pairs: Iterable[tuple[str | None, Fact]]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for value, fact in pairs:
        if value:
            found[value].append(fact)
    return found


def _claims(values: Values, reports: Reports, world: World) -> Iterator[Claim]:
    for value, facts in values.items():
        shared = sourcing(facts, reports)
        yield Claim(value=value, facts=shared.facts, reports=shared.reports, origins=shared.origins, sides=sides(shared.reports, world))


def _disagreement(entry: Entry, name: Disputed, claims: Iterable[Claim]) -> Disagreement:
    return Disagreement(
        entry=entry.id,
        kind="event" if isinstance(entry, Event) else "commitment" if isinstance(entry, Commitment) else "level",
        type=entry.type if isinstance(entry, Event) else entry.level if isinstance(entry, HeldLevel) else "commitment",
        parties=entry.parties,
        property=name,
        claims=tuple(sorted(claims, key=lambda claim: (-claim.origins, claim.value))),
    )
