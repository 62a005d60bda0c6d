"""Covers: many stretches of a text, which tell by bisection whether one of them covers another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct


class Covers(Struct, frozen=True):
    """Where the stretches begin, in order, and how far any that begins there or before reaches."""

    starts: tuple[int, ...]
    reaches: tuple[int, ...]

    def hold(self, start: int, end: int) -> bool:
        """Whether one of the stretches covers this one."""
        at = bisect_right(self.starts, start)
        return at > 0 and end <= self.reaches[at - 1]


def covers(stretches: Iterable[tuple[int, int]]) -> Covers:
    """The covers that some stretches make."""
    ordered = sorted(stretches)
    return Covers(tuple(start for start, _ in ordered), tuple(accumulate((end for _, end in ordered), max)))
