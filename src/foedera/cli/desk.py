"""The command of the desk: `serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Ledger
from foedera.cli.parts.output import say
from foedera.plumbing import discover
from foedera.plumbing.interface import _

Host = Annotated[str, typer.Option("--host", metavar="HOST", help=_("The address to listen at; only one of this machine."))]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help=_("The port to listen at; 0: any that is free."))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, serve)


def serve(ledger: Ledger = None, host: Host = "127.0.0.1", port: Port = 8640) -> None:
    """Open the desk: pages over the ledger in your browser, for you alone.

    Ends when it is interrupted.
    """
    # The room beside this one is found by its verb: siblings never import each other.
    (room,) = discover.modules("foedera.web", "serve").values()

    def told(address: str) -> None:
        say(_("The desk is open at {address}").format(address=address))

    room.serve(api.ledger_location(ledger), told, host=host, port=port)
