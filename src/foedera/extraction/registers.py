"""Register: the world by its identifiers, made once so that no sentence searches it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from msgspec import Struct

from foedera.extraction.persons import tokens
from foedera.model.world import Actor, NameShape, World


class Register(Struct, frozen=True, kw_only=True):
    """Look-ups: actors by code, the state of each place, sole holders of offices, name shapes by state, least parties of event types."""

    actors: Mapping[str, Actor]
    states: frozenset[str]
    members: Mapping[str, frozenset[str]]
    """Organisation → the states that belong to it."""
    forums: frozenset[str]
    """Organisations that only meet: they are no party to what two do."""
    groups: Mapping[str, tuple[str, ...]]
    """Region → its states, which take part each for itself."""
    state_of_place: Mapping[str, str]
    seats: Mapping[str, str]
    """Capital → the state whose government sits there."""
    holders: Mapping[str, str]
    accredited: frozenset[str]
    memberships: frozenset[str]
    heads: frozenset[str]
    """Offices of heads of state and government."""
    absent: Mapping[str, frozenset[str]]
    own_titles: Mapping[tuple[str, str], str]
    """(General office, state) → what the office is called there."""
    shapes: Mapping[str, NameShape]
    least: Mapping[str, int]
    publishers: Mapping[str, str]
    """Form of the name in small letters → id."""
    domains: Mapping[str, str]
    known: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    """Token of a name → the well-known people who bear it: state, and all tokens of the name."""
    famous: Mapping[frozenset[str], str]
    """All tokens of a name in full, or a form that stands alone → the one state whose well-known people bear it."""
    nicknames: Mapping[str, tuple[str, frozenset[str]]]
    """Nickname → the state of its bearer, and the tokens of his name."""
    ranking: Mapping[str, frozenset[str]]
    """Level → the states that have it on their own ladder."""


HEADS = 2
"""Rank down to which an office heads a state or a government."""


def register(world: World) -> Register:
    """The register of a world."""
    rungs = {rung for ladder in world.ladders for rung in ladder.rungs}
    return Register(
        actors={actor.code: actor for actor in world.actors},
        states=frozenset(actor.code for actor in world.actors if actor.kind == "state"),
        members={actor.code: frozenset(actor.members) for actor in world.actors if actor.kind == "organisation"},
        forums=frozenset(actor.code for actor in world.actors if actor.forum),
        groups={actor.code: actor.members for actor in world.actors if actor.kind == "region"},
        state_of_place={place.name: place.state for place in reversed(world.places)},
        seats=_seats(world),
        holders={office.name: office.holder for office in world.offices if office.holder is not None},
        heads=frozenset(office.name for office in world.offices if office.rank <= HEADS),
        accredited=frozenset(office.name for office in world.offices if office.accredited),
        memberships=frozenset(office.name for office in world.offices if office.membership),
        absent={office.name: frozenset(office.absent) for office in world.offices},
        own_titles={(office.stands_for, state): office.name for office in world.offices if office.stands_for for state in office.states},
        shapes={shape.state: shape for shape in world.names},
        least={kind.id: kind.min_parties for kind in world.events},
        publishers={form.casefold(): one.id for one in reversed(world.publishers) for form in (one.name, *one.forms)},
        domains={domain: one.id for one in world.publishers for domain in one.domains},
        known=_known(world),
        famous=_famous(world),
        nicknames={
            nickname: (people.state, tokens(name))
            for people in world.people
            for name, given in people.nicknames.items()
            for nickname in given
        },
        ranking={rung: frozenset(ladder.state for ladder in world.ladders if rung in ladder.rungs) for rung in sorted(rungs)},
    )


def _seats(world: World) -> dict[str, str]:
    """The capitals that one state alone has."""
    states = [actor for actor in world.actors if actor.kind == "state" and actor.capital and actor.ended is None]
    counts = Counter(actor.capital for actor in states)
    return {actor.capital: actor.code for actor in states if actor.capital and counts[actor.capital] == 1}


def _known(world: World) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    bearers: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for people in world.people:
        for name in (*people.names, *people.forms):
            whole = tokens(name)
            for token in whole:
                bearers[token].append((people.state, whole))
    return {token: tuple(rows) for token, rows in bearers.items()}


def _famous(world: World) -> dict[frozenset[str], str]:
    bearers: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for people in world.people:
        for name in (*people.names, *people.forms):
            bearers[tokens(name)].add(people.state)
    return {whole: min(states) for whole, states in bearers.items() if len(states) == 1}
