"""Facts and judgements → the rulings that a changed reading no longer fits, for a person to look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.merging import anchors
from foedera.merging.properties import values
from foedera.merging.rulings import is_met
from foedera.model.entry import Entry
from foedera.model.fact import Fact, FactId
from foedera.model.judgement import Anchor, Difference, Judgement, in_force

UNREAD = frozenset({"struck"})
"""Rulings that are met by a reading that makes no fact of the passage any more."""
IDENTITY = frozenset({"same", "different"})
"""Rulings on which happening a fact tells of, whatever its properties."""


def review(facts: Iterable[Fact], judgements: Iterable[Judgement], entries: Iterable[Entry]) -> tuple[Difference, ...]:
    """The differences between what was ruled and what is read now, by time of the ruling.

    `facts` are those of the readings, `entries` those that the judgements give.
    """
    ruled, documents = in_force(judgements), anchors.by_document(facts)
    corrected = {(one.anchors[0].fact, one.correction.property) for one in ruled if one.correction}
    entry_of = {fact.id: entry.id for entry in entries for fact in entry.facts}
    found: list[Difference] = []
    for judgement in ruled:
        meant = [(anchor, anchors.found(anchor, documents)) for anchor in judgement.anchors]
        for anchor, now in meant:
            if now is None:
                found += [] if judgement.ruling in UNREAD else [Difference(judgement=judgement, anchor=anchor, reason="no_passage")]
            else:
                found += [one for one in _changed(judgement, anchor, now) if _is_open(one, corrected)]
        held = {entry_of.get(now.fact.id) for _anchor, now in meant if now and now.sure} - {None}
        if judgement.ruling == "same" and len(held) > 1:
            found.append(Difference(judgement=judgement, anchor=judgement.anchors[0], reason="contradicted"))
    return tuple(found)


def _changed(judgement: Judgement, anchor: Anchor, now: anchors.Found) -> Iterator[Difference]:
    """The properties of which the ruling depends and which are read in another way now."""
    if is_met(judgement, now.fact):
        return
    before, read = dict(anchor.read), values(now.fact)
    correction = judgement.correction
    if (judgement.ruling in IDENTITY or len(judgement.anchors) > 1) and now.sure:
        return
    names = sorted(before.keys() | read.keys()) if correction is None or not now.sure else [correction.property]
    for name in names:
        if before.get(name) != read.get(name):
            yield Difference(
                judgement=judgement,
                anchor=anchor,
                reason="read_differently",
                fact=now.fact,
                property=name,
                ruled=correction.value if correction and correction.property == name else before.get(name),
                read=read.get(name),
            )


def _is_open(one: Difference, corrected: set[tuple[FactId, str]]) -> bool:
    """Whether no other ruling has settled the property since."""
    return one.judgement.correction is not None or (one.anchor.fact, one.property) not in corrected
