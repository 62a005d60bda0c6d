"""The command `doctor`: can Foedera work here?"""

from __future__ import annotations

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Ledger, Shape
from foedera.cli.parts.output import Format
from foedera.plumbing.interface import _

CHECK = ("name", "found", "good", "remedy")
FAILED = 1


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, doctor)


def doctor(ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """Find out whether Foedera can work here.

    Looks at Python, SQLite, the ledger's file, disk space, knowledge and libraries; nothing goes over the network.
    """
    checks = api.doctor(ledger=ledger)

    def page() -> list[Line]:
        lines = []
        for one in checks:
            kind, _space, name = one.name.partition(" ")
            found = one.found if one.good else _("PROBLEM: {found}").format(found=one.found)
            lines.append(Line(left=kind, body=f"{name}: {found}" if name else found, indent=0))
            lines += [Line(left=" ", body=_("Remedy: {remedy}").format(remedy=one.remedy), style="note", indent=0)] if one.remedy else []
        return lines

    answer = Answer(
        json=lambda: api.answers.health(checks),
        page=page,
        columns=CHECK,
        rows=lambda: [{"name": one.name, "found": one.found, "good": str(one.good).lower(), "remedy": one.remedy} for one in checks],
        items="checks",
    )
    deliver(answer, shape)
    if not all(one.good for one in checks):
        raise typer.Exit(FAILED)
