"""The addresses of facts: a list of them, and one with its passage."""

from __future__ import annotations

from typing import Annotated

from foedera import api
from foedera.api.walking import Which
from foedera.web.v1.parts import asked
from foedera.web.v1.parts.answers import acceptable, answer, page
from foedera.web.v1.parts.framework import APIRouter, Depends, Query, Request, Response
from foedera.web.v1.parts.openapi import described

router = APIRouter(dependencies=[Depends(acceptable("application/json"))])


def operations() -> APIRouter:
    """The addresses of this module."""
    return router


@router.get("/facts", **described("api.facts", passage="name=/facts/0/id", entry="name=/facts/0/id", report="document=/facts/0/document"))
def facts(request: Request, query: Annotated[asked.FactWalk, Query()]) -> Response:
    """What single reports say, as it was ruled to be, by id: each with its passage, also what is denied or only supposed."""
    which = Which(kind=query.kind, document=query.document, party=query.party)
    found = api.facts(ledger=request.app.state.ledger, stretch=query.stretch(), **which)
    return page(request, "facts", [api.answers.told(one) for one in found.items], found.after)


@router.get("/passages/{name}", **described("api.passage", report="document=/fact/document"))
def passage(request: Request, name: asked.FactId, query: Annotated[asked.Around, Query()]) -> Response:
    """One fact with its passage, the words of the report around it, and the entry it is in."""
    return answer(request, api.answers.passage(api.passage(name, ledger=request.app.state.ledger, around=query.around)))
