"""Commands on where states stand: `relation`, `levels`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.api.days import last_day
from foedera.api.wording.entries import pair
from foedera.api.wording.relations import standing_words
from foedera.cli.parts import dossier, tables
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line, title
from foedera.cli.parts.options import AsOf, KnownAt, Ledger, Quotes, Shape
from foedera.cli.parts.output import Format
from foedera.cli.parts.sources import sources_of
from foedera.plumbing.interface import _

State = Annotated[str, typer.Argument(metavar="STATE", help=_("A state or organisation, by name or code, in any language of the packs."))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, relation, levels)


def relation(  # noqa: PLR0913 - each option is an argument
    *,
    a: State,
    b: State,
    ledger: Ledger = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    shape: Shape = Format.text,
    quotes: Quotes = False,
) -> None:
    """Show the dossier of two states.

    Level and history, meetings, commitments, mechanisms, instruments, people, sources.
    """
    found = api.relation(a, b, ledger=ledger, as_of=as_of, known_at=known_at)
    answer = Answer(
        json=lambda: api.answers.relation(found),
        page=lambda: dossier.dossier(found, api.names(), quotes=quotes),
        columns=tables.RELATION,
        rows=lambda: tables.relation(found),
    )
    deliver(answer, shape)


def levels(  # noqa: PLR0913 - each option is an argument
    *,
    state: State,
    ledger: Ledger = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    shape: Shape = Format.text,
    quotes: Quotes = False,
) -> None:
    """Show the levels in force of a state."""
    code = api.actor(state)
    found = api.levels(code, ledger=ledger, as_of=as_of, known_at=known_at)

    def page() -> list[Line]:
        names = api.names()
        sources = sources_of(report for standing in found for report in standing.level.reports)
        lines = [title(_("Levels of {state}").format(state=names.actor(code)))]
        for standing in found:
            marks = sources.marks(standing.level)
            partner = pair([party for party in standing.parties if party != code], names)
            lines.append(Line(left=partner, body=standing_words(standing), marks=marks))
            lines += sources.quotes(standing.level) if quotes else []
        return [*lines, *sources.lines(names)] if found else [*lines, Line(body=_("none in the reports read"))]

    answer = Answer(
        json=lambda: api.answers.levels(code, last_day(as_of), found),
        page=page,
        columns=tables.LEVEL,
        rows=lambda: map(tables.standing, found),
        items="levels",
    )
    deliver(answer, shape)
