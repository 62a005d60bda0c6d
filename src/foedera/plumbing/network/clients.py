"""The address of a service → a client of httpx2 that reaches that service and nobody else, over the door of this room.

The operator names the address, so its host may be one of this machine or network. Redirects are not followed; each answer has an end in
time and in bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foedera.plumbing import optional
from foedera.plumbing.interface import _
from foedera.plumbing.network import bodies
from foedera.plumbing.network.addresses import Allowed
from foedera.plumbing.network.connection import Door, Question, asked, deadline
from foedera.plumbing.network.targets import Target, VisitError, target

OWN = frozenset({"host", "content-length", "connection", "accept-encoding", "transfer-encoding"})
"""Headers that the door writes itself."""
GONE = frozenset({"content-length", "content-encoding", "transfer-encoding", "connection"})
"""Headers of an answer that no longer hold once its body was read and unpacked."""


def client(url: str, *, seconds: float, limit: int) -> Any:  # noqa: ANN401 - of a library that need not be there
    """A client for one service; `seconds` and `limit` (bytes) are those of one answer.

    Raises:
        UsageError: httpx2 is not installed.
        VisitError: the address is none of http or https.
    """
    library = optional.library("httpx2", extra="llm")
    service = target(url)
    door = Door(allowed=Allowed(hosts=frozenset({service.host.lower()})))

    class Transport(library.BaseTransport):  # type: ignore[misc, name-defined]
        """One question and its answer over the door."""

        def handle_request(self, request: Any) -> Any:  # noqa: ANN401 - the shape of the library
            where = target(str(request.url))
            _check(where, service)
            headers = {name: value for name, value in request.headers.items() if name.lower() not in OWN}
            question = Question(method=request.method, headers={**headers, "Accept-Encoding": "gzip, deflate"}, body=request.read())
            left = deadline(seconds)
            with asked(where, question, door, left) as answer:
                told: Mapping[str, str] = {name.lower(): value for name, value in answer.getheaders()}
                body = bodies.body(answer, told.get("content-encoding", ""), limit=limit)
                kept = {name: value for name, value in told.items() if name not in GONE}
                return library.Response(answer.status, headers=kept, content=body, request=request)

    return library.Client(transport=Transport(), follow_redirects=False, trust_env=False)


def _check(where: Target, service: Target) -> None:
    if where.site != service.site:
        raise VisitError("refused", _("is not the service that was named"), where=where.url)
