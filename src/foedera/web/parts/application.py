"""The pages of this room → an application that a server can run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from foedera import api
from foedera.plumbing import discover
from foedera.plumbing.errors import FoederaError, LedgerError, UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.plumbing.settings import Location
from foedera.web import VERB
from foedera.web.parts.access import Entrance, came_from, guarded_by, is_bearer, session
from foedera.web.parts.guard import Door, Message, Refusal, Site, guarded
from foedera.web.parts.kept import Kept
from foedera.web.parts.packing import packed
from foedera.web.parts.pages import Asked, Moved, Page, Route
from foedera.web.parts.speaking import spoken
from foedera.web.parts.taking import JSON, MEDIA, WITH_FILES, form, refusal, upload
from foedera.web.parts.templates import html, icon, style
from foedera.web.parts.working import wake

WRONG, MISSING, FAILED, UNUSABLE, ELSEWHERE = 400, 404, 500, 503, 303
ROOM = "foedera.web"
ICONS = ("/icon.svg", "/favicon.ico")
"""Where browsers look for the sign of the desk: as told, and unasked."""
PROGRAMS = "/api/v1"
"""Where the interface for programs lies; its libraries are loaded with it."""
RULINGS = f"{PROGRAMS}/rulings"
"""Where programs write."""


def application(ledger: Location, entrance: Entrance | None = None) -> Site:
    """All pages over one ledger, behind the guard, and behind an entrance where there are accounts; batches that were left are taken up."""
    wake(ledger)
    fastapi, responses = library("fastapi", extra="desk"), library("fastapi.responses", extra="desk")
    app = fastapi.FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.add_route("/style.css", lambda _request: responses.Response(style(), media_type="text/css"))
    for place in ICONS:
        app.add_route(place, lambda _request: responses.Response(icon(), media_type="image/svg+xml"))
    written: dict[str, Route] = {}
    ground = Ground(ledger=ledger, entrance=entrance)
    for module in discover.modules(ROOM, VERB).values():
        for route in module.routes():
            app.add_route(route.twin or f"{route.path}.json", _endpoint(route, ground, responses, as_json=True))
            app.add_route(route.path, _endpoint(route, ground, responses, as_json=False))
            if route.take is not None:
                app.add_route(route.path, _taking(route, ground, responses), methods=["POST"])
                written[route.path] = route

    def missing(request: Any, error: Any) -> Any:  # noqa: ANN401 - of a library that not everybody has
        refusal = Refusal(
            status=error.status_code, what=_("there is no such page"), where=request.url.path, remedy=_("begin at the start page")
        )
        return responses.HTMLResponse(refused(refusal), status_code=refusal.status)

    def failed(request: Any, _error: Exception) -> Any:  # noqa: ANN401 - as above
        remedy = _("the reason stands where foedera serve runs; try again, or tell the makers")
        refusal = Refusal(status=FAILED, what=_("a mistake of Foedera"), where=request.url.path, remedy=remedy)
        return responses.HTMLResponse(refused(refusal), status_code=FAILED)

    app.add_exception_handler(library("fastapi.exceptions", extra="desk").HTTPException, missing)
    app.add_exception_handler(MISSING, missing)
    app.add_exception_handler(Exception, failed)
    app.mount(PROGRAMS, import_module(f"{ROOM}.v1.application").application(ledger))
    site = packed(app, PROGRAMS)
    site = guarded_by(site, entrance) if entrance else site
    door = Door(names=entrance.names, private=True) if entrance else Door()
    return spoken(guarded(site, _told, lambda scope: _writing(scope, written, entrance), door))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every page stands on: the ledger, and how the desk is entered."""

    ledger: Location
    entrance: Entrance | None
    kept: Kept = field(default_factory=Kept)

    def asked(self, request: Any) -> Asked:  # noqa: ANN401 - of a library that not everybody has
        """What is asked, but for query and form."""
        if self.entrance is None:
            return Asked(path=request.path_params, ledger=self.ledger)
        return Asked(
            path=request.path_params,
            ledger=self.ledger,
            entrance=self.entrance,
            session=session(request.scope, self.entrance),
            address=came_from(request.scope, self.entrance),
        )


def _writing(scope: Message, written: Mapping[str, Route], entrance: Entrance | None) -> Refusal | bool | None:
    """Whether a form may be sent there, and this one; a program with a token need not be a page of the desk."""
    path = scope["path"]
    own = "https" if entrance and entrance.https else "http"
    scheme = None if entrance and is_bearer(scope) else own
    if path == RULINGS or (path.startswith(f"{RULINGS}/") and path.endswith("/undo")):
        return refusal(scope, media=JSON, scheme=scheme)
    fits = (route for at, route in written.items() if path == at or ("{" in at and path.startswith(at.partition("{")[0])))
    route = next(fits, None)
    if route is None:
        return False
    return refusal(scope, media=WITH_FILES if route.upload else MEDIA, scheme=scheme)


