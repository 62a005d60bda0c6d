"""Commands on the log: the group `audit`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, compact, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Ledger, Shape
from foedera.cli.parts.output import Format, write
from foedera.plumbing.interface import _

PROBLEM = ("where", "what", "remedy")
FAILED = 1
Head = Annotated[
    str | None, typer.Option("--head", metavar="HASH", help=_("What audit head said once: is that line still there?"), show_default=False)
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help=_("The log of all that was done to the ledger."), no_args_is_help=True, rich_markup_mode=None)
    add(group, verify, export, head)
    app.add_typer(group, name="audit")


def verify(head: Head = None, ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Hold the log against its seals and against what the ledger holds.

    Exit code 1 names what was changed, cut or rewritten.
    """
    problems = api.audit_verify(head=head, ledger=ledger)
    good = [Line(body=_("Every line of the log is sealed by the next; the ledger holds what the log tells."), indent=0)]
    answer = Answer(
        json=lambda: api.answers.verification(problems),
        page=lambda: [Line(body=f"{problem.where}: {problem.what}", indent=0) for problem in problems] or good,
        columns=PROBLEM,
        rows=lambda: [{"where": problem.where, "what": problem.what, "remedy": problem.remedy} for problem in problems],
        items="problems",
    )
    deliver(answer, shape)
    if problems:
        raise typer.Exit(FAILED)


def export(ledger: Ledger = None) -> None:
    """Write the log as JSON lines."""
    write(compact(api.answers.log_line(line)) for line in api.audit_export(ledger=ledger))


def head(ledger: Ledger = None) -> None:
    """Print the seal of the last line.

    Keep it elsewhere: audit verify --head finds with it whether the log was cut or rewritten.
    """
    write([f"{api.audit_head(ledger=ledger)}\n"])
