#!/usr/bin/env python3
"""Score a whole ledger across reports: what is one happening, who is one person, what came of promises, where sources differ.

    ledger.py [--errors N]

Ingests evals/corpus/texts, and the five real reports where FOEDERA_SHARED names the folder that has them, into a ledger of its own,
exports it and scores it against evals/corpus/ledger.json with evals/score/score_ledger.py. Without the real reports the gold that
speaks of them is left out, and the needed values, which hold for both together, are not asked for.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from measure.figures import Figure, code, table
from measure.material import CORPUS, EVALS, MissingError, Record, shared

sys.path.insert(0, str(EVALS / "score"))

NEEDED = {
    ("event pairs", "f1"): 0.85,
    ("event entries", "f1"): 0.80,
    ("levels", "f1"): 0.92,
    ("levels since", "accuracy"): 0.90,
    ("follow-ups", "precision"): 0.80,
    ("follow-ups", "recall"): 0.60,
    ("follow-up kind", "accuracy"): 0.75,
    ("syndicated", "f1"): 0.92,
    ("same person", "f1"): 0.90,
    ("disagreements", "recall"): 0.75,
}
"""(task, figure) → the least value, on the corpus and the five real reports together."""
FALSE = 3
"""The most disagreements that are none."""


def main() -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each task")
    figures = measure(errors=parser.parse_args().errors)
    sys.stdout.write(table(figures))
    return code(figures)


def measure(*, errors: int = 0) -> list[Figure]:
    """The figures of every task."""
    places = [CORPUS / "texts"]
    try:
        places.append(shared("seeds"))
    except MissingError as error:
        sys.stderr.write(f"evals: the real reports are left out: {error}\n")
    gold = json.loads((CORPUS / "ledger.json").read_text(encoding="utf-8"))
    whole = len(places) > 1
    rows = scored(gold if whole else without(gold, "seed-"), exported(places), errors=errors)
    figures = [
        Figure(name=f"ledger: {task} {name}", value=rows[task][name], needed=least if whole else None)
        for (task, name), least in NEEDED.items()
    ]
    return [*figures, Figure(name="ledger: disagreements false", value=rows["disagreements"]["false"], most=FALSE if whole else None)]


def scored(gold: Record, made: Record, *, errors: int = 0) -> Record:
    """What the scorer, which is a program of its own, says of an export; its errors are printed."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.json", Path(folder) / "made.json"]
        for path, value in zip(paths, (gold, made), strict=True):
            path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, str(EVALS / "score" / "score_ledger.py"), *map(str, paths)]
        if errors:
            sys.stdout.write(subprocess.run([*command, "--errors", str(errors)], capture_output=True, check=True, text=True).stdout)  # noqa: S603 - our own program
        return json.loads(subprocess.run([*command, "--json"], capture_output=True, check=True, text=True).stdout)  # noqa: S603 - as above


def exported(places: Iterable[Path]) -> Record:
    """What `export ledger` says of a ledger with the reports."""
    import foedera  # noqa: PLC0415 - slow to load

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        foedera.ingest(*places, ledger=path)
        out = io.StringIO()
        foedera.export("ledger", out, ledger=path)
    return json.loads(out.getvalue())


def without(gold: Record, prefix: str) -> Record:
    """The gold without reports whose id begins so, and without what then says nothing."""

    def kept(reports: Iterable[str]) -> list[str]:
        return [report for report in reports if not report.startswith(prefix)]

    followups = [one for one in gold["followups"] if kept([one["earlier"]["report"]]) and kept([one["later"]["report"]])]
    people = [[{**one, "reports": kept(one["reports"])} for one in person if kept(one["reports"])] for person in gold["same_person"]]
    discrepancies = [
        {**one, "values": [{**value, "reports": kept(value["reports"])} for value in one["values"]]} for one in gold["discrepancies"]
    ]
    return {
        **gold,
        "events": [{**one, "reports": kept(one["reports"])} for one in gold["events"] if kept(one["reports"])],
        "levels": [{**one, "reports": kept(one["reports"])} for one in gold["levels"] if kept(one["reports"])],
        "followups": followups,
        "syndicated": [kept(group) for group in gold["syndicated"]],
        "same_person": people,
        "discrepancies": [one for one in discrepancies if sum(bool(value["reports"]) for value in one["values"]) > 1],
    }


if __name__ == "__main__":
    raise SystemExit(main())
