"""The command `packs check`: is the knowledge sound?"""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Shape
from foedera.cli.parts.output import Format
from foedera.model.problem import Problem
from foedera.plumbing.interface import _

PROBLEM = ("where", "what", "remedy")
FAILED = 1
Tags = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TAG]...", help=_("Languages, by tag or name; all when none is named."), show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help=_("The language packs."), no_args_is_help=True, rich_markup_mode=None)
    add(group, check)
    # A group of one command stays a group only when it has a callback.
    group.callback()(_packs)
    app.add_typer(group, name="packs")


def check(tags: Tags = None, shape: Shape = Format.text) -> None:
    """Check the data and let rules read their examples."""
    done = api.check_packs(tags or ())
    good = Line(body=_("No mistake in {languages}.").format(languages=", ".join(done.languages)), indent=0)
    answer = Answer(
        json=lambda: api.answers.check(done),
        page=lambda: [line for problem in done.problems for line in _lines(problem)] or [good],
        columns=PROBLEM,
        rows=lambda: [{"where": problem.where, "what": problem.what, "remedy": problem.remedy} for problem in done.problems],
        items="problems",
    )
    deliver(answer, shape)
    if done.problems:
        raise typer.Exit(FAILED)


def _packs() -> None:
    """The language packs."""


def _lines(problem: Problem) -> list[Line]:
    remedy = [Line(body=_("Remedy: {remedy}").format(remedy=problem.remedy))] if problem.remedy else []
    return [Line(body=f"{problem.where}: {problem.what}", indent=0), *remedy]
