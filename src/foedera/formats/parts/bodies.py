"""The tree of a page → the paragraphs of its report, as trafilatura finds them among menus, lists and notices."""

from __future__ import annotations

from typing import Any

from foedera.plumbing.optional import library

LEAST = 30
"""Characters of the shortest report: below lies what is left of a page without one."""


def paragraphs(tree: Any) -> tuple[str, ...]:  # noqa: ANN401 - lxml has no types
    """The paragraphs in order, each on one line; none where the page holds no report."""
    trafilatura = library("trafilatura", extra="crawl")
    # Without its metadata: its finder of dates gives 1 January where only a year stands, and what a page declares is read elsewhere.
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=False)
    if found is None or not found.text:
        return ()
    lines = tuple(" ".join(line.split()) for line in found.text.split("\n") if line.strip())
    return lines if sum(map(len, lines)) >= LEAST else ()
