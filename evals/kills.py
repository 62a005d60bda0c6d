#!/usr/bin/env python3
"""`kill -9` at random moments of an ingest, restarted each time, until nothing is left to read: is the ledger the one of a calm run?

    kills.py [--count N] [--seed N]     by default 10 kills

After every kill the ledger is opened and verified; after the last run of each ledger its exports are compared, byte for byte,
with those of a calm ingest, and its entries with those derived anew. Runs are plain ones, and ones by a runner with its files and
partitions; ledgers are files and, where a server is installed, PostgreSQL databases. In the end the same reports are read three
times, in any order, by two processes at once; and once by two workers, of which one is killed, for each runner. The reports are
those of the corpus; each run is a copy of this process, which has loaded the packs already.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import foedera
from foedera import ledger as stores
from foedera.pipeline import bulk
from foedera.plumbing.errors import LedgerError
from measure.servers import Server, programs

TEXTS = sorted((Path(__file__).resolve().parent / "corpus" / "texts").glob("*.txt"))
FORMS = ("facts", "json", "ledger")
DAY = "2026-01-01"
RUNNERS = (None, "serial")


@dataclass(slots=True, kw_only=True)
class Trial:
    """What a soak knows, and what went wrong in it."""

    chance: random.Random
    folder: Path
    server: Server | None
    calm: str = ""
    seconds: float = 0.0
    kills: int = 0
    ledgers: int = 0
    faults: list[str] = field(default_factory=list)

    def place(self) -> str:
        """A new place for a ledger: a file, or every other time a database."""
        self.ledgers += 1
        return self.server.new() if self.server and self.ledgers % 2 else str(self.folder / f"{self.ledgers}.db")


def main() -> int:
    """Soak, print; exit 1 when a ledger came out otherwise than in calm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(Server.start()) if programs() else None
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        trial = Trial(chance=random.Random(options.seed), folder=folder, server=server)  # noqa: S311 - a trial, not a secret
        _calm(trial)
        while trial.kills < options.count:
            _disturbed(trial, options.count)
        _at_once(trial)
        for runner in ("processes", *(["dask"] if find_spec("distributed") else [])):
            _workers_killed(trial, runner)
    kinds = "files and databases" if server else "files (no PostgreSQL is installed)"
    sys.stdout.write(f"{trial.kills} kills of an ingest of {trial.seconds:.1f} s in {trial.ledgers} ledgers, {kinds}: ")
    sys.stdout.write(f"{len(trial.faults)} faults\n" + "".join(f"  {fault}\n" for fault in trial.faults))
    return 1 if trial.faults else 0


def _calm(trial: Trial) -> None:
    """What is expected, and how long it takes; the packs are loaded on the way."""
    place = str(trial.folder / "calm.db")
    foedera.ingest(*TEXTS, ledger=place, options=foedera.options(recorded=DAY))
    trial.calm = _exported(place)
    begin = time.monotonic()
    _wait(_begun(partial(_ingest, str(trial.folder / "again.db"), TEXTS, None)))
    trial.seconds = time.monotonic() - begin


def _disturbed(trial: Trial, count: int) -> None:
    """One ledger, killed again and again until a run comes to its end."""
    place, runner = trial.place(), trial.chance.choice(RUNNERS)
    name = f"ledger {trial.ledgers} ({'database' if '://' in place else 'file'}, {runner or 'plain'})"
    ended = False
    while not ended:
        child = _begun(partial(_ingest, place, trial.chance.sample(TEXTS, len(TEXTS)), runner))
        if trial.kills < count:
            ended = _killed(child, trial.chance.uniform(0, trial.seconds))
            trial.kills += not ended
        else:
            ended = True
            _wait(child)
        _check(trial, f"{name} after {trial.kills} kills", place, whole=ended)
    sys.stderr.write(f"kills: {name} done after {trial.kills} kills\n")


def _at_once(trial: Trial) -> None:
    """The same reports three times, in any order, by two processes at once."""
    for _ in range(2 if trial.server else 1):
        place = trial.place()
        batches = [trial.chance.sample(TEXTS * 3, 3 * len(TEXTS)) for _ in range(2)]
        runners = trial.chance.sample(RUNNERS, 2)
        children = [_begun(partial(_ingest, place, batch, runner)) for batch, runner in zip(batches, runners, strict=True)]
        if any(_wait(child) for child in children):
            trial.faults.append(f"{place}: one of two at once failed")
        _check(trial, f"{place} by two at once", place, whole=True)


def _workers_killed(trial: Trial, runner: str) -> None:
    """An ingest by two workers, one of which is killed as soon as it has begun to read."""
    place, work = str(trial.folder / f"{runner}.db"), trial.folder / f"{runner}-work"
    options = ["--recorded", DAY, "--ledger", place, "--runner", runner, "--workers", "2", "--work", str(work)]
    command = [sys.executable, "-m", "foedera", "ingest", *map(str, TEXTS), *options]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program
    while running.poll() is None and not list(work.rglob("*.at")):
        time.sleep(0.01)
    time.sleep(trial.chance.uniform(0, 0.5))
    workers = _leaves(running.pid)
    killed = bool(workers) and running.poll() is None
    if killed:
        os.kill(trial.chance.choice(workers), signal.SIGKILL)
    if running.wait() or not killed:
        trial.faults.append(f"{runner}: the ingest failed, or nobody could be killed")
    _check(trial, f"{runner} with a worker killed", place, whole=True)
    sys.stderr.write(f"kills: {runner} done, one of {len(workers)} workers killed\n")


def _leaves(process: int) -> list[int]:
    """The processes under one that have none under them, but for those that only keep account of resources."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            parents[int(status.parent.name)] = int(fields[1])
    under, found = {process}, {process}
    while found:
        found = {child for child, parent in parents.items() if parent in found}
        under |= found
    leaves = [one for one in under - {process} if one not in parents.values()]
    return sorted(one for one in leaves if "resource_tracker" not in Path(f"/proc/{one}/cmdline").read_text())


def _check(trial: Trial, name: str, place: str, *, whole: bool) -> None:
    try:
        with stores.open(place) as kept:
            trial.faults += [f"{name}: {problem.where}: {problem.what}" for problem in kept.verify()]
    except LedgerError as error:
        if whole or ("no ledger" not in error.what and "not a ledger" not in error.what):
            trial.faults.append(f"{name}: {error}")
        return
    if whole:
        trial.faults += [f"{name}: {problem.what}" for problem in foedera.verify(ledger=place)]
        if _exported(place) != trial.calm:
            trial.faults.append(f"{name}: the exports are not those of a calm run")


def _ingest(place: str, paths: list[Path], runner: str | None) -> None:
    bulk.FEW, bulk.FILES, bulk.ROWS = 5, 7, 3
    foedera.ingest(*paths, ledger=place, options=replace(foedera.options(recorded=DAY), runner=runner))


def _exported(place: str) -> str:
    out = io.StringIO()
    for form in FORMS:
        foedera.export(form, out, ledger=place)
    return out.getvalue()


def _begun(work: Callable[[], None]) -> int:
    """A copy of this process that does the work, and its number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def _killed(child: int, seconds: float) -> bool:
    """Whether the process came to its end before it was killed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    _wait(child)
    return False


def _wait(child: int) -> int:
    return os.waitpid(child, 0)[1]


if __name__ == "__main__":
    raise SystemExit(main())
