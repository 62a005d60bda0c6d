"""What holds for every answer, whoever gives it: which host was asked, how it may be asked, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from foedera.plumbing.interface import _

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Site = Callable[[Message, Receive, Send], Awaitable[None]]
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # without a referrer a browser calls the origin of our own forms null
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-cache"),
)
READING = frozenset({"GET", "HEAD"})
FOREIGN, NOT_ALLOWED = 400, 405


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a request gets no page: the number of the answer, what is wrong, where, and what to do."""

    status: int
    what: str
    where: str = ""
    remedy: str = ""


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and no other can reach it."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The names under which the desk answers beside those of this machine, and whether its answers are for one person alone."""

    names: frozenset[str] = frozenset()
    private: bool = False


def guarded(
    site: Site, page: Callable[[Refusal, str], tuple[str, bytes]], taken: Callable[[Message], Refusal | bool | None], door: Door
) -> Site:
    """The site behind its guard; `page` shows a refusal at a path: the media type, and the words.

    `door` says under which names. `taken` says of a message that it may write (None), why not, or (False) that nothing can be written
    there.
    """
    headers = (*HEADERS[:-1], (b"cache-control", b"no-store")) if door.private else HEADERS

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await site(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _value in headers}
                message["headers"] = [one for one in message.get("headers", ()) if one[0].lower() not in names] + list(headers)
            await send(message)

        refusal = _refusal(scope, taken, door)
        if refusal is None:
            await site(scope, receive, told)
            return
        media, body = page(refusal, scope["path"])
        kind = [(b"content-type", media.encode()), (b"content-length", str(len(body)).encode())]
        kind += [(b"allow", b"GET, HEAD")] if refusal.status == NOT_ALLOWED else []
        await told({"type": "http.response.start", "status": refusal.status, "headers": kind})
        await told({"type": "http.response.body", "body": body})

    return answer


def _refusal(scope: Message, taken: Callable[[Message], Refusal | bool | None], door: Door) -> Refusal | None:
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    if len(hosts) != 1 or not (is_loopback(_name(hosts[0])) or _name(hosts[0]).lower() in door.names):
        remedy = _("open the desk under the address that foedera serve told")
        return Refusal(status=FOREIGN, what=_("the desk answers to names of this machine alone"), where=", ".join(hosts), remedy=remedy)
    writing = taken(scope) if scope["method"] == "POST" else False
    if not isinstance(writing, bool):
        return writing
    if scope["method"] not in READING:
        return Refusal(status=NOT_ALLOWED, what=_("the desk can only be read"), where=scope["method"], remedy=_("open the page instead"))
    return None


def _name(host: str) -> str:
    """The host without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]
