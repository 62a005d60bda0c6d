"""Areas: the policy areas of a passage: those that it names, the first named first, or those of what it leans on."""

from __future__ import annotations

from bisect import bisect_right

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit

GENERAL = "politics"
"""The area of relations in general."""


def areas(draft: Draft, start: int, end: int, parties: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The areas whose terms stand in a stretch of the normal text, in order of first mention.

    A stretch that names none is one of relations in general where it speaks of them ("to meet every year"); else it leans on what stands
    around it ("would study the request"): the rest of its sentence, then the sentence before it in the paragraph.
    The title of an office and the name of one of the `parties` are no area.
    """
    found = _named(draft, start, end, parties)
    if found or draft.hits.within(start, end, "class", "general"):
        return found or (GENERAL,)
    return _around(draft, start, parties) or (GENERAL,)


def _named(draft: Draft, start: int, end: int, parties: tuple[str, ...]) -> tuple[str, ...]:
    hits = draft.hits.within(start, end, "area")
    names = titles(draft, start, end, parties) if hits else []
    return tuple(dict.fromkeys(hit.value for hit in hits if not within(hit, names)))


def _around(draft: Draft, start: int, parties: tuple[str, ...]) -> tuple[str, ...]:
    """What the sentence of a place names, or else the one before it in the same paragraph."""
    index = bisect_right(draft.sentences, start, key=lambda sentence: sentence.span.start) - 1
    own = draft.sentences[index]
    around = (one for one in (own, draft.sentences[index - 1]) if one.paragraph == own.paragraph)
    return next(filter(None, (_named(draft, one.span.start, one.span.end, parties) for one in around)), ())


def titles(draft: Draft, start: int, end: int, parties: tuple[str, ...]) -> list[Hit]:
    """The titles of offices and the names of the parties in a stretch: a term that is a part of one speaks of nothing else."""
    names = [hit for hit in draft.hits.within(start, end, "actor") if hit.value in parties]
    return [*names, *draft.hits.within(start, end, "office")]


def within(hit: Hit, names: list[Hit]) -> bool:
    """Whether a hit is a part of one of these."""
    return any(name.start <= hit.start and hit.end <= name.end for name in names)
