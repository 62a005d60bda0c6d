"""The bytes of a feed (RSS, Atom, JSON Feed) → its entries: a title, an address, a day; and each entry → the document at its address."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from foedera.model.document import Document, Skip
from foedera.plumbing.ids import digest_of
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.sources import Errand
from foedera.sources.parts import fetching

MEDIA_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"})
MOST = 1000
"""Entries read of one feed."""
BEGINNING = 2000
_ROOTS = (b"<rss", b"<feed", b"<rdf:RDF")
_JSON_FEED = b"https://jsonfeed.org/version/"
_DECLARES = (b"<!ENTITY", b"<!DOCTYPE")
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed: the address and the day it gives, and a stamp that changes when it does."""

    url: str | None
    title: str
    published: str | None
    stamp: str


def is_feed(body: bytes, media_type: str) -> bool:
    """Whether the bytes are a feed, by what they are said to be or how they begin."""
    beginning = body[:BEGINNING].replace(b"\0", b"")
    return media_type in MEDIA_TYPES or any(root in beginning for root in _ROOTS) or _JSON_FEED in beginning


def documents(body: bytes, url: str, errand: Errand) -> Iterator[Document | Skip]:
    """The documents at the addresses of the entries, in their order; what was read before is passed over."""
    found = entries(body, url)
    if isinstance(found, Skip):
        yield found
        return
    for entry in found:
        if entry.url is None:
            detail = _("the entry {title!r} has no address of the web")
            yield Skip(reason="no_address", detail=detail.format(title=entry.title[:80]), location=f"{url}#{entry.stamp[:16]}")
            continue
        if errand.memory is not None and errand.memory.has_read(entry.url, entry.stamp):
            continue
        made = _document(entry, entry.url, errand)
        yield made
        if errand.memory is not None:
            # An entry that could not be had is tried again, though the feed itself may not change until then.
            if isinstance(made, Skip) and made.reason == "unreachable":
                errand.memory.forget(url)
            else:
                errand.memory.read[entry.url] = entry.stamp


def _document(entry: Entry, url: str, errand: Errand) -> Document | Skip:
    answer = fetching.fetched(url, errand)
    return answer if isinstance(answer, Skip) else fetching.document(answer, errand, published=entry.published)


def entries(body: bytes, url: str) -> tuple[Entry, ...] | Skip:
    """The entries of a feed, or why it cannot be read."""
    if _JSON_FEED in body[:BEGINNING]:
        return _of_json(body, url)
    if any(mark in body.replace(b"\0", b"") for mark in _DECLARES):
        # Feeds have no use for entities of their own; the parser would leave the text empty and say nothing.
        return _damaged(url, _("declares entities of its own, as only attacks do"))
    parsed = library("feedparser", extra="crawl").parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        return _damaged(url, str(parsed.get("bozo_exception") or _("is no feed")))
    return tuple(_entry(found, url) for found in parsed.entries[:MOST])


def _entry(found: Any, url: str) -> Entry:  # noqa: ANN401 - a library's own dictionary
    link, title = str(found.get("link") or ""), str(found.get("title") or "")
    moment = found.get("published_parsed") or _own(found, "updated_parsed")
    stamp = digest_of(str(_own(found, "updated") or found.get("published") or ""), title, link)
    return Entry(url=_address(link, url), title=title, published=_day(moment), stamp=stamp)


def _own(found: Any, name: str) -> Any:  # noqa: ANN401 - a library's own dictionary
    """A value that the entry itself gives: the library answers with another's where one is missing."""
    return found[name] if dict.__contains__(found, name) else None


def _day(moment: time.struct_time | None) -> str | None:
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment is not None else None


def _address(link: str, base: str) -> str | None:
    """An address of the web; a feed may as well name a script."""
    try:
        joined = urljoin(base, link.strip()) if link.strip() else ""
    except ValueError:  # brackets of a numeric address that close nothing
        return None
    return joined if joined.lower().startswith(_WEB) else None


def _of_json(body: bytes, url: str) -> tuple[Entry, ...] | Skip:
    try:
        items = json.loads(body)["items"]
        return tuple(_json_entry(item, url) for item in items[:MOST])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return _damaged(url, str(error))


def _json_entry(item: dict[str, object], url: str) -> Entry:
    title, published = str(item.get("title") or ""), str(item.get("date_published") or "")
    link = str(item.get("url") or item.get("external_url") or "")
    stamp = digest_of(str(item.get("date_modified") or published), title, link)
    day = published[:10] if len(published) >= len("2023-11-27") and published[4:5] == "-" else None
    return Entry(url=_address(link, url), title=title, published=day, stamp=stamp)


def _damaged(url: str, why: str) -> Skip:
    return Skip(reason="damaged", detail=_("is no sound feed: {why}").format(why=why), location=url)
