"""A page of the web → its tree without what no reader sees, what it declares of itself, its captions and its visible date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from foedera.formats.parts.days import day
from foedera.plumbing.optional import library

DEEPEST = 250
"""Elements within elements: from 255 on the parser leaves out what is deeper and says nothing; pages of the press stay below 40."""
MOST = 50_000
"""Elements of a page: those of the press have some thousand, and what finds the report among them takes ten seconds for so many."""
LONGEST_DATE, LONGEST_CAPTION, LONGEST_TITLE = 80, 600, 300
"""Characters of a line that is no more than a date, of a caption and of a title."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DATED = re.compile(r"(?:^|[\s_-])(?:date|datetime|time|timestamp|publish|published|posted)(?:$|[\s_-])", re.IGNORECASE)
_CAPTIONED = re.compile(r"(?:^|[\s_-])(?:caption|wp-caption-text|figcaption)(?:$|[\s_-])", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_REPORTS = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage", "Report", "PressRelease"})
_ASIDE = frozenset({"nav", "aside", "footer", "header"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a page says of itself."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    lang: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in pieces; `tree` is without its captions and what is hidden."""

    tree: Any
    declared: Declared
    captions: tuple[str, ...]
    date_line: str | None


class TooDeepError(ValueError):
    """Elements lie within elements beyond what can be read."""


class TooManyError(ValueError):
    """There are more elements than a page of the press has."""


def charset(body: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = _CHARSET.search(body, 0, 4096)
    return found[1].decode("ascii") if found else None


def page(text: str) -> Page | None:
    """The page that a text in HTML gives; None where it holds no element.

    Raises:
        TooDeepError: elements lie within elements beyond what can be read.
        TooManyError: there are more elements than a page of the press has.
    """
    html = library("lxml.html", extra="crawl")
    etree = library("lxml.etree", extra="crawl")
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        # NUL ends a text for the parser; what is no character in XML ends it with an error.
        tree = html.document_fromstring(_DECLARATION.sub("", text).replace("\0", " "), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    deepest, count = _extent(tree)
    if deepest >= DEEPEST:
        raise TooDeepError
    if count > MOST:
        raise TooManyError
    declared = _declared(tree)
    _hide(tree)
    date_line = None if declared.published else _date_line(tree)
    return Page(tree=tree, declared=declared, captions=tuple(_captions(tree)), date_line=date_line)


def _extent(tree: Any) -> tuple[int, int]:  # noqa: ANN401 - lxml has no types
    """How deep elements lie, and how many there are."""
    deepest, count, stack = 0, 0, [(tree, 1)]
    while stack:
        element, depth = stack.pop()
        deepest, count = max(deepest, depth), count + 1
        stack += [(inner, depth + 1) for inner in element]
    return deepest, count


def _hide(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take out what no reader sees."""
    for element in list(tree.iter("*")):
        if element.get("hidden") is not None or _UNSEEN.search(element.get("style") or ""):
            _take_out(element)


def _take_out(element: Any) -> None:  # noqa: ANN401 - lxml has no types
    if element.getparent() is not None:
        element.drop_tree()


def _declared(tree: Any) -> Declared:  # noqa: ANN401 - lxml has no types
    """From ld+json, then from the tags of the head, then from the heading."""
    tags = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in reversed(list(tree.iter("meta")))
    }
    named = _linked(tree)
    heading = next((words for element in tree.iter("h1") if (words := plain(element))), None)
    head = next((words for element in tree.iter("title") if (words := plain(element))), None)
    title = named.title or tags.get("og:title") or heading or head
    days = (tags.get(name, "") for name in ("article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "pubdate"))
    link = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    return replace(
        named,
        title=_short(title),
        published=named.published or next((found for value in days if (found := day(value))), None),
        publisher=named.publisher or _short(tags.get("og:site_name")),
        lang=named.lang or tree.get("lang") or None,
        url=_address(link) or _address(tags.get("og:url")),
    )


def _short(value: str | None) -> str | None:
    return _SPACES.sub(" ", value).strip()[:LONGEST_TITLE] or None if value else None


def _address(value: str | None) -> str | None:
    """An address of the web; a page may as well name a script."""
    value = (value or "").strip()
    return value if value.lower().startswith(("https://", "http://")) and not _SPACES.search(value) else None


def _linked(tree: Any) -> Declared:  # noqa: ANN401 - lxml has no types
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(found):
            kinds = item.get("@type")
            if _REPORTS & set(kinds if isinstance(kinds, list) else [kinds]) and _text(item.get("headline") or item.get("datePublished")):
                return _of_item(item)
    return Declared()


def _of_item(item: dict[str, Any]) -> Declared:
    publisher = item.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    return Declared(
        title=_short(_text(item.get("headline"))),
        published=day(_text(item.get("datePublished")) or ""),
        publisher=_short(_text(publisher.get("name")) if isinstance(publisher, dict) else _text(publisher)),
        lang=_text(item.get("inLanguage")),
    )


def _items(found: object) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for item in found:
            yield from _items(item)
    elif isinstance(found, dict):
        yield found
        yield from _items(found.get("@graph") or [])


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def plain(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The text within an element, on one line."""
    return _SPACES.sub(" ", "".join(element.itertext())).strip()


def _date_line(tree: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    """The line below the heading that tells when; above it stands what day it is today."""
    below = False
    for element in tree.iter("*"):
        if element.tag == "h1":
            below = True
        marked = element.tag == "time" or _DATED.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}")
        if below and marked and element.tag not in {"script", "style", "meta"}:
            words = plain(element)
            if words and len(words) <= LONGEST_DATE and any(map(str.isdigit, words)):
                return words
    return None


def _captions(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """The captions of the page's own pictures, which are taken out of the tree; those of other reports stand in lists beside."""
    inside = next(tree.iter("article", "main"), tree)
    found = [
        element for element in inside.iter("figcaption", "p", "div", "span", "em", "td")
        if element.tag == "figcaption" or _CAPTIONED.search(element.get("class") or "")
    ]  # fmt: skip
    for element in found:
        words = plain(element)
        among = any(above.tag in _ASIDE for above in element.iterancestors()) or not _is_within(element, tree)
        _take_out(element)
        if words and not among and len(words) <= LONGEST_CAPTION:
            yield words


def _is_within(element: Any, tree: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether it still stands in the tree: a caption within a caption went with it."""
    return next(element.iterancestors(tree.tag), None) is not None
