"""Entries → the dossier of a pair or group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from foedera.merging.levels import begins
from foedera.merging.outdated import outdated
from foedera.merging.sides import sides
from foedera.merging.standings import standing
from foedera.merging.statements import statements
from foedera.model.entries import Entries
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Person
from foedera.model.relation import AreaCommitments, Relation
from foedera.model.report import Report
from foedera.model.world import World

E = TypeVar("E", bound=Entry)
ESTABLISHED = "establish_relations"


def relation(entries: Entries, parties: tuple[str, ...], world: World, *, as_of: str | None = None) -> Relation:
    """What the entries hold on the parties (codes, any order), up to a day (`2015-01-01`) where one is given.

    Events, mechanisms and instruments with further parties count; levels and commitments are those of the parties alone. An entry
    without a date of its own counts from the day of its first report.
    """
    pair = tuple(sorted(set(parties)))
    events = _among(entries.events, pair, as_of)
    levels = tuple(level for level in entries.levels if level.parties == pair and _is_known(begins(level), as_of))
    commitments = [one for one in entries.commitments if one.parties == pair and _is_known(one.reported, as_of)]
    mechanisms = _among(entries.mechanisms, pair, as_of)
    instruments = _among(entries.instruments, pair, as_of)
    told: list[Entry] = [*events, *levels, *commitments, *mechanisms, *instruments]
    reports = {report.document: report for entry in told for report in entry.reports}
    return Relation(
        parties=pair,
        as_of=as_of,
        established=tuple(event for event in events if event.type == ESTABLISHED),
        standing=standing(levels, world, as_of=as_of, now=_last_day(reports.values())),
        levels=levels,
        events=events,
        commitments=_by_area(commitments, world),
        mechanisms=mechanisms,
        instruments=instruments,
        people=tuple(_seen(entries.people, pair, set(reports), as_of)),
        reports=tuple(sorted(reports.values(), key=_in_time)),
        statements=statements([event for event in events if event.parties == pair], commitments, world),
        sides=sides(reports.values(), world),
        outdated=tuple(one for one in outdated(levels, world) if _is_known(_published(one.report), as_of)),
    )


def _published(report: Report) -> str | None:
    return report.published.last if report.published and report.published.year_known else None


def _last_day(reports: Iterable[Report]) -> str | None:
    """The last day of publication."""
    return max(filter(None, map(_published, reports)), default=None)


def _in_time(report: Report) -> tuple[str, str]:
    known = report.published is not None and report.published.year_known
    return (report.published.first if known and report.published else "9999", report.record)


def starts(entry: Entry) -> str | None:
    """The first day on which an entry may be so, by its own date, else by its first report; None where neither has a year."""
    if isinstance(entry, HeldLevel):
        return begins(entry)
    if isinstance(entry, (Event, Instrument)) and entry.when and entry.when.year_known:
        return entry.when.first
    return entry.reported


def _among(found: Iterable[E], pair: tuple[str, ...], as_of: str | None) -> tuple[E, ...]:
    return tuple(entry for entry in found if set(pair) <= set(entry.parties) and _is_known(starts(entry), as_of))


def _is_known(first: str | None, as_of: str | None) -> bool:
    return as_of is None or (first is not None and first <= as_of)


def _seen(people: Iterable[Person], pair: tuple[str, ...], documents: set[str], as_of: str | None) -> Iterable[Person]:
    """The persons of the parties whom a report on them names, as these reports do, as far as they were in office by the day."""
    for person in people:
        if person.country not in pair or not any(_is_known(one.first.first if one.first else None, as_of) for one in person.tenures):
            continue
        facts = tuple(fact for fact in person.facts if fact.document in documents)
        if facts:
            yield replace(person, facts=facts, reports=tuple(report for report in person.reports if report.document in documents))


def _by_area(commitments: Iterable[Commitment], world: World) -> tuple[AreaCommitments, ...]:
    areas: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        areas[commitment.areas[0] if commitment.areas else ""].append(commitment)
    order = [area.id for area in world.areas]
    return tuple(
        AreaCommitments(area=area, commitments=tuple(areas[area]))
        for area in sorted(areas, key=lambda area: (area not in order, order.index(area) if area in order else 0, area))
    )
