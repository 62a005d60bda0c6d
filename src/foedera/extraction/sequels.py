"""Sequels: further partners to whom the rest of a sentence gives a level, each with its own date.

"Raised ties with A to a partnership in 2008, with B in 2012"; "A became a partner of C in 2011, followed by B in 2013".
"""

from __future__ import annotations

from foedera.extraction import occasions, rosters
from foedera.extraction.contexts import Context, Party
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined
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
    if len(told) == 1:
        return _of_a_hub(context, told[0], dates[0], behind)
    if len(told) != PAIR:
        return []
    base = next((party.codes[0] for party in before if party.start < hit.start and _led(context, party)), "")
    for party in behind:
        if party.codes[0] in told:
            continue
        led = bool(base) and _led(context, party)
        following = hits.within(dates[0].span.end, end, "class", "in_turn")
        gapped = not led and party == behind[0] and _gapped(context, dates[0], party)
        in_turn = any(0 <= party.start - word.end <= ARTICLE or 0 <= word.start - party.end <= 1 for word in following)
        if not led and not gapped and not in_turn:
            continue
        first = base if led else _partner(context, told) if gapped else told[0]
        hub = next(code for code in told if code != first)
        more = [other for other in behind if other.start >= party.start and other.codes[0] not in told]
        begun: dict[str, Mention | None] = {first: dates[0]}
        for other in reversed(more):
            begun[other.codes[0]] = _date(context, other, end)
        return [rosters.Row(codes=tuple(sorted((hub, code))), date=date) for code, date in begun.items()]
    return []


def _gapped(context: Context, date: Mention, party: Party) -> bool:
    """Whether a state with its own date follows another's and has no verb but that one's ("Chile since 2005, | Peru since 2007")."""
    own = _date(context, party, party.end + ARTICLE + DATED)
    return own is not None and joined(context.draft, date.span.end, party.start) and own.span.start - party.end <= SINCE


SINCE = 8
"""Characters between a state and its own date: "since the"."""


def _partner(context: Context, told: list[str]) -> str:
    """Which of two a further one replaces: the one that the article is not about; where it is about both or neither the one named first."""
    about = [code for code in told if code in context.main[:PAIR]]
    return told[0] if len(about) != 1 or about[0] != told[0] else told[1]


def _of_a_hub(context: Context, first: str, date: Mention, behind: list[Party]) -> list[rosters.Row]:
    """Each state of a row with its own date ("A became a partner in 2014 and | B | in 2016"), with the one that the article is about."""
    text, begun = context.draft.text, [(first, date)]
    for party in behind:
        own = _date(context, party, party.end + ARTICLE + DATED)
        last = begun[-1][1].span.end
        ands = sum(word.end - word.start for word in context.draft.hits.within(last, party.start, "class", "and"))
        if own is None or len(text[last : party.start].strip(" ,")) > ands or not ands:
            break
        begun.append((party.codes[0], own))
    hub = next((code for code in context.main if code not in {state for state, _date in begun}), None)
    if hub is None or len(begun) < PAIR:
        return []
    return [rosters.Row(codes=tuple(sorted((hub, state))), date=date) for state, date in begun]


DATED = 25
"""Characters behind a state within which its own date ends."""


def _led(context: Context, party: Party) -> bool:
    """Whether a word such as "with", but no "and", stands right before a state."""
    hits, low = context.draft.hits, party.start - 2 * ARTICLE
    ands = {word.start for word in hits.within(low, party.start, "class", "and")}
    return any(party.start - word.end <= ARTICLE for word in hits.within(low, party.start, "class", "with") if word.start not in ands)


def _date(context: Context, party: Party, end: int) -> Mention | None:
    return next(iter(occasions.dates_in(context, party.end, end)), None)
