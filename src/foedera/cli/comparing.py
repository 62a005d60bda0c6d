"""The command that holds two statements against each other: `compare`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.api.wording.comparisons import HEADS
from foedera.api.wording.entries import SEPARATOR
from foedera.api.wording.quotes import capital, gist, quoted
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line, heading, title
from foedera.cli.parts.options import Ledger, Shape
from foedera.cli.parts.output import Format
from foedera.cli.parts.tables import Row
from foedera.model.comparison import Compared, Comparison
from foedera.plumbing.interface import _

Report = Annotated[str, typer.Argument(metavar="REPORT", help=_("A report in the ledger: its name, the beginning of it, or its id."))]
COLUMNS = ("change", "parties", "by", "earlier_modality", "earlier_quote", "later_modality", "later_quote")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, compare)


def compare(*, a: Report, b: Report, ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Compare two statements.

    What the later one promises anew, repeats, drops or weakens; the order of the two does not matter.
    """
    found = api.compare(a, b, ledger=ledger)
    answer = Answer(
        json=lambda: api.answers.comparison(found),
        page=lambda: _page(found),
        columns=COLUMNS,
        rows=lambda: map(_row, found.promises),
        items="promises",
    )
    deliver(answer, shape)


def _page(found: Comparison) -> list[Line]:
    lines = [title(f"{found.earlier.record} \N{RIGHTWARDS ARROW} {found.later.record}")]
    for change, head in HEADS.items():
        own = [one for one in found.promises if one.change == change]
        lines += [heading(head), *(line for one in own for line in _lines(one))] if own else []
    return lines if found.promises else [*lines, Line(body=_("no promise of the same parties in both"))]


def _lines(one: Compared) -> list[Line]:
    """What the later one says; below, what the earlier one said."""
    lines = []
    for fact, when in ((one.later, _("later")), (one.earlier, _("earlier"))):
        if fact:
            words = [capital(fact.modality), " \N{EN DASH} ".join(fact.parties), quoted(gist(fact.citation.quote))]
            lines.append(Line(left=when, body=SEPARATOR.join(words)))
    return lines


def _row(one: Compared) -> Row:
    fact = one.later or one.earlier
    return {
        "change": one.change,
        "parties": "; ".join(fact.parties) if fact else None,
        "by": fact.by if fact else None,
        "earlier_modality": one.earlier.modality if one.earlier else None,
        "earlier_quote": one.earlier.citation.quote if one.earlier else None,
        "later_modality": one.later.modality if one.later else None,
        "later_quote": one.later.citation.quote if one.later else None,
    }
