"""Sequels: further partners to whom the rest of a sentence gives a level, each with its own date.

"Raised ties with A to a partnership in 2008, with B in 2012"; "A became a partner of C in 2011, followed by B in 2013".
"""

from __future__ import annotations

from foedera.extraction import occasions, rosters
from foedera.extraction.contexts import Context, Party
from foedera.extraction.hits import Hit
from foedera.model.document import Span
from foedera.model.mention import Mention

ARTICLE = 6
"""Characters between the word that leads to a further partner and his name: an article, or "that of"."""

PAIR = 2


def sequels(context: Context, sentence: Span, hit: Hit, end: int) -> list[rosters.Row]:
    """The pair of the title first, then those of its sequels; empty where it has none."""
    hits = context.draft.hits
    dates = occasions.dates_in(context, hit.end, end)
    behind = rosters.states_in(context, dates[0].span.end, end) if dates else []
    before = rosters.states_in(context, sentence.start, dates[0].span.start) if behind else []
    told = list(dict.fromkeys(party.codes[0] for party in before))
    if len(told) != PAIR:
        return []
    base = next((party.codes[0] for party in before if party.start < hit.start and _led(context, party)), "")
    for party in behind:
        if party.codes[0] in told:
            continue
        led = bool(base) and _led(context, party)
        following = hits.within(dates[0].span.end, end, "class", "in_turn")
        if not led and not any(0 <= party.start - word.end <= ARTICLE or 0 <= word.start - party.end <= 1 for word in following):
            continue
        first = base if led else told[0]
        hub = next(code for code in told if code != first)
        more = [other for other in behind if other.start >= party.start and other.codes[0] not in told]
        begun: dict[str, Mention | None] = {first: dates[0]}
        for other in reversed(more):
            begun[other.codes[0]] = _date(context, other, end)
        return [rosters.Row(codes=tuple(sorted((hub, code))), date=date) for code, date in begun.items()]
    return []


def _led(context: Context, party: Party) -> bool:
    """Whether a word such as "with", but no "and", stands right before a state."""
    hits, low = context.draft.hits, party.start - 2 * ARTICLE
    ands = {word.start for word in hits.within(low, party.start, "class", "and")}
    return any(party.start - word.end <= ARTICLE for word in hits.within(low, party.start, "class", "with") if word.start not in ands)


def _date(context: Context, party: Party, end: int) -> Mention | None:
    return next(iter(occasions.dates_in(context, party.end, end)), None)
