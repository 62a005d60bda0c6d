"""Answers → responses: tagged, so that who has one already is spared it; and refusals as problems (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from foedera import api
from foedera.api.cursors import cursor_of
from foedera.model.page import Place
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _
from foedera.web.v1.parts.framework import HTTPException, Request, Response

TITLES = {
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    409: "Conflict",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    428: "Precondition Required",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
"""What refusals are called, as the protocol has it."""
CREATED, UNCHANGED, WRONG, ABSENT, NOT_ACCEPTABLE, CONFLICT, OTHER, UNUSABLE = 201, 304, 400, 404, 406, 409, 412, 503
JSON, PROBLEM = "application/json", "application/problem+json"
MANY = frozenset({"party"})
"""What a query may name more than once."""
Json = dict[str, object]


class AbsentError(UsageError):
    """What is asked for is not there."""


def answer(request: Request, made: Json, *, tag: str | None = None) -> Response:
    """An answer, or that it has not changed; its tag is the digest of its bytes where no other is given."""
    body = api.answers.text(made).encode(errors="replace")
    tag = tag or _digest(body)
    return tagged(request, tag) or Response(body, media_type=JSON, headers={"ETag": f'"{tag}"'})


def tag_of(made: Json) -> str:
    """The tag of an answer that has no other."""
    return _digest(api.answers.text(made).encode(errors="replace"))


def created(made: Json, at: str) -> Response:
    """That something was made, what it is, and where it can be read."""
    return Response(api.answers.text(made).encode(errors="replace"), CREATED, media_type=JSON, headers={"Location": at})


def page(request: Request, name: str, items: Sequence[Json], after: Place | None) -> Response:
    """A page of a list; the next one is named in the answer and in a header."""
    names = [(key, value) for key, value in request.query_params.multi_items() if key != "cursor"]
    following = f"{request.url.path}?{urlencode([*names, ('cursor', cursor_of(after))])}" if after else None
    response = answer(request, api.answers.page(name, items, following))
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def tagged(request: Request, tag: str) -> Response | None:
    """What there is to say of an answer with this tag without giving it: that it has not changed (304)."""
    known = request.headers.get("if-none-match")
    if known is not None and _names(known, tag):
        return Response(status_code=UNCHANGED, headers={"ETag": f'"{tag}"'})
    wanted = request.headers.get("if-match")
    if wanted is not None and not _names(wanted, tag):
        raise HTTPException(OTHER, _("the answer is no longer the one that was asked for"))
    return None


def untouched(header: str, tag: str) -> None:
    """Nothing, unless what is to be changed is no longer what its reader saw (412)."""
    if not _names(header, tag):
        raise HTTPException(OTHER, _("it changed since it was read; read it again"))


def once(request: Request) -> None:
    """A query names each thing once, but for those that may be many."""
    names = [name for name, _value in request.query_params.multi_items() if name not in MANY]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise HTTPException(WRONG, _("{name!r} can be given once").format(name=twice))


def acceptable(*kinds: str) -> Any:  # noqa: ANN401 - whatever the library calls
    """What refuses a request that accepts none of some media types."""

    def checked(request: Request) -> None:
        accepted = request.headers.get("accept", "*/*")
        ranges = [one.split(";")[0].strip().lower() for one in accepted.split(",") if "q=0" not in one.replace(" ", "").split(";")[1:]]
        fitting = {pattern for kind in kinds for pattern in (kind, kind.split("/", maxsplit=1)[0] + "/*", "*/*")}
        if ranges and ranges != [""] and not fitting & set(ranges):
            what = _("this address answers in {kinds}").format(kinds=", ".join(kinds))
            raise HTTPException(NOT_ACCEPTABLE, what)

    return checked


def problem(status: int, what: str, *, where: str = "", remedy: str = "") -> Response:
    """A refusal."""
    return Response(problem_text(status, what, where=where, remedy=remedy), status, media_type=PROBLEM)


def problem_text(status: int, what: str, *, where: str = "", remedy: str = "") -> bytes:
    """The words of a refusal."""
    told = {"type": "about:blank", "title": TITLES.get(status, ""), "status": status, "detail": what, "where": where, "remedy": remedy}
    return json.dumps(told, ensure_ascii=False).encode(errors="replace")


def status_of(error: FoederaError, *, named: bool) -> int:
    """The number of the answer to an error; `named`: the address itself names what was asked for."""
    if isinstance(error, AbsentError) or (isinstance(error, UsageError) and named):
        return ABSENT
    return WRONG if isinstance(error, UsageError) else UNUSABLE


def _names(header: str, tag: str) -> bool:
    return header.strip() == "*" or f'"{tag}"' in {one.strip().removeprefix("W/") for one in header.split(",")}


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()
