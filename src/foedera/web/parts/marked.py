"""A report's text and its facts → pieces of text, between which passages open and close; put together they are the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from foedera.model.article import Article
from foedera.model.fact import KIND_OF, Fact, FactId, FactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage, or of one that crosses another a part of it: whose it is, and whether it begins and ends with this part."""

    fact: FactId
    kind: FactKind
    first: bool
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text between two borders, the part of the report it is in, the passages that open before it, and how many close behind it."""

    text: str
    part: str
    opens: tuple[Mark, ...]
    closes: int


def pieces(article: Article, facts: Sequence[Fact]) -> list[Piece]:
    """The whole text in order; a passage that another crosses is closed at the border and opened again."""
    known = [fact for fact in facts if fact.citation.span.start < fact.citation.span.end]
    spans = [fact.citation.span for fact in known] + [part.span for part in article.parts]
    borders = sorted({0, len(article.text), *(edge for span in spans for edge in (span.start, span.end))})
    found: list[Piece] = []
    stack: list[Fact] = []
    again: list[Fact] = []
    opened: dict[FactId, int] = {}
    for start, end in pairwise(borders):
        new = sorted([*again, *(fact for fact in known if fact.citation.span.start == start)], key=_width)
        stack += new
        opened |= {fact.id: len(found) for fact in new}
        lowest = next((place for place, fact in enumerate(stack) if fact.citation.span.end == end), len(stack))
        closed, stack = stack[lowest:], stack[:lowest]
        again = [fact for fact in closed if fact.citation.span.end != end]
        part = next((one.kind for one in article.parts if one.span.start <= start and end <= one.span.end), "body")
        marks = tuple(Mark(fact=fact.id, kind=KIND_OF[type(fact)], first=fact.citation.span.start == start) for fact in new)
        found.append(Piece(text=article.text[start:end], part=part, opens=marks, closes=len(closed)))
    return [_with_ends(piece, place, opened) for place, piece in enumerate(found)]


def _width(fact: Fact) -> tuple[int, int, str]:
    """The one that ends last opens first, so that the others lie within it."""
    return (-fact.citation.span.end, fact.citation.span.start, fact.id)


def _with_ends(piece: Piece, place: int, opened: dict[FactId, int]) -> Piece:
    """The piece, knowing which passages are opened there for the last time."""
    return replace(piece, opens=tuple(replace(mark, last=opened[mark.fact] == place) for mark in piece.opens))
