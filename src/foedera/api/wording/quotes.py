"""Quotes and names as a line shows them: with a capital first, between quotation marks, cut at a word."""

from __future__ import annotations

QUOTED = 150
"""Columns a quote may take where it only has to say what an entry is about: two lines of a page."""


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """The text on one line between quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{' '.join(text.split())}\N{RIGHT DOUBLE QUOTATION MARK}"


def gist(quote: str, limit: int = QUOTED) -> str:
    """A quote on one line, cut at a word where it is longer than `limit`."""
    flat = " ".join(quote.split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    at_word = cut.rsplit(" ", maxsplit=1)[0]
    # Scripts without spaces are cut between characters: the last space may lie far back.
    return (at_word if len(at_word) > limit // 2 else cut).rstrip(" ,;:.") + "\N{HORIZONTAL ELLIPSIS}"
