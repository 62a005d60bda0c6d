"""The command of the desk: `serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Ledger
from foedera.cli.parts.output import say
from foedera.plumbing import discover
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

Host = Annotated[str, typer.Option("--host", metavar="HOST", help=_("The address to listen at; one of this machine without accounts."))]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help=_("The port to listen at; 0: any that is free."))]

File = Annotated[
    Path | None,
    typer.Option("--accounts", metavar="FILE", help=_("Let in only who has an account in this file."), show_default=False),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help=_("A name under which others reach the desk; may be repeated."), show_default=False),
]
Https = Annotated[bool, typer.Option("--https", help=_("Browsers reach it over https, which somebody before it speaks."))]
Proxies = Annotated[
    list[str] | None,
    typer.Option(
        "--trust-proxy", metavar="ADDRESS", help=_("Who stands before it and tells truly who asks; may be repeated."), show_default=False
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, serve)


def serve(  # noqa: PLR0913 - each option is an argument
    *,
    ledger: Ledger = None,
    host: Host = "127.0.0.1",
    port: Port = 8640,
    file: File = None,
    names: Names = None,
    https: Https = False,
    proxies: Proxies = None,
) -> None:
    """Open the desk: pages over the ledger in your browser, for you alone, or for those who have an account.

    Ends when it is interrupted.
    """
    # The room beside this one is found by its verb: siblings never import each other.
    (room,) = discover.modules("foedera.web", "serve").values()

    def told(address: str) -> None:
        say(_("The desk is open at {address}").format(address=address))

    named = frozenset(name.lower() for name in names or ())
    entrance = {"names": named, "https": https, "proxies": frozenset(proxies or ())}
    if file is None and any(entrance.values()):
        raise UsageError(_("a desk for others has accounts"), remedy=_("name their file with --accounts"))
    room.serve(api.ledger_location(ledger), told, at=(host, port), entrance=room.Entrance(file=file, **entrance) if file else None)
