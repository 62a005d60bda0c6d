"""Places: where what a match tells of took place, as its clause, the dateline or the state named says."""

from __future__ import annotations

from collections.abc import Callable

from foedera.extraction import postposed
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.occasions import TOUCH, is_aside, of_the_saying
from foedera.model.document import Span

Found = tuple[int, str, Span]
"""A place with its rank: 0 is best."""


def own_place(context: Context, match: Match) -> tuple[str, Span] | None:
    """The city or building of the clause: behind "in" or "at", or a seat of government with its state; the nearest to the match."""
    return _nearest(context, match, _cities)


def own_state(context: Context, match: Match) -> tuple[str, Span] | None:
    """The state of the clause that stands behind "in": the place where no city is told."""
    return _nearest(context, match, _states)


def _nearest(context: Context, match: Match, find: Callable[[Context, Span], list[Found]]) -> tuple[str, Span] | None:
    within = match.scope
    whole = Span(start=match.clause.start, end=match.end if context.draft.pack.postposed else within.end)
    for span in (within, whole):
        found = [
            item
            for item in find(context, span)
            if not (
                of_the_saying(context, match, item[2]) or is_aside(context, match, item[2]) or _of_what_comes_next(context, match, item[2])
            )
        ]
        if found:
            _, place, where = min(found, key=lambda item: (item[0], match.distance(item[2].start, item[2].end), item[2].start))
            return place, where
    return None


def _of_what_comes_next(context: Context, match: Match, span: Span) -> bool:
    """Whether a place behind the words is where somebody went later ("met him on Monday | before | he flew to Peru")."""
    hits = context.draft.hits.within(match.end, span.start, "class", "earlier_than") if not context.draft.pack.postposed else ()
    return bool(hits)


def place_in(context: Context, within: Span) -> tuple[str, Span] | None:
    """The first city behind "in" or "at" of a stretch."""
    found = [(place, where) for rank, place, where in _cities(context, within) if rank == 0]
    return found[0] if found else None


def standing_in(context: Context, within: Span) -> tuple[str, Span] | None:
    """The first city behind "in" of a stretch; without any, the state behind it."""
    states = [(place, where) for _, place, where in _states(context, within)]
    return place_in(context, within) or (states[0] if states else None)


def place_ahead(context: Context, goal: Span) -> tuple[str, Span] | None:
    """The place right before the "with" of one of a list ("talks with the king in Oslo, in Bergen | with | the mayor")."""
    words = [word for word in context.draft.hits.within(goal.start - AHEAD, goal.start, "class", "with") if goal.start - word.end <= 1]
    near = [hit for word in words for hit in context.draft.hits.within(word.start - LONGEST_PLACE, word.start, "place")]
    place = next((hit for hit in near if hit.end == words[0].start - 1), None)
    return place_in(context, Span(start=place.start, end=place.end)) if place is not None else None


AHEAD = 12
"""Characters of the longest word that says "with", and a space."""

LONGEST_PLACE = 40
"""Characters of the name of a town."""


def dateline_place(context: Context) -> tuple[str, Span] | None:
    """The place of the agency's dateline ("MANILA, July 8 —")."""
    for part in context.draft.parts:
        if part.kind == "dateline":
            hits = context.draft.hits.within(part.span.start, part.span.end, "place")
            if hits:
                return hits[0].value, Span(start=hits[0].start, end=hits[0].end)
    return None


def says_here(context: Context, match: Match) -> bool:
    """Whether the clause says "here": the place of the dateline."""
    return bool(context.draft.hits.within(match.clause.start, match.clause.end, "class", "here"))


def state_of_place(context: Context, name: str) -> str | None:
    """The state a place lies in."""
    return context.draft.register.state_of_place.get(name)


def country_name(context: Context, code: str) -> str | None:
    """The English name of a state, as places are given."""
    return context.draft.register.actors[code].name if code in context.draft.register.states else None


