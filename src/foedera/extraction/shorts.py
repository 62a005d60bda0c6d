"""Shorts: names of states in one ideograph, which are common signs as well and name a state only inside a compound.

A short form counts beside another actor ("Japan-US"), beside an office, and beside words that make compounds with it ("to visit", "the
... side"): classes `short_before` and `short_behind` of the pack. Inside a date it never counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from foedera.extraction import runs
from foedera.extraction.actors import actors
from foedera.extraction.hits import Hit, Hits
from foedera.model.mention import Mention

DOTS = frozenset({"\u30fb", "-", "\u2013"})
"""What joins a short form to a longer name."""
COMMAS = frozenset({"\u3001", ","})


def believed(text: str, hits: Hits, dates: Iterable[Mention]) -> list[Hit]:
    """The actor hits to believe in a text without spaces, in order."""
    dated = {at for date in dates for at in range(date.span.start, date.span.end)}
    named = hits.of("actor")
    short = [hit for hit in named if is_short(text, hit) and hit.start not in dated]
    others = [hit for hit in named if not is_short(text, hit)]
    sure = actors(text, hits.with_only("actor", others), gap=0)
    led = {word.end for word in hits.of("class", "short_before")}
    links = {word.start: word.end for word in hits.of("class", "office_link")}
    kept = (
        _chained(text, short, sure, led)
        | {hit for hit in short if _owns(text, hit, links)}
        | {hit for hit in short if _signed(text, hits, hit)}
    )
    return sorted([*sure, *kept], key=lambda hit: (hit.start, -hit.end))


def is_short(text: str, hit: Hit) -> bool:
    """Whether an actor is named by a single ideograph or letter."""
    return hit.end - hit.start == 1 and runs.is_dense(text[hit.start])


def _chained(text: str, short: list[Hit], sure: list[Hit], led: set[int]) -> set[Hit]:
    """Short forms that stand side by side, or beside a longer name: with a dot between, or where nothing goes before.

    Behind a form that a word such as "to visit" leads, no second one follows ("while visiting Japan" ends in the sign for China).
    """
    kept: set[Hit] = set()
    starts = {hit.start: hit for hit in short}
    begins, ends = {hit.start for hit in sure}, {hit.end for hit in sure}
    for hit in short:
        following = starts.get(hit.end)
        if following is not None and hit.start not in led:
            kept |= {hit, following}
    for hit in short:
        free = not hit.start or runs.kind(text[hit.start - 1]) not in {runs.IDEOGRAPH, runs.DIGIT} or hit in kept
        dotted = text[hit.end : hit.end + 1] in DOTS and hit.end + 1 in begins
        behind = text[hit.start - 1 : hit.start] in DOTS and hit.start - 1 in ends
        foreign = hit.end in begins or runs.kind(text[hit.end : hit.end + 1] or " ") == runs.KATAKANA
        if dotted or behind or (free and foreign):
            kept.add(hit)
    return kept


def _owns(text: str, hit: Hit, links: dict[int, int]) -> bool:
    """Whether a linking word joins a foreign name to the form, and nothing goes before it."""
    behind = links.get(hit.end, len(text))
    free = not hit.start or runs.kind(text[hit.start - 1]) not in {runs.IDEOGRAPH, runs.DIGIT}
    return free and runs.kind(text[behind : behind + 1] or " ") == runs.KATAKANA


def _signed(text: str, hits: Hits, hit: Hit) -> bool:
    """Whether an office or a word that makes compounds stands beside the form; or a comma behind it where a line begins."""
    start, end = hit.start, hit.end
    before = hits.within(max(0, start - 4), start, "class", "short_before")
    behind = hits.within(end, end + 12, "class", "short_behind")
    offices = (*hits.within(end, end + 20, "office"), *hits.within(end, end + 20, "office_mark"))
    if any(word.end == start for word in before) or any(word.start == end for word in (*behind, *offices)):
        return True
    return text[start - 1 : start] in {"", "\n"} and text[end : end + 1] in COMMAS
