"""What a ledger holds of each pair → the pairs in order, each with the level in force."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from foedera.merging.levels import confirmed
from foedera.merging.standings import standing
from foedera.model.entries import Entries
from foedera.model.entry import Entry, HeldLevel
from foedera.model.relation import Holding, Pair
from foedera.model.report import Report
from foedera.model.world import World

Parties = tuple[str, ...]
TWO = 2


def holdings(entries: Entries) -> tuple[Holding, ...]:
    """How much the entries tell of each pair alone."""
    kinds: tuple[tuple[Entry, ...], ...] = (
        entries.events,
        entries.levels,
        entries.commitments,
        entries.mechanisms,
        entries.instruments,
    )
    found = [entry for kind in kinds for entry in kind if len(entry.parties) == TWO]
    counts = Counter(entry.parties for entry in found)
    levels: dict[Parties, list[HeldLevel]] = defaultdict(list)
    for level in entries.levels:
        levels[level.parties].append(level)
    last = _last(found)
    return tuple(
        Holding(parties=parties, entries=counts[parties], levels=tuple(levels[parties]), last=last.get(parties)) for parties in counts
    )


def pairs(held: Iterable[Holding], world: World) -> tuple[Pair, ...]:
    """The pairs, those with most entries first, then by their codes."""
    known = list(held)
    now = max((seen for one in known for level in one.levels if (seen := confirmed(level))), default=None)
    found = [Pair(parties=one.parties, entries=one.entries, standing=standing(one.levels, world, now=now), last=one.last) for one in known]
    return tuple(sorted(found, key=lambda one: (-one.entries, one.parties)))


def _last(found: Iterable[Entry]) -> Mapping[Parties, Report]:
    """The latest report of each pair, and among equals that of the smallest id."""
    latest: dict[Parties, Report] = {}
    for entry in found:
        for report in entry.reports:
            latest[entry.parties] = min(latest.get(entry.parties, report), report, key=_lateness)
    return latest


def _lateness(report: Report) -> tuple[int, str]:
    known = report.published is not None and report.published.year_known
    return (-int(report.published.first.replace("-", "")) if known and report.published else 0, report.document)
