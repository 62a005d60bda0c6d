"""Raised: upgrades with the two who have the level that the same passage says was raised, where their own words name others beside them.

"A became a partner of B in 2015, and with C | ties were raised in 2023" tells by its verb alone of nobody, by its title of A and C.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from foedera.extraction.drafts import Draft
from foedera.extraction.outcomes import Outcome, fact_id, repeated, with_fact
from foedera.model.fact import EventFact, LevelFact

UPGRADE = "upgrade"


def raised(draft: Draft, events: Iterable[Outcome], levels: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes of events, each upgrade with the parties of the one level that its passage raises at its date."""
    told = [outcome.fact for outcome in levels if isinstance(outcome.fact, LevelFact) and outcome.fact.stance.realis == "asserted"]
    made = list[Outcome]()
    known = {_key(outcome.fact) for outcome in events if isinstance(outcome.fact, EventFact)}
    for outcome in events:
        fact = outcome.fact
        pair = _pair(fact, told) if isinstance(fact, EventFact) and fact.type == UPGRADE else None
        if not isinstance(fact, EventFact) or pair is None:
            made.append(outcome)
            continue
        named = fact_id(draft, f"event:{fact.type}", pair, fact.citation)
        there = tuple(attendee for attendee in fact.attendees if attendee.country in pair)
        mended = dataclasses.replace(fact, id=named, parties=pair, attendees=there)
        made.append(repeated(outcome) if _key(mended) in known else with_fact(outcome, mended))
        known.add(_key(mended))
    return made


def _pair(fact: EventFact, told: list[LevelFact]) -> tuple[str, ...] | None:
    """The other pair whose level the passage says began at the date of an upgrade; None where its own pair has one there."""
    here = [level for level in told if level.citation.span == fact.citation.span]
    if any(level.parties == fact.parties for level in here if level.since == fact.when or len(here) == 1):
        return None
    dated = [level for level in here if level.since == fact.when] if len(here) > 1 else here
    return dated[0].parties if len(dated) == 1 and (dated[0].since == fact.when or fact.when is None) else None


def _key(fact: EventFact) -> tuple[str, tuple[str, ...], str]:
    return fact.type, fact.parties, fact.when.edtf if fact.when is not None else ""
