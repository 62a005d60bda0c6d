"""Lexicon: all that the pack of a language and the world name, in one automaton, and the rules' patterns beside it.

One pass over a text finds every form. The automaton reports overlapping matches and `hits` draws word boundaries and the
longest match itself, because the leftmost-longest mode of these libraries loses valid terms.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from foedera.extraction.registers import Register, register
from foedera.model.pack import Knowledge, Pack, Phrase
from foedera.model.pattern import Class, Gap, Kind, Pattern, Words, parse
from foedera.model.rule import Rule
from foedera.model.world import World
from foedera.plumbing.lasting import lasting
from foedera.plumbing.text import lowered

NAMING = frozenset({"mechanism", "instrument"})
"""Types of rules that find names."""

TELLTALE: frozenset[tuple[str, str]] = frozenset(
    {("office", ""), ("level", ""), ("field", "")}
    | {("class", name) for name in ("counterpart", "diplomacy", "leader_noun", "side", "seat")}
)
"""What the gate counts before anything is read closely."""

Key = tuple[str, str]
"""What an element of a pattern looks for, and where its hits are kept: ("words", phrase), ("class", name) or (mention kind, "")."""


def key_of(kind: str, value: str) -> Key:
    """The key of a hit: only words and classes have lists of their own."""
    return (kind, value if kind in {"class", "words"} else "")


class Term(NamedTuple):
    """What a form of the lexicon stands for: `kind` and `value` as in hits; `cased` is the spelling that must stand in the text."""

    kind: str
    value: str
    role: str = "name"
    weak: bool = False
    cased: str | None = None


Tail = tuple[str, str, str, bool]
"""A term's kind, value, role and weakness: the last four fields of a hit, ready for it, because every word of a text makes hits."""

Row = tuple[Key, str | None, Tail]
"""What a form may stand for: the key its hits are kept under, the spelling that must stand in the text, and the rest of the hit."""


class Branch(Struct, frozen=True):
    """Patterns that share their beginning: the rules that end here, and what may follow, each with or without a gap before it."""

    says: tuple[Rule, ...]
    silences: tuple[Rule, ...]
    overlaps: tuple[Rule, ...]
    """Rules of which only what shares words with this pattern is silenced."""
    follows: Mapping[Key, tuple[tuple[bool, Branch], ...]]
    ahead: frozenset[Key]
    """The keys of `follows`, as a set that meets another without looking up each."""
    order: Mapping[Key, int]
    """The place of each among them."""
    ends: bool
    """Whether any rule ends here."""


class Lexicon(Struct, frozen=True, kw_only=True):
    """The automaton, the terms of each of its forms, and the rules' patterns by the key they begin with.

    `naming` are the rules that find the names of mechanisms and instruments, `telling` all others, which may speak of these names.
    """

    automaton: AhoCorasick
    terms: tuple[tuple[Row, ...], ...]
    """For each form what it may stand for."""
    watch: AhoCorasick
    """The forms alone that tell what an article can be about at all."""
    watched: tuple[tuple[Row, ...], ...]
    """The same as `terms` for these forms."""
    naming: dict[Key, Branch]
    telling: dict[Key, Branch]
    spaced: bool
    register: Register


@dataclass(frozen=True, slots=True)
class _Key:
    digest: str
    tag: str
    knowledge: Knowledge = field(compare=False, repr=False)


def lexicon(knowledge: Knowledge, tag: str) -> Lexicon:
    """The lexicon of the pack `tag`, built once for the same data."""
    return _built(_Key(knowledge.digest, tag, knowledge))


@functools.lru_cache(maxsize=64)
def _built(key: _Key) -> Lexicon:
    pack = key.knowledge.pack(key.tag)
    if pack is None:
        raise KeyError(key.tag)
    with lasting():
        return _lexicon(pack, key.knowledge)


def _lexicon(pack: Pack, knowledge: Knowledge) -> Lexicon:
    forms: defaultdict[str, dict[Term, None]] = defaultdict(dict)
    for text, term in _named(pack, knowledge.world):
        forms[lowered(text)][term] = None
    grown: dict[bool, dict[Key, _Growth]] = {True: {}, False: {}}
    for rule in pack.rules:
        for role, steps in _patterns(rule):
            _plant(grown[rule.type in NAMING], steps, rule, role)
            for (kind, value), _ in steps:
                if kind == "words":
                    forms[lowered(value)][Term(kind="words", value=value)] = None
    texts = sorted(forms)
    terms = tuple(tuple((key_of(term.kind, term.value), term.cased, term[:4]) for term in forms[text]) for text in texts)
    told = [(text, kept) for text, rows in zip(texts, terms, strict=True) if (kept := tuple(row for row in rows if row[0] in TELLTALE))]
    return Lexicon(
        automaton=AhoCorasick(texts, store_patterns=False),
        terms=terms,
        watch=AhoCorasick([text for text, _ in told], store_patterns=False),
        watched=tuple(rows for _, rows in told),
        naming={begin: growth.branch() for begin, growth in grown[True].items()},
        telling={begin: growth.branch() for begin, growth in grown[False].items()},
        spaced=pack.spaced,
        register=register(knowledge.world),
    )


