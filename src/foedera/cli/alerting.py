"""The command of alerts: `alert`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Ledger
from foedera.cli.parts.output import BAD_ITEMS, say
from foedera.plumbing.interface import _, counted

Questions = Annotated[str, typer.Argument(metavar="FILE", help=_("The saved questions, and who is told: see docs/alerts.md."))]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", help=_("A question that is new also tells what was recorded since this day."), show_default=False
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, alert)


def alert(questions: Questions, *, ledger: Ledger = None, since: Since = None) -> None:
    """Tell those who asked what is new in the ledger.

    Each fact is told once to each recipient: as a feed, as a message to an address of the web, or by mail. Run it after each ingest.
    """
    done = api.alert(questions, ledger=ledger, since=since)
    words = (
        counted("{n} new notice", "{n} new notices", done.new),
        counted("{n} delivered", "{n} delivered", done.delivered),
        counted("{n} waiting", "{n} waiting", done.waiting),
    )
    say(", ".join(words))
    for recipient, problem in done.failed:
        say(f"{recipient}: {problem}")
    if done.failed:
        raise typer.Exit(BAD_ITEMS)
