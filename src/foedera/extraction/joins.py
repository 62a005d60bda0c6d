"""Joins: whether two neighbours stand in one list, with nothing but commas, dashes, "and" and small words between them."""

from __future__ import annotations

from foedera.extraction.drafts import Draft

AND = ("and",)
"""The words that join."""

SMALL = ("and", "no_name", "own_country", "honorific", "counterpart", "visiting")
"""Classes of words that may stand between the members of a list of people ("the", "his", "visiting")."""


def joined(draft: Draft, start: int, end: int, classes: tuple[str, ...] = AND) -> bool:
    """Whether only joining words and signs stand between two positions."""
    if start >= end:
        return True
    between = draft.text[start:end]
    words = [word for name in classes for word in draft.hits.within(start, end, "class", name)]
    for word in sorted(words, key=lambda hit: hit.start - hit.end):
        between = between.replace(draft.text[word.start : word.end], " ", 1)
    return not between.strip(" ,-–/\u3001\u30fb")
