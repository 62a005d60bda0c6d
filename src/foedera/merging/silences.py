"""The reports that tell of a party set, by day → how much was read after any day; counted once for all promises."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from foedera.model.entry import Silence
from foedera.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The days of reports in order, and how many publishers there are from each of them on."""

    days: tuple[str, ...]
    publishers: tuple[int, ...]

    @property
    def last(self) -> str | None:
        """The last day of a report."""
        return self.days[-1] if self.days else None

    def after(self, day: str) -> Silence:
        """How much was read after a day, up to the last one that was read of."""
        at = bisect_right(self.days, day)
        return Silence(until=self.days[-1] if at < len(self.days) else day, reports=len(self.days) - at, publishers=self.publishers[at])


def heard(reports: Iterable[tuple[str, Report]]) -> Heard:
    """What is heard of a party set, from reports with their days."""
    told = sorted(reports, key=lambda one: one[0])
    publishers: set[str] = set()
    counts = [0]
    for _day, report in reversed(told):
        publishers.add(report.publisher or report.document)
        counts.append(len(publishers))
    return Heard(days=tuple(day for day, _report in told), publishers=tuple(reversed(counts)))
