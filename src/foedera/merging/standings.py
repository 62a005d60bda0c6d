"""Levels → the one in force between two parties at a date.

A level counts from its beginning; where no report states one, from the day by which a report says that it is in force.
Of several the highest is in force: by the ladder of a party that knows all their titles, else by the generic order, else the
latest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from foedera.merging.levels import begins, confirmed, stated_by
from foedera.merging.turns import broken
from foedera.model.entries import Entries
from foedera.model.entry import HeldLevel
from foedera.model.relation import Rung, Standing
from foedera.model.when import day
from foedera.model.world import World

LONG = 5 * 366
"""Days after which a level that no report confirms was last seen long ago: a visit of leaders, at which it is named, comes sooner."""


def levels_of(entries: Entries, state: str, world: World, *, as_of: str | None = None) -> tuple[Standing, ...]:
    """The level in force between a state and each of its partners at a day, highest first, then by partner."""
    shared: dict[tuple[str, ...], list[HeldLevel]] = defaultdict(list)
    for level in entries.levels:
        if state in level.parties:
            shared[level.parties].append(level)
    now = as_of or max((seen for levels in shared.values() for level in levels if (seen := confirmed(level))), default=None)
    found = [standing(levels, world, as_of=as_of, now=now) for levels in shared.values()]
    own = next((ladder.rungs for ladder in world.ladders if ladder.state == state), ())
    generic = _generic(world)

    def order(held: Standing) -> tuple[int, int, str, tuple[str, ...]]:
        title = held.level.level
        return (-(own.index(title) + 1 if title in own else 0), -generic.get(title, 0), title, held.parties)

    return tuple(sorted((held for held in found if held), key=order))


def standing(levels: Iterable[HeldLevel], world: World, *, as_of: str | None = None, now: str | None = None) -> Standing | None:
    """The level in force among those of the same parties, or None when none is; `now` is the last day of which anything is known."""
    held = [level for level in levels if level.tense == "past" and _has_begun(level, as_of)]
    if not held:
        return None
    order = _order(held, world)
    level = max(held, key=lambda level: (order.get(level.level, 0), begins(level) or "", level.level))
    return Standing(
        parties=level.parties,
        level=level,
        by=None if level.since and level.since.year_known else stated_by(level),
        rungs=rungs(level, world),
        confirmed=confirmed(level, as_of),
        long_ago=_is_long_ago(confirmed(level, as_of), as_of or now),
        turn=broken(level, as_of),
    )


def rungs(level: HeldLevel, world: World) -> tuple[Rung, ...]:
    """The place of the title on the ladder of each party that has it."""
    return tuple(
        Rung(state=ladder.state, place=ladder.rungs.index(level.level) + 1, height=len(ladder.rungs), source=ladder.source)
        for ladder in world.ladders
        if ladder.state in level.parties and level.level in ladder.rungs
    )


def _is_long_ago(seen: str | None, now: str | None) -> bool:
    return seen is not None and now is not None and (day(now) - day(seen)).days > LONG


def _has_begun(level: HeldLevel, as_of: str | None) -> bool:
    if as_of is None:
        return True
    beginning = begins(level)
    return beginning is not None and beginning <= as_of


def _order(levels: Sequence[HeldLevel], world: World) -> dict[str, int]:
    """Title → height, in one order that has all of them; none where no order does."""
    titles = {level.level for level in levels}
    ladders = [ladder.rungs for ladder in world.ladders if ladder.state in levels[0].parties]
    for order in (*({title: place for place, title in enumerate(rungs)} for rungs in ladders), _generic(world)):
        if titles <= order.keys():
            return order
    return {}


def _generic(world: World) -> dict[str, int]:
    return {level.title: level.order for level in world.levels}
