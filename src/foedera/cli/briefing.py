"""The command of briefs: `brief`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import AsOf, KnownAt, Ledger
from foedera.cli.parts.output import say
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _, counted

States = Annotated[
    list[str] | None,
    typer.Argument(metavar="[STATE STATE]", help=_("Two states, by name or code; without them all relations."), show_default=False),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help=_("Only what was first reported on this day or later."), show_default=False),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help=_("Write to this file; its ending names the form: html, md, docx, pdf.")),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, brief)


def brief(  # noqa: PLR0913 - each option is an argument
    *,
    states: States = None,
    ledger: Ledger = None,
    since: Since = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    output: Output = None,
) -> None:
    """Write the brief of two states: two pages, every sentence with its passages.

    Without states, what is new since a day in all relations. Without -o it goes to standard output, in Markdown.
    """
    if states:
        if len(states) != len("ab"):
            raise UsageError(
                _("a brief is of two states, not of {n}").format(n=len(states)), remedy=_("name two, or none with --since DATE")
            )
        made = api.brief(*states, ledger=ledger, since=since, as_of=as_of, known_at=known_at)
    elif since is None or as_of is not None or known_at is not None:
        raise UsageError(
            _("without states a brief takes --since alone"), remedy=_("foedera brief JP VN, or foedera brief --since 2025-12-01")
        )
    else:
        made = api.news(since, ledger=ledger)
    if output is None:
        sys.stdout.write(api.written_brief(made, "md").decode())
        return
    api.brief_file(made, output)
    told = sum(len(section.sentences) for section in made.sections)
    say(f"{output}: {counted('{n} sentence', '{n} sentences', told)}, {counted('{n} note', '{n} notes', len(made.notes))}")
