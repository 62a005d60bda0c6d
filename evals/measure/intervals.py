"""Counts per item → the 95 % bootstrap interval of a figure: items are drawn again with replacement, and the figure is worked out anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache

Interval = tuple[float, float]
"""The lower and the upper bound of a figure."""

DRAWS = 1000
SEED = 1
"""Fixed, so that the same counts give the same interval on every machine."""

TAIL = 0.025
"""The share of draws left out at either end."""


def interval(counts: Sequence[tuple[int, ...]], figure: Callable[[tuple[int, ...]], float | None]) -> Interval | None:
    """The interval of `figure`, a function of the summed counts of all items.

    A draw that holds nothing to measure (`figure` gives None) is left out; where all are, or there is no item, there is no interval.
    """
    columns = list(zip(*counts, strict=True))
    values = []
    for chosen in _draws(len(counts)) if columns else ():
        totals = tuple(sum(map(column.__getitem__, chosen)) for column in columns)
        value = figure(totals)
        if value is not None:
            values.append(value)
    if not values:
        return None
    values.sort()
    last = len(values) - 1
    return values[round(TAIL * last)], values[round((1 - TAIL) * last)]


def share(totals: tuple[int, ...]) -> float | None:
    """Of counts (right, asked): the share that is right."""
    right, asked = totals
    return right / asked if asked else None


@lru_cache(maxsize=16)
def _draws(size: int) -> tuple[list[int], ...]:
    chance = random.Random(SEED)  # noqa: S311 - a draw of items, not a secret
    return tuple(chance.choices(range(size), k=size) for _ in range(DRAWS))
