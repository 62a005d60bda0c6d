"""A visitor: who fetches addresses, politely, and never from where it must not go."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPResponse
from importlib import metadata
from typing import Protocol

from foedera.plumbing.interface import _
from foedera.plumbing.memory import Memory
from foedera.plumbing.network import bodies, buckets, robots
from foedera.plumbing.network.addresses import allowed
from foedera.plumbing.network.connection import Door, Question, asked, deadline
from foedera.plumbing.network.robots import Robots
from foedera.plumbing.network.targets import Target, VisitError, joined, target
from foedera.plumbing.settings import DEFAULT_LIMIT

REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_OK, _NOT_MODIFIED, _TOO_MANY, _FIRST_ERROR, _FIRST_FAULT = 200, 304, 429, 400, 500
ROBOTS_LAST = 24 * 3600.0
"""Seconds that a robots.txt holds."""
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How a visitor behaves: seconds for one answer and between visits to a site, bytes of an answer, and its name."""

    seconds: float = 30.0
    idle: float = 60.0
    """Seconds that a stream may say nothing; a large archive takes its time."""
    wait: float = 1.0
    limit: int = DEFAULT_LIMIT
    agent: str = f"Foedera/{metadata.version('foedera')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a site gave: from which address in the end, what kind of bytes, and the bytes."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The kind of bytes, as declared."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding, as declared."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _equals, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'") or None
        return None

    @property
    def is_new(self) -> bool:
        """Whether it is more than word that nothing changed."""
        return self.status != _NOT_MODIFIED


