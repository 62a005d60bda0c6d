"""A feed (`feed:https://...`, or a saved one: `feed:FILE`) → the documents at the addresses of its entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _
from foedera.sources import Errand
from foedera.sources.parts import feeds, fetching

SCHEME = "feed:"
_WEB = ("https://", "http://")


def accepts(location: str) -> bool:
    """Whether it is said to be a feed."""
    return location.startswith(SCHEME)


def documents(location: str, errand: Errand) -> Iterator[Document | Skip]:
    """The documents of the entries; none where a server tells that nothing is new."""
    place = location.removeprefix(SCHEME)
    if not place.startswith(_WEB):
        yield from _saved(place, errand)
        return
    answer = fetching.fetched(place, errand, changed=errand.memory is not None)
    if isinstance(answer, Skip):
        yield answer
    elif answer.is_new:
        yield from feeds.documents(answer.body, answer.url, errand)


def _saved(place: str, errand: Errand) -> Iterator[Document | Skip]:
    try:
        with Path(place).open("rb") as stream:
            body = stream.read(errand.limit + 1)
    except OSError as error:
        detail = _("{why}; check the path and the rights to read it").format(why=error.strerror or error)
        yield Skip(reason="unreadable", detail=detail, location=place)
        return
    if len(body) > errand.limit:
        yield Skip(reason="too_large", detail=_("more than {limit} bytes").format(limit=errand.limit), location=place)
        return
    yield from feeds.documents(body, place, errand)
