"""What a map of the world says of a state → words, and the sign in its tile: the rung of a ladder, a letter, a number of meetings."""

from __future__ import annotations

from string import ascii_uppercase

from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import standing_words
from foedera.model.worldmap import Mapped, WorldMap
from foedera.plumbing.interface import _, counted

BROKEN = "!"
"""Behind the rung of a state with which relations were cut, suspended or lowered since."""


def signs(found: WorldMap) -> dict[str, str]:
    """Title → its sign: the number of its rung, the lowest being 1, or a letter where the ladder has no such rung."""
    loose = [title for title in found.titles if found.rung(title) is None]
    letters = {title: ascii_uppercase[at % len(ascii_uppercase)] * (at // len(ascii_uppercase) + 1) for at, title in enumerate(loose)}
    return {title: letters.get(title) or str(found.rung(title)) for title in found.titles}


def sign(one: Mapped, found: WorldMap) -> str:
    """What stands in the tile of a state; nothing where nothing is known of it."""
    if one.standing:
        return signs(found)[one.standing.level.level] + (BROKEN if one.standing.turn else "")
    return str(one.meetings) if one.meetings else ""


def mapped_words(one: Mapped, found: WorldMap) -> str:
    """What the map says of a state."""
    if found.by == "contacts":
        return counted("{n} meeting", "{n} meetings", one.meetings)
    return capital(standing_words(one.standing)) if one.standing else _("none in the reports read")


def in_rank(found: WorldMap) -> list[Mapped]:
    """The states with which there is a relation, the highest rung or most meetings first, then by their codes."""
    places = {title: at for at, title in enumerate(found.titles)}
    last = 0 if found.by == "contacts" else len(places)
    ranks = {one.state: places[one.standing.level.level] if one.standing else last - one.meetings for one in found.states}
    return sorted((one for one in found.states if one.related), key=lambda one: (ranks[one.state], one.state))
