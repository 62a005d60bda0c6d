"""Areas: the policy areas that a passage names, the first named first."""

from __future__ import annotations

from foedera.extraction.drafts import Draft

GENERAL = "politics"
"""The area of relations in general, where a passage names no other."""


def areas(draft: Draft, start: int, end: int, parties: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The areas whose terms stand in a stretch of the normal text, in order of first mention; relations in general without any.

    The title of an office and the name of one of the `parties` are no area.
    """
    others = [hit for hit in draft.hits.within(start, end, "actor") if hit.value in parties]
    others += draft.hits.within(start, end, "office")
    terms = [
        hit
        for hit in draft.hits.within(start, end, "area")
        if not any(other.start <= hit.start and hit.end <= other.end for other in others)
    ]
    found = dict.fromkeys(hit.value for hit in terms)
    return tuple(found) or (GENERAL,)
