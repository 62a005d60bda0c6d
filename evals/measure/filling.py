"""A large ledger of made-up reports, filled as a bulk ingest fills one: workers write files of rows, one process loads them and derives."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foedera import knowledge
from foedera.ledger.parts import codec
from foedera.ledger.parts.prepared import Prepared, prepared
from foedera.ledger.parts.store import Ledger
from foedera.pipeline import bulk, partfiles, waves
from foedera.pipeline.options import Options
from foedera.runners import Crew, processes
from measure.invented import invented

DAY = "2026-01-01"
TASK, ROWS = 500, 500
"""Reports of a task, and of a transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FillTask:
    """Reports `first` to `first + count` of the world of a seed, and the file they go to."""

    path: str
    first: int
    count: int
    seed: int


def fill_file(task: FillTask) -> str:
    """Write the rows of made-up reports into a file; its path."""
    with partfiles.writing(Path(task.path)) as put:
        for reading in invented(knowledge.load(), task.count, seed=task.seed, first=task.first):
            put("read", prepared(reading))
    return task.path


def fill(ledger: Ledger, count: int, *, seed: int, workers: int) -> tuple[float, float]:
    """Fill a ledger from where it stops up to `count` reports, and derive its entries; the seconds of both."""
    known, crew = knowledge.load(), Crew(workers=workers, preload="measure.filling")
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        tasks = _tasks(folder, ledger.count()["documents"] // TASK * TASK, count, seed)
        for number, outcome in enumerate(processes.run(fill_file, tasks, crew), start=1):
            path = Path(outcome.made or "")
            readings = [codec.decode(value, Prepared, str(path)) for _, value in partfiles.lines(path)]
            for at in range(0, len(readings), ROWS):
                ledger.load(readings[at : at + ROWS], DAY)
            partfiles.remove(path)
            if number % 4 == 0:
                sys.stderr.write(f"filling: {number * TASK:,} reports kept in {time.monotonic() - start:.0f} s\n")
        kept = time.monotonic()
        site = bulk.Site(ledger=ledger, knowledge=known, options=Options(), folder=Path(folder), runner=processes, crew=crew, recorded=DAY)
        bulk.derive(site)
        waves.refresh(ledger, known)
        return kept - start, time.monotonic() - kept


def _tasks(folder: str, begin: int, count: int, seed: int) -> Iterator[FillTask]:
    for first in range(begin, count, TASK):
        yield FillTask(path=str(Path(folder) / f"fill-{first}"), first=first, count=min(TASK, count - first), seed=seed)
