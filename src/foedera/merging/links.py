"""Pairs of facts that are ruled to be of one entry, or of two → groups of facts that honour them.

What is ruled to be one is put together last, so that a stage groups as it would without; what is ruled to be two parts a group, and
the facts on which nobody ruled go with the side that they are most like.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from foedera.merging.properties import values
from foedera.model.fact import Fact, FactId

F = TypeVar("F", bound=Fact)
SAME_DOCUMENT = 3
"""What two facts of one document count for, in equal values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two facts on which was ruled whether they are of one entry."""

    a: FactId
    b: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The pairs that are one and the pairs that are not, in order of time."""

    together: tuple[Link, ...] = ()
    apart: tuple[Link, ...] = ()

    def among(self, facts: AbstractSet[FactId]) -> Links:
        """The pairs within some facts."""
        kept = ([link for link in links if link.a in facts and link.b in facts] for links in (self.together, self.apart))
        together, apart = map(tuple, kept)
        return Links(together=together, apart=apart)

    def regrouped(self, groups: Iterable[Sequence[F]]) -> list[list[F]]:
        """The groups, parted and joined as was ruled; where rulings contradict each other, what was parted stays so."""
        kept = [list(group) for group in groups]
        if not (self.together or self.apart):
            return kept
        parted = [side for group in kept for side in self._parted(group)]
        return self._joined(parted, self.together)

    def _parted(self, group: list[F]) -> list[list[F]]:
        own = _ids(group)
        ruled = {name for link in self.apart if link.a in own and link.b in own for name in (link.a, link.b)}
        if not ruled:
            return [group]
        units = self._joined([[fact] for fact in sorted(group, key=lambda fact: fact.id)], self.together)
        sides: list[list[F]] = []
        for unit in sorted(units, key=lambda unit: (ruled.isdisjoint(fact.id for fact in unit), unit[0].id)):
            allowed = [side for side in sides if not self._are_apart(_ids(unit), _ids(side))]
            if allowed:
                max(allowed, key=lambda side: _likeness(unit, side)).extend(unit)
            else:
                sides.append(list(unit))
        return sides

    def _joined(self, groups: list[list[F]], links: Iterable[Link]) -> list[list[F]]:
        wanted = list(links)
        named = {name for link in wanted for name in (link.a, link.b)}
        group_of = {fact.id: group for group in groups for fact in group if fact.id in named}
        for link in wanted:
            ours, theirs = group_of.get(link.a), group_of.get(link.b)
            if ours is None or theirs is None or ours is theirs or self._are_apart(_ids(ours), _ids(theirs)):
                continue
            group_of |= dict.fromkeys(_ids(theirs) & named, ours)
            ours += theirs
            theirs.clear()
        return [group for group in groups if group]

    def _are_apart(self, ours: set[FactId], theirs: set[FactId]) -> bool:
        return any((link.a in ours and link.b in theirs) or (link.b in ours and link.a in theirs) for link in self.apart)


FREE = Links()
"""Nothing was ruled."""


def _ids(group: Iterable[Fact]) -> set[FactId]:
    return {fact.id for fact in group}


def _likeness(unit: Sequence[Fact], side: Sequence[Fact]) -> int:
    return max(_shared(fact, other) for fact in unit for other in side)


def _shared(fact: Fact, other: Fact) -> int:
    return len(values(fact).items() & values(other).items()) + SAME_DOCUMENT * (fact.document == other.document)
