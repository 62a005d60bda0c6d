"""The command that writes the ledger in other forms: `export`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from foedera import api
from foedera.api.asking import Sifted
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Area, End, KnownAt, Ledger, Party, Start
from foedera.cli.parts.output import ReaderGone, say
from foedera.plumbing.interface import _

Form = Annotated[str, typer.Argument(metavar="FORM", help=_("facts, json, csv, xlsx, ... (all forms: see docs/commands.md)."))]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help=_("Write to this file, with FILE.manifest.json beside it."), show_default=False),
]
Type = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help=_("A type of event, a modality or an office: talks, pledged."), show_default=False),
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help=_("Only entries of this kind: event, level, commitment, person."), show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, export)


def export(  # noqa: PLR0913 - each option is an argument
    form: Form,
    *,
    output: Output = None,
    ledger: Ledger = None,
    party: Party = None,
    start: Start = None,
    end: End = None,
    type_: Type = None,
    kind: Kind = None,
    area: Area = None,
    known_at: KnownAt = None,
) -> None:
    """Write the ledger in another form.

    To standard output, or with -o to a file that is there when all is in it. Forms that are lists can be narrowed down.
    """
    filters: Sifted = {"party": party or (), "start": start, "end": end, "type": type_, "area": area, "known_at": known_at}
    filters["kind"] = kind
    if output is not None:
        manifest = api.export_file(form, output, ledger=ledger, **filters)
        say(f"{output}: {_counts(manifest.written.rows)}")
        if manifest.written.left_out:
            say(_("left out: {counts}").format(counts=_counts(manifest.written.left_out)))
        return
    try:
        written = api.export(form, sys.stdout, ledger=ledger, **filters)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error
    if written.left_out:
        say(_("left out: {counts}").format(counts=_counts(written.left_out)))


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in counts.items()) or "0"
