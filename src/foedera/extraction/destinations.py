"""Destinations: the place or state that a visit goes to, as its clause says."""

from __future__ import annotations

from foedera.extraction import goals, places
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.model.document import Span


def state_at(context: Context, span: Span) -> str | None:
    """The state that a destination is or lies in."""
    hits = context.draft.hits
    actor = next((hit.value for hit in hits.within(span.start, span.end, "actor") if hit.value in context.draft.register.states), None)
    place = next((hit.value for hit in hits.within(span.start, span.end, "place")), None)
    return (places.state_of_place(context, place) if place else None) or actor


def destination(context: Context, match: Match) -> tuple[str, Span] | None:
    """Where a visit goes: the place or state that the words of visiting end in, else the first behind them."""
    if context.draft.pack.postposed:
        return _goal(context, match)
    end = min(match.clause.end, match.end + NEAR)
    hits = [*context.draft.hits.within(match.start, end, "place"), *context.draft.hits.within(match.start, end, "actor")]
    named = match.words[-1].start
    wanted = [hit for hit in hits if not hit.weak or hit.kind == "actor"]
    for hit in sorted(wanted, key=lambda hit: (hit.start != named, hit.start, hit.kind != "place")):
        name = hit.value if hit.kind == "place" else places.country_name(context, hit.value)
        if hit.role == "adjective":
            capital = _capital(context, hit)
            if capital is not None:
                return capital
        elif (
            name is not None
            and not _left(context, hit)
            and not _visitors(context, hit, match.end if hit.start >= match.end else match.start)
        ):
            return name, Span(start=hit.start, end=hit.end)
    return _spoken_of(context, match)


def _spoken_of(context: Context, match: Match) -> tuple[str, Span] | None:
    """The state that "the country" in or right behind the words of a visit stands for: the last one named in the sentences before."""
    hits, behind = context.draft.hits, not context.draft.pack.postposed
    low, high = (match.start, match.end + CAPITAL) if behind else (max(match.clause.start, match.start - CAPITAL), match.end)
    words = [word for word in hits.within(low, high, "class", "the_country") if word.end >= match.end or not behind]
    before = hits.within(max(0, match.sentence.span.start - SPOKEN), match.sentence.span.start, "actor")
    for hit in reversed(before if words else ()):
        name = places.country_name(context, hit.value)
        owned = any(person.start <= hit.start < person.end for person in context.people) or (behind and _visitors(context, hit, 0))
        if name is not None and hit.role == "name" and not owned:
            return name, Span(start=hit.start, end=hit.end)
    return None


SPOKEN = 300
"""Characters before a sentence in which the state stands that it calls "the country": two sentences."""


def _capital(context: Context, hit: Hit) -> tuple[str, Span] | None:
    """The capital that is named by its state alone ("arrived in the Polish capital")."""
    name = context.draft.register.actors[hit.value].capital
    for word in context.draft.hits.within(hit.end, hit.end + CAPITAL, "class", "capital"):
        if name is not None and word.start == hit.end + 1:
            return name, Span(start=hit.start, end=word.end)
    return None


CAPITAL = 16
"""Characters of a space and the words for a capital."""


def _left(context: Context, hit: Hit) -> bool:
    """Whether it is where one came from ("flew in from Lima")."""
    return any(word.end == hit.start - 1 for word in context.draft.hits.within(hit.start - ORIGIN, hit.start, "class", "origin"))


ORIGIN = 20
"""Characters of a word for where one comes from, and a space."""


def _goal(context: Context, match: Match) -> tuple[str, Span] | None:
    """The same where the destination stands before its verb."""
    for span in goals.destination(context, match):
        towns = context.draft.hits.within(span.start, span.end, "place")
        actors = context.draft.hits.within(span.start, span.end, "actor")
        name = next((hit.value for hit in towns), None) or next((places.country_name(context, hit.value) for hit in actors), None)
        own = match.start <= span.start and span.end <= match.end
        if name is not None and (own or not any(block.start <= span.start < block.end for block in context.blocks)):
            return name, span
    return _spoken_of(context, match)


def _visitors(context: Context, hit: Hit, floor: int) -> bool:
    """Whether a state only tells whose office or leader is spoken of ("the visit of the leader of Japan to ..."), behind a position."""
    if any(block.start <= hit.start < block.end for block in context.blocks):
        return True
    low = min(hit.start, max(floor, hit.start - 25))
    words = [*context.draft.hits.within(low, hit.start, "class", "leader_noun")]
    words += context.draft.hits.within(low, hit.start, "class", "side")
    return any(hit.start - word.end <= 2 for word in words)  # noqa: PLR2004 - a space between


NEAR = 40
"""Characters behind the words of a visit within which its destination stands."""
