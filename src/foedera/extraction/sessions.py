"""Sessions: the next or the last one of a series, whose words name neither kind nor members ("the next summit will be held in Kazan")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from foedera.extraction import bodies
from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.participation import Participants
from foedera.model.fact import Inference

SERIES = ("summit", "dialogue")
"""Types of encounters that come in series."""

OPEN = frozenset({"meeting", "talks"})
"""Types of rules that leave open which series it is."""


class Told(Protocol):
    """A happening told before."""

    @property
    def match(self) -> Match:
        """Its words."""

    @property
    def type(self) -> str:
        """The type of event."""

    @property
    def who(self) -> Participants:
        """Those who took part."""


def session(context: Context, match: Match, told: Sequence[Told]) -> tuple[str, Participants] | None:
    """Type and parties of a session: those of the series told before, else those that its own words name.

    A state that is named with it is where it will be held, so only an organisation or a dash between two names another series.
    """
    if match.rule.parties != "session":
        return None
    named = _named(context, match)
    if len(named) > 1 or any(code not in context.draft.register.states for code in named):
        return match.rule.type, Participants(codes=named)
    series = [one for one in told if one.type in SERIES and (match.rule.type in OPEN or one.type == match.rule.type)]
    if not series:
        return None
    last = series[-1]
    type_ = last.type if match.rule.type in OPEN else match.rule.type
    return type_, Participants(codes=last.who.codes, inferred=(Inference(property="party", reason="the_session_before"),))


def outcome(match: Match, who: Participants, told: Sequence[Told]) -> Participants:
    """The parties of a statement or a paper that names none: those of a summit, where one was the last encounter told before it."""
    if match.rule.type not in OUTCOMES or not who.inferred:
        return who
    last = next((one for one in reversed(told) if one.type in ENCOUNTERS), None)
    if last is None or last.type != SERIES[0] or last.who.inferred or _where_from(last, told):
        return who
    return Participants(codes=last.who.codes, inferred=(Inference(property="party", reason="the_session_before"),))


def _where_from(last: Told, told: Sequence[Told]) -> bool:
    """Whether a summit is only what a traveller came from ("arrived ... from Vilnius, where he attended a summit")."""
    return any(one.type == VISIT and one.match.sentence == last.match.sentence and one.match.start < last.match.start for one in told)


VISIT = "visit"

OUTCOMES = frozenset({"joint_statement", "signing"})
"""Types of what comes of an encounter."""

ENCOUNTERS = frozenset({*SERIES, *OPEN, "call"})


SURE = 2
"""Weight up to which a party takes part: by name, as a government or in a title, not as a place."""


def _named(context: Context, match: Match) -> tuple[str, ...]:
    """Those whom a clause names as parties, not as the place."""
    sure = [party for party in context.parties(match.clause.start, match.clause.end) if party.weight <= SURE and party.kind != "group"]
    codes = bodies.opened({code for party in sure for code in party.codes}, context.draft.register)
    return bodies.hosted(codes, context.draft.register) if codes else ()
