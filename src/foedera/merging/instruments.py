"""Facts on instruments, and acts between their parties → one entry for each instrument of the same parties, with its life."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from foedera.merging.dates import best
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, most_used, sourcing
from foedera.merging.stages import Stages, lived, stages, state, steps_of
from foedera.merging.titles import Telling, together
from foedera.model.entry import Event, Instrument
from foedera.model.fact import InstrumentFact
from foedera.plumbing.text import fold

Owner = tuple[tuple[str, ...], str]


def instruments(facts: Iterable[InstrumentFact], events: Iterable[Event], known: Telling, ruled: Rulings = NONE) -> tuple[Instrument, ...]:
    """Entries by parties and name; two facts name one instrument by letters, abbreviation, or subject in two languages (`titles`)."""
    owned: dict[Owner, list[InstrumentFact]] = defaultdict(list)
    given = sorted(facts, key=lambda fact: fact.id)
    for fact in given:
        owned[(fact.parties, fact.country or "")].append(fact)
    life = stages(given, events, steps_of(known.world))
    said = frozenset(topic.id for topic in known.world.topics if topic.kind != "form")
    merged: list[list[InstrumentFact]] = []
    for members in owned.values():
        own = _groups(members)
        merged += together(own, known, _same_act(own, life, said))
    groups = ruled.regrouped(merged)
    found = [ruled.settled(_instrument(group, known.reports, life)) for group in groups]
    return tuple(sorted(found, key=by_name))


def _same_act(groups: Sequence[Sequence[InstrumentFact]], life: Stages, said: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Pairs of names (by place) about a common matter under which one act is told."""
    told = [{stage.event for fact in group for stage in life.get(fact.id, ())} for group in groups]
    about = [said.intersection(*(fact.subject for fact in group)) for group in groups]
    yield from ((a, b) for a, b in combinations(range(len(groups)), 2) if told[a] & told[b] and about[a] & about[b])


def _groups(facts: Sequence[InstrumentFact]) -> list[list[InstrumentFact]]:
    """Facts connected by a common name or abbreviation."""
    groups: list[tuple[set[str], list[InstrumentFact]]] = []
    for fact in facts:
        names = {fold(fact.name)} | ({fold(fact.abbr)} if fact.abbr else set())
        touching = [group for group in groups if group[0] & names]
        merged = (names.union(*(group[0] for group in touching)), [fact, *(one for group in touching for one in group[1])])
        groups = [group for group in groups if group not in touching] + [merged]
    return [members for _, members in groups]


def by_name(instrument: Instrument) -> tuple[tuple[str, ...], str, str]:
    """The order of instruments."""
    return (instrument.parties, instrument.name, instrument.id)


def _instrument(facts: Sequence[InstrumentFact], reports: Reports, known: Stages) -> Instrument:
    shared = sourcing(facts, reports)
    life = lived(shared.facts, known)
    return Instrument(
        id=shared.id,
        parties=shared.facts[0].parties,
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        name=most_used(fact.name for fact in shared.facts) or "",
        abbr=most_used(fact.abbr for fact in shared.facts),
        country=shared.facts[0].country,
        when=best(fact.when for fact in shared.facts),
        names=tuple(sorted({fact.name for fact in shared.facts})),
        stages=life,
        state=state(life),
    )
