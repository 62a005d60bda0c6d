"""Levels of a pair → the reports that still use a title after a higher one was in force."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.merging.standings import standing
from foedera.model.entry import HeldLevel
from foedera.model.relation import Outdated
from foedera.model.world import World


def outdated(levels: Sequence[HeldLevel], world: World) -> tuple[Outdated, ...]:
    """By day of publication. A passage that dates the title tells of the past, and a report that has the higher one too knows it."""
    found = []
    for level in levels:
        published = {report.document: report for report in level.reports}
        for fact in level.facts:
            report = published[fact.document]
            day = report.published.first if report.published and report.published.year_known else None
            if day is None or fact.since is not None or fact.stance.realis != "asserted":
                continue
            held = standing(levels, world, as_of=day)
            higher = held.level if held and held.by is None else level
            if higher is not level and all(one.document != fact.document for one in higher.facts) and _before(higher, day):
                found.append(Outdated(report=report, fact=fact, level=level.level, instead=higher))
    return tuple(sorted(found, key=lambda one: (one.report.published.first if one.report.published else "", one.fact.id)))


def _before(level: HeldLevel, day: str) -> bool:
    """Whether it was surely in force before a day."""
    return level.since is not None and level.since.last < day
