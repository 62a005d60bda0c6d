"""The world as Foedera knows it, without any language: actors, offices, areas, topics, levels, event types, publishers, places, tiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

LAST_SOLE_RANK = 5
"""Down to ministers an office has one holder at a time, unless its file says that it is shared."""
Family = Literal["encounter", "visit", "act", "relation", "exercise", "aid", "other"]
Unique = Literal["day", "level", "ever"]
TopicKind = Literal["object", "field", "form"]
Step = Literal["concluded", "signed", "ratified", "in force", "suspended"]
"""Steps in the life of an instrument: negotiations concluded (or agreed in principle), signed, ratified, in force; suspended or left."""
TurnKind = Literal["cut", "suspended", "lowered", "restored"]
"""What can befall the relations of two states beside a raised level."""
PublisherKind = Literal["government", "agency", "party", "press", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state (ISO 3166-1 alpha-2 code), an organisation (its short name as code) or a region: a group of states that is none.

    `capital` and `seats` are English names of places; `members` the codes of an organisation's members; `predecessors` codes of states
    that came before. `name` is the English CLDR name. A `forum` only meets: nobody is its partner, no one calls on it.
    """

    code: str
    name: str
    kind: Literal["state", "organisation", "region"]
    iso3: str | None = None
    capital: str | None = None
    seats: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    ended: str | None = None
    forum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office by its canonical English name. `rank` sorts (1 is highest); `holder` the only actor that has it, if it is one's own.

    In `states` the office takes the place of the more general one that it `stands_for` (a king of Japan is its emperor); the states
    in `absent` have no such office.
    """

    name: str
    rank: int
    holder: str | None = None
    states: tuple[str, ...] = ()
    stands_for: str | None = None
    absent: tuple[str, ...] = ()
    accredited: bool = False
    """Whether its holder is sent to another state: an ambassador, an envoy."""
    membership: bool = False
    """Whether it is a mere seat on a body, told beside the office that counts: a member of a Politburo."""
    shared: bool = False
    """Whether a state has several holders of it at a time though it ranks high: deputy prime ministers."""

    @property
    def sole(self) -> bool:
        """Whether a state has one holder of it at a time."""
        return self.rank <= LAST_SOLE_RANK and not (self.shared or self.accredited or self.membership)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A policy area of the shared taxonomy, with its OECD DAC sectors (codes) and PLOVER contexts (names)."""

    id: str
    name: str
    dac: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a passage speaks of, more finely than by its policy `area`.

    An "object" is what states promise each other (visa exemption, extradition), a "field" is so broad that nearly every statement names
    it (defence cooperation), a "form" is how they act (a visit, a treaty, a loan). Any event of the types `met_by` keeps a promise of it.
    """

    id: str
    name: str
    kind: TopicKind
    area: str
    met_by: tuple[str, ...] = ()
    general: bool = False
    """Whether it tells two mechanisms or instruments apart only where nothing else does (a dialogue of ministers)."""
    months: int | None = None
    """How far apart sessions are that are said to be so (`every_year`: 12)."""
    step: Step | None = None
    """The step in an instrument's life that an act between states is which is about it."""
    turn: TurnKind | None = None
    """What such an act makes of the relations of its parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A partnership title. `order` is Foedera's own generic order and only sorts lists."""

    title: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """How one state ranks its partnerships, lowest rung first, with the source that says so."""

    state: str
    rungs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A type of event: its family, the least number of parties, and how many days apart reports of one happening may date it.

    `unique`: how often the same parties can have one: once a day, once for each level, once ever; None where nothing is known of that.
    """

    id: str
    name: str
    family: Family
    min_parties: int
    window: int
    roles: tuple[str, ...] = ()
    unique: Unique | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes: the forms of its name, its domains, its state, and what kind of source it is."""

    id: str
    name: str
    forms: tuple[str, ...]
    domains: tuple[str, ...]
    state: str | None
    kind: PublisherKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by its English name, with the state it lies in and other names in Latin script. `weak`: its name is also a common word."""

    name: str
    state: str
    forms: tuple[str, ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a place of some name lies, in degrees, and in which state."""

    state: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NameShape:
    """How personal names of a state look when nothing else tells whose person it is.

    `surnames` are lower-case tokens without diacritics, standing first (`order` "family_first") or last; `syllables` is an
    RE2 pattern that every token of such a name fits, or None. `readings` are the languages that write these names in a reading of their
    own: Xi Jinping has another name in Vietnamese.
    """

    state: str
    surnames: frozenset[str]
    order: Literal["family_first", "family_last", "either"]
    syllables: str | None = None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPeople:
    """Well-known holders of offices of a state or organisation: whose president is meant where a report does not say.

    `names` in full as English press writes them, `forms` in other scripts and spellings, or short ones that stand alone; `nicknames` by
    which the press goes on to call who was named in full.
    """

    state: str
    names: tuple[str, ...]
    forms: tuple[str, ...] = ()
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """Where a state lies on a map of equal tiles: column (1 is in the west) and row (1 is in the north)."""

    state: str
    column: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All of it, each tuple sorted by its identifier."""

    actors: tuple[Actor, ...]
    offices: tuple[Office, ...]
    areas: tuple[Area, ...]
    levels: tuple[Level, ...]
    ladders: tuple[Ladder, ...]
    events: tuple[EventType, ...]
    publishers: tuple[Publisher, ...]
    places: tuple[Place, ...]
    names: tuple[NameShape, ...]
    people: tuple[KnownPeople, ...] = ()
    topics: tuple[Topic, ...] = ()
    tiles: tuple[Tile, ...] = ()
