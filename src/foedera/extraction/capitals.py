"""Capitals: a capital that acts, and so stands for the government that sits there ("Lima and Quito agreed").

Where it is a mere place ("in Lima", "flew from Lima to Quito", "Lima, Peru", "the Lima Declaration") it stays one.
"""

from __future__ import annotations

from collections.abc import Iterable

from foedera.extraction.hits import Hit, Hits
from foedera.extraction.registers import Register
from foedera.model.article import Part

PLACES = ("at", "origin", "range", "posted")
"""Classes of words before the name of a mere place."""

JOINED = ("with", "and", "side", "two_sides")
"""Classes of words before the name of one who takes part, whatever stands behind it."""

SAID = frozenset({"title", "body"})
"""Kinds of parts in which capitals act; elsewhere they tell where a report was written."""

DASHES = frozenset("-\u2013")


def governments(text: str, hits: Hits, register: Register, parts: Iterable[Part]) -> list[Hit]:
    """An actor for every capital that stands for its government and that the pack itself does not name as one."""
    taken = {hit.start for hit in hits.of("actor")}
    spoken = [part.span for part in parts if part.kind in SAID]
    found = []
    for hit in hits.of("place"):
        state = register.seats.get(hit.value)
        if state is None or hit.weak or hit.start in taken or not any(span.start <= hit.start < span.end for span in spoken):
            continue
        if not _is_building(text, hit) and _acts(text, hits, hit, register):
            found.append(Hit(hit.start, hit.end, "actor", state, "government"))
    return found


def _acts(text: str, hits: Hits, hit: Hit, register: Register) -> bool:
    """Whether a word in small letters follows, and neither a preposition of place nor a name stands before."""
    before, behind = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 2]
    if before in DASHES or behind[:1] in DASHES:
        return _paired(text, hits, hit, register)
    if placed(hits, hit) or _named(text, hit):
        return False
    joined = any(_right_before(hits, hit, name) for name in JOINED)
    return (len(behind) > 1 and behind[0] == " " and behind[1].islower()) or (joined and behind[:1] in {" ", ".", ""})


def _is_building(text: str, hit: Hit) -> bool:
    """Whether a palace or a ministry is named, which is in the capital."""
    named = text[hit.start : hit.end]
    return " " in named and named.lower() != hit.value.lower()


def placed(hits: Hits, hit: Hit) -> bool:
    """Whether a word that leads to a mere place stands right before."""
    return any(_right_before(hits, hit, name) for name in PLACES)


def _right_before(hits: Hits, hit: Hit, name: str) -> bool:
    return any(word.end == hit.start - 1 for word in hits.within(max(0, hit.start - LONGEST), hit.start, "class", name))


LONGEST = 30
"""Characters of the longest words before a place: "in the capital of"."""


def _named(text: str, hit: Hit) -> bool:
    """Whether the word before is part of a name ("Radio Lima"): it has a capital and does not begin the sentence."""
    before = text[max(0, hit.start - LONGEST) : hit.start]
    word = before.rstrip(" ").rpartition(" ")[2]
    if not before.endswith(" ") or not word[:1].isupper() or word[-1] in '.!?:;\u201d"':
        return False
    start = hit.start - 1 - len(word)
    opens = start <= 1 or text[start - 2] in ".!?" or text[start - 1] in '\n"\u201c('
    return not opens


def _paired(text: str, hits: Hits, hit: Hit, register: Register) -> bool:
    """Whether a dash joins it to another capital or an actor ("Lima-Quito relations")."""
    near = [*hits.within(hit.end + 1, hit.end + LONGEST, "place"), *hits.within(max(0, hit.start - LONGEST), hit.start - 1, "place")]
    near += [*hits.within(hit.end + 1, hit.end + LONGEST, "actor"), *hits.within(max(0, hit.start - LONGEST), hit.start - 1, "actor")]
    sides = (one for one in near if one.start == hit.end + 1 or one.end == hit.start - 1)
    partner = any(one.kind == "actor" or one.value in register.seats for one in sides)
    return partner and not placed(hits, hit) and text[hit.end : hit.end + 1] in DASHES | {" "}
