"""Facts on tenures → namings; namings of one state → groups that are one person each.

Names in one script are compared as sets of words without marks, in any order: the same words are one person, fewer words are when a
single person of the state and office has them all, and a word may be spelled in two ways ("Zelensky", "Zelenskyy"). Names in two scripts
are one person when they sound alike in one office, or when the office has one holder at a time and both are seen in it at the same time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from foedera.merging.sourcing import Reports
from foedera.model.fact import TenureFact
from foedera.model.keys import Key, key_of
from foedera.model.naming import Naming
from foedera.model.world import World
from foedera.plumbing.likeness import script, sounds_alike, spelled_alike

PASSING = ("former ", "acting ")
"""Marks before an office that do not make another office of it, when names are compared."""
PAST = ("former ", "-elect")
"""Marks of an office that its bearer does not hold on that day."""
ALIKE = 0.75
"""The least likeness of sound: of 60 pairs of one person in kana and Latin the least had .80, of 60 pairs of two persons the most .67."""
SPELLED = 0.8
"""The least likeness of the one word in which two spellings of a name differ: Zelensky and Zelenskyy have .94, Minh and Hang .50."""
NEAR = 13
"""The most months between two sights of one holder in two scripts: governments change less often, and reports are rare."""
SPELLED_AT_LEAST = 4
"""The fewest letters of a word whose spelling may differ: shorter ones are too alike by chance."""
VOICED = frozenset({"kana", "hangul"})
"""Scripts that tell the sound of a name."""
MONTH = len("2023-11")
Months = list[int]
Readings = Mapping[str, Sequence[str]]
"""State → the languages that write its names in readings of their own."""


@dataclass(slots=True, kw_only=True, eq=False)
class Bearer:
    """A person as far as one writing of the name goes: the fullest words, the offices, and the months seen in each."""

    words: frozenset[str]
    writing: str
    namings: list[Naming] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    seen: dict[str, Months] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """One of the names, the same whatever the order of facts."""
        return min(naming.name for naming in self.namings)

    def add(self, naming: Naming) -> None:
        """Take in another form of the name."""
        self.namings.append(naming)
        self.offices.update(naming.offices)
        for office, months in naming.seen:
            self.seen[office] = sorted({*self.seen.get(office, ()), *map(_number, months)})


def namings(facts: Iterable[TenureFact], reports: Reports, world: World) -> tuple[Naming, ...]:
    """One for each key and writing, in order."""
    readings = {shape.state: shape.readings for shape in world.names}
    written: dict[tuple[Key, str], list[TenureFact]] = defaultdict(list)
    for fact in facts:
        written[(key_of(fact), writing(fact, reports, readings))].append(fact)
    return tuple(_naming(place, written[place], reports) for place in sorted(written))


def with_more(known: Iterable[Naming], more: Iterable[Naming]) -> tuple[Naming, ...]:
    """The namings of a key when further facts tell more of them."""
    found = {naming.place: naming for naming in known}
    for naming in more:
        found[naming.place] = _both(found[naming.place], naming) if naming.place in found else naming
    return tuple(found[place] for place in sorted(found))


def _both(one: Naming, other: Naming) -> Naming:
    seen: dict[str, set[str]] = defaultdict(set)
    for office, months in (*one.seen, *other.seen):
        seen[office].update(months)
    return replace(
        one,
        name=min(one.name, other.name),
        offices=tuple(sorted({*one.offices, *other.offices})),
        seen=tuple((office, tuple(sorted(months))) for office, months in sorted(seen.items())),
    )


def writing(fact: TenureFact, reports: Reports, readings: Readings) -> str:
    """The script of the name, with the language where that reads the names of this state in a way of its own."""
    lang = reports[fact.document].lang or ""
    return f"{script(fact.name)}/{lang}" if lang in readings.get(fact.country or "", ()) else script(fact.name)


def grouped(found: Iterable[Naming], world: World) -> list[list[Naming]]:
    """The namings of one state by person."""
    sole = frozenset(office.name for office in world.offices if office.sole)
    return [[naming for bearer in group for naming in bearer.namings] for group in _joined(_written(found), sole)]


@lru_cache(maxsize=65_536)
def bare_offices(office: str) -> frozenset[str]:
    """The offices that a text joins, without what passes."""
    found = set()
    for part in office.split("; "):
        bare = part.removesuffix("-elect")
        for mark in PASSING:
            bare = bare.removeprefix(mark)
        found.add(bare)
    return frozenset(found)


def _naming(place: tuple[Key, str], facts: Sequence[TenureFact], reports: Reports) -> Naming:
    seen: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        when = fact.when or reports[fact.document].published
        if when and when.year_known:
            for office in fact.office.split("; "):
                if not any(mark in office for mark in PAST):
                    seen[office.removeprefix("acting ")].add(when.first[:MONTH])
    return Naming(
        key=place[0],
        writing=place[1],
        name=min(fact.name for fact in facts),
        offices=tuple(sorted({office for fact in facts for office in bare_offices(fact.office)})),
        seen=tuple((office, tuple(sorted(months))) for office, months in sorted(seen.items())),
    )


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:])


def _written(found: Iterable[Naming]) -> list[Bearer]:
    """Those whose names are the same in one writing, from the fullest names to the shortest."""
    bearers: list[Bearer] = []
    by_word: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for naming in sorted(found, key=lambda naming: (naming.writing, -len(naming.words), naming.key)):
        near = {id(one): one for word in sorted(naming.words) for one in by_word[(naming.writing, word)]}
        fitting = [one for one in near.values() if one.offices.intersection(naming.offices) and _is_same(naming.words, one.words)]
        bearer = fitting[0] if len(fitting) == 1 else Bearer(words=naming.words, writing=naming.writing)
        if not bearer.namings:
            bearers.append(bearer)
            for word in naming.words:
                by_word[(naming.writing, word)].append(bearer)
        bearer.add(naming)
    return bearers


def _is_same(words: frozenset[str], fuller: frozenset[str]) -> bool:
    """Whether the fuller name has all the words, or all but one that it spells in another way."""
    if words < fuller:
        return True
    ours, theirs = words - fuller, fuller - words
    if len(ours) != 1 or len(theirs) != 1 or len(words) == 1:
        return False
    (word,), (other,) = ours, theirs
    return min(len(word), len(other)) >= SPELLED_AT_LEAST and spelled_alike(word, other) >= SPELLED


def _joined(found: Sequence[Bearer], sole: frozenset[str]) -> list[list[Bearer]]:
    """Those of one person in several writings together: the surest pairs first, and no two of one writing."""
    group_of = {id(bearer): [bearer] for bearer in found}
    pairs = [(_sureness(a, b, found, sole), a, b) for a, b in _pairs(found)]
    for sureness, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1].name, pair[2].name)):
        if not sureness:
            break
        ours, theirs = group_of[id(a)], group_of[id(b)]
        if ours is not theirs and not {one.writing for one in ours} & {one.writing for one in theirs}:
            ours += theirs
            group_of |= {id(one): ours for one in theirs}
    return [group for name, group in group_of.items() if id(group[0]) == name]


def _pairs(found: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Those of two writings that share an office, in order."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, bearer in enumerate(found):
        for office in bearer.offices:
            held[office].append(at)
    together = {(a, b) for at in held.values() for a in at for b in at if a < b and found[a].writing != found[b].writing}
    yield from ((found[a], found[b]) for a, b in sorted(together))


def _sureness(a: Bearer, b: Bearer, found: Sequence[Bearer], sole: frozenset[str]) -> float:
    """0 where the two are not one person, as far as one can tell; else how sure that is."""
    alike = sounds_alike(a.name, b.name)
    voiced = bool({a.writing, b.writing} & VOICED) and "han" not in {a.writing, b.writing}
    if voiced and alike < ALIKE:
        return 0
    near = any(_is_nearest(a, b, found, office) and _is_nearest(b, a, found, office) for office in a.offices & b.offices & sole)
    return alike + near if voiced or near else 0


def _is_nearest(bearer: Bearer, other: Bearer, found: Sequence[Bearer], office: str) -> bool:
    """Whether in every month in which one is seen in an office, none of the other's writing is seen in it nearer than the other."""
    rivals = [one.seen[office] for one in found if one.writing == other.writing and one.seen.get(office)]
    months, theirs = bearer.seen.get(office, []), other.seen.get(office, [])
    return bool(months and theirs) and all(_apart(theirs, seen) <= min(NEAR, *(_apart(one, seen) for one in rivals)) for seen in months)


def _apart(months: Months, seen: int) -> int:
    """How far the nearest of some months is from one."""
    at = bisect_left(months, seen)
    return min(abs(month - seen) for month in months[max(0, at - 1) : at + 1])
