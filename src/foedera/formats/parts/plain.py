"""A page of the web → all its visible text, menus and all, forty times faster than its report is found: enough to tell what it is about."""

from __future__ import annotations

from foedera.plumbing.optional import library


def plain(html: str) -> str:
    """The visible text, a line a block."""
    extract = library("resiliparse.extract.html2text", extra="crawl").extract_plain_text
    return str(extract(html, list_bullets=False, alt_texts=False))
