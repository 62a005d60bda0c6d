"""Hits: where the forms of the lexicon stand in a normal text, in order, with word boundaries and the longest match drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from foedera.extraction import runs
from foedera.extraction.lexicon import Key, Lexicon, key_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """All hits of a text by key (("actor", "") holds all actors), each list in order of start, then longest first."""

    by_key: dict[Key, tuple[Hit, ...]]
    starts: dict[Key, tuple[int, ...]]
    """Where the hits of each list begin, for bisection."""

    def of(self, kind: str, value: str = "") -> tuple[Hit, ...]:
        """All hits of a kind (and, for classes and words, of a name)."""
        return self.by_key.get((kind, value), ())

    def within(self, start: int, end: int, kind: str, value: str = "") -> tuple[Hit, ...]:
        """The hits of `of` that lie within a stretch of the text."""
        key = (kind, value)
        starts = self.starts.get(key, ())
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] >= end:
            return ()
        return tuple(hit for hit in self.by_key[key][low : bisect_left(starts, end, low)] if hit.end <= end)

    def first(self, key: Key, start: int, last: int) -> Hit | None:
        """The first (and there longest) hit of a list that begins between two positions."""
        starts = self.starts.get(key, ())
        at = bisect_left(starts, start)
        return self.by_key[key][at] if at < len(starts) and starts[at] <= last else None

    def with_only(self, kind: str, kept: Iterable[Hit]) -> Hits:
        """These hits, of one kind only some."""
        found = {(kind, ""): ()} | _keyed(kept)
        return Hits(by_key=self.by_key | found, starts=self.starts | _starts(found))

    def outside(self, stretches: Sequence[Span]) -> Hits:
        """The hits that begin in none of some stretches, which stand in order."""
        if not stretches:
            return self
        found = {key: tuple(hit for hit in hits if not _begins_in(hit, stretches)) for key, hits in self.by_key.items()}
        kept = {key: hits for key, hits in found.items() if hits}
        return Hits(by_key=kept, starts=_starts(kept))

    def plus(self, more: Iterable[Hit]) -> Hits:
        """These hits with those of more kinds."""
        found = _keyed(more)
        return Hits(by_key=self.by_key | found, starts=self.starts | _starts(found))


def _begins_in(hit: Hit, stretches: Sequence[Span]) -> bool:
    at = bisect_right(stretches, hit.start, key=_start_of) - 1
    return at >= 0 and hit.start < stretches[at].end


def _start_of(stretch: Span) -> int:
    return stretch.start


def _starts(by_key: dict[Key, tuple[Hit, ...]]) -> dict[Key, tuple[int, ...]]:
    return {key: tuple([hit[0] for hit in hits]) for key, hits in by_key.items()}


def _start(hit: Hit) -> int:
    return hit.start


def hits(text: str, lexicon: Lexicon) -> Hits:
    """One automaton pass over the normal text."""
    plain = lowered(text).replace("\n", " ")
    found: defaultdict[Key, list[Hit]] = defaultdict(list)
    terms = lexicon.terms
    for start, back, index in _places(plain, lexicon):
        for key, term in terms[index]:
            if term.cased is None or _spelled(text[start:-back], term.cased):
                found[key].append(Hit(start, -back, term.kind, term.value, term.role, term.weak))
    by_key = {key: tuple(hits) for key, hits in _resolved(found).items() if hits}
    return Hits(by_key=by_key, starts=_starts(by_key))


def glance(text: str, lexicon: Lexicon) -> Hits:
    """Only the hits that the gate asks for before anything is read closely; a little more than `hits` finds, never less."""
    plain = lowered(text).replace("\n", " ")
    cut = _cuts if lexicon.spaced else runs.cuts
    found: defaultdict[Key, list[Hit]] = defaultdict(list)
    for index, start, end in lexicon.automaton.find_matches_as_indexes(plain, overlapping=True):
        for key, term in lexicon.telltales.get(index, ()):
            if not cut(plain, start, end) and (term.cased is None or _spelled(text[start:end], term.cased)):
                found[key].append(Hit(start, end, term.kind, term.value))
    return Hits(by_key={key: tuple(hits) for key, hits in found.items()}, starts={})


def _places(plain: str, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Where forms stand that cut no word: start, end as a negative number, the form; in order of start, then longest first."""
    cut = _cuts if lexicon.spaced else runs.cuts
    matches = lexicon.automaton.find_matches_as_indexes(plain, overlapping=True)
    return sorted([(start, -end, index) for index, start, end in matches if not cut(plain, start, end)])


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends inside a word between spaces."""
    return (start > 0 and text[start - 1].isalnum() and text[start].isalnum()) or (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def _spelled(written: str, cased: str) -> bool:
    """As the form is spelled, or in capitals throughout (headlines); single capitals need the spelling."""
    return written == cased or (len(written) > len("US") and written.isupper() and written == cased.upper())


def _resolved(found: dict[Key, list[Hit]]) -> dict[Key, list[Hit]]:
    """Masks take away the actors, places and offices inside them; neutral phrases take away cues; the longest of a kind remains."""
    neutral = _longest(found.get(NEUTRAL, []))
    if neutral:
        found = {key: hits if key[0] != "class" or key == NEUTRAL else _outside(hits, neutral) for key, hits in found.items()}
    masks = _longest(found.get(MASK, []))
    for key in sorted(found.keys() & LONGEST):
        longest = _longest(found[key])
        found[key] = longest if key not in MASKED or not masks else [hit for hit in longest if not _masked(hit, masks)]
    if ("place", "") in found and ("actor", "") in found:
        found[PLACE] = _no_part_of_a_state(found[PLACE], found[ACTOR])
    return found


ACTOR: Key = ("actor", "")
PLACE: Key = ("place", "")


def _no_part_of_a_state(places: list[Hit], actors: list[Hit]) -> list[Hit]:
    """Without the cities of a common name that are only a word of a state's longer name."""
    return [hit for hit in places if not (hit.weak and any(_strictly(hit, actor) for actor in _before(actors, hit)))]


