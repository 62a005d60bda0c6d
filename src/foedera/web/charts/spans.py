"""Time across a drawing: where a day lies between the first and the last one, and the years that are written below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedera.model.when import day
from foedera.web.charts.drawing import across, element, words

TICKS = 5
"""Years that have room below a narrow drawing."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
EDGE = 0.9
"""Beyond it, words end at their place instead of beginning there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From the first day of a year to the last day of another."""

    first: int
    last: int

    def share(self, date: str) -> float:
        """How far across a day lies, between 0 and 1."""
        begin, end = day(f"{self.first:04}-01-01").toordinal(), day(f"{self.last:04}-12-31").toordinal()
        return min(1.0, max(0.0, (day(date).toordinal() - begin) / (end - begin)))

    def years(self) -> tuple[int, ...]:
        """The years that are written, few enough for a narrow drawing."""
        count = self.last - self.first + 1
        step = next((step for step in STEPS if count <= step * TICKS), STEPS[-1])
        return tuple(year for year in range(self.first, self.last + 1) if year % step == 0) or (self.first,)

    def axis(self, top: int, bottom: int) -> str:
        """The years, each with a line from the top to where it stands."""
        parts = []
        for year in self.years():
            at = self.share(f"{year:04}-01-01")
            place = {"x": across(at), "y": bottom, "class": "faint", "text-anchor": "end" if at > EDGE else "start"}
            parts += [element("line", {"x1": across(at), "x2": across(at), "y1": top, "y2": bottom, "class": "grid"})]
            parts += [words(str(year), {**place, "dx": "-0.3em" if at > EDGE else "0.3em"})]
        return "".join(parts)


def scale_of(dates: Iterable[str]) -> Scale:
    """The scale that holds all of these days."""
    years = sorted(int(date[:4]) for date in dates)
    return Scale(first=years[0], last=years[-1])
