"""Facts and judgements → corrected and unstruck facts, what must be one entry and what must not, and the values that are settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TypeVar

from foedera.merging import anchors
from foedera.merging.links import FREE, Link, Links
from foedera.merging.properties import FIELDS, values, with_value
from foedera.merging.settlements import CONFIRMABLE, UNSETTLED, Settlement, Settlements, settlements
from foedera.model.entry import Entry
from foedera.model.fact import Fact, FactId
from foedera.model.judgement import Anchor, Judgement, in_force

F = TypeVar("F", bound=Fact)
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the stages honour. `confirmed` are the facts that a person approved.

    `struck` and `upheld` are the links between entries that a person refused and approved, by a fact of each end.
    """

    links: Links = FREE
    settlements: Settlements = UNSETTLED
    confirmed: frozenset[FactId] = frozenset()
    struck: tuple[Link, ...] = ()
    upheld: tuple[Link, ...] = ()

    def regrouped(self, groups: Iterable[Sequence[F]]) -> list[list[F]]:
        """The groups of a stage, parted and joined as was ruled."""
        return self.links.regrouped(groups)

    def among(self, facts: AbstractSet[FactId]) -> Rulings:
        """What was ruled on these facts."""
        return self if self is NONE else replace(self, links=self.links.among(facts))

    def settled(self, entry: E) -> E:
        """An entry of a stage with the values that were ruled."""
        return self.settlements.settled(entry)


NONE = Rulings()
"""Nothing was ruled."""
EFFECTIVE = ("confirmed", "corrected", "struck")
"""The rulings that change a fact, in the order in which they do."""
Known = Sequence[tuple[Judgement, tuple[Fact, ...]]]


def rulings(facts: Iterable[Fact], judgements: Iterable[Judgement], vague: Iterable[str] = ()) -> tuple[list[Fact], Rulings]:
    """The facts as they stand after all rulings in force, and what else follows from these; `vague` are places that say little.

    A ruling whose fact is read as something else now has no effect until a person looks at it again.
    """
    given = list(facts)
    ruled = in_force(judgements)
    if not ruled:
        return given, NONE
    known = tuple(_known(ruled, anchors.by_document(given)))
    kept = {fact.id: fact for fact in given}
    for ruling in EFFECTIVE:
        for judgement, found in known:
            if judgement.ruling == ruling and len(found) == 1:
                _change(kept, judgement, found[0].id)
    return list(kept.values()), Rulings(
        links=Links(together=tuple(_links(known, "same")), apart=tuple(_links(known, "different"))),
        settlements=settlements(_settlements(known), vague),
        confirmed=frozenset(fact.id for judgement, found in known if judgement.ruling == "confirmed" and len(found) == 1 for fact in found),
        struck=tuple(_links(known, "struck")),
        upheld=tuple(_links(known, "confirmed")),
    )


def _known(ruled: Iterable[Judgement], documents: anchors.Documents) -> Iterator[tuple[Judgement, tuple[Fact, ...]]]:
    """The judgements of which all facts are known, with these."""
    for judgement in ruled:
        found = [_fact(anchor, judgement, documents) for anchor in judgement.anchors]
        sure = tuple(fact for fact in found if fact)
        if len(sure) == len(found):
            yield judgement, sure


def _fact(anchor: Anchor, judgement: Judgement, documents: anchors.Documents) -> Fact | None:
    """The fact that the ruling is about now, where that is sure."""
    found = anchors.found(anchor, documents)
    if found is None:
        return None
    return found.fact if found.sure or is_met(judgement, found.fact) else None


def is_met(judgement: Judgement, fact: Fact) -> bool:
    """Whether the reading now says by itself what the person said."""
    correction = judgement.correction
    return (
        correction is not None and correction.property in FIELDS[type(fact)] and values(fact).get(correction.property) == correction.value
    )


def _change(kept: dict[FactId, Fact], judgement: Judgement, name: FactId) -> None:
    """What was confirmed stays as it was read then; what was corrected has the value that a person gave; what was struck goes."""
    if judgement.ruling == "struck":
        kept.pop(name, None)
    elif judgement.correction:
        kept[name] = with_value(kept[name], judgement.correction.property, judgement.correction.value)
    else:
        read = values(kept[name])
        for one, value in judgement.anchors[0].read:
            if read.get(one) != value:
                kept[name] = with_value(kept[name], one, value)


def _links(known: Known, ruling: str) -> Iterator[Link]:
    for judgement, found in known:
        if judgement.ruling == ruling:
            first, *others = found
            yield from (Link(a=first.id, b=other.id) for other in others)


def _settlements(known: Known) -> Iterator[Settlement]:
    for judgement, (fact, *others) in known:
        if others:
            continue
        if judgement.correction and judgement.correction.value is not None:
            yield Settlement(fact=fact.id, property=judgement.correction.property)
        elif judgement.ruling == "confirmed":
            own = FIELDS[type(fact)]
            yield from (Settlement(fact=fact.id, property=name, confirmed=True) for name in sorted(CONFIRMABLE & own.keys()))
