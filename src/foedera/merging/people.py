"""Facts on tenures → one entry for each person.

Three stages: the namings of one key (state and words), persons by state, and those whose state no report tells, by the words of the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from foedera.merging.namings import grouped, namings, writing
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, sourcing
from foedera.model.document import DocumentId
from foedera.model.entry import Person, Tenure
from foedera.model.fact import TenureFact
from foedera.model.keys import Key, key_of, name_of, stateless
from foedera.model.naming import Naming
from foedera.model.when import When
from foedera.model.world import World
from foedera.plumbing.text import fold

FULL = 2
"""The fewest words of a name that tells by itself whose person it is."""
T = TypeVar("T")
Place = tuple[Key, str]
"""A naming: its key and writing."""
Sights = Mapping[DocumentId, Sequence[tuple[TenureFact, Person]]]
"""Document → the persons whom it shows in an office, with the facts that say so."""


def people(facts: Iterable[TenureFact], reports: Reports, world: World, ruled: Rulings = NONE) -> tuple[Person, ...]:
    """Entries by state and name."""
    facts = list(facts)
    states: dict[str | None, list[Naming]] = defaultdict(list)
    for naming in namings(facts, reports, world):
        states[naming.state].append(naming)
    leaders: dict[Place, Place] = {}
    for state, own in states.items():
        leaders |= led(own, world) if state else {}
    namesakes: dict[Key, set[Place]] = defaultdict(set)
    for place, leader in leaders.items():
        namesakes[stateless(place[0])].add(leader)
    leaders |= {naming.place: home(naming.key, namesakes[naming.key]) or (naming.key, "") for naming in states[None]}
    readings = {shape.state: shape.readings for shape in world.names}
    persons: dict[Place, list[TenureFact]] = defaultdict(list)
    for fact in facts:
        persons[leaders[(key_of(fact), writing(fact, reports, readings))]].append(fact)
    return tuple(sorted(regrouped(persons.values(), reports, ruled), key=by_name))


def regrouped(groups: Iterable[Sequence[TenureFact]], reports: Reports, ruled: Rulings) -> list[Person]:
    """The persons of groups that names gave, parted and joined as was ruled."""
    return [ruled.settled(person(group, reports)) for group in ruled.regrouped(groups)]


def led(found: Iterable[Naming], world: World) -> dict[Place, Place]:
    """The namings of one state → the first of those of the same person."""
    groups = [[naming.place for naming in group] for group in grouped(found, world)]
    return {place: min(group) for group in groups for place in group}


def home(key: Key, namesakes: Collection[T]) -> T | None:
    """Whose a name without a state is: the one person's of any state that has the very same full name; None where it stands alone."""
    alone = len(namesakes) != 1 or len(name_of(key)[1]) < FULL
    return None if alone else next(iter(namesakes))


def by_name(person: Person) -> tuple[str, str, str]:
    """The order of people."""
    return (person.country or "", person.name, person.id)


def sights(found: Iterable[Person]) -> Sights:
    """In which documents each person is seen."""
    seen: dict[DocumentId, list[tuple[TenureFact, Person]]] = defaultdict(list)
    for one in found:
        for fact in one.facts:
            seen[fact.document].append((fact, one))
    return seen


def person(facts: Sequence[TenureFact], reports: Reports) -> Person:
    """The entry of one person."""
    shared = sourcing(facts, reports)
    country = next((fact.country for fact in shared.facts if fact.country), None)
    names = sorted({fact.name for fact in shared.facts}, key=_fullness)
    return Person(
        id=shared.id,
        parties=(country,) if country else (),
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        name=names[0],
        names=tuple(names),
        country=country,
        tenures=_tenures(shared.facts, reports),
    )


def seen_again(known: Person, more: Person) -> Person | None:
    """A person with what further reports show, which are no copies and showed none of it before; None where it takes all facts to tell."""
    if known.country != more.country:
        return None
    tenures = {tenure.office: tenure for tenure in known.tenures}
    for tenure in more.tenures:
        both = _longer(tenures.get(tenure.office, tenure), tenure)
        if both is None:
            return None
        tenures[tenure.office] = both
    names = tuple(sorted({*known.names, *more.names}, key=_fullness))
    return replace(
        known,
        id=min(known.id, more.id),
        origins=known.origins + more.origins,
        name=names[0],
        names=names,
        tenures=tuple(sorted(tenures.values(), key=_in_time)),
    )


def _longer(known: Tenure, more: Tenure) -> Tenure | None:
    """Of both sights of an office the first and the last; None where two days are the same, known in two ways."""
    first = min((one.first for one in (known, more) if one.first), key=_begins, default=None)
    last = max((one.last for one in (known, more) if one.last), key=_ended, default=None)
    told = [*((one.first, first, _begins) for one in (known, more)), *((one.last, last, _ended) for one in (known, more))]
    doubtful = any(one and kept and one != kept and order(one) == order(kept) for one, kept, order in told)
    return None if doubtful else Tenure(office=known.office, first=first, last=last)


def _begins(when: When) -> tuple[str, str]:
    return (when.first, when.edtf)


def _ended(when: When) -> tuple[str, str]:
    return (when.last, when.edtf)


def _in_time(tenure: Tenure) -> tuple[str, str]:
    return (tenure.first.first if tenure.first else "9999", tenure.office)


def _fullness(name: str) -> tuple[int, bool, str]:
    """The most words first; of equals one with marks, for a name in plain ASCII may have lost them on the way."""
    return (-len(fold(name).split()), name.isascii(), name)


def _tenures(facts: Sequence[TenureFact], reports: Reports) -> tuple[Tenure, ...]:
    """Each office with the first and last dates at which a report shows the person in it."""
    seen: dict[str, list[When]] = defaultdict(list)
    for fact in facts:
        when = fact.when or reports[fact.document].published
        seen[fact.office] += [when] if when and when.year_known else []
    found = [
        Tenure(
            office=office,
            first=min(whens, key=_begins, default=None),
            last=max(whens, key=_ended, default=None),
        )
        for office, whens in seen.items()
    ]
    return tuple(sorted(found, key=_in_time))
