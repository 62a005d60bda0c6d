"""What a reader asks for (a choice kept in a cookie, else the browser's languages) → the language that pages are written in.

Twins, the interface for programs and all files are the same in every language: they are English.
"""

from __future__ import annotations

from foedera import api
from foedera.plumbing.interface import SOURCE, languages, speaking
from foedera.plumbing.optional import library
from foedera.web.parts.guard import Message, Receive, Send, Site

COOKIE = "language"
YEAR = 365 * 24 * 60 * 60
"""Seconds for which a choice is kept."""
FOR_PROGRAMS = ("/api/",)
ENDINGS = (".json", ".css", ".svg", ".ico")
LONGEST = 500
"""Characters of a header that are looked at."""


def spoken(site: Site) -> Site:
    """The site, in the language of who asks."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(FOR_PROGRAMS) or scope["path"].endswith(ENDINGS):
            await site(scope, receive, send)
            return
        tag = wanted(_header(scope, b"cookie"), _header(scope, b"accept-language"))

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = [(b"content-language", tag.encode()), (b"vary", b"Accept-Language, Cookie")]
                message["headers"] = [*message.get("headers", ()), *said]
            await send(message)

        with speaking(tag):
            await site(scope, receive, told)

    return answer


def wanted(cookie: str, accepted: str) -> str:
    """The language to speak, by the two headers of a request."""
    chosen = _chosen(cookie)
    return chosen if chosen in languages() else next((tag for tag in _in_order(accepted) if tag in languages()), SOURCE)


def kept(tag: str) -> str:
    """The header that keeps a choice."""
    return f"{COOKIE}={tag}; Path=/; Max-Age={YEAR}; SameSite=Lax; HttpOnly"


def named() -> list[tuple[str, str]]:
    """The languages there are, each with what it calls itself."""
    called = api.names().languages
    return [(tag, called.get(tag, tag)) for tag in languages()]


def _chosen(cookie: str) -> str:
    found: dict[str, str] = library("starlette.requests", extra="desk").cookie_parser(cookie[:LONGEST])
    return found.get(COOKIE, "")


def _in_order(accepted: str) -> list[str]:
    """The languages of a browser, as it ranks them; of equals the first (RFC 9110, 12.5.4)."""
    ranked: list[tuple[float, str]] = []
    for part in accepted[:LONGEST].split(","):
        tag, _semicolon, rank = part.partition(";")
        ranked.append((-_weight(rank), tag.strip().partition("-")[0].lower()))
    return [tag for weight, tag in sorted(ranked, key=lambda one: one[0]) if weight]


def _weight(parameter: str) -> float:
    name, _equals, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    return float(value) if name == "q" and value.replace(".", "", 1).isascii() and value.replace(".", "", 1).isdecimal() else 0.0


def _header(scope: Message, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")
