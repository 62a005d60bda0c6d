"""Acts by which two states cut, suspend, lower or restore their relations → what befell each level they had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from foedera.merging.levels import begins
from foedera.model.entry import Event, HeldLevel, Turn
from foedera.model.world import TurnKind, World

ACT = "other"
"""The type of acts that have no type of their own."""


def turns_of(world: World) -> dict[str, TurnKind]:
    """Topic → what an act about it makes of the relations."""
    return {topic.id: topic.turn for topic in world.topics if topic.turn}


def turns(events: Iterable[Event], kinds: Mapping[str, TurnKind]) -> tuple[Turn, ...]:
    """What befell the relations of the same parties, in order of time; an act without a year has none."""
    found = [
        Turn(kind=kind, event=event.id, when=event.when)
        for event in events
        if event.type == ACT and event.tense == "past" and event.when and event.when.year_known
        for kind in sorted({kinds[topic] for fact in event.facts for topic in fact.topics if topic in kinds})
    ]
    return tuple(sorted(found, key=lambda turn: (turn.when.first, turn.kind, turn.event)))


def turned(level: HeldLevel, befell: Sequence[Turn]) -> tuple[Turn, ...]:
    """Those that came once the level was in force."""
    since = begins(level)
    return tuple(turn for turn in befell if since is not None and turn.when.last >= since)


def broken(level: HeldLevel, as_of: str | None) -> Turn | None:
    """The last turn by a day, unless it restored relations."""
    known = [turn for turn in level.turns if as_of is None or turn.when.first <= as_of]
    return known[-1] if known and known[-1].kind != "restored" else None
