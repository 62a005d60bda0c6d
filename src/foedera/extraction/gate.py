"""Gate: whether an article is about relations between states or their organisations at all, and which ones."""

from __future__ import annotations

from collections import Counter

from foedera.extraction.contexts import Context
from foedera.model.fact import CommitmentFact, EventFact, Fact, LevelFact

THRESHOLD = 4
"""Points from which an article is about relations between states; see `points`."""


def interstate(context: Context, facts: tuple[Fact, ...]) -> bool:
    """Whether the signs of diplomacy outweigh those of sport, crime, business and show."""
    return points(context, facts) >= THRESHOLD


def points(context: Context, facts: tuple[Fact, ...]) -> int:
    """Signs for and against.

    Sure signs are holders of an office of a state, offices named with their state, and levels. Events, promises and the words of
    diplomacy speak too, but little where no sure sign stands with them: companies hold talks and sign agreements as well. Every word
    of another field speaks against.
    """
    if len(context.main) < PAIR:
        return 0
    officials = len({person.country for person in context.people if person.country})
    offices = len({block.state.value for block in context.blocks if block.state is not None})
    levels = len({fact.level for fact in facts if isinstance(fact, LevelFact)})
    acts = len({fact.type for fact in facts if isinstance(fact, EventFact)})
    acts += any(isinstance(fact, CommitmentFact) for fact in facts)
    sure = 2 * min(officials, 3) + min(offices, 2) + 2 * min(levels, 2)
    if not sure and not any(context.draft.hits.of("class", cue) for cue in ("leader_noun", "side", "seat")):
        return 0
    words, against = _words(context, "diplomacy"), _words(context, "not_diplomacy")
    return sure + min(acts, 4 if sure else 1) + min(words, 4 if sure else 3) - 2 * against


PAIR = 2


def _words(context: Context, cue: str) -> int:
    """How many different phrases of a class the article has."""
    return len({context.draft.text[hit.start : hit.end].lower() for hit in context.draft.hits.of("class", cue)})


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
