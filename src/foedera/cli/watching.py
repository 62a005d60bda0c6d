"""Commands of what comes in by itself: `watch`, `skips`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Lang, Ledger, Shape
from foedera.cli.parts.output import BAD_ITEMS, Format, report_skips, say
from foedera.model.document import Skip
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _, counted

SKIP = ("location", "reason", "detail", "document")
_SPAN = re.compile(r"([0-9]{1,6})([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

Places = Annotated[
    list[str], typer.Argument(metavar="PLACE...", help=_("Feeds (feed:https://...), addresses, folders, files."), show_default=False)
]
Every = Annotated[str, typer.Option("--every", metavar="TIME", help=_("How often to look: 90s, 15m, 6h, 1d."))]
Once = Annotated[bool, typer.Option("--once", help=_("Look once and end, for a clock of your own."))]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="REASON", help=_("Only for this reason: not_interstate, hole."), show_default=False)
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, watch, skips)


def watch(  # noqa: PLR0913 - each option is an argument
    *, places: Places, ledger: Ledger = None, every: Every = "15m", once: Once = False, lang: Lang = None
) -> None:
    """Keep a ledger up to date with feeds and folders.

    Only what is new is fetched and read. Ends when it is interrupted.
    """
    seconds = None if once else _seconds(every)
    left: list[Skip] = []

    def progress(item: object) -> None:
        if isinstance(item, Skip):
            left.append(item)

    options = replace(api.options(lang=lang), progress=progress)
    faults = 0
    for tally in api.watch(*places, ledger=ledger, every=seconds, options=options):
        report_skips(left)
        left.clear()
        faults += tally.faults
        words = (
            counted("{n} report read", "{n} reports read", tally.read),
            counted("{n} left out by rule", "{n} left out by rule", tally.skipped),
            counted("{n} bad item", "{n} bad items", tally.faults),
        )
        say(", ".join(words))
    if faults:
        raise typer.Exit(BAD_ITEMS)


def skips(ledger: Ledger = None, reason: Reason = None, shape: Shape = Format.text) -> None:
    """Tell what was left out of the ledger, and why.

    Bad items, pages that the gate of a crawl turned away, and reports that are not about states.
    """
    found = list(api.skips(ledger=ledger, reason=reason))
    answer = Answer(
        json=lambda: api.answers.skips(found),
        page=lambda: _page(found),
        columns=SKIP,
        rows=lambda: [{"location": one.location, "reason": one.reason, "detail": one.detail, "document": one.document} for one in found],
        items="skips",
    )
    deliver(answer, shape)


def _page(found: list[Skip]) -> list[Line]:
    if not found:
        return [Line(body=_("Nothing was left out."), indent=0)]
    counts = Counter(one.reason for one in found)
    told = [Line(left=str(number), body=reason) for reason, number in counts.most_common()]
    return [*told, *(Line(body=f"{one.location}: {one.detail}", indent=0) for one in found)]


def _seconds(every: str) -> float:
    found = _SPAN.fullmatch(every.strip())
    if found is None or not int(found[1]):
        raise UsageError(_("{every!r} is no time between two rounds").format(every=every), remedy=_("give one as 90s, 15m, 6h or 1d"))
    return float(int(found[1]) * _SECONDS[found[2]])
