"""The commands `backup` and `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Ledger, Shape
from foedera.cli.parts.output import Format
from foedera.plumbing.interface import _

File = Annotated[Path, typer.Argument(metavar="FILE", help=_("The backup: one compressed file."))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, backup, restore)


def backup(file: File, ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Write all that the ledger stores into a file.

    As of one moment, whoever writes meanwhile; what is derived is left out.
    """
    _deliver(api.backup(file, ledger=ledger), shape)


def restore(file: File, ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Fill a new ledger from a backup.

    As a whole or not at all, also from a file into a database and back; entries are derived anew.
    """
    _deliver(api.restore(file, ledger=ledger), shape)


def _deliver(counts: dict[str, int], shape: Format) -> None:
    answer = Answer(
        json=lambda: api.answers.counts(counts),
        page=lambda: [Line(left=str(number), body=kind.replace("_", " ")) for kind, number in counts.items()],
        columns=tuple(counts),
        rows=lambda: [dict(counts)],
    )
    deliver(answer, shape)
