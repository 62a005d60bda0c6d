"""The addresses of entries: a list of each kind, one entry, and what sources disagree on."""

from __future__ import annotations

from typing import Annotated

from foedera import api
from foedera.web.parts.ruling import version
from foedera.web.v1.parts import asked
from foedera.web.v1.parts.answers import acceptable, answer, page
from foedera.web.v1.parts.framework import APIRouter, Depends, Query, Request, Response
from foedera.web.v1.parts.openapi import described

router = APIRouter(dependencies=[Depends(acceptable("application/json"))])


def operations() -> APIRouter:
    """The addresses of this module."""
    return router


@router.get("/events", **described("api.events", entry="name=/events/0/id"))
def events(request: Request, query: Annotated[asked.EventWalk, Query()]) -> Response:
    """Meetings, visits, signings and other happenings, by party set and id."""
    return _listed(request, query, "event", "events")


@router.get("/levels", **described("api.levels", entry="name=/levels/0/id"))
def levels(request: Request, query: Annotated[asked.EntryWalk, Query()]) -> Response:
    """Partnerships that states have or had, by party set and id."""
    return _listed(request, query, "level", "levels")


@router.get("/commitments", **described("api.commitments", entry="name=/commitments/0/id"))
def commitments(request: Request, query: Annotated[asked.CommitmentWalk, Query()]) -> Response:
    """Promises, each with what became of it, by party set and id."""
    return _listed(request, query, "commitment", "commitments")


@router.get("/mechanisms", **described("api.mechanisms", entry="name=/mechanisms/0/id"))
def mechanisms(request: Request, query: Annotated[asked.EntryWalk, Query()]) -> Response:
    """Standing dialogues with their sessions, by party set and id."""
    return _listed(request, query, "mechanism", "mechanisms")


@router.get("/instruments", **described("api.instruments", entry="name=/instruments/0/id"))
def instruments(request: Request, query: Annotated[asked.EntryWalk, Query()]) -> Response:
    """Treaties and agreements with their stages, by party set and id."""
    return _listed(request, query, "instrument", "instruments")


@router.get("/people", **described("api.people", entry="name=/people/0/id"))
def people(request: Request, query: Annotated[asked.PersonWalk, Query()]) -> Response:
    """Who was seen in which office of which state, by id; of several parties those of any."""
    return _listed(request, query, "person", "people")


RULED = "If-Match=ETag body.ruling=confirm body.fact=/entry/sources/0/fact"
LEADS = {"passage": "name=/entry/sources/0/fact", "report": "document=/entry/sources/0/document", "rule": RULED}
"""Where one goes from an entry."""


@router.get("/entries/{name}", **described("entry", **LEADS))
def entry(request: Request, name: asked.EntryId, _query: Annotated[asked.Nothing, Query()]) -> Response:
    """One entry, found by its id or by that of any fact in it; its tag changes also with rulings on it."""
    ledger = request.app.state.ledger
    found = api.entry(name, ledger=ledger)
    return answer(request, api.answers.entry(found), tag=version(found, ledger))


@router.get("/disagreements", **described("api.disagreements", entry="name=/disagreements/0/entry"))
def disagreements(request: Request, query: Annotated[asked.PartyWalk, Query()]) -> Response:
    """Entries on which sources give values that cannot all be true, with all of these."""
    found = api.disagreements(ledger=request.app.state.ledger, stretch=query.stretch(), party=query.party)
    return page(request, "disagreements", [api.answers.disputed(one) for one in found.items], found.after)


def _listed(request: Request, query: asked.EntryWalk, kind: str, name: str) -> Response:
    found = api.entries(kind, ledger=request.app.state.ledger, stretch=query.stretch(), **query.filters())
    return page(request, name, [api.answers.listed(one) for one in found.items], found.after)
