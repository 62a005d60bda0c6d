"""Pack: what Foedera knows of one language, as data; and Knowledge: the world with all packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from foedera.model.rule import Rule
from foedera.model.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A form of the language and what it means (a code, a canonical name, a number as text).

    Matched without regard to case unless `cased` (then as written, or in capitals throughout). `weak` forms need a second sign.
    """

    text: str
    meaning: str
    role: str = "name"
    weak: bool = False
    cased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """How text divides: `terminators` end a sentence, `abbreviations` (with their stop) do not; `closers` may follow a terminator."""

    terminators: str
    abbreviations: tuple[str, ...]
    closers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How personal names stand: words before a name that are no part of it, particles within one, words that never begin one.

    `name_side`: on which side of the office a name stands in this language's press: "after", "before", "either", or "set_off": behind
    it, and before it where commas set the office off.
    """

    honorifics: tuple[str, ...]
    particles: tuple[str, ...]
    stop: tuple[str, ...]
    name_side: Literal["after", "set_off", "before", "either"]
    link: tuple[str, ...] = ()
    """Words that may stand between an office and its state ("of", "của")."""
    openings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Actor code → how names of its people begin in this language, where their shape does not tell (Sino-Vietnamese readings)."""
    surnames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """State → family names as this language writes them, for languages that write them in ideographs."""
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """State → full names in ideographs whose parts are other words, or family names of several states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMarks:
    """Marks of parts that are no body: a line that begins with (or is) one of them is of that kind."""

    caption: tuple[str, ...]
    byline: tuple[str, ...]
    credit: tuple[str, ...]
    boilerplate: tuple[str, ...]
    published: tuple[str, ...]
    """Line beginnings that precede the publication date ("Đăng ngày:", "Updated:")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """Words that tell this language from a close one: `ours` speak for it, `theirs` for the other."""

    against: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePattern:
    """An RE2 pattern with named groups, and the shape of date it gives. `{month}` and the like stand for the pack's own words."""

    id: str
    pattern: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The language's words and patterns for dates; meanings are those of `docs/data.md`."""

    months: tuple[Phrase, ...]
    weekdays: tuple[Phrase, ...]
    relative: tuple[Phrase, ...]
    numbers: tuple[Phrase, ...]
    patterns: tuple[DatePattern, ...]
    future_cues: tuple[str, ...] = ()
    units: tuple[Phrase, ...] = ()
    """Words for units of time (meaning: `day`, `week`, ...)."""
    eras: tuple[Phrase, ...] = ()
    """Names of eras (meaning: the year that is their first)."""
    ordinals: tuple[Phrase, ...] = ()
    """Words that are numbers in a date alone: Roman figures, the first and the last of two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Money: currency words (meaning: ISO 4217, `before` or `after` the number as role), scale words (meaning: the factor), separators."""

    currencies: tuple[Phrase, ...]
    scales: tuple[Phrase, ...]
    decimal: str
    group: str
    compound: bool = False
    """Whether a number has several scales, each with figures of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One language. `home` are the states in whose press it is at home, first the one a bare "the Prime Minister" belongs to."""

    tag: str
    name: str
    english: str
    script: str
    spaced: bool
    postposed: bool = False
    """Whether words of role ("with", "in", "since") stand behind what they mark and the verb ends its clause."""
    tensed: bool = True
    """Whether the form of a verb tells what is over from what lies ahead."""
    home: tuple[str, ...]
    sentences: Sentences
    names: Names
    parts: PartMarks
    discriminators: tuple[Discriminator, ...]
    actors: tuple[Phrase, ...]
    masks: tuple[str, ...]
    """Phrases in which the name of an actor is no actor ("South China Sea")."""
    offices: tuple[Phrase, ...]
    office_marks: tuple[Phrase, ...]
    """Words before or after an office that change it: meaning deputy, former, acting, elect; role `before` or `after`."""
    areas: tuple[Phrase, ...]
    levels: tuple[Phrase, ...]
    places: tuple[Phrase, ...]
    words: Mapping[str, tuple[str, ...]]
    """Word classes that rules name in braces."""
    cues: Mapping[str, tuple[str, ...]]
    """Word classes that the engine itself knows; their names are listed in `docs/data.md`."""
    ordinals: tuple[str, ...]
    """RE2 patterns with a group `n` (digits, or a word of `dates.numbers`): the number of a session."""
    dates: Dates
    amounts: Amounts
    rules: tuple[Rule, ...]
    portfolios: tuple[Phrase, ...] = ()
    """The fields of ministers by themselves ("Foreign Trade")."""
    common: tuple[str, ...] = ()
    """The commonest words of any text in the language."""
    letters: str = ""
    """Letters that in number tell this language among those of its script."""
    fields: tuple[Phrase, ...] = ()
    """Words of sport, business, courts and other fields (meaning: the field): a text full of them is no diplomacy."""
    topics: tuple[Phrase, ...] = ()
    """Terms of topics (meaning: the topic). Those of role `mask` name none: within them no other term counts ("greenhouse gas")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The world and the packs (sorted by tag), with the digest of all data files they were made from."""

    world: World
    packs: tuple[Pack, ...]
    digest: str

    def pack(self, tag: str) -> Pack | None:
        """The pack of a language tag, or None."""
        return next((pack for pack in self.packs if pack.tag == tag), None)
