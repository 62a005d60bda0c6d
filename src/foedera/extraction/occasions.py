"""Occasions: the date and the place that a sentence gives for what a match found there."""

from __future__ import annotations

from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.stances import scope
from foedera.model.document import Span
from foedera.model.mention import Mention

NOT_OWN = ("since", "deadline", "anniversary")
"""Cues right before a date that make it another thing's date."""

TOUCH = 3


def own_date(context: Context, match: Match, *, interval: bool = False) -> Mention | None:
    """The date of the clause that stands nearest to the match; `interval` prefers a stretch of days (visits), else a day."""
    draft = context.draft
    within = scope(draft, match.sentence, match.start)
    near = _dates(context, within) or _dates(context, match.clause)
    if not near:
        return None
    return min(near, key=lambda mention: (_kind(mention, interval=interval), _distance(mention.span, match), mention.span.start))


def dates_in(context: Context, start: int, end: int) -> list[Mention]:
    """All resolved dates of a stretch, in order."""
    return [mention for mention in context.draft.dates if mention.when is not None and start <= mention.span.start and mention.span.end <= end]


def follows(context: Context, mention: Mention, cue: str) -> bool:
    """Whether a cue stands right before the date."""
    before = context.draft.hits.within(max(0, mention.span.start - 30), mention.span.start, "class", cue)
    return any(mention.span.start - hit.end <= TOUCH for hit in before)


def own_place(context: Context, match: Match) -> tuple[str, Span] | None:
    """The place of the clause: a city or building behind "in" or "at", else the state there; the nearest to the match."""
    within = scope(context.draft, match.sentence, match.start)
    for span in (within, match.clause):
        found = _places(context, span)
        if found:
            _, _, place, where = min(found, key=lambda item: (item[0], _distance(item[3], match), item[1]))
            return place, where
    return None


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
    return next((place.state for place in context.draft.world.places if place.name == name), None)


def country_name(context: Context, code: str) -> str | None:
    """The English name of a state, as places are given."""
    return next((actor.name for actor in context.draft.world.actors if actor.code == code and actor.kind == "state"), None)


def _dates(context: Context, within: Span) -> list[Mention]:
    found = dates_in(context, within.start, within.end)
    return [mention for mention in found if not any(follows(context, mention, cue) for cue in NOT_OWN)] or [
        mention for mention in found if mention.when is not None and mention.when.is_interval and not follows(context, mention, "deadline")
    ]


def _kind(mention: Mention, *, interval: bool) -> int:
    """0 for the wanted shape (a day, or a stretch of days), 1 for the other, 2 for a date in brackets."""
    when = mention.when
    if when is None or mention.role == "in_brackets":
        return 2
    return int(when.is_interval != interval)


def _distance(span: Span, match: Match) -> int:
    return max(0, match.start - span.end, span.start - match.end)


def _places(context: Context, within: Span) -> list[tuple[int, int, str, Span]]:
    """(rank, start, English name, span) of the places of a stretch; rank 0 behind a preposition, 1 a building, 2 a state there."""
    hits = context.draft.hits
    found: list[tuple[int, int, str, Span]] = []
    for hit in hits.within(within.start, within.end, "place"):
        named = context.draft.text[hit.start : hit.end]
        if _placed(context, hit):
            found.append((0, hit.start, hit.value, Span(start=hit.start, end=hit.end)))
        elif not hit.weak and named.lower() != hit.value.lower() and " " in named and not _is_actor(context, hit):
            found.append((1, hit.start, hit.value, Span(start=hit.start, end=hit.end)))
    cities = {span.start for _, _, _, span in found}
    for hit in hits.within(within.start, within.end, "actor"):
        name = country_name(context, hit.value)
        if hit.start not in cities and hit.role == "name" and name is not None and _placed(context, hit):
            found.append((2, hit.start, name, Span(start=hit.start, end=hit.end)))
    return found


def _is_actor(context: Context, hit: Hit) -> bool:
    return any(actor.start == hit.start for actor in context.draft.hits.within(hit.start, hit.end, "actor"))


def _placed(context: Context, hit: Hit) -> bool:
    """Whether a preposition of place stands before, with at most a few words ("in the capital", "at the port of") between."""
    before = context.draft.hits.within(max(0, hit.start - 45), hit.start, "class", "at")
    return any(_only_lower(context.draft.text[cue.end : hit.start]) for cue in before)


def _only_lower(between: str) -> bool:
    """Nothing but the space, or a few words without a capital or a comma."""
    words = between.split()
    return "," not in between and len(words) <= 3 and all(not word[0].isupper() for word in words)  # noqa: PLR2004 - "in the capital city"
