"""Lines → text for a terminal, and the progress bar; the only module that knows Rich."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.padding import Padding
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from foedera.cli.parts.lines import Line

COLUMNS = 80
LEFT = 18
_STYLES = {"title": "bold", "heading": "bold cyan", "plain": "", "quote": "italic dim", "note": "yellow"}


def painted(lines: Iterable[Line]) -> str:
    """The page as text of at most 80 columns, with colour on a terminal only or as NO_COLOR and FORCE_COLOR wish."""
    out = _console()
    with out.capture() as kept:
        for line in lines:
            if line.style == "heading":
                out.print()
            out.print(Padding(_grid(line), (0, 0, 0, line.indent)))
    # Rich fills each line up to the margin; nobody wants these spaces in a file.
    return "".join(f"{row.rstrip()}\n" for row in kept.get().splitlines())


@contextmanager
def counter(label: str) -> Iterator[Callable[[], None]]:
    """Something to call for each item done; the count stands on standard error meanwhile."""
    with Progress(SpinnerColumn(), TextColumn("{task.description} {task.completed}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda: bar.advance(task)


def _grid(line: Line) -> Table | Text:
    body = Text(line.body, style=_STYLES[line.style])
    if line.marks:
        body.append(f" {line.marks}", style="dim")
    if not line.left:
        return body
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=max(LEFT - line.indent, 4))
    grid.add_column()
    grid.add_row(Text(line.left, style="cyan"), body)
    return grid


def _console() -> Console:
    plain = Console(highlight=False, markup=False, emoji=False)
    width = min(COLUMNS, plain.width) if sys.stdout.isatty() else COLUMNS
    forced = False if os.environ.get("NO_COLOR") else bool(os.environ.get("FORCE_COLOR")) or None
    return Console(highlight=False, markup=False, emoji=False, width=width, force_terminal=forced)
