"""Travels: the state that a visit goes to and the one that the visitor is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from foedera.extraction import postposed
from foedera.extraction.contexts import PLACE, Context, Party
from foedera.extraction.matches import Match
from foedera.extraction.meetings import extent
from foedera.extraction.participation import Participants, inferred_by, occasional, spans_of, without_asides


class Visited(Protocol):
    """A visit told before: where it went, and the states it concerns."""

    @property
    def match(self) -> Match:
        """Its words."""

    @property
    def goal(self) -> str | None:
        """The state that it went to."""

    @property
    def who(self) -> Participants:
        """Those who took part."""


def travelled(context: Context, match: Match, goal: str | None, visits: Sequence[Visited] = ()) -> Participants | None:
    """The parties of a visit: the state it goes to, and that of the visitor, the first person or actor of the clause who is of another.

    Where nobody is named who goes there, he who made the last of the `visits` told before.
    """
    if goal is None:
        return None
    topic = postposed.of_the_clause(context, match) if context.draft.pack.postposed else ()
    if len(topic) == 1 and goal not in topic:
        return Participants(codes=tuple(sorted((goal, *topic))))
    if topic == (goal,) and _goes_on(context, match):
        return Participants(codes=(goal,))
    within = match.scope
    near = context.parties(within.start, within.end)
    near, _ = without_asides(context, match, near, context.parties(match.sentence.span.start, match.sentence.span.end))
    near = [party for party in near if not occasional(context, party)]
    first = [
        party for party in near if (party.start < match.start or party.kind == "unsaid") and party.weight == 1 and party.kind != "group"
    ]
    people = [party for party in near if party.kind == "person"]
    if within.start > match.sentence.span.start and not context.draft.pack.postposed:
        before = context.parties(match.sentence.span.start, within.start)
        first += [party for party in before if party.kind == "person"]
    for party in (*_owner(context, match, people), *_subject(context, match, people), *people, *first):
        if goal not in party.codes:
            inferred = inferred_by("the_sentence_before") if party.meant else ()
            return Participants(codes=tuple(sorted({goal, *party.codes})), spans=spans_of([party]), inferred=inferred)
    if _homeward(context, match, goal):
        return Participants(codes=(goal,))
    traveller = postposed.left_out(context, match) if context.draft.pack.postposed else None
    traveller = traveller if traveller not in {None, goal} else _on_tour(context, match, goal) or _going_on(context, match, goal, visits)
    return (
        Participants(codes=tuple(sorted((goal, traveller))), inferred=inferred_by("the_articles_pair")) if traveller is not None else None
    )


def _goes_on(context: Context, match: Match) -> bool:
    """Whether the verb is the topic's own, whose sentence goes on behind a comma, and names a town: at home, which is no visit."""
    towns = context.draft.hits.within(match.clause.start, match.end, "place")
    behind = context.draft.text[match.end : match.end + ENDING]
    return any(match.start - town.end <= ENDING for town in towns) and any(sign in behind for sign in postposed.COMMAS)


ENDING = 3
"""Characters of a verb's ending and the comma behind it, or of the particle between a town and its verb."""


def _owner(context: Context, match: Match, people: list[Party]) -> list[Party]:
    """The person whose visit it is said to be, whoever tells of it ("NAME criticised | NAME's | trip to")."""
    return [party for party in people if context.draft.text[party.end : match.start] in OWNING]


OWNING = frozenset({"'s ", "\N{RIGHT SINGLE QUOTATION MARK}s ", "' ", "\N{RIGHT SINGLE QUOTATION MARK} "})
"""What makes a name the owner of the words behind it."""


def _subject(context: Context, match: Match, people: list[Party]) -> list[Party]:
    """The person right before the verb with whom a clause begins anew behind a comma ("after talks with A, | B | flew to")."""
    last = [party for party in people if party.end <= match.start][-1:]
    begins = [extent(context, party)[0] for party in last]
    anew = any(context.draft.text[max(0, begin - 2) : begin] == ", " for begin in begins)
    return last if anew and not context.draft.pack.postposed and match.start - last[0].end <= VERB else []


VERB = 15
"""Characters between a subject and its verb: "will then"."""


def _on_tour(context: Context, match: Match, goal: str) -> str | None:
    """Who goes on to a state of which the passage so far does not speak: the home of the press, if it is one of the article's pair."""
    homes = context.draft.pack.home
    known = {code for party in context.parties(match.sentence.span.start, match.start) for code in party.codes if party.kind != "unsaid"}
    told = goal in context.pair or known - set(context.pair) or len(homes) != 1
    return next((home for home in homes if home in context.pair and home != goal and not told), None)


def _going_on(context: Context, match: Match, goal: str, visits: Sequence[Visited]) -> str | None:
    """Who made the last visit told, where the clause tells of no state but its goal and whence one leaves ("From Lima, | they fly to")."""
    last = visits[-1] if visits else None
    if last is None or last.goal in {None, goal} or match.sentence.paragraph - last.match.sentence.paragraph > 1:
        return None
    here = [party for party in context.parties(match.scope.start, match.scope.end) if party.weight < PLACE or last.goal not in party.codes]
    others = [code for code in last.who.codes if code not in {last.goal, goal}]
    return others[0] if len(others) == 1 and all(set(party.codes) == {goal} for party in here) else None


def _homeward(context: Context, match: Match, goal: str) -> bool:
    """Whether a holder of an office of the very state, named so or by a pronoun before the verb, goes there: home, which is no visit."""
    pronoun = [party for party in context.parties(match.scope.start, match.start) if party.kind == "person"][-1:]
    if any(party.meant and party.codes == (goal,) and match.start - party.end <= VERB for party in pronoun):
        return True
    there = [block for block in context.blocks if block.state is not None and match.scope.start <= block.start < match.scope.end]
    alone = {block.state.value for block in there if block.state is not None} == {goal}
    return alone and not context.draft.pack.postposed and any(block.end <= match.start for block in there)
