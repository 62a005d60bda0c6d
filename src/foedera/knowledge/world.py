"""The world from its data files: actors, offices, areas, topics, levels, events, publishers, places, tiles and shapes of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from foedera.knowledge import schemas
from foedera.knowledge.cities import cities
from foedera.knowledge.files import DataFile, Item, converted, items
from foedera.knowledge.known import Known, check_expression, check_name, check_names, check_unique
from foedera.knowledge.tiles import tiles
from foedera.model.world import Actor, Area, EventType, KnownPeople, Ladder, Level, NameShape, Office, Place, Publisher, Topic, World
from foedera.plumbing.interface import _

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelves:
    actors: list[Item[schemas.Actor]]
    offices: list[Item[schemas.Office]]
    areas: list[Item[schemas.Area]]
    topics: list[Item[schemas.Topic]]
    levels: list[Item[schemas.Level]]
    ladders: list[Item[schemas.Ladder]]
    events: list[Item[schemas.EventType]]
    publishers: list[Item[schemas.Publisher]]
    places: list[Item[schemas.Place]]
    weak: list[Item[schemas.WeakNames]]
    names: list[Item[schemas.NameShape]]
    people: list[Item[schemas.KnownPeople]]
    tiles: list[Item[schemas.Tiles]]


def read_world(files: Sequence[DataFile]) -> tuple[Known, World]:
    """The world of the data files, and what may be referred to; mistakes are noted at the files."""
    shelves = _shelves(files)
    by_hand = _places(shelves)
    codes = {item.value.code for item in shelves.actors}
    countries = {item.value.name for item in shelves.actors}
    states = {item.value.code for item in shelves.actors if item.value.kind == "state"}
    weak = {name for item in shelves.weak for name in item.value.weak}
    taken = countries | {name for place in by_hand for name in (place.name, *place.forms)}
    places = (*by_hand, *cities(taken=taken, weak=weak, states=states))
    known = Known(
        actors=codes,
        states=states,
        offices={item.value.name for item in shelves.offices},
        areas={item.value.id for item in shelves.areas},
        topics={item.value.id for item in shelves.topics},
        levels={item.value.title for item in shelves.levels},
        events={item.value.id for item in shelves.events},
        places={place.name for place in places},
        sites=countries | {place.name for place in places},
        read={file.name for file in files if _is_of_the_world(file)},
    )
    _check(shelves, known)
    return known, replace(_world(shelves, places), tiles=tiles(shelves.tiles, known))


def _shelves(files: Sequence[DataFile]) -> _Shelves:
    def each(folder: str, shape: type[T]) -> list[Item[T]]:
        found = (converted(file, (), shape) for file in files if file.folder == folder and file.sound)
        return [item for item in found if item is not None]

    def many(folder: str, key: str, shape: type[T]) -> list[Item[T]]:
        return [item for file in files if file.folder == folder for item in items(file, key, shape)]

    weak = [file for file in files if file.name == "places/weak.toml" and file.sound]
    return _Shelves(
        actors=each("actors", schemas.Actor),
        offices=many("offices", "office", schemas.Office),
        areas=each("areas", schemas.Area),
        topics=many("topics", "topic", schemas.Topic),
        levels=many("levels", "level", schemas.Level),
        ladders=each("levels/ladders", schemas.Ladder),
        events=each("events", schemas.EventType),
        publishers=each("publishers", schemas.Publisher),
        places=many("places", "place", schemas.Place),
        weak=[item for file in weak if (item := converted(file, (), schemas.WeakNames)) is not None],
        names=each("names", schemas.NameShape),
        people=each("people", schemas.KnownPeople),
        tiles=each("tiles", schemas.Tiles),
    )


_TABLES = {"offices": {"office"}, "levels": {"level"}, "places": {"place"}, "topics": {"topic"}}
_FOLDERS = {"actors", "areas", "levels/ladders", "events", "publishers", "names", "people", "tiles", *_TABLES}


def _is_of_the_world(file: DataFile) -> bool:
    if file.name != "places/weak.toml":
        for key in sorted(set(file.tree) - _TABLES.get(file.folder, set(file.tree))):
            file.complain((key,), _("unknown key {name}").format(name=key), _("see docs/data.md for the keys of this file"))
    return file.folder in _FOLDERS


def _check(shelves: _Shelves, known: Known) -> None:
    _check_actors(shelves.actors, known)
    for office in shelves.offices:
        check_name(office, ("holder",), office.value.holder, known.actors)
        check_names(office, ("states",), office.value.states, known.actors)
        check_names(office, ("absent",), office.value.absent, known.states)
        check_name(office, ("stands_for",), office.value.stands_for, known.offices)
    for topic in shelves.topics:
        check_name(topic, (), topic.file.stem, known.areas)
    for ladder in shelves.ladders:
        check_name(ladder, ("state",), ladder.value.state, known.actors)
        check_names(ladder, ("rungs",), ladder.value.rungs, known.levels)
    for publisher in shelves.publishers:
        check_name(publisher, ("state",), publisher.value.state, known.actors)
    for place in shelves.places:
        check_name(place, ("state",), place.value.state, known.states)
    for shape in shelves.names:
        check_name(shape, ("state",), shape.value.state, known.states)
        if shape.value.syllables is not None:
            check_expression(shape, ("syllables",), shape.value.syllables, set())
    for people in shelves.people:
        check_name(people, ("state",), people.value.state, known.actors)
    _check_ids(shelves)


def _check_actors(actors: list[Item[schemas.Actor]], known: Known) -> None:
    for actor in actors:
        check_name(actor, ("capital",), actor.value.capital, known.places)
        check_names(actor, ("seats",), actor.value.seats, known.places)
        check_names(actor, ("members",), actor.value.members, known.actors)
        check_names(actor, ("predecessors",), actor.value.predecessors, known.states)


def _check_ids(shelves: _Shelves) -> None:
    for found, key, is_name in (
        (shelves.actors, "code", True),
        (shelves.areas, "id", True),
        (shelves.ladders, "state", True),
        (shelves.events, "id", True),
        (shelves.publishers, "id", True),
        (shelves.names, "state", True),
        (shelves.people, "state", True),
        (shelves.offices, "name", False),
        (shelves.topics, "id", False),
        (shelves.levels, "title", False),
        (shelves.places, "name", False),
    ):
        check_unique(found, key)
        for item in found if is_name else ():
            name = getattr(item.value, key).lower().replace(" ", "-")
            if item.file.stem != name:
                what = _("the file of {name} has another name").format(name=getattr(item.value, key))
                item.complain((key,), what, _("name it {name}.toml").format(name=name))


def _places(shelves: _Shelves) -> list[Place]:
    return [_made(Place, item) for item in shelves.places]


def _made(noun: Callable[..., T], item: Item[Any]) -> T:
    return noun(**msgspec.structs.asdict(item.value))


def _shape(item: Item[schemas.NameShape]) -> NameShape:
    value = item.value
    return NameShape(
        state=value.state,
        surnames=frozenset(value.surnames),
        order=value.order,
        syllables=value.syllables,
        readings=value.readings,
    )


def _topic(item: Item[schemas.Topic]) -> Topic:
    """A topic; its policy area is the name of its file."""
    return Topic(**msgspec.structs.asdict(item.value), area=item.file.stem)


def _world(shelves: _Shelves, places: Sequence[Place]) -> World:
    def row(noun: Callable[..., T], found: Sequence[Item[Any]], key: str) -> tuple[T, ...]:
        return tuple(sorted((_made(noun, item) for item in found), key=attrgetter(key)))

    return World(
        actors=row(Actor, shelves.actors, "code"),
        offices=row(Office, shelves.offices, "name"),
        areas=row(Area, shelves.areas, "id"),
        levels=row(Level, shelves.levels, "title"),
        ladders=row(Ladder, shelves.ladders, "state"),
        events=row(EventType, shelves.events, "id"),
        publishers=row(Publisher, shelves.publishers, "id"),
        places=tuple(sorted(places, key=attrgetter("name"))),
        names=tuple(sorted(map(_shape, shelves.names), key=attrgetter("state"))),
        people=row(KnownPeople, shelves.people, "state"),
        topics=tuple(sorted(map(_topic, shelves.topics), key=attrgetter("id"))),
    )
