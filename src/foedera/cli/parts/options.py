"""The options that commands share, each named and explained once."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.cli.parts.output import Format
from foedera.plumbing.interface import _

Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="LEDGER",
        help=_("The ledger: a file, or postgresql://user@host/name; else FOEDERA_LEDGER, else the one in your data folder."),
        show_default=False,
    ),
]
Shape = Annotated[Format, typer.Option("--format", help=_("How the answer is written."))]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help=_("The state of things on this day: 2015-01-01."), show_default=False),
]
KnownAt = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        metavar="DATE",
        help=_("From what was recorded by this day, read by today's rules: 2020-06-30."),
        show_default=False,
    ),
]
Party = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="STATE",
        help=_("A state or organisation, by name or code; may be repeated: all take part."),
        show_default=False,
    ),
]
Start = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help=_("Not before: 2023, 2023-11 or 2023-11-27."), show_default=False)
]
End = Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("Not after: 2023, 2023-11 or 2023-11-27."), show_default=False)]
Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help=_("A type of event: talks, visit, signing."), show_default=False)]
Area = Annotated[str | None, typer.Option("--area", metavar="AREA", help=_("A policy area: defence_security, energy."), show_default=False)]
Quotes = Annotated[bool, typer.Option("--quotes", help=_("Show under each line the passage that says so."))]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="TAG", help=_("The language where the record names none: vi."), show_default=False)
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help=_("The day of publication where the record names none."), show_default=False),
]
