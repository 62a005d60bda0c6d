"""World map: where one state stands with every other, each on a tile of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.model.relation import Standing
from foedera.model.world import Ladder, Tile

By = Literal["level", "contacts"]
"""What a map shows: the level in force with each state, or how often the two met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Another state: its tile, the level in force, the number of meetings, and whether there is a dossier of the two (`told`).

    `tile` is None of a state that the map has no place for; `standing` where no level is known or asked for.
    """

    state: str
    tile: Tile | None
    standing: Standing | None = None
    meetings: int = 0
    told: bool = False

    @property
    def related(self) -> bool:
        """Whether the ledger tells of any relation with it."""
        return self.told or self.standing is not None or self.meetings > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    """The map of a state (None where the ledger tells of none) on a day, or over a span of days; None where it is open.

    `ladder` is the state's own, `titles` its rungs and then the titles on none of them, each highest first; `states` are all others, by
    their codes; `others` is the number of partners with a level that are no single state.
    """

    state: str | None
    by: By
    own: Tile | None = None
    """The tile of the state itself."""
    as_of: str | None = None
    start: str | None = None
    end: str | None = None
    ladder: Ladder | None = None
    titles: tuple[str, ...] = ()
    states: tuple[Mapped, ...] = ()
    others: int = 0

    def rung(self, title: str) -> int | None:
        """The place of a title on the state's own ladder, 1 being the lowest; None where it is on none."""
        return self.ladder.rungs.index(title) + 1 if self.ladder and title in self.ladder.rungs else None
