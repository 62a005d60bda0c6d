#!/usr/bin/env python3
"""How much faster two processes ingest than one, beside the same for an empty loop: `./run bench processes`.

    scaling.py [--reports N] [--rounds N]

The reports are those of the corpus, each many times over with a line of its own at the end, so that all are different documents. A run
ingests them into a new ledger, from the start of its processes to the last entry derived; before, one process and then two do nothing but
count, for what two cores of this machine are worth at that moment. Of each the best of all rounds counts. Ends with 1 when two processes
are less than 1.8 times as fast, or less than 0.92 of what the loop gains.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from foedera import knowledge
from foedera import ledger as stores
from foedera.pipeline import bulk
from foedera.pipeline.options import DEFAULT
from measure.material import CORPUS

NEEDED, OF_LOOP = 1.8, 0.92
"""The least ratio of two processes to one; the least share of what an empty loop gains."""
STEPS = 20_000_000
"""Steps of the empty loop, for each process."""


def main() -> int:
    """Print both ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder, "reports")
        _write(reports, options.reports)
        loop = _best(options.rounds, _count)
        ingest = _best(options.rounds, lambda workers: _ingest(reports, workers))
    for name, (one, two) in (("empty loop", loop), ("ingest", ingest)):
        sys.stdout.write(f"{name:12}one process {one:8.1f} a second, two {two:8.1f}: {two / one:.2f} times\n")
    gained, share = ingest[1] / ingest[0], ingest[1] / ingest[0] / (loop[1] / loop[0])
    sys.stdout.write(f"ingest gains {share:.2f} of what the loop gains (at least {NEEDED} times and {OF_LOOP} wanted)\n")
    return int(gained < NEEDED or share < OF_LOOP)


def _write(folder: Path, number: int) -> None:
    folder.mkdir()
    texts = sorted((CORPUS / "texts").glob("*.txt"))
    for at in range(number):
        text = texts[at % len(texts)].read_text(encoding="utf-8")
        (folder / f"{at:06}.txt").write_text(f"{text}\n\n({at})\n", encoding="utf-8")


def _best(rounds: int, rate: Callable[[int], float]) -> tuple[float, float]:
    """The best rates of one process and of two, which take turns, so that noise meets both alike."""
    found = [(rate(1), rate(2)) for _ in range(rounds)]
    return max(one for one, _ in found), max(two for _, two in found)


def _count(workers: int) -> float:
    """Steps a second of all processes together, in millions."""
    context = get_context("spawn")
    processes = [context.Process(target=_idle) for _ in range(workers)]
    start = time.perf_counter()
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return workers * STEPS / (time.perf_counter() - start) / 1e6


def _idle() -> None:
    for _ in range(STEPS):
        pass


def _ingest(reports: Path, workers: int) -> float:
    """Reports a second."""
    options = replace(DEFAULT, runner="processes", workers=workers)
    with tempfile.TemporaryDirectory() as folder, stores.open(Path(folder, "t.db"), create=True) as kept:
        start = time.perf_counter()
        tally = bulk.ingest(kept, [str(reports)], knowledge.load(), options=options)
        return tally.read / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())
