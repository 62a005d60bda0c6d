"""Facts on tenures → one entry for each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from foedera.merging.namings import namings
from foedera.merging.sourcing import Reports, sourcing
from foedera.model.entry import Person, Tenure
from foedera.model.fact import TenureFact
from foedera.model.when import When
from foedera.model.world import World
from foedera.plumbing.text import fold

FULL = 2
"""The fewest words of a name that tells by itself whose person it is."""


def people(facts: Iterable[TenureFact], reports: Reports, world: World) -> tuple[Person, ...]:
    """Entries by state and name."""
    states: dict[str | None, list[TenureFact]] = defaultdict(list)
    for fact in facts:
        states[fact.country].append(fact)
    found = [group for state, own in states.items() if state for group in namings(own, reports, world)]
    found = _with_stateless(found, namings(states[None], reports, world))
    return tuple(sorted((_person(group, reports) for group in found), key=lambda person: (person.country or "", person.name, person.id)))


def _with_stateless(found: list[list[TenureFact]], stateless: list[list[TenureFact]]) -> list[list[TenureFact]]:
    """Those whose state no report tells join the one person of any state that has the same full name."""
    named: dict[frozenset[str], list[int]] = defaultdict(list)
    for at, group in enumerate(found):
        for words in {frozenset(fold(fact.name).split()) for fact in group}:
            named[words].append(at)
    joined = [list(group) for group in found]
    for group in stateless:
        fullest = max((frozenset(fold(fact.name).split()) for fact in group), key=lambda words: (len(words), sorted(words)))
        fitting = named[fullest] if len(fullest) >= FULL else []
        if len(fitting) == 1:
            joined[fitting[0]] += group
        else:
            joined.append(group)
    return joined


def _person(facts: Sequence[TenureFact], reports: Reports) -> Person:
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
            first=min(whens, key=lambda when: (when.first, when.edtf), default=None),
            last=max(whens, key=lambda when: (when.last, when.edtf), default=None),
        )
        for office, whens in seen.items()
    ]
    return tuple(sorted(found, key=lambda tenure: (tenure.first.first if tenure.first else "9999", tenure.office)))
