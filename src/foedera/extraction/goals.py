"""Goals: where a visit or a tour leads, in languages whose verb ends its clause."""

from __future__ import annotations

from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.postposed import COMMAS, FAR
from foedera.model.document import Span


def destination(context: Context, match: Match) -> list[Span]:
    """Places and states where a visit may go: in the words of the match, right before it, or before the nearest word of a goal."""
    hits = context.draft.hits
    found = [
        hit for kind in ("place", "actor") for hit in hits.within(match.clause.start, match.end, kind) if not hit.weak or kind == "actor"
    ]
    goals = {hit.start for hit in hits.within(match.clause.start, match.end + 2, "class", "goal_mark")}
    inside = [hit for hit in found if hit.start >= match.start]
    counted = {word.start: word.end for word in hits.within(match.clause.start, match.end, "class", "counted_states")}
    ends = {hit.end: counted.get(hit.end, hit.end) for hit in found}
    near = [hit for hit in found if ends[hit.end] == match.start or ends[hit.end] in goals]
    chosen = inside or sorted(near, key=lambda hit: match.start - hit.end)
    return [Span(start=hit.start, end=hit.end) for hit in chosen if match.start - hit.end <= FAR]


def goals(context: Context, match: Match) -> list[tuple[Span, str]]:
    """The places that a tour goes to, each with its state: those that commas and "and" join to the last before the verb.

    Words that only tell what kind of place it is may stand between ("Chile and the Andean state of Peru").
    """
    hits, text = context.draft.hits, context.draft.text
    ends = destination(context, match)
    low = max(match.clause.start, match.start - TOUR)
    found = [hit for kind in ("place", "actor") for hit in hits.within(low, match.end, kind) if not hit.weak]
    found = [hit for hit in found if not any(other.start <= hit.start and hit.end < other.end for other in found)]
    run: list[tuple[Span, str]] = []
    for hit in sorted(found, key=lambda hit: -hit.start):
        code = hit.value if hit.kind == "actor" else context.draft.register.state_of_place.get(hit.value)
        last = run[0][0].start if run else None
        if last is None and not any(span.start == hit.start for span in ends):
            continue
        gap = text[hit.end : last] if last is not None else ""
        if run and len(gap) <= LOCATES and gap not in COMMAS and code == run[0][1]:
            continue
        if (last is not None and not _lists(context, hit.end, last)) or len(gap) > KIND:
            break
        if code is not None:
            run.insert(0, (Span(start=hit.start, end=hit.end), code))
    return run


def _lists(context: Context, end: int, start: int) -> bool:
    """Whether a word or sign that joins a list stands right behind a place, and no word of role between it and the next."""
    hits = context.draft.hits
    joins = [hit for hit in hits.within(end, start, "class", "and") if hit.start == end]
    dated = {at for hit in hits.within(end, start, "date") for at in range(hit.start, hit.end + 1)}
    words = [hit for name in ("goal_mark", "at", "agent_mark") for hit in hits.within(joins[-1].end, start, "class", name)] if joins else []
    return bool(joins) and all(hit.start in dated for hit in words)


LOCATES = 1
"""Characters between a state and a place in it: the sign that makes the state the owner, or none."""


TOUR = 80
"""Characters before a verb in which the stations of a tour stand."""


KIND = 14
"""Characters of a joining word and of what tells the kind of the next place."""
