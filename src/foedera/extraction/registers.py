"""Register: the world by its identifiers, made once so that no sentence searches it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foedera.model.world import Actor, NameShape, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Look-ups: actors by code, the state of each place, sole holders of offices, name shapes by state, least parties of event types."""

    actors: Mapping[str, Actor]
    states: frozenset[str]
    state_of_place: Mapping[str, str]
    holders: Mapping[str, str]
    shapes: Mapping[str, NameShape]
    least: Mapping[str, int]
    ranking: Mapping[str, frozenset[str]]
    """Level → the states that have it on their own ladder."""


def register(world: World) -> Register:
    """The register of a world."""
    rungs = {rung for ladder in world.ladders for rung in ladder.rungs}
    return Register(
        actors={actor.code: actor for actor in world.actors},
        states=frozenset(actor.code for actor in world.actors if actor.kind == "state"),
        state_of_place={place.name: place.state for place in reversed(world.places)},
        holders={office.name: office.holder for office in world.offices if office.holder is not None},
        shapes={shape.state: shape for shape in world.names},
        least={kind.id: kind.min_parties for kind in world.events},
        ranking={rung: frozenset(ladder.state for ladder in world.ladders if rung in ladder.rungs) for rung in sorted(rungs)},
    )
