"""Topics: what each fact speaks of, by the terms that stand in its passage.

Terms may overlap: a "visa exemption agreement" is a visa exemption and an agreement. The titles of offices, the names of the
parties and what stands in a mask are no topic.
"""

from __future__ import annotations

import dataclasses

from foedera.extraction.areas import titles, within
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.outcomes import Outcome, with_fact
from foedera.model.fact import TenureFact

MASK = "mask"
"""The role of phrases in which a term is none."""


def with_topics(draft: Draft, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The same outcomes, their facts with their topics; who holds which office is about no topic."""
    return tuple(_told(draft, outcome) for outcome in outcomes)


def _told(draft: Draft, outcome: Outcome) -> Outcome:
    if outcome.fact is None or isinstance(outcome.fact, TenureFact):
        return outcome
    found = topics(draft, outcome.start, outcome.end, outcome.fact.parties)
    return with_fact(outcome, dataclasses.replace(outcome.fact, topics=found)) if found else outcome


def topics(draft: Draft, start: int, end: int, parties: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The topics whose terms stand in a stretch of the normal text, sorted."""
    found = draft.hits.within(start, end, "topic")
    masks = [hit for hit in found if hit.role == MASK]
    names = titles(draft, start, end, parties) if found else []
    terms = (hit for hit in found if hit.role != MASK and not _masked(hit, masks))
    return tuple(sorted({hit.value for hit in terms if not within(hit, names)}))


def _masked(hit: Hit, masks: list[Hit]) -> bool:
    """Whether a longer mask covers the hit."""
    return any(mask.start <= hit.start and hit.end <= mask.end and mask.end - mask.start > hit.end - hit.start for mask in masks)
