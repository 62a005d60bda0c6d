"""Mentions: every stretch of an article that names something, one for each stretch, the longest; spans lead into the text as given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from foedera.extraction import blocks, matches, namings, people, titles
from foedera.extraction.drafts import Draft, draft, flowing, opening
from foedera.extraction.languages import language
from foedera.model.article import Article
from foedera.model.document import Span
from foedera.model.mention import Mention, MentionKind
from foedera.model.pack import Knowledge

ORDER: tuple[MentionKind, ...] = (
    "date",
    "amount",
    "mechanism",
    "instrument",
    "level",
    "office",
    "person",
    "place",
    "actor",
)
"""Which kind a stretch is that several kinds claim: a capital is the place before it is the government."""


def listed(article: Article, knowledge: Knowledge) -> tuple[Mention, ...]:
    """The mentions of an article in order of start; none where its language has no pack."""
    plain = flowing(article.text)
    pack = knowledge.pack(language(plain.text, knowledge, declared=article.lang))
    if pack is None:
        return ()
    made = draft(article, knowledge, opening(article, knowledge, pack, plain))
    kept: list[Mention] = []
    for mention in sorted(_all(made), key=_rank):
        if not any(mention.span.meets(other.span) for other in kept):
            kept.append(mention)
    return tuple(_given(made, mention) for mention in sorted(kept, key=lambda mention: mention.span.start))


def _rank(mention: Mention) -> tuple[int, int, int]:
    return (mention.span.start - mention.span.end, ORDER.index(mention.kind), mention.span.start)


def _all(made: Draft) -> Iterator[Mention]:
    """The mentions of every kind; a capital that stands for its government, and nothing else, is an actor."""
    yield from made.dates
    yield from made.timeless
    yield from made.amounts
    persons = people.people(made)
    states = {(hit.start, hit.end) for hit in made.hits.of("actor") if hit.role != "government"}
    for hit in namings.person_hits(made, persons):
        yield Mention(kind="person", span=Span(start=hit.start, end=hit.end), value=made.text[hit.start : hit.end])
    for block in blocks.blocks(made):
        for office in islice(made.hits.within(block.start, block.end, "office"), 1):
            yield Mention(kind="office", span=Span(start=office.start, end=office.end), value=block.office)
    for hit in made.hits.of("place"):
        if (hit.start, hit.end) not in states and not hit.weak:
            yield Mention(kind="place", span=Span(start=hit.start, end=hit.end), value=hit.value)
    for hit in made.hits.of("actor"):
        if hit.value in made.register.groups:
            continue
        yield Mention(kind="actor", span=Span(start=hit.start, end=hit.end), value=hit.value, role=hit.role, weak=hit.weak)
    for hit in made.hits.of("level"):
        if hit.weak:
            continue
        yield Mention(kind="level", span=Span(start=hit.start, end=hit.end), value=hit.value)
    yield from _titles(made)


def _titles(made: Draft) -> Iterator[Mention]:
    for match in matches.matches(made, made.lexicon.naming):
        if match.silenced:
            continue
        span = titles.title(made, match)
        kind: MentionKind = "mechanism" if match.rule.type == "mechanism" else "instrument"
        yield Mention(kind=kind, span=span, value=made.text[span.start : span.end])


def _given(made: Draft, mention: Mention) -> Mention:
    return replace(mention, span=made.citation(mention.span.start, mention.span.end).span)
