"""Areas: the policy areas that a passage names, the first named first."""

from __future__ import annotations

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit

GENERAL = "politics"
"""The area of relations in general, where a passage names no other."""


def areas(draft: Draft, start: int, end: int, parties: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The areas whose terms stand in a stretch of the normal text, in order of first mention; relations in general without any.

    The title of an office and the name of one of the `parties` are no area.
    """
    names = titles(draft, start, end, parties)
    found = dict.fromkeys(hit.value for hit in draft.hits.within(start, end, "area") if not within(hit, names))
    return tuple(found) or (GENERAL,)


def titles(draft: Draft, start: int, end: int, parties: tuple[str, ...]) -> list[Hit]:
    """The titles of offices and the names of the parties in a stretch: a term that is a part of one speaks of nothing else."""
    names = [hit for hit in draft.hits.within(start, end, "actor") if hit.value in parties]
    return [*names, *draft.hits.within(start, end, "office")]


def within(hit: Hit, names: list[Hit]) -> bool:
    """Whether a hit is a part of one of these."""
    return any(name.start <= hit.start and hit.end <= name.end for name in names)
