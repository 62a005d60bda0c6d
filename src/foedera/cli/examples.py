"""The command `examples`: reports to try Foedera on."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.commands import add
from foedera.cli.parts.output import say
from foedera.plumbing.interface import _, counted

Folder = Annotated[str, typer.Argument(metavar="FOLDER", help=_("Where to; it is made where there is none."))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, examples)


def examples(folder: Folder) -> None:
    """Write the example reports into a folder.

    Eight reports on Japan and Vietnam in four languages, written for Foedera. The tutorial begins with them.
    """
    written = api.examples(folder)
    say(f"{folder}: {counted('{n} report', '{n} reports', len(written))}")
