"""The addresses where programs rule: all rulings, one, a new one, and the way back; nobody rules on what changed since he read it."""

from __future__ import annotations

from typing import Annotated

from foedera import api
from foedera.api.rulings import Listed
from foedera.model.entry import Entry
from foedera.model.judgement import Judgement
from foedera.model.page import Place
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location
from foedera.web.parts.access import signature
from foedera.web.parts.ruling import RULING, Wanted, ruled, version
from foedera.web.v1.parts import asked
from foedera.web.v1.parts.answers import CONFLICT, AbsentError, Json, acceptable, answer, created, page, tag_of, untouched
from foedera.web.v1.parts.framework import APIRouter, Depends, HTTPException, Query, Request, Response
from foedera.web.v1.parts.openapi import described, writes

router = APIRouter(dependencies=[Depends(acceptable("application/json"))])


def operations() -> APIRouter:
    """The addresses of this module."""
    return router


@router.get("/rulings", **described("api.rulings", ruling="name=/rulings/0/id"))
def rulings(request: Request, query: Annotated[asked.Walk, Query()]) -> Response:
    """What people ruled, in order of time, also what was taken back."""
    stretch = query.stretch()
    found = [one for one in api.judgements(ledger=request.app.state.ledger) if _place(one) > stretch.after]
    shown = found[: stretch.limit]
    after = _place(shown[-1]) if len(found) > len(shown) else None
    return page(request, "rulings", [api.answers.judgement(one.judgement, one.withdrawn_by) for one in shown], after)


@router.get("/rulings/{name}", **described("api.ruling", undo="name=/ruling/id If-Match=ETag body.why=/ruling/ruling"))
def ruling(request: Request, name: asked.RulingId, _query: Annotated[asked.Nothing, Query()]) -> Response:
    """One ruling, and the one that took it back, if any did."""
    return answer(request, _told(_listed(name, request.app.state.ledger)))


@router.post("/rulings", **writes("api.ruling", ruling="name=/ruling/id"))
def rule(request: Request, seen: asked.Seen, verdict: asked.Verdict, _query: Annotated[asked.Nothing, Query()]) -> Response:
    """Rule on a fact; `If-Match` is the `ETag` of its entry (`/entries/{name}`) as it was read."""
    ledger = request.app.state.ledger
    with RULING:
        untouched(seen, version(_entry(verdict.fact, ledger), ledger))
        made = _made(Wanted(**verdict.model_dump()), ledger)
    return _created(request, made)


@router.post("/rulings/{name}/undo", **writes("api.ruling", ruling="name=/ruling/id"))
def undo(
    request: Request, name: asked.RulingId, seen: asked.Seen, why: asked.Reasoned, _query: Annotated[asked.Nothing, Query()]
) -> Response:
    """Take a ruling back, by another one; `If-Match` is the `ETag` of the ruling (`/rulings/{name}`) as it was read."""
    ledger = request.app.state.ledger
    with RULING:
        untouched(seen, tag_of(_told(_listed(name, ledger))))
        try:
            made = api.judge_undo(name, why=why.why, by=signature(), ledger=ledger)
        except UsageError as error:
            raise HTTPException(CONFLICT, error.what) from error
    return _created(request, made)


def _place(listed: Listed) -> Place:
    return (listed.judgement.recorded, listed.judgement.id)


def _told(listed: Listed) -> Json:
    return api.answers.ruling(listed)


def _listed(name: str, ledger: Location) -> Listed:
    found = next((one for one in api.judgements(ledger=ledger) if one.judgement.id == name), None)
    if found is None:
        raise AbsentError(_("{name!r} is the id of no ruling").format(name=name), remedy=_("see the page of all rulings"))
    return found


def _entry(fact: str, ledger: Location) -> Entry:
    try:
        return api.entry(fact, ledger=ledger)
    except UsageError as error:
        raise AbsentError(error.what, where=error.where, remedy=error.remedy) from error


def _made(wanted: Wanted, ledger: Location) -> Judgement:
    try:
        return ruled(wanted, ledger)
    except UsageError as error:
        raise HTTPException(CONFLICT, error.what) from error


def _created(request: Request, made: Judgement) -> Response:
    return created(_told(_listed(made.id, request.app.state.ledger)), f"{request.scope.get('root_path', '')}/rulings/{made.id}")
