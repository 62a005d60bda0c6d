"""Starts of levels: the day on which a level began, as its passage tells."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct

from foedera.extraction import adnominals, occasions
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.outcomes import Outcome
from foedera.model.document import Span
from foedera.model.fact import EventFact
from foedera.model.mention import Mention
from foedera.model.when import When

SAME = frozenset({"same", "same_since"})
"""Marks of rules whose words refer to the level named before, in the second case with the day it began."""


class Said(Struct, frozen=True, kw_only=True):
    """A level as one passage says it."""

    match: Match
    hit: Hit
    region: Span
    former: bool = False
    """Whether it is the one that states leave ("from a strategic partnership to ...")."""


def began(context: Context, said: Said, upgrades: list[tuple[int, EventFact]]) -> tuple[When | None, Mention | None]:
    """When it began: a date behind "since", in brackets or in the stretch of a raised level; else the day of the upgrade itself."""
    mark = said.match.rule.mark
    dates = _own_dates(context, said)
    behind = [mention for mention in dates if mention.span.start >= said.hit.end]
    if context.draft.pack.postposed and said.match.start < said.hit.start:
        # The words that begin it stand before the title ("set up in 2011 | partnership"), and its date before them.
        told = [mention for mention in dates if mention.span.end <= said.match.start]
        return (told[-1].when, told[-1]) if told else (None, None)
    if said.former:
        return (behind[0].when, behind[0]) if behind else (None, None)
    marked = [mention for mention in behind if _begins(context, mention, said.hit)]
    if not marked and not (mark in {"since", "raised"} and behind):
        marked = [mention for mention in dates if mention not in behind and _begins(context, mention, said.hit)]
    if marked:
        return _first(marked[0].when), marked[0]
    upgrade = _upgrade(said, upgrades, last=context.draft.pack.postposed)
    dates = [mention for mention in dates if not occasions.follows(context, mention, "deadline")]
    leading = context.draft.pack.postposed and any(adnominals.leads(context.draft, mention.span) for mention in dates)
    far = behind and (context.draft.pack.postposed or behind[0].span.start - said.hit.end > BESIDE)
    if _commemorated(context, said) and not far and not leading:
        return None, None
    begins = mark in {"raised", "since", "same_since"} or (mark in SAME and context.draft.pack.postposed)
    second = bool(behind) and said.match.sentence.span.start < said.region.start and not context.draft.pack.postposed
    if begins and dates and (second or not (upgrade is not None and mark == "raised")):
        before = _before(context, said, dates) if context.draft.pack.postposed else []
        touching = [mention for mention in behind if mention.span.start - said.match.end <= TOUCH and mention.span.start >= said.match.end]
        nearest = ((context.draft.pack.postposed and touching) or before[-1:] or behind or dates)[0]
        return nearest.when, nearest
    return (upgrade.when, None) if mark == "raised" and upgrade is not None else (None, None)


def _before(context: Context, said: Said, dates: list[Mention]) -> list[Mention]:
    """The dates before the title that belong to no clause which only tells of a noun ("on the basis of the statement issued in 2013")."""
    before = [mention for mention in dates if mention.span.start < said.hit.end]
    return [mention for mention in before if not adnominals.binds(context.draft, mention.span, said.match.start)]


def _own_dates(context: Context, said: Said) -> list[Mention]:
    """The dates of its stretch, without the one that stands right behind the title before ("a strategic partnership in 2010 and ...").

    What "and" parts from that title belongs to the next one ("a strategic partnership, and in 2019 to ...").
    """
    start, region = said.match.sentence.span.start, said.region
    dates = occasions.dates_in(context, region.start, region.end)
    dates = [date for date in dates if date.span.end > said.hit.start or not occasions.dates_a_title(context, date)]
    titled = start < region.start and any(hit.end == region.start for hit in context.draft.hits.within(start, region.start, "level"))
    if not titled or not dates or context.draft.pack.postposed or dates[0].span.start >= said.hit.start:
        return dates
    between = context.draft.text[region.start : dates[0].span.start]
    joined = context.draft.hits.within(region.start, dates[0].span.start, "class", "and")
    return dates if joined or len(between) > TIED or any(sign in between for sign in ",;:") else dates[1:]


def _first(when: When | None) -> When | None:
    """The first of the years that frame an anniversary ("ten years of the partnership (2014-2024)")."""
    years = when is not None and when.is_interval and when.precision == 1
    return When(edtf=when.edtf.split("/")[0], basis=when.basis) if when is not None and years else when


def _commemorated(context: Context, said: Said) -> bool:
    """Whether the words before the title tell of its anniversary: their date is that of the feast."""
    return bool(context.draft.hits.within(max(said.region.start, said.hit.start - CLOSE), said.hit.start, "class", "anniversary"))


def upgrades_told(events: list[Outcome]) -> list[tuple[int, EventFact]]:
    """The upgrades and signed papers told, by where their words begin."""
    facts = [(outcome.words, outcome.fact) for outcome in events]
    upgrades = [(words, fact) for words, fact in facts if isinstance(fact, EventFact) and fact.type in BEGINNINGS]
    return sorted(((word.start, fact) for words, fact in upgrades for word in words), key=_start)


BEGINNINGS = ("upgrade", "joint_statement", "signing")
"""Types of events with which a level begins, the surest first: a paper on it may be all that is told."""


def _upgrade(said: Said, upgrades: list[tuple[int, EventFact]], *, last: bool) -> EventFact | None:
    """The upgrade that the same stretch tells of, up to the title where the verb stands before it; the last one where it stands behind."""
    end = said.region.end if last else said.hit.end
    low, high = (bisect_left(upgrades, at, key=_start) for at in (said.region.start, end + 1))
    found = [fact for _, fact in upgrades[low:high] if fact.stance.realis == "asserted"]
    return min(found[::-1] if last else found, key=lambda fact: BEGINNINGS.index(fact.type), default=None)


def _start(upgrade: tuple[int, EventFact]) -> int:
    return upgrade[0]


def _begins(context: Context, mention: Mention, hit: Hit) -> bool:
    """Whether a date near the title is its beginning: behind "since", or in brackets right behind the title.

    What "and" joins to the title speaks of something else ("are strategic partners and have had an agreement since 2015").
    """
    near = -CLOSE <= mention.span.start - hit.end <= CLOSE
    joins = context.draft.hits.within(hit.end, hit.end + 8, "class", "and")
    if mention.span.start > hit.end and any(word.start - hit.end <= 1 for word in joins):
        return False
    return near and (occasions.follows(context, mention, "since") or _bracketed(context, mention, hit))


TIED = 12
"""Characters between a title and the date right behind it: "dating from"."""

BESIDE = 4
"""Characters between a title whose anniversary is told and the day of the feast: "in"."""

TOUCH = 1
"""Characters between the verb that sets up a level and the date of what it tells ("made partners | in 2019 agreement")."""

CLOSE = 60
"""Characters between a title and the "since" of its date: "for peace and prosperity in Asia and the world" has 45."""


def _bracketed(context: Context, mention: Mention, hit: Hit) -> bool:
    """Whether the date stands in brackets right behind the title."""
    between = context.draft.text[hit.end : mention.span.start]
    return between.strip().lstrip(CLOSING) == "(" and mention.span.start > hit.end


CLOSING = "\u300d\u300f"
"""Marks that close the name of a level."""
