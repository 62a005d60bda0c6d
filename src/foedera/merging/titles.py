"""Groups of facts on mechanisms, or instruments, of the same parties → the groups of those that are one under several names.

Two names are one thing's when they are about the same objects in two languages, or when one is a shorter form of the other. Names that
one passage tells side by side are two things'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from foedera.merging.sourcing import Reports
from foedera.model.fact import Fact, InstrumentFact, MechanismFact
from foedera.model.world import World
from foedera.plumbing.text import bare

Titled = MechanismFact | InstrumentFact
T = TypeVar("T", MechanismFact, InstrumentFact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What tells names apart: the world's topics, and the reports with their languages."""

    world: World
    reports: Reports


def together(groups: Sequence[Sequence[T]], known: Telling, sure: Iterable[tuple[int, int]] = ()) -> list[list[T]]:
    """The groups, those of one thing made one; `sure` are pairs of them (by place) that are one for other reasons."""
    parent = list(range(len(groups)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    objects = frozenset(topic.id for topic in known.world.topics if topic.kind == "object")
    general = frozenset(topic.id for topic in known.world.topics if topic.general)
    named = [_Named.of(group, known.reports, objects, general) for group in groups]
    alike: list[tuple[int, int]] = [(one, other) for one, other in combinations(range(len(groups)), 2) if named[one].is_of(named[other])]
    for a, b in (*alike, *sure):
        if root(a) != root(b) and not _beside(groups[a], groups[b]):
            parent[max(root(a), root(b))] = min(root(a), root(b))
    found: dict[int, list[T]] = {}
    for at, group in enumerate(groups):
        found.setdefault(root(at), []).extend(group)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Named:
    """What a group's names say: objects, words, languages."""

    objects: AbstractSet[str]
    words: Sequence[AbstractSet[str]]
    langs: AbstractSet[str | None]

    @classmethod
    def of(cls, group: Sequence[Titled], reports: Reports, objects: frozenset[str], general: frozenset[str]) -> _Named:
        """Of objects, those that all its facts are about; the general ones where there is no other."""
        topics = objects.intersection(*(fact.subject for fact in group))
        words = [frozenset(bare(fact.name).split()) for fact in group]
        return cls(topics - general or topics, words, {reports[fact.document].lang for fact in group})

    def is_of(self, other: _Named) -> bool:
        """Whether both are one thing's."""
        if not self.objects or self.objects != other.objects:
            return False
        return not self.langs & other.langs or any(a <= b or b <= a for a in self.words for b in other.words)


def _beside(a: Iterable[Fact], b: Iterable[Fact]) -> bool:
    """Whether a passage names both."""
    return any(
        one.document == other.document
        and one.citation.span.start < other.citation.span.end
        and other.citation.span.start < one.citation.span.end
        for one in a
        for other in b
    )
