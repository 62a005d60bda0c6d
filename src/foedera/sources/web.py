"""An address of the web, or a list of them (`web:FILE`, a line each; `web:-` from standard input) → the documents that lie there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _
from foedera.sources import Errand
from foedera.sources.parts import feeds, fetching

LIST = "web:"
_WEB = ("https://", "http://")


def accepts(location: str) -> bool:
    """Whether it is an address, or said to be a list of them."""
    return location.lower().startswith(_WEB) or location.startswith(LIST)


def documents(location: str, errand: Errand) -> Iterator[Document | Skip]:
    """What lies at each address; an address that gives a feed stands for its entries."""
    if not location.startswith(LIST):
        yield from _at(location, errand)
        return
    place = location.removeprefix(LIST)
    try:
        lines = sys.stdin.read().splitlines() if place == "-" else Path(place).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        detail = _("{why}; give a text with an address a line")
        yield Skip(reason="unreadable", detail=detail.format(why=error), location=place)
        return
    for url in _addresses(lines):
        yield from _at(url, errand)


def _addresses(lines: Iterable[str]) -> Iterator[str]:
    return (line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))


def _at(url: str, errand: Errand) -> Iterator[Document | Skip]:
    answer = fetching.fetched(url, errand, changed=errand.memory is not None)
    if isinstance(answer, Skip):
        yield answer
    elif answer.is_new and feeds.is_feed(answer.body, answer.media_type):
        yield from feeds.documents(answer.body, answer.url, errand)
    elif answer.is_new:
        yield fetching.document(answer, errand)
