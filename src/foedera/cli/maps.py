"""The command that lays out where one state stands with every other: `map`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.api.wording.maps import in_rank, mapped_words, sign
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line, title
from foedera.cli.parts.options import AsOf, End, Ledger, Shape, Start
from foedera.cli.parts.output import Format
from foedera.cli.parts.sources import sources_of
from foedera.cli.parts.tables import Row
from foedera.model.worldmap import Mapped, WorldMap
from foedera.plumbing.interface import _, counted

State = Annotated[
    str | None,
    typer.Argument(
        metavar="STATE",
        help=_("A state or organisation, by name or code, in any language of the packs; else the state with most entries."),
        show_default=False,
    ),
]
By = Annotated[str, typer.Option("--by", metavar="level|contacts", help=_("The level in force, or the number of meetings."))]
COLUMNS = ("state", "column", "row", "level", "rung", "since", "in_force_by", "meetings")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, map)


def map(  # noqa: A001, PLR0913 - the name of the command, each of whose options is an argument
    *,
    state: State = None,
    ledger: Ledger = None,
    by: By = "level",
    as_of: AsOf = None,
    start: Start = None,
    end: End = None,
    shape: Shape = Format.text,
) -> None:
    """Show where a state stands with every other.

    The level in force on a day, or the number of meetings in a span, and the tile of each state on the map of the desk.
    """
    found = api.world_map(state, ledger=ledger, by=by, as_of=as_of, start=start, end=end)
    answer = Answer(
        json=lambda: api.answers.world_map(found),
        page=lambda: _page(found),
        columns=COLUMNS,
        rows=lambda: [_row(one, found) for one in found.states],
        items="states",
    )
    deliver(answer, shape)


def _page(found: WorldMap) -> list[Line]:
    names, ranked = api.names(), in_rank(found)
    if found.state is None:
        return [Line(body=_("the ledger tells of no relation of a state"))]
    sources = sources_of(report for one in ranked if one.standing for report in one.standing.level.reports)
    head = _("Levels of {state}") if found.by == "level" else _("Meetings of {state}")
    lines = [title(head.format(state=names.actor(found.state)))]
    for one in ranked:
        words = f"{names.actor(one.state)}: {mapped_words(one, found)}"
        lines.append(Line(left=sign(one, found), body=words, marks=sources.marks(one.standing.level) if one.standing else ""))
    rest = len(found.states) - len(ranked)
    lines.append(Line(body=counted("{n} other state: none in the reports read", "{n} other states: none in the reports read", rest)))
    return [*lines, *sources.lines(names)]


def _row(one: Mapped, found: WorldMap) -> Row:
    tile = {"column": one.tile.column if one.tile else None, "row": one.tile.row if one.tile else None}
    if found.by == "contacts":
        return {"state": one.state, **tile, "meetings": one.meetings}
    level = one.standing.level if one.standing else None
    return {
        "state": one.state,
        **tile,
        "level": level.level if level else None,
        "rung": found.rung(level.level) if level else None,
        "since": level.since.edtf if level and level.since else None,
        "in_force_by": one.standing.by if one.standing else None,
    }
