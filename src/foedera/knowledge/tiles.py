"""Files of tiles → where each state lies on a map of equal tiles; a cell that two would share is a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.knowledge import schemas
from foedera.knowledge.files import Item
from foedera.knowledge.known import Known, check_name
from foedera.model.world import Tile
from foedera.plumbing.interface import _


def tiles(files: Iterable[Item[schemas.Tiles]], known: Known) -> tuple[Tile, ...]:
    """The tiles, by the codes of their states; of two in one cell, and of two of one state, the first counts."""
    found: dict[str, Tile] = {}
    cells: dict[tuple[int, int], str] = {}
    for item in files:
        for state, cell in item.value.tiles.items():
            key = ("tiles", state)
            check_name(item, key, state, known.states)
            if state in found:
                item.complain(key, _("{name} stands twice").format(name=state), _("give each state one tile"))
            elif cell in cells:
                what = _("{name} lies where {other} does").format(name=state, other=cells[cell])
                item.complain(key, what, _("give each state a cell of its own"))
            else:
                cells[cell], found[state] = state, Tile(state=state, column=cell[0], row=cell[1])
    return tuple(sorted(found.values(), key=lambda one: one.state))
