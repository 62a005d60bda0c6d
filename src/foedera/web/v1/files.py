"""The addresses of files: a whole list in one of the forms of `foedera export`, made before its first byte is sent."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from hashlib import file_digest
from typing import IO, Annotated, Any

from foedera import api
from foedera.web.v1.parts import asked
from foedera.web.v1.parts.answers import tagged
from foedera.web.v1.parts.framework import APIRouter, Path, Query, Request, Response, StreamingResponse
from foedera.web.v1.parts.openapi import refusals

router = APIRouter()
MEMORY, PIECE = 1 << 20, 1 << 16
"""Bytes of a file that are held in memory before it goes to disk, and bytes sent at a time."""
KINDS = {
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
    "geojson": "application/geo+json",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "jsonld": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "ris": "application/x-research-info-systems",
    "bibtex": "application/x-bibtex",
    "csl": "application/vnd.citationstyles.csl+json",
}
"""Ending → media type; the ending is the form's name."""
GRAPHS, REFERENCES = ("graphml", "gexf"), ("ris", "bibtex", "csl")
TABLES = ("jsonl", "csv", "parquet", "atom")
WHOLE = (*TABLES, "jsonld", "xlsx", "sqlite")
Table = Annotated[str, asked.OneOf(lambda: TABLES), Path(description="The form.")]
OfEvents = Annotated[str, asked.OneOf(lambda: (*TABLES, "ics", "geojson")), Path(description="The form.")]
OfRelations = Annotated[str, asked.OneOf(lambda: GRAPHS), Path(description="The form.")]
OfAll = Annotated[str, asked.OneOf(lambda: WHOLE), Path(description="The form.")]
OfReports = Annotated[str, asked.OneOf(lambda: REFERENCES), Path(description="The form.")]


def operations() -> APIRouter:
    """The addresses of this module."""
    return router


def _described(*forms: str) -> dict[str, Any]:
    content: dict[str, Any] = {KINDS[form]: {"schema": {}} for form in forms}
    return {"responses": {200: {"description": "The whole list.", "content": content}, **refusals()}, "response_model": None}


@router.get("/events.{form}", **_described(*TABLES, "ics", "geojson"))
def event_file(request: Request, form: OfEvents, query: Annotated[asked.SiftedEvents, Query()]) -> Response:
    """All events that fit, as a file."""
    return _file(request, form, query, "event")


@router.get("/levels.{form}", **_described(*TABLES))
def level_file(request: Request, form: Table, query: Annotated[asked.Sifted, Query()]) -> Response:
    """All levels that fit, as a file."""
    return _file(request, form, query, "level")


@router.get("/commitments.{form}", **_described(*TABLES))
def commitment_file(request: Request, form: Table, query: Annotated[asked.SiftedCommitments, Query()]) -> Response:
    """All commitments that fit, as a file."""
    return _file(request, form, query, "commitment")


@router.get("/mechanisms.{form}", **_described(*TABLES))
def mechanism_file(request: Request, form: Table, query: Annotated[asked.Sifted, Query()]) -> Response:
    """All mechanisms that fit, as a file."""
    return _file(request, form, query, "mechanism")


@router.get("/instruments.{form}", **_described(*TABLES))
def instrument_file(request: Request, form: Table, query: Annotated[asked.Sifted, Query()]) -> Response:
    """All instruments that fit, as a file."""
    return _file(request, form, query, "instrument")


@router.get("/people.{form}", **_described(*TABLES))
def person_file(request: Request, form: Table, query: Annotated[asked.SiftedPeople, Query()]) -> Response:
    """All people that fit, as a file."""
    return _file(request, form, query, "person")


@router.get("/relations.{form}", **_described(*GRAPHS))
def relation_file(request: Request, form: OfRelations, query: Annotated[asked.Sifted, Query()]) -> Response:
    """States and their relations as a graph."""
    return _file(request, form, query, None)


@router.get("/entries.{form}", **_described(*WHOLE))
def entry_file(request: Request, form: OfAll, query: Annotated[asked.Sifted, Query()]) -> Response:
    """All entries that fit, of every kind, as a file."""
    return _file(request, form, query, None)


@router.get("/reports.{form}", **_described(*REFERENCES))
def report_file(request: Request, form: OfReports, query: Annotated[asked.Sifted, Query()]) -> Response:
    """The reports that tell of what fits, as references."""
    return _file(request, form, query, None)


def _file(request: Request, form: str, query: asked.Sifted, kind: str | None) -> Response:
    """The list in a form; it is whole before any of it is sent, so its length is told, and a cut connection shows."""
    made = tempfile.SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115 - closed when it was sent
    api.export(form, made, ledger=request.app.state.ledger, kind=kind, **query.filters())
    length = made.tell()
    made.seek(0)
    tag = file_digest(made, "sha256").hexdigest()
    made.seek(0)
    known = tagged(request, tag)
    if known:
        made.close()
        return known
    headers = {"Content-Length": str(length), "ETag": f'"{tag}"'}
    return StreamingResponse(_pieces(made), headers=headers, media_type=KINDS[form])


def _pieces(made: IO[bytes]) -> Iterator[bytes]:
    with made:
        while piece := made.read(PIECE):
            yield piece
