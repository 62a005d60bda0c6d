"""Entries → one line in English that says what each is, for forms that need a title."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.world import World

BETWEEN = " \N{EN DASH} "
Words = Mapping[str, str]
"""Code or id → its name."""


def words_of(world: World) -> Words:
    """What the codes and ids of a world are called."""
    named = {area.id: area.name for area in world.areas} | {event.id: event.name for event in world.events}
    return named | {actor.code: actor.name for actor in world.actors}


def title(item: Entry, words: Words) -> str:
    """What it is, and whose."""
    what = _what(item, words)
    whose = BETWEEN.join(words.get(party, party) for party in item.parties)
    return f"{what[:1].upper()}{what[1:]}: {whose}" if whose else what


@singledispatch
def _what(item: Entry, words: Words) -> str:  # noqa: ARG001 - one signature for all kinds
    raise TypeError(type(item).__name__)


@_what.register
def _(item: Event, words: Words) -> str:
    named = words.get(item.type, item.type.replace("_", " "))
    return f"{named} ({item.mechanism})" if item.mechanism else named


@_what.register
def _(item: HeldLevel, words: Words) -> str:  # noqa: ARG001 - as above
    return item.level


@_what.register
def _(item: Commitment, words: Words) -> str:
    return f"{item.modality}, {', '.join(words.get(area, area) for area in item.areas)}"


@_what.register(Mechanism)
@_what.register(Instrument)
@_what.register(Person)
def _(item: Mechanism | Instrument | Person, words: Words) -> str:  # noqa: ARG001 - as above
    return item.name
