"""Pages are sent compressed to who can read that, but never to a page of somebody else's.

A compressed answer tells by its length whether what a stranger put into the question stands in it too (BREACH). There is no token in any
page, and a browser says of each request where it comes from: to one from elsewhere the answer goes as it is.
"""

from __future__ import annotations

from typing import Any

from foedera.plumbing.optional import library
from foedera.web.parts.guard import Message, Receive, Send, Site

LEAST, LEVEL = 1_000, 6
"""Bytes below which nothing is won, and how hard is tried."""
OWN = frozenset({b"same-origin", b"none"})
"""Where a request may come from that is answered compressed: a page of this desk, or the person's own doing."""


def packed(app: Any, programs: str) -> Site:  # noqa: ANN401 - of a library that not everybody has
    """The site, its pages compressed; answers under the path `programs` go as they are, with their length and their digest."""
    small = library("starlette.middleware.gzip", extra="desk").GZipMiddleware(app, minimum_size=LEAST, compresslevel=LEVEL)

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        plain = scope["type"] != "http" or scope["path"].startswith(programs) or not _own(scope)
        await (app if plain else small)(scope, receive, send)

    return answer


def _own(scope: Message) -> bool:
    told = {value for name, value in scope["headers"] if name == b"sec-fetch-site"}
    return told <= OWN
