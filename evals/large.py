#!/usr/bin/env python3
"""How fast a large ledger answers, and what one more report costs in it: `./run bench ledger --reports N`.

    large.py [--reports N] [--questions N] [--seed N] [--store sqlite|postgres|both] [--ledger PLACE]

The reports are made up by seed together with what they say (measure/invented.py), loaded in bulk, and derived. Questions are those of
users: the dossier of a pair and its events of a year (pairs as often as they are in the news), a state's levels, and words to search
for, each asked through `foedera.api`, from opening the ledger to the answer in JSON, in a process of its own, whose memory is told.
Then further reports are put in, one by one. Of each kind: the median, the 95th of 100, and the longest; in wall time, and in the
processor's time of the process alone, which other work on the machine (and a server's own) does not touch. `--ledger` asks one that
an earlier run has filled and kept there, or fills it further.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles

import foedera
from foedera import knowledge
from foedera import ledger as stores
from foedera.api import answers
from foedera.ledger.parts.store import Ledger
from foedera.model.fact import EventFact
from foedera.model.reading import Reading
from foedera.pipeline import waves
from measure.filling import DAY, fill
from measure.invented import KIND, THING, invented
from measure.servers import Server

LIMITS = {"relation": 100, "events": 100, "search": 100, "levels": 100, "one more report": 100}
"""Milliseconds that 95 of 100 may take, as the project promises."""
MEMORY = 1_000
"""Megabytes that the asking process may take."""
Spent = tuple[float, float]
"""Seconds by the wall, and of the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is asked of which ledger."""

    place: str
    reports: int
    questions: int
    seed: int
    workers: int


def main() -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2, help="who fill the ledger")
    parser.add_argument("--store", choices=("sqlite", "postgres", "both"), default="sqlite")
    parser.add_argument("--ledger", help="where the ledger lies, or is to lie and to stay")
    options = parser.parse_args()
    with ExitStack() as stack:
        for place in _places(stack, options.store, options.ledger):
            trial = Trial(place=place, reports=options.reports, questions=options.questions, seed=options.seed, workers=options.workers)
            sys.stdout.write(f"{'PostgreSQL' if '://' in place else 'SQLite'}, {trial.reports:,} reports\n")
            _fill(trial)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                spent, memory = pool.submit(ask, trial).result()
            _tell(spent, memory)
    return 0


def _places(stack: ExitStack, store: str, kept: str | None) -> list[str]:
    if kept:
        return [kept]
    places = [str(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "large.db")] if store != "postgres" else []
    return places + ([stack.enter_context(Server.start()).new()] if store != "sqlite" else [])


def _fill(trial: Trial) -> None:
    with stores.open(trial.place, create=True) as ledger:
        if ledger.count()["documents"] < trial.reports or not ledger.is_fresh(knowledge.load().digest):
            kept, derived = fill(ledger, trial.reports, seed=trial.seed, workers=trial.workers)
            sys.stdout.write(f"  filled: {trial.reports / kept:,.0f} reports a second kept, {trial.reports / derived:,.0f} derived\n")
        counts = ledger.count()
    entries = sum(counts[kind] for kind in ("events", "levels", "commitments", "mechanisms", "instruments", "people"))
    size = f", {Path(trial.place).stat().st_size / 1e9:.2f} GB" if "://" not in trial.place else ""
    sys.stdout.write(f"  {counts['documents']:,} documents, {counts['facts']:,} facts, {entries:,} entries{size}\n")


def ask(trial: Trial) -> tuple[dict[str, list[Spent]], float]:
    """What each kind of question took, and the megabytes of this process."""
    known, chance = knowledge.load(), random.Random(trial.seed)  # noqa: S311 - a trial, not a secret
    numbers = [chance.randrange(trial.reports) for _ in range(trial.questions)]
    told = [next(invented(known, 1, seed=trial.seed, first=number)) for number in numbers]
    pairs = [_pair(reading) for reading in told]
    words = [f"{chance.choice(KIND)} {chance.choice(THING)}" for _ in numbers]
    words[::2] = [" ".join(chance.sample(reading.article.text.split(), 2)).strip(".,") for reading in told[::2]]
    spent = {
        "relation": [_timed(lambda pair=pair: _relation(pair, trial.place)) for pair in pairs],
        "events": [_timed(lambda pair=pair, year=year: _events(pair, year, trial.place)) for year, pair in enumerate(pairs)],
        "levels": [_timed(lambda pair=pair: foedera.levels(pair[0], ledger=trial.place)) for pair in pairs],
        "search": [_timed(lambda query=query: _search(query, trial.place)) for query in words],
    }
    with stores.open(trial.place) as ledger:
        further = invented(known, trial.questions, seed=trial.seed, first=10**9 + chance.randrange(10**8))
        spent["one more report"] = [_timed(lambda one=one: _put(ledger, one)) for one in further]
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _pair(reading: Reading) -> tuple[str, str]:
    return next((fact.parties[0], fact.parties[1]) for fact in reading.facts if isinstance(fact, EventFact))


def _relation(pair: tuple[str, str], place: str) -> None:
    answers.text(answers.relation(foedera.relation(*pair, ledger=place)))


def _events(pair: tuple[str, str], number: int, place: str) -> None:
    year = str(2005 + number % 20)
    answers.text(answers.listing("events", foedera.events(party=pair, start=year, end=year, ledger=place)))


def _search(query: str, place: str) -> None:
    answers.text(answers.search(query, foedera.search(query, ledger=place)))


def _put(ledger: Ledger, reading: Reading) -> None:
    ledger.replace(reading, DAY)
    waves.refresh(ledger, knowledge.load())


def _timed(work: Callable[[], object]) -> Spent:
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def _tell(spent: dict[str, list[Spent]], memory: float) -> None:
    for kind, times in spent.items():
        wall, own = (_spread([1000 * one for one in column]) for column in zip(*times, strict=True))
        sys.stdout.write(f"  {kind:<16} {wall} (processor: {own}); wanted p95 {LIMITS[kind]} ms\n")
    sys.stdout.write(f"  memory of the asking process {memory:,.0f} MB (at most {MEMORY:,} wanted)\n")


def _spread(some: list[float]) -> str:
    return f"median {median(some):6.1f}, p95 {quantiles(some, n=20)[-1]:7.1f}, most {max(some):7.1f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
