"""Hits: where the forms of the lexicon stand in a normal text, in order, with word boundaries and the longest match drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeVar

from msgspec import Struct

from foedera.extraction import runs
from foedera.extraction.lexicon import Key, Lexicon, Row, Tail, key_of
from foedera.model.document import Span
from foedera.plumbing.text import lowered

LONGEST: frozenset[Key] = frozenset(
    {("actor", ""), ("office", ""), ("place", ""), ("level", ""), ("area", ""), ("mask", ""), ("portfolio", "")}
)
"""Kinds of which only the longest of overlapping forms counts; words and classes may overlap."""

MASKED: frozenset[Key] = frozenset({("actor", ""), ("place", ""), ("office", "")})
"""Kinds that a mask covers: a sea is no state, a palace of the president is no president."""


NEUTRAL: Key = ("class", "neutral")
MASK: Key = ("mask", "")


class Hit(NamedTuple):
    """A form at a place of the normal text; `value`, `role` and `weak` are those of its term.

    A named tuple, because a text has hundreds: making one takes a third of the time of a frozen dataclass.
    """

    start: int
    end: int
    kind: str
    value: str
    role: str = "name"
    weak: bool = False


Place = tuple[int, int, Tail]
"""Where a form stands, start and end, and what it stands for."""

Stretch = Hit | Place
"""A hit or a place: both are tuples that open with start and end."""


class Hits(Struct, frozen=True, kw_only=True):
    """All hits of a text by key (("actor", "") holds all actors), each list in order of start, then longest first.

    A text has a place for nearly every word, and most are never asked for: a list of `places` becomes one of hits when it first is,
    and is kept in `made`. A position is found by bisection: as a hit is a tuple that opens with its start, `(start,)` stands before all
    hits that begin there.
    """

    places: Mapping[Key, Sequence[Place]]
    made: dict[Key, tuple[Hit, ...]]

    def keyed(self, key: Key) -> tuple[Hit, ...]:
        """All hits of a key."""
        hits = self.made.get(key)
        if hits is None:
            hits = tuple([_hit(Hit, (start, end) + tail) for start, end, tail in self.places.get(key, ())])  # noqa: RUF005 - a third faster
            self.made[key] = hits
        return hits

    def standing(self) -> dict[Key, Sequence[Stretch]]:
        """Where the hits of each key that has any stand: as hits, if they were asked for, else as places."""
        every: dict[Key, Sequence[Stretch]] = {**self.places, **self.made}
        return {key: found for key, found in every.items() if found}

    def of(self, kind: str, value: str = "") -> tuple[Hit, ...]:
        """All hits of a kind (and, for classes and words, of a name)."""
        return self.keyed((kind, value))

    def within(self, start: int, end: int, kind: str, value: str = "") -> tuple[Hit, ...]:
        """The hits of `of` that lie within a stretch of the text."""
        hits = self.made.get((kind, value))
        if hits is None:
            hits = self.keyed((kind, value))
        if not hits or hits[-1][0] < start or hits[0][0] >= end:
            return ()
        low = bisect_left(hits, (start,))
        high = bisect_left(hits, (end,), low)
        if low == high:
            return ()
        found = hits[low:high]
        # Rarely does a hit reach out of the stretch: only then is a list made anew.
        for hit in found:
            if hit[1] > end:
                return tuple([hit for hit in found if hit[1] <= end])
        return found

    def with_only(self, kind: str, kept: Iterable[Hit]) -> Hits:
        """These hits, of one kind only some."""
        return Hits(places=self.places, made=self.made | {(kind, ""): ()} | _keyed(kept))

    def outside(self, stretches: Sequence[Span]) -> Hits:
        """The hits that begin in none of some stretches, which stand in order."""
        if not stretches:
            return self
        return Hits(
            places={key: _without(places, stretches) for key, places in self.places.items() if key not in self.made},
            made={key: tuple(_without(hits, stretches)) for key, hits in self.made.items()},
        )

    def plus(self, more: Iterable[Hit]) -> Hits:
        """These hits with those of more kinds."""
        return Hits(places=self.places, made=self.made | _keyed(more))


_hit = tuple.__new__
"""Makes a hit of a tuple: two thirds of what it costs to name its fields."""

Begun = TypeVar("Begun", Hit, Place)


def _without(found: Sequence[Begun], stretches: Sequence[Span]) -> Sequence[Begun]:
    """Those of some hits or places, in order, that begin in none of some stretches."""
    first = stretches[0].start
    if not found or found[-1][0] < first:
        return found
    return [one for one in found if one[0] < first or not _in_any(one[0], stretches)]


def _in_any(start: int, stretches: Sequence[Span]) -> bool:
    at = bisect_right(stretches, start, key=_start_of) - 1
    return at >= 0 and start < stretches[at].end


def _start_of(stretch: Span) -> int:
    return stretch.start


def _start(hit: Hit) -> int:
    return hit.start


def hits(text: str, lexicon: Lexicon) -> Hits:
    """One automaton pass over the normal text."""
    plain = lowered(text).replace("\n", " ")
    matches = lexicon.automaton.find_matches_as_indexes(plain, overlapping=True)
    forms = sorted([(start, -end, form) for form, start, end in _whole(plain, matches, spaced=lexicon.spaced)])
    found = _places(text, forms, lexicon.terms)
    return Hits(places=found, made=_resolved(found, lexicon.register.states))


def glance(text: str, lexicon: Lexicon) -> Hits:
    """Only the hits that the gate asks for before anything is read closely; a little more than `hits` finds, never less.

    An automaton of these forms alone is small and takes a tenth of the time of the whole one.
    """
    plain = lowered(text).replace("\n", " ")
    matches = lexicon.watch.find_matches_as_indexes(plain, overlapping=True)
    forms = [(start, -end, form) for form, start, end in _whole(plain, matches, spaced=lexicon.spaced)]
    return Hits(places=_places(text, forms, lexicon.watched), made={})


def _whole(plain: str, found: list[tuple[int, int, int]], *, spaced: bool) -> list[tuple[int, int, int]]:
    """Of forms found, each with its start and end, those that cut no word."""
    if not spaced:
        inner = runs.inner(plain)
        return [place for place in found if place[1] not in inner and place[2] not in inner]
    # With a space at both ends every place has a sign before and behind it, and what stands at `at` stands at `at + 1`.
    edged = f" {plain} "
    return [
        place
        for place in found
        if not (edged[place[1]].isalnum() and edged[place[1] + 1].isalnum())
        and not (edged[place[2] + 1].isalnum() and edged[place[2]].isalnum())
    ]


def _places(text: str, forms: list[tuple[int, int, int]], terms: Sequence[tuple[Row, ...]]) -> dict[Key, list[Place]]:
    """What the forms stand for, by key; a form that needs its own spelling only where it has it."""
    found: defaultdict[Key, list[Place]] = defaultdict(list)
    for start, back, form in forms:
        end = -back
        for key, cased, tail in terms[form]:
            if cased is None or _spelled(text[start:end], cased):
                found[key].append((start, end, tail))
    return found


def _spelled(written: str, cased: str) -> bool:
    """As the form is spelled, or in capitals throughout (headlines); single capitals need the spelling."""
    return written == cased or (len(written) > len("US") and written.isupper() and written == cased.upper())


def _resolved(found: dict[Key, list[Place]], states: Container[str]) -> dict[Key, tuple[Hit, ...]]:
    """Masks take away the actors, places and offices inside them; neutral phrases take away cues; the longest of a kind remains."""
    every = Hits(places=found, made={})
    neutral = _longest(every.keyed(NEUTRAL))
    if neutral:
        covered = frozenset([at for phrase in neutral for at in range(phrase.start, phrase.end)])
        for key in [key for key in found if key[0] == "class" and key != NEUTRAL]:
            found[key] = [place for place in found[key] if place[0] not in covered or not _neutral(place, neutral)]
    masks = _longest(every.keyed(MASK))
    made = {key: _longest(every.keyed(key)) for key in LONGEST if key in found}
    if masks:
        made |= {key: tuple([hit for hit in made[key] if not _masked(hit, masks)]) for key in MASKED if key in made}
    if made.get(PLACE) and made.get(ACTOR):
        made[PLACE] = _no_part_of_an_actor(made[PLACE], made[ACTOR], states)
    return made


ACTOR: Key = ("actor", "")
PLACE: Key = ("place", "")


def _no_part_of_an_actor(places: tuple[Hit, ...], actors: tuple[Hit, ...], states: Container[str]) -> tuple[Hit, ...]:
    """Without places in the name of an organisation, cities of a common name in a state's, and places with which such a name begins."""
    return tuple([hit for hit in places if not any(_is_part(hit, actor, states) for actor in _before(actors, hit.start))])


