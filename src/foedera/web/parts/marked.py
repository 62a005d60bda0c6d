"""A report's text and its facts → stretches of text, each with the passages that cover it; put together they are the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from foedera.model.article import Article
from foedera.model.fact import KIND_OF, Fact, FactId, FactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage over a stretch: whose it is, and whether it begins or ends here."""

    fact: FactId
    kind: FactKind
    first: bool
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text between two borders, the part of the report it is in, and the passages over it, the widest first."""

    text: str
    part: str
    marks: tuple[Mark, ...]


def stretches(article: Article, facts: Sequence[Fact]) -> list[Stretch]:
    """The whole text in order; passages that overlap are cut where either begins or ends."""
    spans = [fact.citation.span for fact in facts] + [part.span for part in article.parts]
    borders = sorted({0, len(article.text), *(edge for span in spans for edge in (span.start, span.end))})
    ordered = sorted(facts, key=lambda fact: (fact.citation.span.start, -fact.citation.span.end, fact.id))
    found = []
    for start, end in pairwise(borders):
        part = next((one.kind for one in article.parts if one.span.start <= start and end <= one.span.end), "body")
        over = [fact for fact in ordered if fact.citation.span.start <= start and end <= fact.citation.span.end]
        marks = tuple(_mark(fact, start, end) for fact in over)
        found.append(Stretch(text=article.text[start:end], part=part, marks=marks))
    return found


def _mark(fact: Fact, start: int, end: int) -> Mark:
    span = fact.citation.span
    return Mark(fact=fact.id, kind=KIND_OF[type(fact)], first=span.start == start, last=span.end == end)
