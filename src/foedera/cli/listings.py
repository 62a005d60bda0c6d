"""Commands that list entries: `events`, `commitments`, `people`; and `search` over the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Annotated, TypeVar

import typer

from foedera import api
from foedera.api.wording.quotes import QUOTED, gist, quoted
from foedera.cli.parts import entries, tables
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.entries import View
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Area, End, KnownAt, Ledger, Party, Quotes, Shape, Start, Type
from foedera.cli.parts.output import Format
from foedera.cli.parts.sources import sources_of
from foedera.model.entry import Entry
from foedera.model.finding import Finding
from foedera.plumbing.interface import _

Query = Annotated[str, typer.Argument(metavar="QUERY", help=_("Words, with or without their marks; all of them must stand in the report."))]
Limit = Annotated[int, typer.Option("--limit", min=1, help=_("At most so many reports."))]
Listed = TypeVar("Listed", bound=Entry)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, events, commitments, people, search)


def events(  # noqa: PLR0913 - each option is an argument
    *,
    ledger: Ledger = None,
    party: Party = None,
    start: Start = None,
    end: End = None,
    kind: Type = None,
    area: Area = None,
    known_at: KnownAt = None,
    shape: Shape = Format.text,
    quotes: Quotes = False,
) -> None:
    """List what happened.

    Each event once, however many reports tell of it; --type is a type of event.
    """
    found = api.events(ledger=ledger, party=party or (), start=start, end=end, type=kind, area=area, known_at=known_at)
    page = partial(_page, found, entries.event, quotes=quotes)
    deliver(_answer("events", found, (tables.EVENT, tables.event), page), shape)


def commitments(  # noqa: PLR0913 - each option is an argument
    *,
    ledger: Ledger = None,
    party: Party = None,
    start: Start = None,
    end: End = None,
    kind: Type = None,
    area: Area = None,
    known_at: KnownAt = None,
    shape: Shape = Format.text,
    quotes: Quotes = False,
) -> None:
    """List what was promised.

    What was agreed, pledged, reaffirmed, considered, urged or planned (--type), by whom, for how much and by when.
    """
    found = api.commitments(ledger=ledger, party=party or (), start=start, end=end, type=kind, area=area, known_at=known_at)
    page = partial(_page, found, entries.commitment, quotes=quotes)
    deliver(_answer("commitments", found, (tables.COMMITMENT, tables.commitment), page), shape)


def people(  # noqa: PLR0913 - each option is an argument
    *,
    ledger: Ledger = None,
    party: Party = None,
    start: Start = None,
    end: End = None,
    kind: Type = None,
    area: Area = None,
    known_at: KnownAt = None,
    shape: Shape = Format.text,
    quotes: Quotes = False,
) -> None:
    """List the holders of offices.

    --type is an office: prime minister.
    """
    found = api.people(ledger=ledger, party=party or (), start=start, end=end, type=kind, area=area, known_at=known_at)
    page = partial(_page, found, entries.person, quotes=quotes)
    deliver(_answer("people", found, (tables.PERSON, tables.person), page), shape)


def search(query: Query, ledger: Ledger = None, limit: Limit = 20, shape: Shape = Format.text) -> None:
    """Find the reports that hold all words of a query."""
    found = api.search(query, ledger=ledger, limit=limit)
    answer = Answer(
        json=lambda: api.answers.search(query, found),
        page=lambda: _found(found),
        columns=tables.FINDING,
        rows=lambda: map(tables.finding, found),
        items="findings",
    )
    deliver(answer, shape)


def _answer(
    kind: str,
    found: Sequence[Listed],
    table: tuple[Sequence[str], Callable[[Listed], tables.Row]],
    page: Callable[[], Iterable[Line]],
) -> Answer:
    columns, row = table
    return Answer(json=lambda: api.answers.listing(kind, found), page=page, columns=columns, rows=lambda: map(row, found), items=kind)


def _page(found: Sequence[Listed], lines_of: Callable[[Listed, View], list[Line]], *, quotes: bool) -> list[Line]:
    if not found:
        return [Line(body=_("nothing in the ledger fits"))]
    names = api.names()
    sources = sources_of(report for entry in found for report in entry.reports)
    view = View(sources=sources, names=names, quotes=quotes)
    return [*(line for entry in found for line in lines_of(entry, view)), *sources.lines(names)]


def _found(findings: Sequence[Finding]) -> list[Line]:
    if not findings:
        return [Line(body=_("no report holds all these words"))]
    names = api.names()
    sources = sources_of(finding.report for finding in findings)
    lines = [
        Line(left=f"[{sources.numbers[finding.report.document]}]", body=quoted(gist(finding.citation.quote, 2 * QUOTED)))
        for finding in findings
    ]
    return [*lines, *sources.lines(names)]
