"""The verb that lays out where one state stands with every other: a tile a state, with the level in force or how often the two met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict, Unpack, cast, get_args

from foedera.api.actors import actor_code, one_of
from foedera.api.days import first_day, last_day
from foedera.api.ledger import events, levels
from foedera.api.lookups import relations
from foedera.api.packs import known
from foedera.model.relation import Pair
from foedera.model.worldmap import By, Mapped, WorldMap
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location

MET = frozenset({"encounter"})
"""The families of events that are meetings, as in the dossiers."""
DAYS = {"level": ("start", "end"), "contacts": ("as_of",)}
"""What a map shows → the days that say nothing of it."""


class Span(TypedDict, total=False):
    """The day of a map of levels, or the first and the last day of one of contacts."""

    as_of: str | None
    start: str | None
    end: str | None


def world_map(state: str | None = None, *, ledger: Location | None = None, by: str = "level", **span: Unpack[Span]) -> WorldMap:
    """Where a state stands with every other: the level in force, or how many meetings of both took place.

    Args:
        state: By any of its names; else the state of which the ledger has most entries.
        ledger: The ledger's file, as for `ingest`.
        by: "level", today or on the day `as_of`; or "contacts", from the day `start` to the day `end`.
        span: These days; a year or a month stands for the first or last day of it.

    Raises:
        UsageError: when no such state, choice or day is known, the span holds no day, or the choice has no use for a day.
    """
    shown = cast("By", one_of(by, get_args(By), _("{name!r} is nothing that a map shows")))
    wrong = next((name for name, value in span.items() if value and name in DAYS[shown]), None)
    if wrong is not None:
        what = _("a map by {by} has no use for {name}").format(by=shown, name=_ASKED[wrong])
        raise UsageError(what, remedy=_("levels are of one day (as_of), contacts of a span (from, to)"))
    pairs = relations(ledger=ledger)
    code = actor_code(state, known()) if state else _most(pairs)
    told = {party for one in pairs if code in one.parties for party in one.parties}
    tiles = {tile.state: tile for tile in known().world.tiles}
    others = [one.code for one in known().world.actors if one.kind == "state" and one.code != code]
    empty = WorldMap(
        state=code,
        by=shown,
        own=tiles.get(code or ""),
        as_of=last_day(span.get("as_of")),
        start=first_day(span.get("start")),
        end=last_day(span.get("end")),
        states=tuple(Mapped(state=one, tile=tiles.get(one), told=one in told) for one in others),
    )
    if code is None:
        return empty
    return _with_levels(empty, code, ledger) if shown == "level" else _with_meetings(empty, code, ledger)


_ASKED = {"start": "from", "end": "to", "as_of": "as_of"}
"""Days by the names that pages and commands have for them."""


def _most(pairs: Iterable[Pair]) -> str | None:
    """The state with most entries, or None where there is no pair with a state."""
    states = {one.code for one in known().world.actors if one.kind == "state"}
    counts: Counter[str] = Counter()
    for pair in pairs:
        counts.update({code: pair.entries for code in pair.parties if code in states})
    return min(counts, key=lambda code: (-counts[code], code), default=None)


def _with_levels(empty: WorldMap, code: str, ledger: Location | None) -> WorldMap:
    found = levels(code, ledger=ledger, as_of=empty.as_of)
    held = {one.partner(code): one for one in found if len(one.parties) == len("ab")}
    states = tuple(replace(one, standing=held.get(one.state)) for one in empty.states)
    drawn = {one.state for one in states if one.standing}
    ladder = next((one for one in known().world.ladders if one.state == code), None)
    titles = dict.fromkeys(reversed(ladder.rungs if ladder else ()))
    titles |= dict.fromkeys(one.level.level for one in found if one.partner(code) in drawn)
    return replace(empty, states=states, ladder=ladder, titles=tuple(titles), others=len(found) - len(drawn))


def _with_meetings(empty: WorldMap, code: str, ledger: Location | None) -> WorldMap:
    types = {one.id for one in known().world.events if one.family in MET}
    found = events(party=[code], start=empty.start, end=empty.end, ledger=ledger)
    met = Counter(party for one in found if one.type in types and one.tense == "past" for party in one.parties)
    return replace(empty, states=tuple(replace(one, meetings=met[one.state]) for one in empty.states))
