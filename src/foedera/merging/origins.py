"""Readings → which reports are one report: copied, cut down or translated.

A copy shares most of the shorter text. A translation tells the same facts in the same order, of the same parties, within days.
Pairs are found by key (a band of the text's sketch; a party set and days) and verified; reports joined by pairs have one origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, takewhile
from typing import TypeVar

from foedera.model.document import DocumentId
from foedera.model.fact import CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, TenureFact
from foedera.model.keys import Key
from foedera.model.reading import Reading
from foedera.model.when import When, compatible, day
from foedera.model.whereabouts import LATER, days, party_keys
from foedera.plumbing.sketches import bands, containment, shingles

COPIED = 0.4
"""The least share of the shorter text: copies in the corpus share .67 and more, other reports of one event at most .11."""
TRANSLATED = 0.65
"""The least share of the facts of the report with fewer, in order: translations have .70 and more, others at most .60."""
TELLING = 8
"""The fewest facts in order that can show a translation: of fewer, formulas alone agree."""
Item = tuple[str, ...]
T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What two reports are compared by."""

    document: DocumentId
    lang: str | None
    published: When | None
    keys: tuple[Key, ...]
    """Of the party sets that it tells of."""
    shingles: frozenset[int]
    bands: tuple[int, ...]
    items: tuple[Item, ...]


def sketch(reading: Reading) -> Sketch:
    """The text's shingles, and its facts in the order of the text."""
    article = reading.article
    found = shingles(article.text)
    ordered = sorted(reading.facts, key=lambda fact: (fact.citation.span.start, fact.id))
    return Sketch(
        document=article.id,
        lang=article.lang,
        published=article.published,
        keys=party_keys(reading),
        shingles=found,
        bands=bands(found),
        items=tuple(item for fact in ordered for item in _items(fact)),
    )


def origins(sketches: Iterable[Sketch]) -> dict[DocumentId, DocumentId]:
    """Each report that is not alone → the first document (by id) of its origin."""
    known = {one.document: one for one in sketches}
    return firsts((a, b) for a, b in set(_candidates(known.values())) if is_one_report(known[a], known[b]))


def firsts(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """Each one of some pairs → the first, in order, of those that pairs connect with it."""
    leaders: dict[T, T] = {}

    def leader(one: T) -> T:
        while leaders.setdefault(one, one) != one:
            leaders[one] = one = leaders[leaders[one]]
        return one

    for a, b in pairs:
        first, last = sorted((leader(a), leader(b)))
        leaders[last] = first
    return {one: leader(one) for one in list(leaders)}


def is_one_report(a: Sketch, b: Sketch) -> bool:
    """Whether one is a copy, a shorter copy or a translation of the other."""
    if a.lang == b.lang:
        return containment(a.shingles, b.shingles) >= COPIED
    return _is_near(a.published, b.published) and _is_translation(a.items, b.items)


def _candidates(sketches: Iterable[Sketch]) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Pairs that share a band of the text, or parties and days."""
    banded: dict[int, list[DocumentId]] = defaultdict(list)
    told: dict[Key, list[tuple[str, str, DocumentId]]] = defaultdict(list)
    for one in sketches:
        for band in one.bands:
            banded[band].append(one.document)
        if found := days(one.published):
            for key in one.keys:
                told[key].append((found[0], found[2], one.document))
    for documents in banded.values():
        yield from combinations(sorted(documents), 2)
    for together in told.values():
        together.sort()
        for at, (_, last, document) in enumerate(together):
            for _, _, other in takewhile(lambda one, last=last: one[0] <= last, islice(together, at + 1, None)):  # type: ignore[misc]
                yield (document, other) if document < other else (other, document)


def _is_near(a: When | None, b: When | None) -> bool:
    """Whether one may have been published within days of the other."""
    if a is None or b is None:
        return False
    if not (a.year_known and b.year_known):
        return compatible(a, b)
    return day(a.first) - LATER <= day(b.last) and day(b.first) - LATER <= day(a.last)


def _is_translation(ours: Sequence[Item], theirs: Sequence[Item]) -> bool:
    fewer = min(len(ours), len(theirs))
    return fewer >= TELLING and _in_order(ours, theirs) >= TRANSLATED * fewer


def _in_order(ours: Sequence[Item], theirs: Sequence[Item]) -> int:
    """The most items that both have in the same order."""
    row = [0] * (len(theirs) + 1)
    for item in ours:
        before = 0
        for at, other in enumerate(theirs):
            above = row[at + 1]
            row[at + 1] = before + 1 if item == other else max(above, row[at])
            before = above
    return row[-1]


def _items(fact: Fact) -> Iterator[Item]:
    """What a translator keeps: who holds which office, what happened, what was promised by whom in which area."""
    if isinstance(fact, EventFact):
        yield ("event", fact.type, *fact.parties)
    elif isinstance(fact, LevelFact):
        yield ("level", fact.level, *fact.parties)
    elif isinstance(fact, CommitmentFact):
        yield from (("commitment", fact.by, fact.modality, area) for area in fact.areas)
    elif isinstance(fact, InstrumentFact):
        yield ("instrument", (fact.abbr or "").casefold())
    elif isinstance(fact, TenureFact):
        yield ("tenure", fact.office, fact.country or "")
