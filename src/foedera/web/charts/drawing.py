"""Elements of a drawing, and what a chart is: a drawing with its words, its key, and the table that says the same.

A drawing is as wide as the page: places across it are percentages, heights and letters pixels, so that its words are as large on a
telephone as on a desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from foedera.plumbing.interface import _

LETTER, LINE = 13, 17
"""The size of the letters of a drawing, and the height of a line of them."""
WHOLE = 100.0
"""All of the width, in percent."""
Attributes = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a drawing shows, in words: heads, and rows with as many cells."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing (markup), its title, the classes of its parts with what they mean, what it leaves out, and its table."""

    title: str
    svg: str
    table: Table
    key: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """How a drawing is told to those who do not see it; `id` tells it from others on the page."""

    id: str
    title: str
    description: str


def element(tag: str, attributes: Attributes, *children: str) -> str:
    """An element of markup; children are markup already."""
    given = "".join(f' {name}="{escape(str(value))}"' for name, value in attributes.items())
    return f"<{tag}{given}>{''.join(children)}</{tag}>"


def words(text: str, attributes: Attributes) -> str:
    """Words in a drawing."""
    return element("text", attributes, escape(text))


def group(text: str, *children: str) -> str:
    """Parts that belong together; who points at them is told the text."""
    return element("g", {}, element("title", {}, escape(text)), *children)


def across(share: float) -> str:
    """A place across the drawing: a share of its width."""
    return f"{share * WHOLE:.3f}%"


def drawing(caption: Caption, height: int, *children: str) -> str:
    """The whole drawing, under its title and its description."""
    title, told = f"{caption.id}-title", f"{caption.id}-desc"
    attributes = {"class": "chart", "role": "img", "aria-labelledby": f"{title} {told}", "width": "100%", "height": height}
    named = element("title", {"id": title}, escape(caption.title)), element("desc", {"id": told}, escape(caption.description))
    return element("svg", attributes, *named, *children)


def scaled(caption: Caption, size: tuple[int, int], *children: str) -> str:
    """A drawing that is as wide as there is room, and keeps its shape; its parts may be links, and so it is a group of them."""
    made = drawing(caption, size[1], *children).replace(f'height="{size[1]}"', f'viewBox="0 0 {size[0]} {size[1]}"', 1)
    return made.replace('role="img"', 'role="group"', 1)


def picture(caption: Caption, size: tuple[int, int], *children: str) -> str:
    """A drawing that keeps its shape; where the window is narrower it is scrolled, so that its words stay legible."""
    made = drawing(caption, size[1], *children).replace('width="100%"', f'width="{size[0]}" viewBox="0 0 {size[0]} {size[1]}"', 1)
    return element(
        "div", {"class": "wide", "role": "region", "tabindex": "0", "aria-label": _("{title}, drawn").format(title=caption.title)}, made
    )
