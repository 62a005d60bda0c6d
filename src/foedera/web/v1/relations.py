"""The addresses of pairs and of those who take part: the pairs there are, the dossier of one, the actors and their names."""

from __future__ import annotations

from typing import Annotated

from foedera import api
from foedera.model.page import FIRST
from foedera.plumbing.errors import UsageError
from foedera.web.v1.parts import asked
from foedera.web.v1.parts.answers import AbsentError, acceptable, answer, page
from foedera.web.v1.parts.framework import APIRouter, Depends, Path, Query, Request, Response
from foedera.web.v1.parts.openapi import described

router = APIRouter(dependencies=[Depends(acceptable("application/json"))])
State = Annotated[asked.Code, Path(description="The code of a state or organisation.")]


def operations() -> APIRouter:
    """The addresses of this module."""
    return router


@router.get("/relations", **described("api.relations", relation="a=/relations/0/parties/0 b=/relations/0/parties/1"))
def relations(request: Request, query: Annotated[asked.PartyWalk, Query()]) -> Response:
    """The pairs of which the ledger tells, by code, with the level in force and the latest report."""
    stretch = query.stretch()
    every = sorted(api.relations(ledger=request.app.state.ledger), key=lambda one: one.parties)
    found = [one for one in every if set(query.party) <= set(one.parties) and ("+".join(one.parties), "") > stretch.after]
    shown = found[: stretch.limit]
    after = ("+".join(shown[-1].parties), FIRST[1]) if len(found) > len(shown) else None
    return page(request, "relations", [api.answers.pair(one) for one in shown], after)


@router.get("/relations/{a}/{b}", **described("relation"))
def relation(request: Request, a: State, b: State, query: Annotated[asked.Times, Query()]) -> Response:
    """The dossier of two states."""
    times = {"as_of": query.as_of, "known_at": query.known_at}
    return answer(request, api.answers.relation(api.relation(a, b, ledger=request.app.state.ledger, **times)))


@router.get("/actors", **described("api.actors"))
def actors(request: Request, _query: Annotated[asked.Nothing, Query()]) -> Response:
    """The states and organisations that Foedera knows."""
    return page(request, "actors", [_actor(code) for code in asked.actors()], None)


@router.get("/actors/resolve", **described("api.actor"))
def resolve(request: Request, query: Annotated[asked.Named, Query()]) -> Response:
    """The state or organisation that a name means, in any language of the packs."""
    try:
        code = api.actor(query.name)
    except UsageError as error:
        raise AbsentError(error.what, remedy=error.remedy) from error
    return answer(request, {"schema_version": api.answers.SCHEMA_VERSION, **_actor(code)})


def _actor(code: str) -> dict[str, object]:
    (found,) = (one for one in api.world().actors if one.code == code)
    return {"code": found.code, "name": found.name, "kind": found.kind}
