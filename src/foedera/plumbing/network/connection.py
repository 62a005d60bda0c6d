"""A target → a connection to an address that was checked, and one question and answer over it, within a deadline."""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from foedera.plumbing.interface import _
from foedera.plumbing.network.addresses import Allowed, is_public
from foedera.plumbing.network.targets import Target, VisitError

Resolver = Callable[..., list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """How connections are made: whom the operator allows, who resolves names, and which certificates are believed."""

    allowed: Allowed = field(default_factory=Allowed)
    resolve: Resolver = socket.getaddrinfo
    certificates: Callable[[], ssl.SSLContext] = ssl.create_default_context


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a target."""

    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


class _Timed(io.RawIOBase):
    """What comes out of a socket, until the deadline: each wait takes of the time that is left."""

    def __init__(self, inner: socket.socket, left: Callable[[], float]) -> None:
        self._inner, self._left = inner, left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a buffer has no public type before Python 3.12
        self._inner.settimeout(self._left())
        return self._inner.recv_into(buffer)


class _Wire:
    """A socket as http.client uses one, which keeps to the deadline."""

    def __init__(self, inner: socket.socket, left: Callable[[], float]) -> None:
        self._inner, self._left = inner, left

    def sendall(self, body: bytes) -> None:
        self._inner.settimeout(self._left())
        self._inner.sendall(body)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Timed(self._inner, self._left))

    def close(self) -> None:
        """Nothing: the answer may still be read; whoever asked closes the socket."""


def deadline(seconds: float) -> Callable[[], float]:
    """How many seconds are left, counted from now."""
    end = time.monotonic() + seconds

    def left() -> float:
        rest = end - time.monotonic()
        if rest <= 0:
            raise TimeoutError(_("the time is up"))
        return rest

    return left


@contextmanager
def asked(target: Target, question: Question, door: Door, left: Callable[[], float]) -> Iterator[http.client.HTTPResponse]:
    """The answer of a target, its body still to be read.

    Raises:
        VisitError: the target is refused, cannot be reached, or speaks no HTTP.
    """
    try:
        inner = _connected(target, door, left)
    except (OSError, UnicodeError) as error:
        raise _unreachable(target, error) from error
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = _Wire(inner, left)
    try:
        host = target.site.partition("://")[2]
        connection.request(question.method, target.path, body=question.body, headers={"Host": host, **question.headers})
        yield connection.getresponse()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(target, error) from error
    finally:
        inner.close()


def _connected(target: Target, door: Door, left: Callable[[], float]) -> socket.socket:
    """A socket to the first address that answers; when one of a host's addresses is refused, all are."""
    found = door.resolve(target.host, target.port, type=socket.SOCK_STREAM)
    for *_rest, place in found:
        _check(target, str(place[0]), door)
    failed: OSError | None = None
    for family, kind, protocol, _name, place in found:
        inner = socket.socket(family, kind, protocol)
        try:
            inner.settimeout(left())
            inner.connect(place)
            _check(target, str(inner.getpeername()[0]), door)
            return _secured(inner, target, door) if target.scheme == "https" else inner
        except OSError as error:
            failed = error
            inner.close()
        except VisitError:
            inner.close()
            raise
    raise failed or OSError(_("the name leads nowhere"))


def _secured(inner: socket.socket, target: Target, door: Door) -> socket.socket:
    return door.certificates().wrap_socket(inner, server_hostname=target.host)


def _check(target: Target, written: str, door: Door) -> None:
    address = ipaddress.ip_address(written.partition("%")[0])
    if not is_public(address) and not door.allowed.has(target.host, address):
        what = _("leads to {address}, which is no public address").format(address=address)
        raise VisitError("refused", what, where=target.url, remedy=_("name the host in FOEDERA_ALLOW if it is one of yours"))


def _unreachable(target: Target, error: Exception) -> VisitError:
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return VisitError("unreachable", _("cannot be reached: {why}").format(why=why), where=target.url, remedy=_("try again later"))
