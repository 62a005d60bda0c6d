"""Ranks: whose how-manyth partner a state is, and who the others before it are ("Peru's third ally, after Chile and Brazil").

The one whose partners are counted has the level with each; the others do not have it with each other.
"""

from __future__ import annotations

from foedera.extraction import postposed, rosters
from foedera.extraction.contexts import Context, Party
from foedera.extraction.hits import Hit
from foedera.extraction.level_starts import Said
from foedera.model.document import Span

GENITIVE = 3
"""Characters between the one who counts and the number: a genitive and a space."""

BESIDE = 120
"""Characters between the number and the title: "the sixth country, after Peru, Chile and Brazil, with which Mexico has a comprehensive"."""

ARTICLE = 6
"""Characters between the word that leads back to those before and the first of them: an article."""


def ranked(context: Context, said: Said) -> list[tuple[str, str]]:
    """The pairs of the one who counts, first with the newest partner and then with those before it; empty where nothing is counted."""
    sentence = said.match.sentence.span
    return _postposed(context, sentence, said.hit) if context.draft.pack.postposed else _spaced(context, sentence, said.hit)


def _spaced(context: Context, sentence: Span, hit: Hit) -> list[tuple[str, str]]:
    draft = context.draft
    numbers = draft.hits.within(max(sentence.start, hit.start - BESIDE), min(sentence.end, hit.end + BESIDE), "class", "ordinal")
    for word in draft.hits.within(numbers[0].end, sentence.end, "class", "counted_after") if numbers else ():
        found = rosters.states_in(context, word.end, sentence.end)
        if not found or found[0].start - word.end > ARTICLE:
            continue
        others = rosters.first_list(context, found)
        known = {party.codes[0] for party in others}
        told = [party for party in rosters.states_in(context, sentence.start, sentence.end) if party.codes[0] not in known]
        start = others[-1].end if word.start < hit.start else hit.end
        return _counted(told, [party.codes[0] for party in others], (numbers[0], start))
    return []


def _counted(told: list[Party], others: list[str], places: tuple[Hit, int]) -> list[tuple[str, str]]:
    """The pairs, where those told tell who counts: right before the number, else behind the title, or behind a list before the title."""
    number, start = places
    before = [party for party in told if 0 <= number.start - party.end <= GENITIVE]
    behind = [party for party in told if party.start >= start]
    owner = next((party.codes[0] for party in (*before, *behind)), None)
    if owner is None:
        return []
    newest = [party.codes[0] for party in told if party.codes[0] != owner and party.end <= number.start]
    return _pairs(owner, [*newest[-1:], *others])


def _postposed(context: Context, sentence: Span, hit: Hit) -> list[tuple[str, str]]:
    """The same where the word stands behind those before: who counts is told beside the topic."""
    words = context.draft.hits.within(sentence.start, hit.start, "class", "counted_after")
    found = rosters.states_in(context, sentence.start, words[0].start) if words else []
    others: list[str] = []
    start = words[0].start if words else 0
    for party in reversed(found):
        if party.end != start and not (others and rosters.linked(context, party.end, start)):
            break
        others.append(party.codes[0])
        start = party.start
    told = [party for party in found if party.codes[0] not in others]
    behind = rosters.states_in(context, words[0].end, hit.start) if words else []
    own = [party.codes[0] for party in (*behind, *told) if party in behind or postposed.marked(context, party, "for_whom")]
    topic = postposed.acting(context, sentence.start, hit.start, ("topic_mark",))
    newest = [code for code in ([party.codes[0] for party in told] if own else topic) if code not in {*others, *own}]
    owners = own or [party.codes[0] for party in told if party.codes[0] not in newest]
    return _pairs(owners[0], [*newest[:1], *others[::-1]]) if others and newest and owners else []


def _pairs(owner: str, partners: list[str]) -> list[tuple[str, str]]:
    pairs = (tuple(sorted((owner, code))) for code in dict.fromkeys(partners))
    return [(pair[0], pair[1]) for pair in pairs]
