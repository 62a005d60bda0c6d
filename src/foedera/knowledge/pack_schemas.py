"""Shapes of a language's data files: what `docs/data.md` says, for msgspec to hold the files against."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from foedera.knowledge.schemas import Forms, Names, Strict
from foedera.model.fact import Modality
from foedera.model.rule import ByRule, DateRule, PartyRule

Filled = Annotated[str, Meta(min_length=1)]
Table = dict[str, Forms]
Many = Annotated[tuple[Filled, ...], Meta(min_length=1)]


class Sentences(Strict):
    """`[sentences]` of `pack.toml`."""

    terminators: str
    abbreviations: Names = ()
    closers: str = ""


class PersonNames(Strict):
    """`[names]` of `pack.toml`."""

    name_side: Literal["after", "set_off", "before", "either"]
    honorifics: Names = ()
    particles: Names = ()
    stop: Names = ()
    link: Names = ()
    openings: dict[str, Names] = field(default_factory=dict)
    surnames: Table = field(default_factory=dict)
    known: Table = field(default_factory=dict)


class Parts(Strict):
    """`[parts]` of `pack.toml`."""

    caption: Names = ()
    byline: Names = ()
    credit: Names = ()
    boilerplate: Names = ()
    published: Names = ()


class Discriminator(Strict):
    """`[[discriminator]]` of `pack.toml`."""

    against: str
    ours: Names
    theirs: Names


class Pack(Strict):
    """`pack.toml`."""

    tag: str
    name: str
    english: str
    script: str
    spaced: bool
    home: tuple[str, ...]
    sentences: Sentences
    names: PersonNames
    parts: Parts
    postposed: bool = False
    tensed: bool = True
    ordinals: Names = ()
    common: Names = ()
    letters: str = ""
    discriminator: tuple[Discriminator, ...] = ()


class ActorForms(Strict):
    """A table of `actors.toml`."""

    name: Names = ()
    weak_name: Names = ()
    adjective: Names = ()
    weak_adjective: Names = ()
    people: Names = ()
    weak_people: Names = ()
    government: Names = ()
    weak_government: Names = ()


class Masks(Strict):
    """The keys of `actors.toml` that are no actor."""

    masks: Names = ()


class Places(Strict):
    """`places.toml`."""

    places: Table = field(default_factory=dict)


class Ministers(Strict):
    """`[ministers]` of `offices.toml`."""

    patterns: Forms
    head: Names
    fields: Table
    deputy_head: Names = ()


class OfficeMark(Strict):
    """`[[mark]]` of `offices.toml`."""

    text: Filled
    meaning: Literal["deputy", "former", "acting", "elect"]
    side: Literal["before", "after"]


class Offices(Strict):
    """`offices.toml`."""

    offices: Table = field(default_factory=dict)
    ministers: Ministers | None = None
    mark: tuple[OfficeMark, ...] = ()
    holders: Table = field(default_factory=dict)


class Areas(Strict):
    """`areas.toml`."""

    areas: Table = field(default_factory=dict)


class Topics(Strict):
    """`topics.toml`."""

    masks: Names = ()
    topics: Table = field(default_factory=dict)


class Levels(Strict):
    """`levels.toml`."""

    levels: Table = field(default_factory=dict)
    weak: Table = field(default_factory=dict)


class Words(Strict):
    """`words.toml`."""

    words: Table = field(default_factory=dict)


class Cues(Strict):
    """`cues.toml`."""

    cues: Table = field(default_factory=dict)


class DatePattern(Strict):
    """`[[pattern]]` of `dates.toml`."""

    id: str
    pattern: str
    shape: str


class Fields(Strict):
    """`fields.toml`."""

    fields: Table = field(default_factory=dict)


class Dates(Strict):
    """`dates.toml`."""

    months: Table = field(default_factory=dict)
    weekdays: Table = field(default_factory=dict)
    numbers: Table = field(default_factory=dict)
    relative: Table = field(default_factory=dict)
    units: Table = field(default_factory=dict)
    eras: Table = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    ordinals: Table = field(default_factory=dict)
    pattern: tuple[DatePattern, ...] = ()
    future_cues: Names = ()


class Amounts(Strict):
    """`amounts.toml`."""

    decimal: str = "."
    group: str = ","
    compound: bool = False
    currencies_before: Table = field(default_factory=dict)
    currencies_after: Table = field(default_factory=dict)
    scales: Table = field(default_factory=dict)


class Example(Strict):
    """`[[rule.example]]`."""

    text: Filled
    span: Filled
    published: str | None = None
    parties: Names | None = None
    date: str | None = None
    place: str | None = None
    tense: Literal["past", "planned"] | None = None
    by: str | None = None
    modality: Modality | None = None
    areas: Names | None = None
    target: str | None = None
    amount: str | None = None
    level: str | None = None
    name: str | None = None
    edition: int | None = None
    document_count: int | None = None


class Silent(Strict):
    """`[[rule.silent]]`."""

    text: Filled
    why: Filled


class Rule(Strict):
    """`[[rule]]` of `rules/<type>.toml`."""

    id: str
    say: Many
    unless: Names = ()
    unless_here: Names = ()
    needs: Names = ()
    tense: Literal["auto", "planned"] = "auto"
    parties: PartyRule = "both"
    date: DateRule = "thread"
    by: ByRule = "auto"
    modality: Modality | None = None
    mark: str | None = None
    heading: bool = False
    example: tuple[Example, ...] = ()
    silent: tuple[Silent, ...] = ()
