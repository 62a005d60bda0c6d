"""Commands that fill and check a ledger: `ingest`, `verify`, `rebuild`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Lang, Ledger, Published, Shape
from foedera.cli.parts.output import BAD_ITEMS, Format, counting, report_skips
from foedera.model.document import Skip
from foedera.plumbing.interface import _, counted
from foedera.plumbing.settings import shown

PROBLEM = ("where", "what", "remedy")
FAILED = 1

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help=_("Files, folders, or - for standard input."), show_default=False)]
Jsonl = Annotated[bool, typer.Option("--jsonl", help=_("Standard input holds JSON records, one a line."))]
Recorded = Annotated[
    str | None,
    typer.Option("--recorded", metavar="DATE", help=_("The day to record instead of today, to load an archive."), show_default=False),
]
RunnerName = Annotated[
    str | None,
    typer.Option("--runner", metavar="RUNNER", help=_("Who reads: serial, processes or dask; else this process."), show_default=False),
]
Workers = Annotated[int, typer.Option("--workers", min=1, help=_("How many read at once."))]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", help=_("The scheduler of a cluster of Dask."), show_default=False)
]
Work = Annotated[
    str | None,
    typer.Option("--work", metavar="DIR", help=_("Where workers leave their files; else beside the ledger."), show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, ingest, verify, rebuild)


def ingest(  # noqa: PLR0913 - each option is an argument
    *,
    paths: Paths,
    ledger: Ledger = None,
    recorded: Recorded = None,
    lang: Lang = None,
    published: Published = None,
    shape: Shape = Format.text,
    jsonl: Jsonl = False,
    runner: RunnerName = None,
    workers: Workers = 1,
    scheduler: Scheduler = None,
    work: Work = None,
) -> None:
    """Read reports into the ledger.

    Doing so again, or in another order, changes nothing.
    """
    options = api.options(lang=lang, published=published, recorded=recorded, jsonl=jsonl)
    options = replace(options, runner=runner, workers=workers, scheduler=scheduler, work=work)
    skips: list[Skip] = []
    with counting(_("Reading")) as count:

        def progress(item: object) -> None:
            count()
            if isinstance(item, Skip):
                skips.append(item)

        tally = api.ingest(*paths, ledger=ledger, options=replace(options, progress=progress))
    report_skips(skips)
    counts = {"read": tally.read, "unchanged": tally.unchanged, "skipped": tally.skipped, "faults": tally.faults}
    words = [
        counted("{n} report read", "{n} reports read", tally.read),
        counted("{n} there already", "{n} there already", tally.unchanged),
        counted("{n} left out by rule", "{n} left out by rule", tally.skipped),
        counted("{n} bad item", "{n} bad items", tally.faults),
    ]
    answer = Answer(
        json=lambda: api.answers.tally(tally, shown(api.ledger_location(ledger))),
        page=lambda: [Line(body=f"{', '.join(words)}: {shown(api.ledger_location(ledger))}", indent=0)],
        columns=tuple(counts),
        rows=lambda: [dict(counts)],
    )
    deliver(answer, shape)
    if tally.faults:
        raise typer.Exit(BAD_ITEMS)


def verify(ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Hold every quote against its stored text.

    And the entries against those that would be derived now.
    """
    problems = api.verify(ledger=ledger)
    good = [Line(body=_("Every quote stands in its text; entries are as their facts make them."), indent=0)]
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


def rebuild(ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Read all stored reports again and derive everything anew."""
    counts = api.rebuild(ledger=ledger)
    answer = Answer(
        json=lambda: api.answers.counts(counts),
        page=lambda: [Line(left=str(number), body=kind.replace("_", " ")) for kind, number in counts.items()],
        columns=tuple(counts),
        rows=lambda: [dict(counts)],
    )
    deliver(answer, shape)
