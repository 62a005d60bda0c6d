#!/usr/bin/env python3
"""The gate: scores of the corpus may not fall below their pinned floors.

    gate.py            score evals/corpus and compare with evals/floors.toml; exit 1 when a score lies below its floor
    gate.py --pin      raise the floors to the present scores; a floor is lowered only with --lower as well

The floors hold the fingerprint of the corpus (texts and gold): when that changes, the figures are other figures and have to be pinned anew.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable

from measure import readings
from measure.material import CORPUS, EVALS, digest, records
from measure.scores import counted
from measure.scores import scores as scored

FLOORS = EVALS / "floors.toml"
MARGIN = 0.005
"""A floor lies this far below the measured score, so that a change of one item in two hundred is no failure."""


def main() -> int:
    """Score, compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor; say why in the change note")
    options = parser.parse_args()
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    measured = scores(readings.languages())
    if options.pin:
        return _pin(pinned, measured, lower=options.lower)
    return _compare(pinned, measured)


def scores(languages: Iterable[str]) -> dict[str, dict[str, float]]:
    """Language → task → score (F1, or accuracy), over the reports of the corpus in these languages."""
    chosen = set(languages)
    documents = counted([gold for gold in records(CORPUS / "gold.jsonl") if gold["lang"] in chosen], CORPUS / "texts")
    table = {}
    for lang in sorted(chosen):
        found = scored([document for document in documents if document.lang == lang], intervals=False)
        table[lang] = {task: round(score.value, 4) for task, score in found.items()}
    return table


def _compare(pinned: dict[str, object], measured: dict[str, dict[str, float]]) -> int:
    if pinned.get("fingerprint") != digest(CORPUS):
        sys.stderr.write("evals: the corpus is not the one the floors were pinned with; look at the change, then run gate.py --pin\n")
        return 1
    floors = pinned["floors"]
    assert isinstance(floors, dict)  # noqa: S101 - our own file, written below
    failed = 0
    for lang, tasks in sorted(floors.items()):
        for task, floor in sorted(tasks.items()):
            score = measured.get(lang, {}).get(task, 0.0)
            low = score < floor
            failed += low
            sys.stdout.write(f"{'LOW ' if low else 'ok  '} {lang} {task:28} {score:.3f} floor {floor:.3f}\n")
    sys.stdout.write(f"evals: {failed} of {sum(map(len, floors.values()))} floors missed\n")
    return 1 if failed else 0


def _pin(pinned: dict[str, object], measured: dict[str, dict[str, float]], *, lower: bool) -> int:
    old = pinned.get("floors", {})
    assert isinstance(old, dict)  # noqa: S101 - our own file
    same_corpus = pinned.get("fingerprint") == digest(CORPUS)
    lines = ["# Floors of the corpus' scores; written by `evals/gate.py --pin`.", f'fingerprint = "{digest(CORPUS)}"', ""]
    for lang, tasks in sorted(measured.items()):
        lines.append(f"[floors.{lang}]")
        for task, score in sorted(tasks.items()):
            floor = max(0.0, round(score - MARGIN, 3))
            before = old.get(lang, {}).get(task, 0.0)
            if floor < before and same_corpus and not lower:
                sys.stderr.write(f"evals: {lang} {task} would fall from {before} to {floor}; kept (use --lower to lower it)\n")
                floor = before
            lines.append(f'"{task}" = {floor}')
        lines.append("")
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
