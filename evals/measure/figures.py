"""Figures → tables of them, with what is needed and whether it holds, and the exit code that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from measure.intervals import Interval

HOLDS, MISSES, UNMEASURED = 0, 1, 2
"""Exit codes: everything needed holds; something does not; something needed could not be measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured figure: a share or F1 (of which at least `needed`), or a count (of which at most `most`); no value: not measured."""

    name: str
    value: float | None
    interval: Interval | None = None
    needed: float | None = None
    most: int | None = None
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether what is needed holds; None where nothing is needed, or nothing was measured."""
        if self.value is None:
            return None
        if self.needed is not None:
            return self.value >= self.needed
        return self.value <= self.most if self.most is not None else None

    @property
    def is_unmeasured(self) -> bool:
        """Whether something is needed of which there is no measurement."""
        return self.value is None and (self.needed is not None or self.most is not None)


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of a table."""
    width = max([len(figure.name) for figure in figures] + [len("measured")])
    head = f"{'measured':{width}} {'figure':>7} {'95 %':>11} {'needed':>8} holds"
    return "\n".join([head, *(_line(figure, width) for figure in figures)]) + "\n"


def _line(figure: Figure, width: int) -> str:
    needed = "" if figure.needed is None else f"{figure.needed:.2f}"
    needed = needed if figure.most is None else f"at most {figure.most}"
    holds = {None: "-" if figure.is_unmeasured else "", True: "yes", False: "NO"}[figure.holds]
    return f"{figure.name:{width}} {number(figure.value):>7} {bounds(figure.interval):>11} {needed:>8} {holds:5} {figure.note}".rstrip()


def number(value: float | None) -> str:
    """A count as it is, a share or score with three digits."""
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


def bounds(interval: Interval | None) -> str:
    """An interval in 11 characters."""
    return f"{interval[0]:.3f}-{interval[1]:.3f}" if interval else ""


def code(figures: Sequence[Figure]) -> int:
    """The exit code: whether all that is needed holds."""
    if any(figure.holds is False for figure in figures):
        return MISSES
    return UNMEASURED if any(figure.is_unmeasured for figure in figures) else HOLDS
