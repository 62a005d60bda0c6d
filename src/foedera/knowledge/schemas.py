"""Shapes of the world's data files: what `docs/data.md` says, for msgspec to hold the files against."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from foedera.model.world import Family, PublisherKind, Step, TopicKind, TurnKind, Unique

Names = tuple[str, ...]
Forms = Annotated[tuple[str, ...], Meta(min_length=1)]
Rank = Annotated[int, Meta(ge=1)]
Snake = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]


class Strict(Struct, forbid_unknown_fields=True):
    """A table with these keys and no other."""


class Actor(Strict):
    """`actors/<code>.toml`."""

    code: str
    name: str
    kind: Literal["state", "organisation", "region"]
    iso3: str | None = None
    capital: str | None = None
    seats: Names = ()
    members: Names = ()
    predecessors: Names = ()
    ended: str | None = None
    forum: bool = False


class Office(Strict):
    """`[[office]]` of `offices/*.toml`."""

    name: str
    rank: Rank
    holder: str | None = None
    states: Names = ()
    stands_for: str | None = None
    absent: Names = ()
    accredited: bool = False
    membership: bool = False
    shared: bool = False


class Area(Strict):
    """`areas/<id>.toml`."""

    id: str
    name: str
    dac: Names = ()
    plover: Names = ()


class Topic(Strict):
    """`[[topic]]` of `topics/<area>.toml`."""

    id: Snake
    name: str
    kind: TopicKind
    met_by: Names = ()
    general: bool = False
    months: Rank | None = None
    step: Step | None = None
    turn: TurnKind | None = None


class Level(Strict):
    """`[[level]]` of `levels/titles.toml`."""

    title: str
    order: Rank


class Ladder(Strict):
    """`levels/ladders/<state>.toml`."""

    state: str
    rungs: Forms
    source: str


class Tiles(Strict):
    """`tiles/<any>.toml`: code of a state = its column and row."""

    tiles: dict[str, tuple[Rank, Rank]]


class EventType(Strict):
    """`events/<id>.toml`."""

    id: str
    name: str
    family: Family
    min_parties: Rank
    window: Annotated[int, Meta(ge=0)]
    roles: Names = ()
    unique: Unique | None = None


class Publisher(Strict):
    """`publishers/<id>.toml`."""

    id: str
    name: str
    forms: Forms
    kind: PublisherKind
    domains: Names = ()
    state: str | None = None


class Place(Strict):
    """`[[place]]` of `places/*.toml`."""

    name: str
    state: str
    forms: Names = ()
    weak: bool = False


class NameShape(Strict):
    """`names/<state>.toml`."""

    state: str
    surnames: Names
    order: Literal["family_first", "family_last", "either"]
    syllables: str | None = None
    readings: Names = ()


class KnownPeople(Strict):
    """`people/<state>.toml`."""

    state: str
    names: Names
    forms: Names = ()
    nicknames: dict[str, Names] = field(default_factory=dict)


class WeakNames(Strict):
    """`places/weak.toml`: names of cities that are also common words or names of persons."""

    weak: Names
