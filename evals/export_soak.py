#!/usr/bin/env python3
"""Are exports what readers of others take them for, and do long ones need little memory? `./run soak exports`.

export_soak.py PYTHON [--rows N]   PYTHON is that of an environment with requirements/readers.txt; LibreOffice is taken from the system

Every form is written from the corpus and the examples, read back by a reader of others (`reading_back.py`), and its counts held
against the manifest. Then so many rows (1,000,000), entries of the same ledger again and again under new ids, are written in the
forms of long lists, each in a process of its own whose memory is told (Linux): at most 300 MB.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

import foedera
from foedera.api.packs import known
from foedera.exports.parts.contents import Contents
from foedera.model.entries import Entries
from foedera.model.entry import Entry

ROOT = Path(__file__).resolve().parents[1]
TEXTS = (ROOT / "evals" / "corpus" / "texts", ROOT / "examples" / "reports")
LONG = ("csv", "jsonl", "parquet", "sqlite")
MEGABYTES = 300
SUMS = {"atom": "entries", "plover": "rows", "cameo": "rows"}
"""Forms of which a reader counts rows of all kinds together."""


def main() -> int:
    """Both trials; 1 when one fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="foedera-") as place:
        ledger = Path(place) / "ledger.db"
        foedera.ingest(*TEXTS, ledger=ledger)
        wrong += _read_back(ledger, Path(place), asked.python)
        for form in LONG:
            path = Path(place) / f"long.{form}"
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
                megabytes, seconds = one.submit(long, form, path, ledger, asked.rows).result()
            size = path.stat().st_size / 1e6
            wrong += megabytes > MEGABYTES
            sys.stdout.write(
                f"{form}: {asked.rows:,} rows, {size:,.0f} MB in {seconds:.0f} s, {megabytes:.0f} MB of memory (at most {MEGABYTES})\n"
            )
            path.unlink()
    return bool(wrong)


def _read_back(ledger: Path, folder: Path, python: Path) -> int:
    written = {form: foedera.export_file(form, folder / f"ledger.{form}", ledger=ledger).written.rows for form in foedera.export_forms()}
    done = subprocess.run([python, ROOT / "evals" / "reading_back.py", folder], check=True, capture_output=True, text=True)  # noqa: S603 - our own
    wrong = 0
    for named, counts in json.loads(done.stdout).items():
        expected = _expected(named.partition(" ")[0], written[named.partition(" ")[0]], counts)
        wrong += counts != expected
        verdict = "as the manifest says" if counts == expected else f"BUT THE MANIFEST SAYS {expected}"
        sys.stdout.write(f"{named}: {sum(counts.values())} {verdict}\n")
    unread = set(written) - {named.partition(" ")[0] for named in json.loads(done.stdout)}
    sys.stdout.write(f"our own forms, which no one else reads: {', '.join(sorted(unread))}\n")
    return wrong


def _expected(form: str, rows: Mapping[str, int], counts: Mapping[str, int]) -> dict[str, int]:
    """What the manifest says, in the words in which the reader counts."""
    if form in SUMS:
        return {SUMS[form]: sum(rows.values())}
    if form == "ftm":
        return {"event": rows["event"], "person": rows["person"], "level and commitment": rows["level"] + rows["commitment"]}
    if form == "jsonld":
        return {"annotation": rows["annotation"]}
    return {name: rows.get(name, 0) for name in counts} if set(rows) <= set(counts) else dict(rows)


def long(form: str, path: Path, ledger: Path, count: int) -> tuple[float, float]:
    """Write so many made-up entries; megabytes that this process held at most, and seconds."""
    module, begun = import_module(f"foedera.exports.{form}"), time.monotonic()
    found = (*foedera.events(ledger=ledger), *foedera.commitments(ledger=ledger), *foedera.people(ledger=ledger))
    contents = Contents(
        readings=tuple, entries=Entries, listed=lambda: _made_up(found, count), reports=tuple, world=known().world, positions=dict
    )
    is_bytes = bool(getattr(module, "BYTES", False))
    with path.open("wb") if is_bytes else path.open("w", encoding="utf-8", newline="") as out:
        rows = module.write(contents, out).rows
    if sum(rows.values()) != count:
        raise SystemExit(f"{form}: {sum(rows.values())} rows of {count}")
    return _most(), time.monotonic() - begun


def _most() -> float:
    """Megabytes that this program held at most; `getrusage` would count what its parent held when it was made."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in told.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def _made_up(found: tuple[Entry, ...], count: int) -> Iterator[Entry]:
    """The entries again and again, each time with ids of their own."""
    for number in range(count):
        entry = found[number % len(found)]
        yield replace(entry, id=f"{number:016x}")


if __name__ == "__main__":
    raise SystemExit(main())
