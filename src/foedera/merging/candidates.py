"""Ends of links → for each later end the earlier ones that can have enough in common with it, found by what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from foedera.merging.ends import NEW_MECHANISM, End
from foedera.merging.strands import Strand

NEW = "new"
WIDE = "wide"
PLAN = "plan"
COMING = frozenset({"happening", "undoing"})
"""Roles of what may be, or put off, what was planned or promised."""


class Candidates:
    """The ends by topic, name, amount, novelty and plan; `areas` are so many policy areas that they are enough by themselves."""

    def __init__(self, ends: Sequence[End], met_by: Mapping[str, Sequence[str]], areas: float) -> None:
        self._ends = ends
        self._areas = areas
        self._met_by = met_by
        self._places: dict[Hashable, list[int]] = defaultdict(list)
        for place, end in enumerate(ends):
            for key in told(end, areas):
                self._places[key].append(place)

    def plans(self, later: End) -> Iterator[End]:
        """All plans, where a happening may be what was planned; in order."""
        yield from (self._ends[place] for place in self._places[PLAN] if later.role in COMING)

    def said(self, later: End) -> Iterator[End]:
        """What else may be carried on, the latest first."""
        keys = sought(later, self._met_by, self._areas)
        places = {place for key in keys if key in self._places for place in self._places[key]}
        yield from (self._ends[place] for place in sorted(places, reverse=True) if self._ends[place].role != "plan")


def told(end: End | Strand, areas: float) -> set[Hashable]:
    """By what an end is found."""
    keys: set[Hashable] = {("topic", topic) for topic in end.topics} | {("label", label) for label in end.labels}
    keys |= {("amount", end.amount)} if end.amount else set()
    keys |= {NEW} if end.new else set()
    keys |= {WIDE} if len(end.areas) >= areas else set()
    return keys | ({PLAN} if end.role == "plan" else set())


def sought(later: End | Strand, met_by: Mapping[str, Sequence[str]], areas: float) -> set[Hashable]:
    """By what is found what a later end may carry on, beside plans."""
    keys = {*told(later, areas), WIDE} - {PLAN, NEW}
    if later.new:
        keys |= {NEW, ("topic", NEW_MECHANISM)}
    if later.role in COMING:
        keys |= {("topic", topic) for topic, types in met_by.items() if later.type in types}
    return keys