def _told(refusal: Refusal, path: str) -> tuple[str, bytes]:
    """A refusal as who asks for an address can read it: a page, or a problem for programs."""
    if not path.startswith(PROGRAMS + "/"):
        return "text/html; charset=utf-8", refused(refusal)
    answers = import_module(f"{ROOM}.v1.parts.answers")
    return answers.PROBLEM, answers.problem_text(refusal.status, refusal.what, where=refusal.where, remedy=refusal.remedy)


def refused(refusal: Refusal) -> bytes:
    """The page of a refusal."""
    return html("refused.html", {"refusal": refusal, "twin": None})


def _endpoint(route: Route, ground: Ground, responses: Any, *, as_json: bool) -> Callable[[Any], Any]:  # noqa: ANN401 - as above
    media = "application/json" if as_json else "text/html; charset=utf-8"

    def make(request: Any) -> Any:  # noqa: ANN401 - as above
        """The page, or what is sent instead of it."""
        found = route.show(replace(ground.asked(request), query=dict(request.query_params)))
        if isinstance(found, Moved):
            return responses.RedirectResponse(found.to, status_code=ELSEWHERE, headers=dict(found.headers))
        body = api.answers.text(found.answer()).encode() if as_json else _html(found, request)
        return responses.Response(body, media_type=media, headers=dict(found.headers)) if found.headers and not as_json else body

    def endpoint(request: Any) -> Any:  # noqa: ANN401 - as above
        try:
            _check(route, request.query_params.multi_items())
            if route.lasting:
                made = ground.kept.page(ground.ledger, (request.url.path, request.url.query), lambda: make(request))
            else:
                made = make(request)
        except FoederaError as error:
            refusal = Refusal(status=_status(error, route), what=error.what, where=error.where or request.url.path, remedy=error.remedy)
        else:
            return responses.Response(made, media_type=media) if isinstance(made, bytes) else made
        if as_json:
            told: dict[str, object] = {"what": refusal.what, "where": refusal.where, "remedy": refusal.remedy}
            answer = api.answers.text({"schema_version": api.answers.SCHEMA_VERSION, "error": told})
            return responses.Response(answer, status_code=refusal.status, media_type="application/json")
        return responses.HTMLResponse(refused(refusal), status_code=refusal.status)

    return endpoint


def _taking(route: Route, ground: Ground, responses: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - as above
    """What takes a form: the page that it leads to, or a page that says why it was not taken."""
    threads = library("starlette.concurrency", extra="desk")

    async def endpoint(request: Any) -> Any:  # noqa: ANN401 - as above
        take = route.take or route.show
        try:
            async with _sent(request, route, ground) as asked:
                found = await threads.run_in_threadpool(take, asked)
            if isinstance(found, Moved):
                return responses.RedirectResponse(found.to, status_code=ELSEWHERE, headers=dict(found.headers))
            return responses.HTMLResponse(_html(found, request), status_code=found.status, headers=dict(found.headers))
        except FoederaError as error:
            status = WRONG if isinstance(error, UsageError) else _status(error, route)
            told = Refusal(status=status, what=error.what, where=error.where or request.url.path, remedy=error.remedy)
            return responses.HTMLResponse(refused(told), status_code=told.status)

    return endpoint


@asynccontextmanager
async def _sent(request: Any, route: Route, ground: Ground) -> AsyncIterator[Asked]:  # noqa: ANN401 - as above
    """What a form asks, with its files while this is open."""
    if not route.upload:
        yield replace(ground.asked(request), form=await form(request))
        return
    async with upload(request) as (fields, files):
        yield replace(ground.asked(request), form=fields, files=files)


def _html(page: Page, request: Any) -> bytes:  # noqa: ANN401 - as above
    path, query = request.url.path, request.url.query
    twin = ("/index" if path == "/" else path) + ".json" + (f"?{query}" if query else "")
    return html(page.template, {**page.values, "twin": twin, "here": path + (f"?{query}" if query else "")})


def _check(route: Route, given: list[tuple[str, str]]) -> None:
    names = [name for name, _value in given]
    wrong = next((name for name in names if name not in route.accepts or names.count(name) > 1), None)
    if wrong is not None:
        known = ", ".join(sorted(route.accepts)) or _("none")
        what = _("{name!r} cannot be asked of this page, or only once").format(name=wrong)
        raise QueryError(what, remedy=_("it knows: {names}").format(names=known))


class QueryError(UsageError):
    """The query of a request does not fit the page."""


def _status(error: FoederaError, route: Route) -> int:
    if isinstance(error, LedgerError):
        return UNUSABLE
    if isinstance(error, UsageError):
        return MISSING if "{" in route.path and not isinstance(error, QueryError) else WRONG
    return FAILED
