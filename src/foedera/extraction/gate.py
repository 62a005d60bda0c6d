"""Gate: whether an article is about relations between states or their organisations at all, and which ones.

Articles that cannot pass are told by their words alone, before anything is read closely: `hopeless` counts the most points that the words
could ever earn, so it turns away nothing that `interstate` would let in. Nor does `beyond_reach`, which knows people and states as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from foedera.extraction.attributions import KNOWN_PERSON
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hits
from foedera.model.fact import CommitmentFact, EventFact, Fact, LevelFact

THRESHOLD = 4
"""Points from which an article is about relations between states; see `points`."""


def interstate(context: Context, facts: tuple[Fact, ...]) -> bool:
    """Whether the signs of diplomacy outweigh those of sport, crime, business and show."""
    return points(context, facts) >= THRESHOLD


def hopeless(hits: Hits, text: str, *, headed: bool = False) -> bool:
    """Whether no close reading could let an article in: all its offices held by officials, all its words speaking for it.

    `headed` tells of the heading of a list of travels or guests.
    """
    blocks = _offices(hits)
    levels = len({hit.value for hit in hits.of("level")})
    sure = 2 * min(blocks, 3) + min(blocks, 2) + (LISTED + 1) * headed
    if not sure and not levels and not _names_leaders(hits):
        return True
    sure += 2 * min(levels, 2)
    return sure + (4 if sure else 1) + _speaks(hits, text, 4 if sure else 3) < THRESHOLD


def beyond_reach(context: Context, acts: int) -> bool:
    """Whether no fact could let an article in of which people and states are known already; `acts` are the most kinds it could tell of."""
    levels = len({hit.value for hit in context.draft.hits.of("level")})
    return _points(context, levels=levels, acts=acts, listed=(LISTED + 1) * (context.draft.heading is not None)) < THRESHOLD


def _offices(hits: Hits) -> int:
    return len(hits.of("office")) + len(hits.of("class", "counterpart"))


def points(context: Context, facts: tuple[Fact, ...]) -> int:
    """Signs for and against.

    Sure signs are holders of an office of a state (half where their state is guessed, or where a well-known one is named without the office
    and the text has offices that nobody holds), offices named with their state, levels of states that are named with them, and the heading
    of a list of travels or guests. Events, promises and the words of diplomacy speak too, but little where no sure sign stands with them:
    companies hold talks and sign agreements as well. Every word of another field speaks against.
    """
    levels = len({fact.level for fact in facts if isinstance(fact, LevelFact) and not _guessed(fact)})
    acts = len({fact.type for fact in facts if isinstance(fact, EventFact)})
    acts += any(isinstance(fact, CommitmentFact) for fact in facts)
    return _points(context, levels=levels, acts=acts, listed=_listed(context, facts))


def _points(context: Context, *, levels: int, acts: int, listed: int) -> int:
    """The points with so many levels and kinds of acts told, and so many for the heading of a list."""
    if len(context.main) < PAIR:
        return 0
    stated = {person.country for person in context.people if person.country and all(one.reason == KNOWN_PERSON for one in person.inferred)}
    guessed = {person.country for person in context.people if person.country} - stated
    renowned = {hit.value for hit in context.draft.hits.of("person") if hit.value} - stated - guessed
    unheld = max(0, _offices(context.draft.hits) - len(stated) - len(guessed))
    officials = min(2 * len(stated) + len(guessed) + min(len(renowned), unheld), 6)
    offices = len({block.state.value for block in context.blocks if block.state is not None})
    sure = officials + min(offices, 2) + listed
    if not sure and not levels and not _names_leaders(context.draft.hits):
        return 0
    sure += 2 * min(levels, 2)
    return sure + min(acts, MOST_ACTS if sure else 1) + _speaks(context.draft.hits, context.draft.text, 4 if sure else 3)


PAIR = 2

MOST_ACTS = 4
"""Kinds of acts that count beside sure signs."""


def _listed(context: Context, facts: tuple[Fact, ...]) -> int:
    """What the heading of a list of travels or guests counts: more where more is told than a stay."""
    if context.draft.heading is None:
        return 0
    return LISTED + any(isinstance(fact, EventFact) and fact.type != "visit" for fact in facts)


LISTED = 2
"""Points of a heading: with a stay alone a diary of holidays has it as well."""


def _guessed(fact: LevelFact) -> bool:
    """Whether a level is given to the article's pair without either being named beside it."""
    return any(item.property == "party" for item in fact.inferred)


def _names_leaders(hits: Hits) -> bool:
    return any(hits.of("class", cue) for cue in ("leader_noun", "side", "seat"))


def _speaks(hits: Hits, text: str, most: int) -> int:
    """Points of the words: for diplomacy, at most so many; against it, two for each sharp word and for all but one of another field's.

    One word of a field stands in many a report between states, and so do those of disasters and relief, which count half.
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    for hit in hits.of("field"):
        told[hit.value].add(text[hit.start : hit.end].lower())
    against = sum((1 if field in MILD else 2) * (len(words) - 1) for field, words in told.items())
    known = set().union(*told.values())
    sharp = len({text[hit.start : hit.end].lower() for hit in hits.of("class", "not_diplomacy")} - known)
    words = len({text[hit.start : hit.end].lower() for hit in hits.of("class", "diplomacy")})
    return min(words, most) - 2 * sharp - against


MILD = frozenset({"nature", "charity"})
"""Fields of which governments speak to each other as well."""


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
