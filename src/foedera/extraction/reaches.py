"""Reaches: how far the words of a clause reach in which the date of one happening may stand."""

from __future__ import annotations

from foedera.extraction import occasions
from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.participation import VISIT
from foedera.model.document import Span


def own_stretch(context: Context, found: tuple[Match, ...], index: int) -> Span:
    """Where the date of a match may stand: not beyond the next verb of the clause, and not before the last, where each has its own."""
    match = found[index]
    start, end = match.clause.start, match.clause.end
    if context.draft.pack.postposed:
        return match.clause
    after = next((other.start for other in found[index + 1 :] if other.start > match.end), end)
    if after < end and occasions.dates_in(context, match.end, after):
        end = after
    end = min(end, _next_begins(context, match, end))
    end = _before_what_it_spoke_of(context, found[index + 1 :], match, end)
    verb = min((other.words[-1].start for other in found if match.end < other.words[-1].start < end), default=end)
    end = verb if _each_dated(context, match, verb) else end
    before = max((other.end for other in found[:index] if start < other.end <= match.start), default=start)
    low = min((other.start for other in found[:index] if start < other.end == before), default=before)
    taken = before > start and bool(occasions.dates_in(context, max(low, start), match.start))
    if taken and occasions.dates_in(context, match.end, end):
        start = match.start
    said = _verb(context, match)
    if _tells_another_between(context, found, match) and occasions.dates_in(context, said.end, end):
        start = said.start
    visits = [other for other in found[:index] if other.rule.type == VISIT == match.rule.type and start <= other.start]
    turns = [word.start for word in context.draft.hits.within(before, match.start, "class", "earlier_than")]
    if turns and before > start and match.start - turns[-1] <= TURN:
        start = turns[-1]
    if visits and occasions.dates_in(context, visits[-1].start, match.start):
        start = match.start
    return Span(start=start, end=end)


def _before_what_it_spoke_of(context: Context, later: tuple[Match, ...], match: Match, end: int) -> int:
    """Where words begin that tell what an encounter was about, with another that has its own date ("met to discuss | the visit in May")."""
    following = next((other for other in later if match.end < other.start < end), None)
    if following is None:
        return end
    spoken = context.draft.hits.within(match.end, following.start, "class", "recalled")
    return spoken[-1].start if spoken and following.start - spoken[-1].end <= SPOKEN_OF else end


SPOKEN_OF = 40
"""Characters between a word such as "discuss" and the encounter that is spoken of."""


def _next_begins(context: Context, match: Match, end: int) -> int:
    """Where ", and" and a date begin the next verb's part of the clause, if a date before the match is its own; else the end."""
    if not occasions.dates_in(context, match.clause.start, match.start):
        return end
    for date in occasions.dates_in(context, match.end, end):
        ands = context.draft.hits.within(match.end, date.span.start, "class", "and")
        if ands and date.span.start - ands[-1].end <= OPENING and context.draft.text[match.end : ands[-1].start].rstrip().endswith(","):
            return ands[-1].start
    return end


def _each_dated(context: Context, match: Match, after: int) -> bool:
    """Whether a date opens the clause, and one stands behind the next verb ("in May it was signed and took effect in June")."""
    first = occasions.dates_in(context, match.clause.start, match.start)
    opens = bool(first) and first[0].span.start - match.clause.start <= OPENING
    return opens and not occasions.dates_in(context, match.end, after) and bool(occasions.dates_in(context, after + 1, match.clause.end))


def _tells_another_between(context: Context, found: tuple[Match, ...], match: Match) -> bool:
    """Whether another verb with its own date stands between the words ("the accord | was signed in May and | took effect in June")."""
    first, last = match.words[0].end, _verb(context, match).start
    amid = [other for other in found if other.start < last and first < other.end]
    inner = [verb.end for verb in (_verb(context, other) for other in amid) if first <= verb.start < last]
    return any(occasions.dates_in(context, end, last) for end in inner)


def _verb(context: Context, match: Match) -> Span:
    """The last of a match's words that is no date."""
    return next((word for word in reversed(match.words) if not occasions.dates_in(context, word.start, word.end)), match.words[-1])


OPENING = 3
"""Characters before a date that opens its clause: a preposition."""


TURN = 80
"""Characters between "before", which parts what is told with its date from what comes later, and the verb of the latter."""
