"""The operations of this room → an application of its own, which the desk carries under `/api/v1`."""

from __future__ import annotations

from importlib import metadata
from typing import Any

from foedera.plumbing import discover
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location
from foedera.web.parts.guard import Message, Receive, Send, Site
from foedera.web.v1 import VERB
from foedera.web.v1.parts.answers import ABSENT, WRONG, once, problem, status_of
from foedera.web.v1.parts.framework import Depends, FastAPI, HTTPException, Request, RequestValidationError, Response
from foedera.web.v1.parts.openapi import components

ROOM = "foedera.web.v1"
NAME, UNREAD, FAILED = "Foedera", 428, 500
UNTOLD = frozenset({"HTTPValidationError", "ValidationError"})
"""How the library would tell what it refuses; here that is a problem."""
UNUSED = "422"
"""The number by which the library would refuse a query; here that is 400."""


def application(ledger: Location) -> Site:
    """All operations over one ledger."""
    return _with_heads(_made(ledger))


def described() -> dict[str, Any]:
    """What the operations say of themselves, whatever the ledger."""
    return _made("").openapi()


def _made(ledger: Location) -> FastAPI:
    app = FastAPI(
        title=NAME,
        version=metadata.version("foedera"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.ledger = ledger
    for module in discover.modules(ROOM, VERB).values():
        app.include_router(module.operations(), dependencies=[Depends(once)])
    app.add_exception_handler(FoederaError, _refused)
    app.add_exception_handler(RequestValidationError, _misspelt)
    app.add_exception_handler(HTTPException, _turned_away)
    app.add_exception_handler(Exception, _failed)
    _complete(app)
    return app


def _complete(app: FastAPI) -> None:
    """The document of the operations, with the schemas of their answers."""
    made = app.openapi

    def whole() -> dict[str, Any]:
        document = made()
        told = {name: one for name, one in document.get("components", {}).get("schemas", {}).items() if name not in UNTOLD}
        document.setdefault("components", {})["schemas"] = told | components()
        for operation in (one for path in document["paths"].values() for one in path.values()):
            operation["responses"].pop(UNUSED, None)
        return document

    app.openapi = whole  # type: ignore[method-assign] # as its makers tell to do it


async def _refused(request: Request, error: Any) -> Response:  # noqa: ANN401 - as the library has it
    status = status_of(error, named=bool(request.path_params))
    return problem(status, error.what, where=error.where or request.url.path, remedy=error.remedy)


async def _misspelt(request: Request, error: Any) -> Response:  # noqa: ANN401 - as above
    first = error.errors()[0]
    unread = first["type"] == "missing" and first["loc"][0] == "header"
    status = ABSENT if first["loc"][0] == "path" else UNREAD if unread else WRONG
    remedy = _("see {path} for what it knows").format(path=f"{request.scope.get('root_path', '')}/openapi.json")
    return problem(status, f"{first['loc'][-1]}: {first['msg']}", where=request.url.path, remedy=remedy)


async def _turned_away(request: Request, error: Any) -> Response:  # noqa: ANN401 - as above
    told = problem(error.status_code, str(error.detail), where=request.url.path)
    told.headers.update(error.headers or {})
    return told


async def _failed(request: Request, _error: Exception) -> Response:
    remedy = _("the reason stands where foedera serve runs; try again, or tell the makers")
    return problem(FAILED, _("a mistake of Foedera"), where=request.url.path, remedy=remedy)


def _with_heads(app: Site) -> Site:
    """The same, which also answers who asks for heads alone."""

    async def answered(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await app({**scope, "method": "GET"}, receive, without_body)

    return answered
