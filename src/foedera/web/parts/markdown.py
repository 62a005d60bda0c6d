"""Markdown of our papers → HTML: heads that can be linked to, tables that scroll, links to other papers, no raw HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedera.plumbing.optional import library

_MARKS = re.compile(r"[^\w\- ]")
CODE = frozenset({"fence", "code_block"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The body of a page, its title, its heads of the second level (id, words), every id, and what it links to."""

    title: str
    html: str
    heads: tuple[tuple[str, str], ...]
    ids: frozenset[str]
    links: tuple[str, ...]


def rendered(text: str, address: Callable[[str], str | None]) -> Rendered:
    """A paper as HTML; `address` tells where a link leads, or None where no page is: then its words stand alone."""
    parser = _parser()
    tokens = parser.parse(text)
    ids = _with_ids(tokens)
    links = [link for token in tokens for link in _readdressed(token, address)]
    heads = tuple((token.attrGet("id"), _words(tokens[place + 1])) for place, token in enumerate(tokens) if _opens(token, "h2"))
    title = next((_words(tokens[place + 1]) for place, token in enumerate(tokens) if _opens(token, "h1")), "")
    html: str = parser.renderer.render(tokens, parser.options, {})
    return Rendered(title=title, html=html, heads=heads, ids=frozenset(ids), links=tuple(links))


def title(text: str) -> str:
    """The first head of a paper, as words."""
    return rendered(text.partition("\n")[0], lambda _link: None).title


def slug(words: str) -> str:
    """The id of a head, as other readers of Markdown make it."""
    return _MARKS.sub("", words.lower()).replace(" ", "-")


@cache
def _parser() -> Any:  # noqa: ANN401 - of a library that not everybody has
    parser = library("markdown_it", extra="desk").MarkdownIt("commonmark", {"html": False}).enable("table")
    # What is wider than the page is scrolled by itself, also by keyboard.
    parser.add_render_rule("table_open", lambda *_given: '<div class="wide" role="region" tabindex="0" aria-label="Table">\n<table>\n')
    parser.add_render_rule("table_close", lambda *_given: "</table>\n</div>\n")
    return parser


def _opens(token: Any, tag: str) -> bool:  # noqa: ANN401 - as above
    return bool(token.type == "heading_open" and token.tag == tag)


def _words(inline: Any) -> str:  # noqa: ANN401 - as above
    return "".join(child.content for child in inline.children or () if child.type in {"text", "code_inline"})


def _with_ids(tokens: list[Any]) -> list[str]:
    """Give each head an id of its own; two of the same words are told apart by a number."""
    given: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            wanted = slug(_words(tokens[place + 1])) or "head"
            again = sum(one == wanted or re.fullmatch(rf"{re.escape(wanted)}-\d+", one) is not None for one in given)
            given.append(f"{wanted}-{again}" if again else wanted)
            token.attrSet("id", given[-1])
        elif token.type == "th_open" and tokens[place + 1].content:
            token.attrSet("scope", "col")
        elif token.type == "th_open":  # a head without words heads nothing
            token.tag = tokens[place + 2].tag = "td"
    return given


def _readdressed(token: Any, address: Callable[[str], str | None]) -> list[str]:  # noqa: ANN401 - as above
    """The links of a piece as they were; each now leads to a page, or is gone and leaves its words."""
    found: list[str] = []
    kept: list[Any] = []
    inside: list[bool] = []
    for child in token.children or ():
        if child.type == "link_open":
            found.append(child.attrGet("href"))
            href = address(found[-1])
            inside.append(href is not None)
            if href is None:
                continue
            child.attrSet("href", href)
        elif child.type == "link_close" and not inside.pop():
            continue
        kept.append(child)
    if token.children is not None:
        token.children = kept
    return found
