"""Run titles: names of mechanisms and instruments in scripts without spaces, grown from a head word over the run of signs before it."""

from __future__ import annotations

from foedera.extraction import runs
from foedera.extraction.drafts import Draft
from foedera.extraction.matches import Match
from foedera.model.document import Span

KINDS = frozenset({runs.IDEOGRAPH, runs.KATAKANA, runs.LATIN, runs.DIGIT})
INNER = "\u30fb-/&+"
LINKS = 4
"""Words such as "concerning" that a name may hold."""
GENERIC = 4
"""Signs of the longest head that is no name by itself."""
LEAST = 2
"""Signs that a name has besides its head."""


def title(draft: Draft, match: Match) -> Span:
    """The stretch of the name that a match is the head of."""
    start = match.start
    if match.rule.mark == "before":
        start = _backward(draft, start, match.clause.start)
    return Span(start=start, end=match.end)


def is_name(match: Match, name: str) -> bool:
    """Whether it is a name, not "an agreement": it says more than its head."""
    head = match.end - match.start
    return len(name) - head >= LEAST or head > GENERIC


def _backward(draft: Draft, start: int, floor: int) -> int:
    links = {hit.end: hit.start for hit in draft.hits.within(floor, start, "class", "name_link")}
    stops = {hit.end for hit in (*draft.hits.within(floor, start, "date"), *draft.hits.within(floor, start, "class", "no_title"))}
    kept = at = start
    for _ in range(LINKS):
        begin = _run(draft.text, at, floor, stops)
        kept = begin if begin < at else kept
        if begin not in links or begin in stops:
            break
        at = links[begin]
    return kept


def _run(text: str, end: int, floor: int, stops: set[int]) -> int:
    """Where the run of signs of a name begins that ends at a position and holds no stop."""
    begin = end
    while begin > floor and begin not in stops and (runs.kind(text[begin - 1]) in KINDS or text[begin - 1] in INNER):
        begin -= 1
    while begin < end and text[begin] in INNER:
        begin += 1
    return begin
