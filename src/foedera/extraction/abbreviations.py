"""Abbreviations: where a report goes on to speak of a mechanism by the letters that stand in brackets behind its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.titles import abbreviation

MECHANISM = "mechanism"

LEAST = 2
"""Capitals that an abbreviation has at least: one with a single capital is a name or a word."""


def abbreviated(draft: Draft, titles: Iterable[Hit]) -> Iterator[Hit]:
    """A hit of the mechanism for each later place of its letters, standing free."""
    for title in titles:
        found = abbreviation(draft, title.end) if title.kind == MECHANISM else None
        if found is None or sum(map(str.isupper, found[0])) < LEAST:
            continue
        letters, at = found
        while (at := draft.text.find(letters, at)) >= 0:
            end = at + len(letters)
            if not draft.text[at - 1 : at].isalnum() and not draft.text[end : end + 1].isalnum():
                yield Hit(at, end, MECHANISM, "")
            at = end