def _cities(context: Context, within: Span) -> list[Found]:
    """(rank, English name, span): 0 behind a preposition, 1 a seat of government or another building."""
    hits = context.draft.hits
    found: list[Found] = []
    named_places = hits.within(within.start, within.end, "place")
    begins = {hit.start for hit in named_places}
    for hit in named_places:
        named = context.draft.text[hit.start : hit.end]
        if hit.weak and hit.end + 1 in begins:
            continue  # "the city of" in the language of the text, and a town of that name elsewhere
        if _placed(context, hit):
            found.append((0, hit.value, Span(start=hit.start, end=hit.end)))
        elif not hit.weak and named.lower() != hit.value.lower() and " " in named and not _is_actor(context, hit):
            found.append((1, hit.value, Span(start=hit.start, end=hit.end)))
    for seat in (*hits.within(within.start, within.end, "class", "seat"), *hits.within(within.start, within.end, "class", "capital")):
        state = state_beside(context, seat)
        capital = context.draft.register.actors[state.value].capital if state else None
        if state is not None and capital is not None and (context.draft.pack.postposed or _placed(context, min(seat, state, key=_start))):
            found.append((1, capital, Span(start=min(seat.start, state.start), end=max(seat.end, state.end))))
    return found


def state_beside(context: Context, seat: Hit) -> Hit | None:
    """The state whose seat of government or capital it is: the one named right before or behind ("the Polish capital")."""
    return next((hit for hit in context.draft.hits.within(seat.start - 20, seat.end + 20, "actor") if _touches(hit, seat)), None)


def _touches(hit: Hit, seat: Hit) -> bool:
    return 0 <= hit.start - seat.end <= TOUCH or 0 <= seat.start - hit.end <= TOUCH


def _states(context: Context, within: Span) -> list[Found]:
    found: list[Found] = []
    for hit in context.draft.hits.within(within.start, within.end, "actor"):
        name = country_name(context, hit.value)
        placed = postposed.at_once(context, hit.end) if context.draft.pack.postposed else _placed(context, hit, few=1)
        if hit.role == "name" and name is not None and placed:
            found.append((2, name, Span(start=hit.start, end=hit.end)))
    return found


def _is_actor(context: Context, hit: Hit) -> bool:
    return any(actor.start == hit.start for actor in context.draft.hits.within(hit.start, hit.end, "actor"))


def _placed(context: Context, hit: Hit, *, few: int = 3) -> bool:
    """Whether a preposition of place stands before, with a few words at most ("at the port of") between, none of leaving."""
    if context.draft.pack.postposed:
        return postposed.placed(context, hit.end) or postposed.labelled(context, hit.start)
    if any(word.end == hit.start - 1 for word in context.draft.hits.within(max(0, hit.start - 20), hit.start, "class", "origin")):
        return False
    before = context.draft.hits.within(max(0, hit.start - 45), hit.start, "class", "at")
    return any(_only_lower(context.draft.text[cue.end : hit.start], few) or _of_a_building(context, cue, hit) for cue in before)


def _only_lower(between: str, few: int) -> bool:
    """Nothing but the space, or a few words without a capital or a comma ("in the capital city")."""
    words = between.split()
    return "," not in between and len(words) <= few and all(not word[0].isupper() for word in words)


def _of_a_building(context: Context, word: Hit, hit: Hit) -> bool:
    """Whether a town stands between commas behind the building in it ("at the Petronas Towers, | Kuala Lumpur |, on Monday")."""
    text, hits = context.draft.text, context.draft.hits
    building = text[word.end : hit.start]
    names = [name for name in building.rstrip(" ,").split() if name[0].isupper()]
    dated = any(date.span.start - hit.end <= DATED for date in context.draft.dates_within(hit.end, hit.end + 2 * DATED))
    framed = dated or text[hit.end : hit.end + 1] in FRAMES
    told = building.endswith(", ") and building.count(",") == 1 and bool(names) and building.rstrip(" ,").endswith(names[-1])
    others = any(hits.within(word.end, hit.start, kind) for kind in ("place", "person", "actor"))
    return told and framed and not hit.weak and not others


FRAMES = frozenset({",", ".", ";", ")", "\n"})
"""Signs behind a town that stands between commas."""

DATED = 6
"""Characters of the word between a town and the day: "on"."""


def _start(hit: Hit) -> int:
    return hit.start
