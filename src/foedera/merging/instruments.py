"""Facts on instruments → one entry for each instrument of the same parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from foedera.merging.dates import best
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, most_used, sourcing
from foedera.model.entry import Instrument
from foedera.model.fact import InstrumentFact
from foedera.plumbing.text import fold

Owner = tuple[tuple[str, ...], str]


def instruments(facts: Iterable[InstrumentFact], reports: Reports, ruled: Rulings = NONE) -> tuple[Instrument, ...]:
    """Entries by parties and name; two facts name one instrument by the same letters, or by the same abbreviation."""
    owned: dict[Owner, list[InstrumentFact]] = defaultdict(list)
    for fact in facts:
        owned[(fact.parties, fact.country or "")].append(fact)
    groups = ruled.regrouped(group for members in owned.values() for group in _groups(members))
    found = [ruled.settled(_instrument(group, reports)) for group in groups]
    return tuple(sorted(found, key=by_name))


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


def _instrument(facts: Sequence[InstrumentFact], reports: Reports) -> Instrument:
    shared = sourcing(facts, reports)
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
    )
