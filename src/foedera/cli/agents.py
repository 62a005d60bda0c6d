"""The command for language-model agents: `mcp`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Ledger
from foedera.cli.parts.output import say
from foedera.plumbing import discover
from foedera.plumbing.interface import _

Http = Annotated[
    int | None,
    typer.Option("--http", metavar="PORT", min=0, max=65535, show_default=False, help=_("Answer at this port of this machine; 0: any.")),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, mcp)


def mcp(ledger: Ledger = None, http: Http = None) -> None:
    """Answer an agent over the Model Context Protocol.

    On standard input and output, or with --http at an address; the ledger is only read.
    """
    (room,) = discover.modules("foedera.mcp", "serve").values()  # siblings never import each other

    def told(address: str) -> None:
        say(_("The tools are at {address}").format(address=address))

    room.serve(api.ledger_location(ledger), told, port=http)
