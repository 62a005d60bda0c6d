"""The addresses of what was read: reports, one with its text, a search, what was left out, what was done."""

from __future__ import annotations

from typing import Annotated

from foedera import api
from foedera.web.v1.parts import asked
from foedera.web.v1.parts.answers import acceptable, answer, page
from foedera.web.v1.parts.framework import APIRouter, Depends, Query, Request, Response
from foedera.web.v1.parts.openapi import described

router = APIRouter(dependencies=[Depends(acceptable("application/json"))])


def operations() -> APIRouter:
    """The addresses of this module."""
    return router


@router.get("/reports", **described("api.reports", report="document=/reports/0/document"))
def reports(request: Request, query: Annotated[asked.Walk, Query()]) -> Response:
    """The reports that were read, by the id of their document."""
    found = api.reports(ledger=request.app.state.ledger, stretch=query.stretch())
    return page(request, "reports", [api.answers.source(one) for one in found.items], found.after)


@router.get("/reports/{document}", **described("report"))
def report(request: Request, document: asked.DocumentId, _query: Annotated[asked.Nothing, Query()]) -> Response:
    """One report with its text, its facts, and what was left out of it."""
    return answer(request, api.answers.report(api.report(document, ledger=request.app.state.ledger)))


@router.get("/search", **described("api.findings"))
def search(request: Request, query: Annotated[asked.SearchWalk, Query()]) -> Response:
    """The reports that hold all words of a query, those with the very marks first, of these the latest."""
    found = api.search_page(query.q, ledger=request.app.state.ledger, stretch=query.stretch())
    return page(request, "findings", [api.answers.finding(one) for one in found.items], found.after)


@router.get("/skips", **described("api.skips"))
def skips(request: Request, query: Annotated[asked.SkipWalk, Query()]) -> Response:
    """What was left out and why: what could not be read, then reports that tell nothing between states."""
    found = api.left_out(ledger=request.app.state.ledger, stretch=query.stretch(), reason=query.reason)
    return page(request, "skips", [api.answers.skip(one) for one in found.items], found.after)


@router.get("/changes", **described("api.changes", passage="name=/changes/0/facts/0/id"))
def changes(request: Request, query: Annotated[asked.ChangeWalk, Query()]) -> Response:
    """What was done to the ledger, in the order of the log: reports read and read anew, rulings made."""
    found = api.changes(ledger=request.app.state.ledger, stretch=query.stretch(), since=query.since)
    return page(request, "changes", [api.answers.change(one) for one in found.items], found.after)
