"""Who may enter the desk and what he may do there, where it has accounts; without them whoever sits at this machine is its one user.

A session is a cookie, a token is in the header of a program. Every address needs one of them but those in `OPEN`; whatever writes needs an
analyst, and the keeping of accounts an admin: an address that is new is a reader's to see and an analyst's to write to.
"""

from __future__ import annotations

import json
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from foedera.api import entering
from foedera.ledger import accounts as files
from foedera.model.account import Account, Role, Scope
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.web.parts.guard import READING, Message, Receive, Refusal, Send, Site

OPEN = frozenset({"/login", "/style.css", "/icon.svg", "/favicon.ico", "/language"})
"""Addresses that need no account."""
OWN = frozenset({"/logout", "/tokens"})
"""Addresses to which whoever is in himself may write."""
LEAST: tuple[tuple[str, Role], ...] = (("/accounts", "admin"), ("/ingest", "analyst"))
"""Beginnings of addresses that need more than a reader even to be seen."""
UNKNOWN, FORBIDDEN, ELSEWHERE = 401, 403, 303
PLAIN, SECURE = "foedera_session", "__Host-foedera_session"
"""The cookie of a session; over https one that no other site of the host can set."""
TWIN, PROGRAMS = ".json", "/api/"
LONGEST = 4096
"""Characters of the headers that are looked at."""
_inside: ContextVar[Account | None] = ContextVar("inside", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """How the desk is entered: the file of accounts, the names it answers to beside this machine's, whether https is spoken with it.

    `proxies` are the addresses of those before it whose word on who asks is taken.
    """

    file: Path
    names: frozenset[str] = frozenset()
    https: bool = False
    proxies: frozenset[str] = frozenset()

    @property
    def cookie(self) -> str:
        """The name of the cookie."""
        return SECURE if self.https else PLAIN


def inside() -> Account | None:
    """Who asks for this page; None where there are no accounts."""
    return _inside.get()


def signature() -> str | None:
    """By whom a ruling is signed; None: by whoever runs the desk."""
    account = inside()
    return account.name if account else None


def least(path: str, method: str) -> Role | None:
    """The least role for an address; None where nobody need be known."""
    if path in OPEN:
        return None
    named: Role = next((role for begin, role in LEAST if path == begin or path.startswith((f"{begin}/", f"{begin}."))), "reader")
    return named if method in READING or path in OWN or named == "admin" else "analyst"


def guarded_by(site: Site, entrance: Entrance) -> Site:
    """The site for those who may enter it."""
    kept = files.at(entrance.file)

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await site(scope, receive, send)
            return
        threads = library("starlette.concurrency", extra="desk")
        known = await threads.run_in_threadpool(_known, scope, kept, entrance)
        refusal = _refusal(scope, known)
        if refusal is not None:
            await _turned_away(scope, send, refusal)
            return
        mark = _inside.set(known[0] if known else None)
        try:
            await site(scope, receive, send)
        finally:
            _inside.reset(mark)

    return answer


def came_from(scope: Message, entrance: Entrance) -> str:
    """The address that asks: that of the connection, or what a known proxy says, the last one that is none itself."""
    client = scope.get("client") or ("", 0)
    at = str(client[0])
    if at not in entrance.proxies:
        return at
    for one in reversed(header(scope, b"x-forwarded-for").split(",")):
        at = one.strip() or at
        if at not in entrance.proxies:
            break
    return at


def session(scope: Message, entrance: Entrance) -> str:
    """The secret of the session that a request names."""
    cookies: dict[str, str] = library("starlette.requests", extra="desk").cookie_parser(header(scope, b"cookie"))
    return cookies.get(entrance.cookie, "")


def cookie(entrance: Entrance, secret: str) -> str:
    """The header that begins a session in a browser, or with an empty secret ends it."""
    lasts = "" if secret else "; Max-Age=0"
    return f"{entrance.cookie}={secret}; Path=/; HttpOnly; SameSite=Lax{'; Secure' if entrance.https else ''}{lasts}"


def is_bearer(scope: Message) -> bool:
    """Whether a program asks, with a token."""
    return header(scope, b"authorization")[:7].lower() == "bearer "


def header(scope: Message, name: bytes) -> str:
    """A header of a request, as far as it is looked at; nothing where it comes twice."""
    found = [value.decode("latin-1") for key, value in scope["headers"] if key == name]
    return found[0][:LONGEST] if len(found) == 1 else ""


Reach = Scope | Literal["all"]
"""How far somebody may go: as far as a token does, or as far as the role."""


def _known(scope: Message, kept: files.Accounts, entrance: Entrance) -> tuple[Account, Reach] | None:
    """Who asks and how far: by token as far as it reaches, by session as far as the role does."""
    if header(scope, b"authorization") or any(key == b"authorization" for key, _value in scope["headers"]):
        found = entering.bearer(kept, header(scope, b"authorization")[7:].strip()) if is_bearer(scope) else None
        return (found[1], found[0].scope) if found else None
    secret = session(scope, entrance)
    account = entering.entered(kept, secret) if secret else None
    return (account, "all") if account else None


def _refusal(scope: Message, known: tuple[Account, Reach] | None) -> Refusal | None:
    needed = least(scope["path"], scope["method"])
    if needed is None:
        return None
    if known is None:
        remedy = _("log in, or send a token that still holds")
        return Refusal(status=UNKNOWN, what=_("this desk has accounts"), where=scope["path"], remedy=remedy)
    account, reach = known
    writes = scope["method"] not in READING
    himself = scope["path"] in OWN or needed == "admin"
    if not account.may(needed) or (writes and reach != "all" and (himself or reach == "read")):
        remedy = _("take a token of the scope rule") if writes and reach == "read" and not himself else _("ask who keeps the accounts")
        return Refusal(status=FORBIDDEN, what=_("your account may not do this"), where=scope["path"], remedy=remedy)
    return None


async def _turned_away(scope: Message, send: Send, refusal: Refusal) -> None:
    """A page leads to the log-in and back; programs get a problem."""
    path = scope["path"]
    programs = path.startswith(PROGRAMS) or path.endswith(TWIN) or is_bearer(scope)
    headers: list[tuple[bytes, bytes]] = []
    body, status = b"", refusal.status
    if programs or status == FORBIDDEN:
        told = {"type": "about:blank", "title": refusal.what, "status": status, "detail": refusal.remedy, "instance": path}
        body = json.dumps(told, ensure_ascii=False).encode()
        headers = [(b"content-type", b"application/problem+json")]
        headers += [(b"www-authenticate", b"Bearer")] if status == UNKNOWN else []
        if not programs:
            from foedera.web.parts.application import refused  # noqa: PLC0415 - that module is made with this one

            body, headers = refused(refusal), [(b"content-type", b"text/html; charset=utf-8")]
    else:
        query = scope.get("query_string", b"").decode("latin-1")
        back = path + (f"?{query}" if query else "") if scope["method"] in READING else "/"
        status = ELSEWHERE
        headers = [(b"location", f"/login?to={quote(back, safe='')}".encode())]
    headers += [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
