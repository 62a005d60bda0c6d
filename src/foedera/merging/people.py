"""Facts on tenures → one entry for each person.

Names are compared as sets of words without marks, in any order. The same words are the same person of a state; fewer words
are when a single person of that state and office has them all ("Kishida", "Fumio Kishida").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from foedera.merging.sourcing import Reports, sourcing
from foedera.model.entry import Person, Tenure
from foedera.model.fact import TenureFact
from foedera.model.when import When
from foedera.plumbing.text import fold

PASSING = ("former ", "acting ")
"""Marks before an office that do not make another office of it, when names are compared."""


@dataclass(slots=True, kw_only=True)
class _Known:
    words: frozenset[str]
    offices: set[str] = field(default_factory=set)
    facts: list[TenureFact] = field(default_factory=list)


def people(facts: Iterable[TenureFact], reports: Reports) -> tuple[Person, ...]:
    """Entries by state and name."""
    states: dict[str | None, dict[frozenset[str], list[TenureFact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        states[fact.country][frozenset(fold(fact.name).split())].append(fact)
    found = [_person(known.facts, reports) for named in states.values() for known in _known(named)]
    return tuple(sorted(found, key=lambda person: (person.country or "", person.name, person.id)))


def _known(named: dict[frozenset[str], list[TenureFact]]) -> list[_Known]:
    """The persons of one state, from the fullest names to the shortest."""
    persons: list[_Known] = []
    for words in sorted(named, key=lambda words: (-len(words), sorted(words))):
        offices = {office for fact in named[words] for office in _offices(fact.office)}
        fitting = [known for known in persons if words < known.words and offices & known.offices]
        known = fitting[0] if len(fitting) == 1 else _Known(words=words)
        if known not in fitting:
            persons.append(known)
        known.offices |= offices
        known.facts += named[words]
    return persons


def _offices(office: str) -> set[str]:
    """The offices that a text joins, without what passes."""
    found = set()
    for part in office.split("; "):
        bare = part.removesuffix("-elect")
        for mark in PASSING:
            bare = bare.removeprefix(mark)
        found.add(bare)
    return found


def _person(facts: Sequence[TenureFact], reports: Reports) -> Person:
    shared = sourcing(facts, reports)
    country = shared.facts[0].country
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
