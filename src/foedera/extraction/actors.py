"""Actors: the hits that really name a state or an organisation; a weak form counts only beside another sign."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from foedera.extraction.hits import Hit, Hits

JOINS = frozenset({"-", "–", " - ", " – ", "/", "—", " — "})
"""What stands between the members of a compound such as a pair of short forms."""

SIGNS = ("side", "with", "at", "since", "name_link", "two_sides", "all_sides")
"""Classes of words that speak for a state when they stand directly before a weak form."""

LEADS = ("short_before",)
"""Classes of words that do so unless the form begins a longer name ("to visit Đức", but "Đức Phanxicô")."""


def actors(text: str, hits: Hits, gap: int = 1, *, given: bool = False) -> list[Hit]:
    """The actor hits to believe, in order; of several actors with one form, the one the rest of the text names, else the first.

    `gap` is what stands between two words: one space, or nothing in scripts without spaces; `given` tells that what stands
    between an office and a further capital is a first name, as where the language puts the state before the office.
    """
    named = hits.of("actor")
    sure = {hit.value for hit in named if not hit.weak}
    by_span: defaultdict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in named:
        by_span[(hit.start, hit.end)].append(hit)
    spans = sorted(by_span)
    before = _ends(hits, gap, SIGNS)
    led = _ends(hits, gap, LEADS)
    kept = []
    for index, span in enumerate(spans):
        candidates = by_span[span]
        best = next((hit for hit in candidates if hit.value in sure), candidates[0])
        if best.weak and _of_two(hits, span):
            continue
        if given and best.weak and _given(text, hits, span, gap):
            continue
        signed = _beside_office(hits, span, gap) or span[0] in before or (span[0] in led and not text[span[1] + 1 : span[1] + 2].isupper())
        if not best.weak or best.value in sure or signed or _joined(text, spans, index) or _listed(text, hits, spans, index):
            kept.append(best)
    return kept


def _of_two(hits: Hits, span: tuple[int, int]) -> bool:
    """Whether the form is the end of a longer word for both ("both governments", where "government" alone is that of the home)."""
    words = hits.within(span[0] - 1, span[1], "class", "two_sides")
    return any(word.start < span[0] and word.end == span[1] for word in words)


def _given(text: str, hits: Hits, span: tuple[int, int], gap: int) -> bool:
    """Whether the form is the first name of the one who holds the office right before it ("President Santiago Ruiz")."""
    behind = span[1] + gap
    offices = hits.of("office")
    at = bisect_left(offices, span[0], key=lambda hit: hit.start)
    named = any(office.end + gap == span[0] for office in offices[max(0, at - 1) : at])
    if not named or not (text[behind : behind + 1].isupper() and text[behind + 1 : behind + 2].islower()):
        return False
    others = (hit for kind, word in NO_NAMES for hit in hits.within(behind, behind + LONGEST_WORD, kind, word))
    return all(hit.start != behind for hit in others)


NO_NAMES = (("actor", ""), ("office", ""), ("date", ""), ("class", "no_name"))
"""What is no second part of a name."""

LONGEST_WORD = 30
"""Characters of the longest word or phrase that no name holds."""


def _ends(hits: Hits, gap: int, classes: tuple[str, ...]) -> frozenset[int]:
    """The positions right behind the words of some classes (one space on)."""
    return frozenset(hit.end + gap for name in classes for hit in hits.of("class", name))


def _joined(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether a dash joins the form to another actor's."""
    start, end = spans[index]
    return (index > 0 and text[spans[index - 1][1] : start] in JOINS) or (
        index + 1 < len(spans) and text[end : spans[index + 1][0]] in JOINS
    )


def _listed(text: str, hits: Hits, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether the form stands in a list of actors: a comma or "and" on one side, and an actor behind it."""
    neighbours = [(spans[index - 1][1], spans[index][0])] if index else []
    neighbours += [(spans[index][1], spans[index + 1][0])] if index + 1 < len(spans) else []
    for start, end in neighbours:
        between = text[start:end].strip()
        joined = any(hit.start - start <= 1 and end - hit.end <= 1 for hit in hits.within(start, end, "class", "and"))
        if end - start <= LIST_GAP and (between in {",", "\u3001", "\u30fb"} or joined):
            return True
    return False


LIST_GAP = 6
"""Characters between the members of a list."""


def _beside_office(hits: Hits, span: tuple[int, int], gap: int) -> bool:
    """Whether an office stands right before or right after."""
    offices = hits.of("office")
    at = bisect_left(offices, span[0], key=lambda hit: hit.start)
    return any(abs(office.end - span[0]) == gap or abs(office.start - span[1]) == gap for office in offices[max(0, at - 1) : at + 1])