class Clock(Protocol):
    """Time, and waiting for it."""

    def monotonic(self) -> float:
        """Seconds since some moment."""
        ...

    def sleep(self, seconds: float, /) -> None:
        """Let so many seconds pass."""
        ...


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Fetches over one door, with manners; remembers what each site asks, and when it was there."""

    door: Door = field(default_factory=Door)
    manners: Manners = field(default_factory=Manners)
    memory: Memory | None = None
    store: str | None = None
    """The address of the only store of objects (`s3://`) to read from."""
    clock: Clock = time
    _robots: dict[str, tuple[float, Robots]] = field(default_factory=dict)
    _visited: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, *, changed: bool = False) -> Answer:
        """What lies at an address; with `changed`, word that it is as it was is an answer as well.

        Raises:
            VisitError: it is refused, forbidden by robots.txt, cannot be reached, too large, or no success.
        """
        headers = self.memory.asking(url) if changed and self.memory is not None else {}
        with self._followed(url, Question(headers=headers), self._whole) as (at, response):
            found = self._answer(at, response)
        if self.memory is not None and found.is_new:
            self.memory.keep(url, found.headers)
        return found

    def post(self, url: str, body: bytes, media_type: str) -> Answer:
        """What an address answers to a message; redirects are not followed, for they are nobody whom it was meant for."""
        where = target(url)
        question = Question(method="POST", headers={**self._own(), "Content-Type": media_type}, body=body)
        with asked(where, question, self.door, deadline(self.manners.seconds)) as response:
            return self._answer(where, response)

    @contextmanager
    def stream(self, url: str) -> Iterator[bodies.Readable]:
        """The bytes at an address as they come, as they are; whoever reads them keeps count."""
        if url.lower().startswith(buckets.SCHEME):
            with buckets.stream(url, self.store) as opened:
                yield opened
            return
        with self._followed(url, Question(headers={"Accept-Encoding": "identity"}), self._idle) as (at, response):
            _check_status(at, response)
            yield response

    @contextmanager
    def _followed(self, url: str, question: Question, patience: Callable[[], Callable[[], float]]) -> Iterator[tuple[Target, HTTPResponse]]:
        """The answer at the end of the redirects; each step is checked like the first."""
        at = target(url)
        for _step in range(REDIRECTS + 1):
            self._ask_leave(at)
            with asked(at, replace(question, headers={**self._own(), **question.headers}), self.door, patience()) as response:
                if response.status not in _MOVED:
                    yield at, response
                    return
                onward = response.getheader("Location") or ""
            at = joined(at, onward)
        raise VisitError("unreachable", _("redirects more than {n} times").format(n=REDIRECTS), where=url)

    def _whole(self) -> Callable[[], float]:
        """As long as one answer may take."""
        return deadline(self.manners.seconds)

    def _idle(self) -> Callable[[], float]:
        """As long as a stream may say nothing, however long it is."""
        return lambda: self.manners.idle

    def _own(self) -> dict[str, str]:
        return {"User-Agent": self.manners.agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}

    def _answer(self, at: Target, response: HTTPResponse) -> Answer:
        headers = {name.lower(): value for name, value in response.getheaders()}
        if response.status == _NOT_MODIFIED:
            return Answer(url=at.url, status=response.status, headers=headers, body=b"")
        _check_status(at, response)
        try:
            body = bodies.body(response, headers.get("content-encoding", ""), limit=self.manners.limit)
        except VisitError as error:
            raise VisitError(error.reason, error.what, where=at.url, remedy=error.remedy) from error
        if response.length:
            what = _("the answer broke off, {n} bytes before its end").format(n=response.length)
            raise VisitError("unreachable", what, where=at.url, remedy=_("try again later"))
        return Answer(url=at.url, status=response.status, headers=headers, body=body)

    def _ask_leave(self, at: Target) -> None:
        """Wait for the site's turn, and go no further where its robots.txt says so."""
        wishes = self._wishes(at)
        if not wishes.allows(at.path):
            raise VisitError("robots", _("robots.txt of the site asks not to fetch this"), where=at.url)
        self._wait(at.site, max(self.manners.wait, wishes.wait))

    def _wait(self, site: str, seconds: float) -> None:
        now = self.clock.monotonic()
        due = self._visited.get(site, now - seconds) + seconds
        if due > now:
            self.clock.sleep(due - now)
        self._visited[site] = max(now, due)

    def _wishes(self, at: Target) -> Robots:
        now = self.clock.monotonic()
        known = self._robots.get(at.site)
        if known is None or known[0] < now:
            known = (now + ROBOTS_LAST, self._fetched_wishes(at))
            self._robots[at.site] = known
        return known[1]

    def _fetched_wishes(self, at: Target) -> Robots:
        """Where there is no robots.txt, all may be fetched; where the site cannot say, nothing."""
        where = replace(at, path="/robots.txt")
        for _step in range(REDIRECTS + 1):
            self._wait(where.site, self.manners.wait)
            try:
                with asked(where, Question(headers=self._own()), self.door, deadline(self.manners.seconds)) as response:
                    if response.status in _MOVED:
                        where = joined(where, response.getheader("Location") or "")
                        continue
                    if response.status == _OK:
                        body = bodies.body(response, response.getheader("Content-Encoding") or "", limit=robots.LONGEST)
                        return robots.robots(body, self.manners.agent)
                    faulty = response.status >= _FIRST_FAULT or response.status == _TOO_MANY
                    return robots.NOTHING if faulty else robots.EVERYTHING
            except VisitError as error:
                if error.reason == "refused":
                    raise
                return robots.NOTHING
        return robots.EVERYTHING


def _check_status(at: Target, response: HTTPResponse) -> None:
    if response.status in _BUSY:
        later = response.getheader("Retry-After") or ""
        what = _("the site is busy (status {status}) and asks for patience {later}").format(status=response.status, later=later)
        raise VisitError("unreachable", what.strip(), where=at.url, remedy=_("try again later"))
    if response.status != _OK:
        raise VisitError("unreachable", _("the site answers with status {status}").format(status=response.status), where=at.url)


def visitor(*, allow: tuple[str, ...] = (), limit: int = DEFAULT_LIMIT, memory: Memory | None = None, store: str | None = None) -> Visitor:
    """A visitor who may go where the operator allows, beside what is public."""
    return Visitor(door=Door(allowed=allowed(allow)), manners=Manners(limit=limit), memory=memory, store=store)