def _named(pack: Pack, world: World) -> Iterator[tuple[str, Term]]:
    """Every form with its term; classes first, so that a form's terms stand in a fixed order."""
    for classes in (pack.cues, pack.words):
        for name, forms in classes.items():
            yield from ((form, Term(kind="class", value=name, cased=form if _capitals(form) else None)) for form in forms)
    phrases_of: tuple[tuple[str, tuple[Phrase, ...]], ...] = (
        ("actor", pack.actors),
        ("office", pack.offices),
        ("office_mark", pack.office_marks),
        ("portfolio", pack.portfolios),
        ("place", pack.places),
        ("level", pack.levels),
        ("area", pack.areas),
        ("topic", pack.topics),
        ("field", pack.fields),
        ("number", pack.dates.numbers),
    )
    for kind, phrases in phrases_of:
        yield from ((phrase.text, _term(kind, phrase)) for phrase in phrases)
    for text in pack.masks:
        yield text, Term(kind="mask", value=text, cased=text)
    around = {
        "honorific": pack.names.honorifics,
        "no_name": pack.names.stop,
        "office_link": pack.names.link,
        "known_name": tuple(name for names in pack.names.known.values() for name in names),
    }
    for name, words in around.items():
        yield from ((word, Term(kind="class", value=name)) for word in words)
    if pack.script == "Latn":
        yield from _latin_places(world)


def _latin_places(world: World) -> Iterator[tuple[str, Term]]:
    """Every place by its names in Latin script."""
    for place in world.places:
        for text in (place.name, *place.forms):
            yield text, Term(kind="place", value=place.name, weak=place.weak, cased=text)


def _term(kind: str, phrase: Phrase) -> Term:
    cased = phrase.text if phrase.cased or _capitals(phrase.text) else None
    return Term(kind=kind, value=phrase.meaning, role=phrase.role, weak=phrase.weak, cased=cased)


Role = Literal["say", "unless", "unless_here"]
"""What a pattern does for its rule."""


class _Growth:
    """A branch while it is built."""

    __slots__ = ("follows", "roles")

    def __init__(self) -> None:
        self.roles: dict[Role, dict[str, Rule]] = {"say": {}, "unless": {}, "unless_here": {}}
        self.follows: dict[tuple[Key, bool], _Growth] = {}

    def branch(self) -> Branch:
        follows: defaultdict[Key, list[tuple[bool, Branch]]] = defaultdict(list)
        for (key, gap), growth in self.follows.items():
            follows[key].append((gap, growth.branch()))
        return Branch(
            says=tuple(self.roles["say"].values()),
            silences=tuple(self.roles["unless"].values()),
            overlaps=tuple(self.roles["unless_here"].values()),
            follows={key: tuple(rows) for key, rows in follows.items()},
            ahead=frozenset(follows),
            order={key: place for place, key in enumerate(follows)},
            ends=any(self.roles.values()),
        )


def _plant(begins: dict[Key, _Growth], steps: list[tuple[Key, bool]], rule: Rule, role: Role) -> None:
    growth = begins.setdefault(steps[0][0], _Growth())
    for step in steps[1:]:
        growth = growth.follows.setdefault(step, _Growth())
    growth.roles[role][rule.id] = rule


def _patterns(rule: Rule) -> Iterator[tuple[Role, list[tuple[Key, bool]]]]:
    """Each pattern of a rule with its role, as its keys, each with whether a gap stands before it."""
    roles: tuple[tuple[Role, tuple[str, ...]], ...] = (("say", rule.say), ("unless", rule.unless), ("unless_here", rule.unless_here))
    for role, patterns in roles:
        for say in patterns:
            for pattern in parse(say):
                yield role, _steps(pattern)


def _steps(pattern: Pattern) -> list[tuple[Key, bool]]:
    steps: list[tuple[Key, bool]] = []
    gap = False
    for element in pattern.elements:
        match element:
            case Gap():
                gap = True
                continue
            case Words(text=text):
                steps.append((("words", text.lower()), gap))
            case Class(name=name):
                steps.append((("class", name), gap))
            case Kind(kind=kind):
                steps.append(((kind, ""), gap))
        gap = False
    return steps


def _capitals(text: str) -> bool:
    """Whether a form is an abbreviation in capitals, which stands for nothing in small letters ("PM", "5:30 pm")."""
    return text.isupper() and len(text) <= len("ASEAN")
