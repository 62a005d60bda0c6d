#!/usr/bin/env python3
"""What one more report costs in a small and in a large ledger.

    growth.py [--small N] [--large N] [--reports N] [--seed N]     by default 500 against 5,000, with 60 further reports in each
    growth.py --full                                               1,000 against 100,000

Both ledgers are filled with reports of one world: the same states, some of which are in the news far more often than others, over the same
twenty years, so that the large one holds more of every pair and every person. The reports are made up by seed together with what they say.
Copies and translations of earlier reports are among them.

The cost of one report is the processor's time for reading its text and for what the ledger does with it (keeping it, and deriving what
it touches). The ledger's part is printed too; it grows with what is known of the pair and the persons of the report alone.
The further reports are the same for both ledgers, and put into each in turn, so that noise meets both alike.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from foedera import knowledge
from foedera.extraction import readings as extraction
from foedera.ledger import sqlite
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.pipeline import waves
from measure.invented import invented

DAY = "2026-01-01"
MOST = 2.0
"""How many times more one report may cost in the large ledger."""
SHOWN = 2_000
"""After how many reports the filling tells of itself."""


def main() -> int:
    """Fill, measure, print; exit 1 when the large ledger costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=500)
    parser.add_argument("--large", type=int, default=5_000)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", action="store_true", help="1,000 against 100,000")
    options = parser.parse_args()
    small, large = (1_000, 100_000) if options.full else (options.small, options.large)
    known = knowledge.load()
    further = list(invented(known, options.reports, seed=options.seed, first=large))
    with tempfile.TemporaryDirectory() as folder:
        ledgers = []
        for size in (small, large):
            ledgers.append(sqlite.open(Path(folder) / f"{size}.db", create=True))
            _fill(ledgers[-1], invented(known, size, seed=options.seed), known)
        costs = [[_cost(ledger, reading, known) for ledger in ledgers] for reading in further]
        for ledger in ledgers:
            ledger.close()
    return _told((small, large), costs)


def _fill(ledger: sqlite.Ledger, readings: Iterable[Reading], known: Knowledge) -> None:
    """Without waiting for the disk, which a trial needs not outlive."""
    ledger._connection.execute("PRAGMA synchronous = OFF")  # noqa: SLF001 - no ledger of a user does this
    start = time.monotonic()
    for number, reading in enumerate(readings, start=1):
        ledger.replace(reading, DAY)
        if number % SHOWN == 0:
            sys.stderr.write(f"growth: {number} reports kept in {time.monotonic() - start:.0f} s\n")
    waves.refresh(ledger, known)
    sys.stderr.write(f"growth: entries derived after {time.monotonic() - start:.0f} s\n")
    ledger._connection.execute("PRAGMA synchronous = FULL")  # noqa: SLF001 - as every ledger is written


def _cost(ledger: sqlite.Ledger, reading: Reading, known: Knowledge) -> tuple[float, float]:
    """Seconds of reading, and of keeping and deriving."""
    start = time.process_time()
    extraction.read(replace(reading.article, lang="en"), known)
    read = time.process_time()
    ledger.replace(reading, DAY)
    waves.refresh(ledger, known)
    return read - start, time.process_time() - read


def _told(sizes: tuple[int, int], costs: list[list[tuple[float, float]]]) -> int:
    whole, own = [], []
    for size, spent in zip(sizes, zip(*costs, strict=True), strict=True):
        *_, most = quantiles([read + kept for read, kept in spent], n=20)
        whole.append(median(read + kept for read, kept in spent))
        own.append(median(kept for _, kept in spent))
        told = f"{1000 * whole[-1]:6.1f} ms (median; 19 of 20: {1000 * most:.1f} ms), of which the ledger's part {1000 * own[-1]:.1f} ms"
        sys.stdout.write(f"{size:>9,} reports: one more costs {told}\n")
    ratio, memory = whole[1] / whole[0], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"ratio {ratio:.2f} (at most {MOST} wanted), of the ledger's part {own[1] / own[0]:.2f}; peak memory {memory:,.0f} MB\n"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    raise SystemExit(main())
