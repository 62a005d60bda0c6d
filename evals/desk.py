"""How fast the desk answers: a ledger of made-up reports → milliseconds to the first byte of each kind of page or answer.

    desk.py [--reports N] [--seed N] [--ledger PLACE] [--clients N] [--questions N] [--think SECONDS]

First one reader, without a network in between: what is measured is the work of a page. Then so many clients at once against
`foedera serve` in a process of its own, each reading for a while (`--think`) before it asks on; relations are drawn as often as they are
in the news. A page that was asked for before is kept, so what is asked for the first time is told apart. `--ledger` keeps what was filled.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import foedera
from foedera import ledger as stores
from foedera.model.relation import Pair
from foedera.web.parts.application import application
from measure.clients import Answered, Habit, asked_at_once
from measure.filling import fill
from measure.invented import KIND, THING

QUESTIONS = 50
SLOWEST = 0.95
DRAWN = 400
"""Relations that are drawn for the clients."""


def main() -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--questions", type=int, default=30)
    parser.add_argument("--think", type=float, default=2.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or Path(folder) / "desk.db"
        with stores.open(place, create=True) as ledger:
            fill(ledger, options.reports, seed=options.seed, workers=2)
        held = foedera.relations(ledger=place)
        alone(place, held)
        habit = Habit(clients=options.clients, questions=options.questions, think=options.think, seed=options.seed)
        together(place, held, habit)
    return 0


def alone(place: Path, held: tuple[Pair, ...]) -> None:
    """One reader asks for pages of every kind."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - of the extra that is measured

    desk = TestClient(application(place), base_url="http://127.0.0.1")
    for kind, addresses in pages(held[:QUESTIONS]).items():
        _tell(kind, desk, addresses)


def together(place: Path, held: tuple[Pair, ...], habit: Habit) -> None:
    """Clients ask at once for relations and searches."""
    drawn = random.Random(habit.seed).choices(held, weights=[one.entries for one in held], k=DRAWN)  # noqa: S311 - no secret
    asked = {"relation": [f"/relation/{'/'.join(one.parties)}" for one in drawn], "search": pages(held[:QUESTIONS])["search"]}
    with served(place) as (port, process):
        answers = asked_at_once(port, asked, habit)
        memory = _memory(process)
    sys.stdout.write(f"{habit.clients} clients, {habit.think:.1f} s of reading between two questions, {len(answers)} answers:\n")
    for kind in asked:
        own = [one for one in answers if one.kind == kind]
        for again in (False, True):
            _told(kind, [one for one in own if one.again == again], "asked before" if again else "first time")
        _told(kind, own, "all")
    sys.stdout.write(f"the process took {memory} MB at most\n")


def pages(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """Addresses of each kind of page: of the pairs with most entries, and of searches for what is spoken of."""
    pairs = tuple(pairs)
    asked = [f"party={one.parties[0]}&party={one.parties[1]}" for one in pairs]
    return {
        "start": ["/"] * 10,
        "relation": [f"/relation/{'/'.join(one.parties)}" for one in pairs],
        "state": sorted({f"/state/{one.parties[0]}" for one in pairs}),
        "search": [f"/search?q={kind}+{thing.split()[0]}" for kind in KIND for thing in THING][:QUESTIONS],
        "report": [f"/report/{one.last.document}" for one in pairs if one.last],
        "api page": ["/api/v1/events", "/api/v1/commitments", "/api/v1/people", "/api/v1/facts", "/api/v1/reports", "/api/v1/changes"] * 5,
        "api pair": [f"/api/v1/events?{one}" for one in asked],
    }


@contextmanager
def served(place: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The desk over a ledger in a process of its own, and its port."""
    command = [sys.executable, "-m", "foedera", "serve", "--ledger", str(place), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        try:
            told = next(line for line in process.stderr or () if "http://" in line)
            time.sleep(1)
            yield urlsplit(told[told.index("http://") :].split()[0]).port or 0, process
        finally:
            process.terminate()


def _tell(kind: str, desk: Any, addresses: Iterable[str]) -> None:  # noqa: ANN401 - of the client
    spent, most = [], 0
    for address in addresses:
        start = time.perf_counter()
        answer = desk.get(address)
        spent.append(1000 * (time.perf_counter() - start))
        if answer.status_code != 200:  # noqa: PLR2004 - done
            sys.exit(f"desk: {address}: {answer.status_code}")
        most = max(most, len(answer.content))
    sys.stdout.write(f"{kind:<10} median {statistics.median(spent):4.0f} ms   p95 {_late(spent):4.0f} ms   largest {most / 1000:.0f} kB\n")


def _told(kind: str, answers: list[Answered], which: str) -> None:
    if answers:
        spent, most = [one.spent for one in answers], max(one.size for one in answers)
        words = f"median {statistics.median(spent):4.0f} ms   p95 {_late(spent):4.0f} ms   largest {most / 1000:.0f} kB compressed"
        sys.stdout.write(f"{kind:<10} {which:<12} {len(answers):4}   {words}\n")


def _late(spent: list[float]) -> float:
    return sorted(spent)[int(SLOWEST * (len(spent) - 1))]


def _memory(process: subprocess.Popen[str]) -> int:
    """Megabytes that a process took at most, where the system tells it."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1000 for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    sys.exit(main())
