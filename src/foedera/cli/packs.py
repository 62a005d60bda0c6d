"""The command `packs check`: is the knowledge sound, what does each language have, and what of it does nothing?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts import coverage
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Shape
from foedera.cli.parts.output import BAD_ITEMS, Format, counting, report_skips
from foedera.plumbing.interface import _

FAILED = 1
Tags = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TAG]...", help=_("Languages, by tag or name; all when none is named."), show_default=False),
]
Langs = Annotated[
    list[str] | None,
    typer.Option("--lang", metavar="TAG", help=_("The same as an option; may be repeated."), show_default=False),
]
Corpus = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        metavar="DIR",
        help=_("Reports to try the rules on; else those of the project or the examples."),
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help=_("The language packs."), no_args_is_help=True, rich_markup_mode=None)
    add(group, check)
    # A group of one command stays a group only when it has a callback.
    group.callback()(_packs)
    app.add_typer(group, name="packs")


def check(tags: Tags = None, lang: Langs = None, corpus: Corpus = None, shape: Shape = Format.text) -> None:
    """Check the data, let rules read their examples, and tell what each language has and what of it does nothing.

    Mistakes end with exit code 1; gaps, unused words and rules that no report speaks to are only told.
    """
    with counting(_("Reading")) as count:
        done = api.check_packs([*(tags or ()), *(lang or ())], corpus=corpus, progress=count)
    answer = Answer(
        json=lambda: api.answers.check(done),
        page=lambda: coverage.page(done),
        columns=coverage.COLUMNS,
        rows=lambda: coverage.rows(done),
        items=coverage.ITEMS,
    )
    deliver(answer, shape)
    faults = report_skips(done.skips)
    if done.problems:
        raise typer.Exit(FAILED)
    if faults:
        raise typer.Exit(BAD_ITEMS)


def _packs() -> None:
    """The language packs."""
