"""Pairs: whom "the two sides" means at a place of a report about several pairs: those named last before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

PAIR = 2

RIVAL = 3
"""A report is about several pairs where the third of its states weighs more than one part in so many of what the second weighs."""

LEAST = 3
"""The least weight of the third state of such a report."""

MINOR = 4
"""A state is a side of no pair where it weighs less than one part in so many of what the second of the report weighs."""

BACK = 6
"""Sentences before a group in which its members are looked for."""


def sides(weights: Sequence[tuple[str, int]]) -> frozenset[str]:
    """The states that may be a side in a report about several pairs, by their weights, heaviest first; none where it is about one."""
    if len(weights) <= PAIR or weights[PAIR][1] < LEAST or weights[PAIR][1] * RIVAL <= weights[1][1]:
        return frozenset()
    return frozenset(code for code, weight in weights if weight * MINOR >= weights[1][1])


def last_named(told: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The two named last: by one sentence together, or by several one after the other; empty where that does not tell.

    One who is named alone after others were is the other side of him of whom the sentences before tell ("met X. Met Y. With Z they ...").
    `told` are the states of each sentence, the last sentence first.
    """
    found: list[str] = []
    rows = [row for row in ([*dict.fromkeys(codes)] for codes in told) if row]
    for at, row in enumerate(rows):
        new = [code for code in row if code not in found]
        if len(found) == 1 and len(new) == PAIR:
            before = {code for codes in rows[at + 1 :] for code in codes}
            new = [code for code in new if code in before] if len(before & {*new}) == 1 else new
        found += new
        if len(found) >= PAIR:
            return tuple(sorted(found)) if len(found) == PAIR else ()
    return ()
