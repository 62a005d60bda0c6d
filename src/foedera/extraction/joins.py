"""Joins: whether two neighbours stand in one list, with nothing but commas, dashes, "and" and small words between them."""

from __future__ import annotations

from foedera.extraction.drafts import Draft

AND = ("and",)
"""The words that join."""

OFFICE = "office"
"""No class of words, but what stands before the second name of a list ("and Minister Ruiz"), right behind the word that joins."""

SMALL = ("and", "no_name", "own_country", "honorific", "counterpart", "visiting", OFFICE)
"""Classes of words that may stand between the members of a list of people ("the", "his", "visiting"), and offices."""


DATED = ("and", "with", "own_country", "honorific", "counterpart", "visiting", OFFICE, "definite", "at", "dated", "date", "place")
"""The same of a list in which each has a date or a place of its own ("Laos in May and Japan in June", "with X in Lima and with Y")."""

MENTIONS = ("date", "place")


def joined(draft: Draft, start: int, end: int, classes: tuple[str, ...] = AND) -> bool:
    """Whether only joining words and signs stand between two positions."""
    if start >= end:
        return True
    between = draft.text[start:end]
    words = [word for name in classes if name != OFFICE and name not in MENTIONS for word in draft.hits.within(start, end, "class", name)]
    words += [mention for kind in MENTIONS if kind in classes for mention in draft.hits.within(start, end, kind)]
    left = {word.start for word in draft.hits.within(start, end, "class", "origin")}
    words = [word for word in words if word.start not in left]
    if OFFICE in classes:
        ends = {word.end + 1 for word in draft.hits.within(start, end, "class", "and")}
        words += [title for title in draft.hits.within(start, end, OFFICE) if title.start in ends]
    for word in sorted(words, key=lambda hit: hit.start - hit.end):
        between = between.replace(draft.text[word.start : word.end], " ", 1)
    return not between.strip(" ,-–/\u3001\u30fb")
