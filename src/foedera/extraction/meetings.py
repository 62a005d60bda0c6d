"""Meetings: who met whom, of all whom a sentence names beside a verb of meeting."""

from __future__ import annotations

from foedera.extraction.contexts import Context, Party
from foedera.extraction.matches import Match

MEETING = frozenset({"talks", "meeting", "call"})
"""Types of which one tells whom the subject of a verb met."""

PAIR = 2

BEFORE = 20
"""Characters before a party in which a word such as "together with" begins."""

ARTICLE = 5
"""Characters between such a word and the party: spaces and an article."""

CLOSE = 40
"""Characters between a verb and whom it governs."""


def across(context: Context, found: list[Party], match: Match) -> list[Party]:
    """The first person before a verb, or the pronoun there, and the person right behind it: who met whom, whoever else is named."""
    if match.rule.type not in MEETING or context.draft.pack.postposed:
        return []
    people = [party for party in found if party.kind == "person"]
    before = [party for party in people if party.end <= match.start]
    behind = [party for party in people if party.end > match.end - 1 and party.start - match.end <= CLOSE]
    subject = [party for party in before if context.draft.hits.within(party.start, party.end, "class", "he")][-1:] or before[:1]
    pair = [*subject, *[party for party in behind if subject and party.start > subject[0].start][:1]]
    return pair if len({code for party in pair for code in party.codes}) == PAIR else []


def joining(context: Context, near: list[Party], match: Match) -> list[Party]:
    """The two whom a pronoun means and whoever joins them behind the verb ("they sat together with the king of Tonga")."""
    pairs = [party for party in near if party.meant and len(party.codes) == PAIR and party.end <= match.start]
    if not pairs or match.rule.type not in MEETING:
        return []
    behind = [party for party in near if party.start >= match.end and party.weight == 1 and not set(party.codes) & set(pairs[-1].codes)]
    with_ = [party for party in behind if _led(context, party)]
    return [pairs[-1], with_[0]] if with_ else []


def _led(context: Context, party: Party) -> bool:
    """Whether a word such as "with" stands right before a party."""
    start = extent(context, party)[0]
    words = context.draft.hits.within(max(0, start - BEFORE), start, "class", "with")
    return any(start - word.end <= ARTICLE for word in words)


def extent(context: Context, party: Party) -> tuple[int, int]:
    """Where a party begins and ends, with the office that it only tells the state of ("the president of Norway")."""
    block = next((block for block in context.blocks if block.state is not None and block.state.start == party.start), None)
    return (min(block.start, party.start), max(block.end, party.end)) if block is not None else (party.start, party.end)
