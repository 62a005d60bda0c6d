"""Reports → how many of them, and of their origins, come from which side: the government, an agency or the press of which state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from foedera.model.report import Report, Side
from foedera.model.world import World


def sides(reports: Iterable[Report], world: World) -> tuple[Side, ...]:
    """The sides, those with most origins first; a report whose publisher is not known is on a side without kind and state."""
    known = {publisher.id: publisher for publisher in world.publishers}
    found: dict[tuple[str | None, str | None], list[Report]] = defaultdict(list)
    for report in reports:
        publisher = known.get(report.publisher or "")
        found[(publisher.kind, publisher.state) if publisher else (None, None)].append(report)
    made = [
        Side(kind=kind, state=state, reports=len(own), origins=len({report.origin or report.document for report in own}))
        for (kind, state), own in found.items()
    ]
    return tuple(sorted(made, key=lambda side: (side.kind is None, -side.origins, -side.reports, side.kind or "", side.state or "")))
