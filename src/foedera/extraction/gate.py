"""Gate: whether an article is about relations between states or their organisations at all, and which ones."""

from __future__ import annotations

from collections import Counter

from foedera.extraction.contexts import Context
from foedera.model.fact import CommitmentFact, EventFact, Fact, LevelFact

THRESHOLD = 3
"""Points from which an article is about relations between states; see `points`."""


def interstate(context: Context, facts: tuple[Fact, ...]) -> bool:
    """Whether the signs of diplomacy outweigh those of sport, crime, business and show."""
    return points(context, facts) >= THRESHOLD


def points(context: Context, facts: tuple[Fact, ...]) -> int:
    """Signs for and against: holders of office, levels, words of diplomacy, two actors at least; words of other fields against."""
    hits = context.draft.hits
    against = len({hit.start for hit in hits.of("class", "not_diplomacy")})
    officials = len({person.country for person in context.people if person.country})
    levels = len({fact.level for fact in facts if isinstance(fact, LevelFact)})
    acts = len({fact.type for fact in facts if isinstance(fact, EventFact)})
    promises = any(isinstance(fact, CommitmentFact) for fact in facts)
    actors = len(context.main)
    if actors < 2:  # noqa: PLR2004 - relations take two
        return 0
    return 2 * min(officials, 3) + 2 * min(levels, 2) + min(acts, 3) + promises + min(len(hits.of("class", "diplomacy")), 6) - 2 * against


def groups(context: Context, facts: tuple[Fact, ...]) -> tuple[tuple[str, ...], ...]:
    """The main pairs or groups: those of the facts that carry the report, the article's pair without any."""
    counted: Counter[tuple[str, ...]] = Counter()
    for fact in facts:
        if isinstance(fact, EventFact | LevelFact | CommitmentFact) and len(fact.parties) > 1:
            counted[fact.parties] += 1 + isinstance(fact, EventFact)
    if not counted:
        return (context.pair,) if len(context.pair) > 1 else ()
    most = max(counted.values())
    return tuple(sorted(parties for parties, count in counted.items() if count * MAIN_SHARE >= most))


MAIN_SHARE = 2
"""A group is a main one if it carries at least half of what the weightiest group carries."""
