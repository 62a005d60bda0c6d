"""Facts on tenures of one state → groups of facts that name one person.

Names in one script are compared as sets of words without marks, in any order: the same words are one person, fewer words are when a
single person of the state and office has them all, and a word may be spelled in two ways ("Zelensky", "Zelenskyy"). Names in two scripts
are one person when they sound alike in one office, or when the office has one holder at a time and both are seen in it at the same time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from foedera.merging.dates import day
from foedera.merging.sourcing import Reports
from foedera.model.fact import TenureFact
from foedera.model.world import World
from foedera.plumbing.likeness import script, sounds_alike, spelled_alike
from foedera.plumbing.text import fold

PASSING = ("former ", "acting ")
"""Marks before an office that do not make another office of it, when names are compared."""
PAST = ("former ", "-elect")
"""Marks of an office that its bearer does not hold on that day."""
ALIKE = 0.75
"""The least likeness of sound: of 60 pairs of one person in kana and Latin the least had .80, of 60 pairs of two persons the most .67."""
SPELLED = 0.8
"""The least likeness of the one word in which two spellings of a name differ: Zelensky and Zelenskyy have .94, Minh and Hang .50."""
NEAR = 400
"""The most days between two sights of one holder in two scripts: governments change less often, and reports are rare."""
SPELLED_AT_LEAST = 4
"""The fewest letters of a word whose spelling may differ: shorter ones are too alike by chance."""
VOICED = frozenset({"kana", "hangul"})
"""Scripts that tell the sound of a name."""


@dataclass(slots=True, kw_only=True, eq=False)
class Naming:
    """A person as far as one writing of the name goes."""

    words: frozenset[str]
    writing: str
    offices: set[str] = field(default_factory=set)
    facts: list[TenureFact] = field(default_factory=list)
    seen: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))
    """Office → the days on which a report shows its bearer in it."""

    @property
    def name(self) -> str:
        """One of the names, the same whatever the order of facts."""
        return min(fact.name for fact in self.facts)


def namings(facts: Iterable[TenureFact], reports: Reports, world: World) -> list[list[TenureFact]]:
    """The facts of one state, grouped by person."""
    found = _written(facts, reports, world)
    return [[fact for naming in group for fact in naming.facts] for group in _joined(found, _sole(world))]


def bare_offices(office: str) -> set[str]:
    """The offices that a text joins, without what passes."""
    found = set()
    for part in office.split("; "):
        bare = part.removesuffix("-elect")
        for mark in PASSING:
            bare = bare.removeprefix(mark)
        found.add(bare)
    return found


def _sole(world: World) -> frozenset[str]:
    """The offices that one person holds at a time."""
    return frozenset(office.name for office in world.offices if office.sole)


def _written(facts: Iterable[TenureFact], reports: Reports, world: World) -> list[Naming]:
    """Those whose names are the same in one writing, from the fullest names to the shortest."""
    readings = {shape.state: shape.readings for shape in world.names}
    named: dict[tuple[str, frozenset[str]], list[TenureFact]] = defaultdict(list)
    for fact in facts:
        writing: str = script(fact.name)
        lang = reports[fact.document].lang or ""
        if lang in readings.get(fact.country or "", ()):
            writing = f"{writing}/{lang}"
        named[(writing, frozenset(fold(fact.name).split()))].append(fact)
    found: list[Naming] = []
    for key in sorted(named, key=lambda key: (key[0], -len(key[1]), sorted(key[1]))):
        (written, words), own = key, named[key]
        offices = {office for fact in own for office in bare_offices(fact.office)}
        fitting = [one for one in found if one.writing == written and offices & one.offices and _is_same(words, one.words)]
        naming = fitting[0] if len(fitting) == 1 else Naming(words=words, writing=written)
        if naming not in fitting:
            found.append(naming)
        naming.offices |= offices
        naming.facts += own
        for fact in own:
            _see(naming, fact, reports)
    return found


def _see(naming: Naming, fact: TenureFact, reports: Reports) -> None:
    when = fact.when or reports[fact.document].published
    if when and when.year_known:
        for office in fact.office.split("; "):
            if not any(mark in office for mark in PAST):
                naming.seen[office.removeprefix("acting ")].append(day(when.first))


def _is_same(words: frozenset[str], fuller: frozenset[str]) -> bool:
    """Whether the fuller name has all the words, or all but one that it spells in another way."""
    if words < fuller:
        return True
    ours, theirs = words - fuller, fuller - words
    if len(ours) != 1 or len(theirs) != 1 or len(words) == 1:
        return False
    (word,), (other,) = ours, theirs
    return min(len(word), len(other)) >= SPELLED_AT_LEAST and spelled_alike(word, other) >= SPELLED


def _joined(found: Sequence[Naming], sole: frozenset[str]) -> list[list[Naming]]:
    """Those of one person in several writings together: the surest pairs first, and no two of one writing."""
    groups = [[naming] for naming in found]
    pairs = [(_sureness(a, b, found, sole), a, b) for a, b in combinations(found, 2) if a.writing != b.writing and a.offices & b.offices]
    for sureness, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1].name, pair[2].name)):
        if not sureness:
            break
        ours = next(group for group in groups if a in group)
        theirs = next(group for group in groups if b in group)
        if ours is not theirs and not {one.writing for one in ours} & {one.writing for one in theirs}:
            groups = [group for group in groups if group is not theirs]
            ours += theirs
    return groups


def _sureness(a: Naming, b: Naming, found: Sequence[Naming], sole: frozenset[str]) -> float:
    """0 where the two are not one person, as far as one can tell; else how sure that is."""
    alike = sounds_alike(a.name, b.name)
    near = any(_is_nearest(a, b, found, office) and _is_nearest(b, a, found, office) for office in a.offices & b.offices & sole)
    if {a.writing, b.writing} & VOICED and "han" not in {a.writing, b.writing}:
        return alike + near if alike >= ALIKE else 0
    return alike + 1 if near else 0


def _is_nearest(naming: Naming, other: Naming, found: Sequence[Naming], office: str) -> bool:
    """Whether on every day on which one is seen in an office, the other is the nearest of its writing that is seen in it."""
    rivals = [one for one in found if one.writing == other.writing and one.seen.get(office)]
    days = naming.seen.get(office, [])
    return bool(days) and all(_nearest(rivals, office, seen) is other for seen in days)


def _nearest(rivals: Iterable[Naming], office: str, seen: date) -> Naming | None:
    """The one seen in the office nearest to a day, or None where two are or nobody is within `NEAR` days."""
    distances: list[tuple[int, Naming]] = [(min(abs((seen - one).days) for one in rival.seen[office]), rival) for rival in rivals]
    if not distances:
        return None
    least = min(distance for distance, _rival in distances)
    nearest = [rival for distance, rival in distances if distance == least]
    return nearest[0] if len(nearest) == 1 and least <= NEAR else None
