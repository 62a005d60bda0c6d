"""Line: what stands on one line of a page in the terminal, before anyone knows of width and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["title", "heading", "plain", "quote", "note"]


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