def _is_part(hit: Hit, actor: Hit, states: Container[str]) -> bool:
    return _strictly(hit, actor) and (hit.weak or (hit.start == actor.start and actor.role == "name") or actor.value not in states)


def _strictly(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _masked(hit: Hit, masks: Sequence[Hit]) -> bool:
    """Whether a mask covers the hit; a mask that is itself the name of a place leaves the place."""
    least = hit.end - hit.start + (hit.kind == "place")
    return any(mask.end >= hit.end and mask.end - mask.start >= least for mask in _before(masks, hit.start))


def _neutral(place: Place, phrases: Sequence[Hit]) -> bool:
    """Whether a neutral phrase covers a place."""
    start, end, _ = place
    return any(phrase.end >= end for phrase in _before(phrases, start))


def _before(others: Sequence[Hit], start: int) -> Sequence[Hit]:
    """The last two of `others` (disjoint or nested, in order of start) that begin at a position, or before it."""
    at = bisect_right(others, start, key=_start)
    return others[max(0, at - 2) : at]


def _longest(found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits that no longer one of the list overlaps, in order; equal stretches all stay (one form, several meanings)."""
    if all(first[1] <= second[0] for first, second in pairwise(found)):
        return found
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start, hit.value)):
        at = bisect_left(kept, hit.start, key=_start)
        same = at < len(kept) and (kept[at].start, kept[at].end) == (hit.start, hit.end)
        if same or ((at == len(kept) or hit.end <= kept[at].start) and (at == 0 or kept[at - 1].end <= hit.start)):
            kept.insert(bisect_right(kept, hit.start, key=_start) if same else at, hit)
    return tuple(kept)


def _keyed(found: Iterable[Hit]) -> dict[Key, tuple[Hit, ...]]:
    lists: defaultdict[Key, list[Hit]] = defaultdict(list)
    for hit in found:
        lists[key_of(hit.kind, hit.value)].append(hit)
    # Sorted by end from the back, then stably by start: of those that begin together the longest comes first.
    return {key: tuple(sorted(sorted(hits, key=_end, reverse=True), key=_begin)) for key, hits in lists.items()}


_begin, _end = itemgetter(0), itemgetter(1)