def _strictly(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _outside(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    return [hit for hit in hits if not _inside(hit, others)]


def _masked(hit: Hit, masks: list[Hit]) -> bool:
    """Whether a mask covers the hit; a mask that is itself the name of a place leaves the place."""
    least = hit.end - hit.start + (hit.kind == "place")
    return any(mask.end >= hit.end and mask.end - mask.start >= least for mask in _before(masks, hit))


def _inside(hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether one of `others` (disjoint or nested, in order of start) covers the hit."""
    return any(other.end >= hit.end and other is not hit for other in _before(others, hit))


def _before(others: Sequence[Hit], hit: Hit) -> Sequence[Hit]:
    """The last two of `others` that begin where the hit does, or before it."""
    at = bisect_right(others, hit.start, key=_start)
    return others[max(0, at - 2) : at]


def _longest(found: list[Hit]) -> list[Hit]:
    """The hits that no longer one of the list overlaps, in order; equal stretches all stay (one form, several meanings)."""
    if all(first.end <= second.start for first, second in pairwise(found)):
        return found
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start, hit.value)):
        at = bisect_left(kept, hit.start, key=_start)
        same = at < len(kept) and (kept[at].start, kept[at].end) == (hit.start, hit.end)
        if same or ((at == len(kept) or hit.end <= kept[at].start) and (at == 0 or kept[at - 1].end <= hit.start)):
            kept.insert(bisect_right(kept, hit.start, key=_start) if same else at, hit)
    return kept


def _keyed(found: Iterable[Hit]) -> dict[Key, tuple[Hit, ...]]:
    lists: defaultdict[Key, list[Hit]] = defaultdict(list)
    for hit in found:
        lists[key_of(hit.kind, hit.value)].append(hit)
    # Sorted by end from the back, then stably by start: of those that begin together the longest comes first.
    return {key: tuple(sorted(sorted(hits, key=_end, reverse=True), key=_begin)) for key, hits in lists.items()}


_begin, _end = itemgetter(0), itemgetter(1)
