"""In force: why a title of a level tells of no partnership that states have: it is only wished for, or part of another thing's name."""

from __future__ import annotations

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match

RAISED = "raised"
"""Mark of rules whose words tell how a level begins: behind a wish they tell of one that is not there yet."""

TOLD = frozenset({RAISED, "since"})
"""Marks of rules whose words say when a level began, so that even the name of a paper behind it tells of one."""

REACH = 120
"""Characters before a title in which a wish reaches it."""

BEHIND = 45
"""Characters behind a title in which words say that it is still open ("is under discussion")."""

NAME = 45
"""Characters between the head of a plan's name and the title in it ("Action Plan to implement the ...")."""

DATE = 15
"""Characters of a date beside a word in it that elsewhere tells of a wish ("9 May 2024")."""

ALLIANCE = "alliance"
"""The level that is also what kind of body an organisation is; the partner of an organisation is one."""

BODY = 40
"""Characters of the longest name of an organisation that stands beside a title."""

NEAR = 25
"""Characters of the longest words that lead to a title ("towards the level of a")."""


def not_held(draft: Draft, match: Match, hit: Hit) -> str | None:
    """Why a title is no level that states have, or None."""
    if _part_of_a_name(draft, match, hit) or _of_a_body(draft, hit):
        return "part_of_a_name"
    return "not_in_force" if _wished(draft, match, hit) or _open(draft, match, hit) else None


def _wished(draft: Draft, match: Match, hit: Hit) -> bool:
    """Whether a wish, proposal or expectation reaches a new level; one that states have may be wished to deepen."""
    within, hits = match.scope, draft.hits
    if draft.pack.postposed:
        return bool(hits.within(hit.end, min(within.end, hit.end + BEHIND), "class", "aspired"))
    wishes = hits.within(max(within.start, hit.start - REACH), hit.start, "class", "aspired")
    wishes = tuple(wish for wish in wishes if not _dates(draft, wish) and not _settled(draft, wish, hit))
    return any(hit.start - wish.end <= 1 for wish in wishes) or (bool(wishes) and _new(draft, match, hit))


def _settled(draft: Draft, wish: Hit, hit: Hit) -> bool:
    """Whether a verb behind the wish says that the level came about ("discussed trade and raised ties to ..."), none behind "be"."""
    hits = draft.hits
    for word in hits.within(wish.end, hit.start, "class", "settled"):
        if not any(word.start - before.end == 1 for before in hits.within(word.start - NEAR, word.start, "class", "new_level")):
            return True
    return False


def _open(draft: Draft, match: Match, hit: Hit) -> bool:
    """Whether what stands behind a new level says that nothing is settled."""
    if draft.pack.postposed or hit.start < match.sentence.span.start or not _new(draft, match, hit):
        return False
    end = min(match.scope.end, hit.end + BEHIND)
    words = (word for word in draft.hits.within(hit.end, end, "class", "still_open") if not _dates(draft, word))
    return any("," not in draft.text[hit.end : word.start] for word in words)


def _dates(draft: Draft, word: Hit) -> bool:
    """Whether a word is part of a date ("9 May 2024")."""
    return any(date.end > word.start for date in draft.hits.within(word.start - DATE, word.end + DATE, "date"))


def _new(draft: Draft, match: Match, hit: Hit) -> bool:
    """Whether the words at the title tell of a level that begins."""
    words = draft.hits.within(hit.start - NEAR, hit.start, "class", "new_level")
    return match.rule.mark == RAISED or any(hit.start - word.end <= 1 for word in words)


def _part_of_a_name(draft: Draft, match: Match, hit: Hit) -> bool:
    """Whether the title stands in the name of a plan, a dialogue or a fund; that of a treaty tells of a level where it is signed."""
    hits = draft.hits
    names = ("level_plan",) if match.rule.mark in TOLD else ("level_plan", "level_paper")
    if any(word.start - hit.end <= 1 for name in names for word in hits.within(hit.end, hit.end + NEAR, "class", name)):
        return True
    if not draft.text[hit.start].isupper() or draft.pack.postposed:
        return False
    start = match.sentence.span.start
    heads = hits.within(max(start, hit.start - NAME), hit.start, "class", "level_plan")
    return any(head.start > start and _leads(draft, head, hit) for head in heads)  # each word that opens a sentence has a capital


def _of_a_body(draft: Draft, hit: Hit) -> bool:
    """Whether an organisation's name stands right beside the title, which only tells what kind of body it is ("the NATO alliance")."""
    if hit.value != ALLIANCE:
        return False
    beside = draft.hits.within(max(0, hit.start - BODY), hit.end + BODY, "actor")
    touching = (actor for actor in beside if 0 <= hit.start - actor.end <= 1 or 0 <= actor.start - hit.end <= 1)
    return any(draft.register.members.get(actor.value) for actor in touching)


def _leads(draft: Draft, head: Hit, hit: Hit) -> bool:
    """Whether a capital begins the head and only small words stand between it and the title, none that joins."""
    between = draft.text[head.end : hit.start]
    small = all(word[:1].islower() for word in between.split())
    joins = draft.hits.within(head.end, hit.start, "class", "and") or draft.hits.within(head.end, hit.start, "class", "clause")
    return draft.text[head.start].isupper() and small and "," not in between and not joins
