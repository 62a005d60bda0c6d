"""Line: what stands on one line of a page in the terminal, before anyone knows of width and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["title", "heading", "plain", "quote", "note"]
QUOTED = 150
"""Columns a quote may take where it only has to say what an entry is about: two lines of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`left` stands in a column of its own (dates, numbers), `marks` name the sources behind `body`; `indent` in columns."""

    body: str = ""
    left: str = ""
    marks: str = ""
    style: Style = "plain"
    indent: int = 2


def title(text: str) -> Line:
    """The head of a page."""
    return Line(body=text, style="title", indent=0)


def heading(text: str) -> Line:
    """The head of a section, after an empty line."""
    return Line(body=text, style="heading", indent=0)


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
