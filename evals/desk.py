"""How fast the desk answers: a ledger of made-up reports → milliseconds to the first byte of each kind of page or answer.

Pages are asked for without a network in between: what is measured is the work of a page. `./run bench desk [--reports N]`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import foedera
from foedera import ledger as stores
from foedera.web.parts.application import application
from measure.filling import fill
from measure.invented import KIND, THING

QUESTIONS = 50
SLOWEST = 0.95


def main() -> int:
    """Fill, ask, print."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - of the extra that is measured

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "desk.db"
        with stores.open(place, create=True) as ledger:
            fill(ledger, options.reports, seed=options.seed, workers=1)
        desk = TestClient(application(place), base_url="http://127.0.0.1")
        for kind, addresses in pages(place).items():
            _tell(kind, desk, addresses)
    return 0


def pages(place: Path) -> dict[str, list[str]]:
    """Addresses of each kind of page: of the pairs with most entries, and of searches for what is spoken of."""
    pairs = foedera.relations(ledger=place)[:QUESTIONS]
    asked = [f"party={one.parties[0]}&party={one.parties[1]}" for one in pairs]
    return {
        "start": ["/"] * 10,
        "relation": [f"/relation/{'/'.join(one.parties)}" for one in pairs],
        "search": [f"/search?q={kind}+{thing.split()[0]}" for kind in KIND for thing in THING][:QUESTIONS],
        "report": [f"/report/{one.last.document}" for one in pairs if one.last],
        "api page": ["/api/v1/events", "/api/v1/commitments", "/api/v1/people", "/api/v1/facts", "/api/v1/reports", "/api/v1/changes"] * 5,
        "api pair": [f"/api/v1/events?{one}" for one in asked],
        "api file": ["/api/v1/events.csv", "/api/v1/events.parquet"] * 3,
    }


def _tell(kind: str, desk: Any, addresses: Iterable[str]) -> None:  # noqa: ANN401 - of the client
    spent, most = [], 0
    for address in addresses:
        start = time.perf_counter()
        answer = desk.get(address)
        spent.append(1000 * (time.perf_counter() - start))
        if answer.status_code != 200:  # noqa: PLR2004 - done
            sys.exit(f"desk: {address}: {answer.status_code}")
        most = max(most, len(answer.content))
    late = sorted(spent)[int(SLOWEST * (len(spent) - 1))]
    sys.stdout.write(f"{kind:<10} median {statistics.median(spent):4.0f} ms   p95 {late:4.0f} ms   largest {most / 1000:.0f} kB\n")


if __name__ == "__main__":
    sys.exit(main())
