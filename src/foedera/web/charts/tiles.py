"""The world as equal tiles, one a state: the rung on which each stands with one state, or how often the two met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from foedera.api.naming import Names
from foedera.api.wording.maps import BROKEN, in_rank, mapped_words, sign, signs
from foedera.api.wording.quotes import capital
from foedera.api.wording.terms import level
from foedera.model.world import Tile
from foedera.model.worldmap import Mapped, WorldMap
from foedera.plumbing.interface import _, counted
from foedera.web.charts.drawing import Caption, Chart, Table, element, scaled, words
from foedera.web.parts.pages import address

ID = "tiles"
SIDE, GAP = 40, 2
"""A tile with what is free around it, and that."""
CODE, SIGN = 17, 34
"""How far down the code and the sign of a tile stand."""
SHADES = 5
FLOORS = (1, 2, 4, 8, 16)
"""From so many meetings on a tile has the next shade."""
SELF, LOOSE, NONE = "self", "off", "none"
OWN = "\N{BLACK CIRCLE}"
"""The sign of the state itself."""
Placed = tuple[Mapped, Tile]


def tiles(found: WorldMap, names: Names) -> Chart:
    """The drawing of every state that has a tile, and the table of those of which something is told."""
    title = _("Levels on a map of tiles") if found.by == "level" else _("Meetings on a map of tiles")
    placed = sorted(((one, one.tile) for one in found.states if one.tile), key=lambda one: (one[1].row, one[1].column))
    shapes = [_state(one, tile, found, names) for one, tile in placed]
    key = _key(found, names)
    caption = Caption(id=ID, title=title, description="; ".join(text for _kind, text in key))
    return Chart(
        title=title,
        svg=scaled(caption, _size(placed), *shapes, _own(found, names)),
        table=Table(caption=title, heads=_heads(found), rows=tuple(row(one, found, names) for one in in_rank(found))),
        key=key,
        remarks=tuple(_remarks(found, len(found.states) - len(placed))),
    )


def row(one: Mapped, found: WorldMap, names: Names) -> tuple[str, ...]:
    """A state as it stands in the table: its name, and the number of meetings, or its sign and the level that it stands for."""
    name = names.actor(one.state)
    return (name, str(one.meetings)) if found.by == "contacts" else (name, sign(one, found), mapped_words(one, found))


def link(one: Mapped, found: WorldMap) -> str | None:
    """The address of the dossier with a state, as of the same day; None where the ledger tells of no relation."""
    if found.state is None or not one.related:
        return None
    return address("relation", *sorted((found.state, one.state))) + (f"?as_of={found.as_of}" if found.as_of else "")


def kind(one: Mapped, found: WorldMap) -> str:
    """The class of a tile: a shade, by the place on the ladder or the number of meetings; titles on no rung have one of their own."""
    if one.standing:
        return _shade(found.rung(one.standing.level.level), found)
    return f"t{sum(one.meetings >= floor for floor in FLOORS)}" if one.meetings else NONE


def _shade(rung: int | None, found: WorldMap) -> str:
    """Each rung of a ladder of five or fewer has its own shade; of a higher one, neighbours may share it."""
    return f"t{-(-rung * SHADES // len(found.ladder.rungs))}" if rung and found.ladder else LOOSE


def _heads(found: WorldMap) -> tuple[str, ...]:
    return (_("State"), _("Sign"), _("Level in force")) if found.by == "level" else (_("State"), _("Meetings"))


def _key(found: WorldMap, names: Names) -> tuple[tuple[str, str], ...]:
    """The class of each kind of tiles with its sign, its meaning, and how many there are."""
    made = list(_rungs(found) if found.by == "level" else _numbers(found))
    rest = sum(kind(one, found) == NONE for one in found.states)
    own = [(SELF, f"{OWN}: {names.actor(found.own.state)}")] if found.own else []
    return (*own, *made, (NONE, _("without a sign: none in the reports read") + f" ({_states(rest)})"))


def _rungs(found: WorldMap) -> Iterator[tuple[str, str]]:
    counts = Counter(one.standing.level.level for one in found.states if one.standing)
    for title, mark in signs(found).items():
        rung = found.rung(title)
        loose = "" if rung else ", " + _("on no rung of a ladder known here")
        yield _shade(rung, found), f"{mark}: {capital(level(title))}{loose} ({_states(counts[title])})"


def _numbers(found: WorldMap) -> Iterator[tuple[str, str]]:
    counts = Counter(kind(one, found) for one in found.states)
    for at, floor in enumerate(FLOORS, start=1):
        last = FLOORS[at] - 1 if at < len(FLOORS) else None
        span = str(floor) if last == floor else f"{floor}\N{EN DASH}{last}" if last else _("{n} and more").format(n=floor)
        yield f"t{at}", f"{span} ({_states(counts[f't{at}'])})"


def _states(number: int) -> str:
    return counted("{n} state", "{n} states", number)


def _remarks(found: WorldMap, left: int) -> Iterator[str]:
    if any(one.standing and one.standing.turn for one in found.states):
        yield _("{sign}: relations were cut, suspended or lowered since").format(sign=BROKEN)
    if found.others:
        yield counted("{n} partner that is no state is not drawn", "{n} partners that are no states are not drawn", found.others)
    if left:
        yield counted("{n} state is in the table alone", "{n} states are in the table alone", left)


def _size(placed: Sequence[Placed]) -> tuple[int, int]:
    return max((tile.column for _one, tile in placed), default=1) * SIDE, max((tile.row for _one, tile in placed), default=1) * SIDE


def _state(one: Mapped, tile: Tile, found: WorldMap, names: Names) -> str:
    told = f"{names.actor(one.state)}: {mapped_words(one, found)}"
    href = link(one, found)
    parts = _tile(tile, sign(one, found))
    named = element("title", {}, escape(told))
    attributes = {"class": f"tile {kind(one, found)}"}
    return element("a", {**attributes, "href": href}, named, *parts) if href else element("g", attributes, named, *parts)


def _own(found: WorldMap, names: Names) -> str:
    """The tile of the state itself."""
    if found.own is None:
        return ""
    named = element("title", {}, escape(names.actor(found.own.state)))
    return element("g", {"class": f"tile {SELF}"}, named, *_tile(found.own, OWN))


def _tile(tile: Tile, mark: str) -> tuple[str, ...]:
    x, y = (tile.column - 1) * SIDE, (tile.row - 1) * SIDE
    square = element("rect", {"x": x + GAP // 2, "y": y + GAP // 2, "width": SIDE - GAP, "height": SIDE - GAP})
    middle = x + SIDE // 2
    code = words(tile.state, {"class": "code", "x": middle, "y": y + CODE})
    return (square, code, words(mark, {"class": "sign", "x": middle, "y": y + SIGN})) if mark else (square, code)
