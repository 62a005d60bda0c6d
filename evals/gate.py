#!/usr/bin/env python3
"""The gate: scores of the corpus may not fall below their pinned floors.

    gate.py            score evals/corpus and compare with evals/floors.toml; exit 1 when a score lies below its floor
    gate.py --pin      raise the floors to the present scores; a floor is lowered only with --lower as well

The floors hold the fingerprint of the corpus (texts and gold): when that changes, the figures are other figures and have to be pinned anew.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import io
import json
import sys
import tomllib
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
FLOORS = HERE / "floors.toml"
MARGIN = 0.005
"""A floor lies this far below the measured score, so that a change of one item in two hundred is no failure."""


def main() -> int:
    """Score, compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor; say why in the change note")
    options = parser.parse_args()
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    measured = scores(_languages())
    if options.pin:
        return _pin(pinned, measured, lower=options.lower)
    return _compare(pinned, measured)


def _languages() -> list[str]:
    """The languages that have a pack."""
    import foedera.knowledge  # noqa: PLC0415 - slow to import, and `--help` needs none of it

    return [pack.tag for pack in foedera.knowledge.load().packs]


def fingerprint() -> str:
    """The digest of all texts and of the gold."""
    sha = hashlib.sha256()
    for path in sorted([*CORPUS.glob("texts/*.txt"), CORPUS / "gold.jsonl"]):
        sha.update(path.name.encode())
        sha.update(path.read_bytes())
    return sha.hexdigest()


def scores(languages: list[str]) -> dict[str, dict[str, float]]:
    """Language → task → score (F1, or accuracy), over the reports of the corpus in these languages."""
    score = _scorer()
    golds = {line["id"]: line for line in map(json.loads, (CORPUS / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
    table = {}
    for lang in languages:
        part = {key: gold for key, gold in golds.items() if gold["lang"] == lang}
        paths = [CORPUS / "texts" / Path(gold["file"]).name for gold in part.values()]
        found = _extracted(paths)
        texts = {key: _text(CORPUS / "texts" / Path(gold["file"]).name) for key, gold in part.items()}
        predicted = {key: found[Path(gold["file"]).name] for key, gold in part.items()}
        rows = {name: tally.row() for name, tally in score.score(part, predicted, texts).items()}
        table[lang] = {name: round(row.get("f1", row.get("accuracy", 0.0)), 4) for name, row in rows.items()}
    return table


def _extracted(paths: list[Path]) -> dict[str, dict[str, object]]:
    import foedera  # noqa: PLC0415 - as above
    from foedera.exports.facts import record  # noqa: PLC0415 - as above
    from foedera.model.reading import Reading  # noqa: PLC0415 - as above

    found = foedera.extract_files([str(path) for path in paths])
    return {reading.article.record: record(reading) for reading in found if isinstance(reading, Reading)}


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", HERE / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(HERE / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    with contextlib.redirect_stdout(io.StringIO()):
        spec.loader.exec_module(module)
    return module


def _compare(pinned: dict[str, object], measured: dict[str, dict[str, float]]) -> int:
    if pinned.get("fingerprint") != fingerprint():
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
    same_corpus = pinned.get("fingerprint") == fingerprint()
    lines = ["# Floors of the corpus' scores; written by `evals/gate.py --pin`.", f'fingerprint = "{fingerprint()}"', ""]
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
