#!/usr/bin/env python3
"""What one more report costs in a small and in a large ledger.

    growth.py [--small N] [--large N] [--reports N] [--seed N]     by default 500 against 5,000, with 60 further reports in each
    growth.py --full                                               1,000 against 100,000

Both ledgers are filled with reports of one world: the same states, some of which are in the news far more often than others, over the same
twenty years, so that the large one holds more of every pair. The reports are made up by seed, with their readings: what is measured is what
a ledger does with a reading (`replace`, and deriving what it touches), which is all that can depend on the ledger. Copies and translations
of earlier reports are among them. The further reports are the same for both, and put into each in turn, so that noise meets both alike.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median, quantiles

from foedera import knowledge
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


def _cost(ledger: sqlite.Ledger, reading: Reading, known: Knowledge) -> float:
    start = time.process_time()
    ledger.replace(reading, DAY)
    waves.refresh(ledger, known)
    return time.process_time() - start


def _told(sizes: tuple[int, int], costs: list[list[float]]) -> int:
    by_size = list(zip(*costs, strict=True))
    for size, own in zip(sizes, by_size, strict=True):
        *_, most = quantiles(own, n=20)
        sys.stdout.write(f"{size:>9,} reports: one more costs {1000 * median(own):7.1f} ms (median), {1000 * most:7.1f} ms (19 of 20)\n")
    ratio = median(by_size[1]) / median(by_size[0])
    pairs = median(large / small for small, large in costs)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"ratio of the medians {ratio:.2f}, median of the ratios {pairs:.2f}; at most {MOST} wanted; peak memory {memory:,.0f} MB\n"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    raise SystemExit(main())
