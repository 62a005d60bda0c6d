#!/usr/bin/env python3
"""Score an extraction of the texts of a gold file, with 95 % bootstrap intervals.

    evaluate.py [GOLD] [--texts DIR] [--langs vi,en] [--by-language] [--errors N] [--json]

The records of GOLD (default: evals/corpus/gold.jsonl) whose language has a pack are extracted from DIR (default: `texts` beside GOLD),
counted document by document by `score/score.py`, and the documents drawn again 1,000 times, always alike.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from measure import readings
from measure.figures import Figure, bounds
from measure.material import CORPUS, records, required
from measure.scores import Counted, Score, by_language, counted, scores

SHOWN = ("person, office, country", "event", "event strict", "level", "commitment", "commitment: policy areas")
"""The tasks of the corpus that stand in the table of all measurements."""


def main() -> int:
    """Extract, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=CORPUS / "gold.jsonl")
    parser.add_argument("--texts", type=Path, help="default: the folder `texts` beside the gold")
    parser.add_argument("--langs", help="only these languages, separated by commas; default: those that have a pack")
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--errors", type=int, default=0, help="show up to N errors a task")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    langs = set(options.langs.split(",")) if options.langs else readings.languages()
    documents = documents_of(options.gold, options.texts or options.gold.parent / "texts", langs)
    found = by_language(documents) if options.by_language else {"all": scores(documents)}
    if options.json:
        made = {name: {task: score.record for task, score in tasks.items()} for name, tasks in found.items()}
        sys.stdout.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(page(found, documents, errors=options.errors))
    return 0


def measure() -> list[Figure]:
    """Print the corpus' scores by language; its figures for the table of all measurements."""
    gold = required(CORPUS, "the corpus and its gold") / "gold.jsonl"
    documents = documents_of(gold, CORPUS / "texts", readings.languages())
    found = by_language(documents)
    sys.stdout.write(page(found, documents))
    return [Figure(name=f"corpus: {task}", value=found["all"][task].value, interval=found["all"][task].interval) for task in SHOWN]


def documents_of(gold: Path, texts: Path, langs: set[str]) -> list[Counted]:
    """The documents of a gold file in these languages, counted."""
    return counted([one for one in records(gold) if one["lang"] in langs], texts)


def page(found: Mapping[str, Mapping[str, Score]], documents: list[Counted], *, errors: int = 0) -> str:
    """The scores as tables, the errors of all documents behind the first."""
    lines = []
    for name, tasks in found.items():
        size = sum(name in ("all", document.lang) for document in documents)
        lines += [f"== {name}: {size} documents", f"{'task':28} {'P':>6} {'R':>6} {'F1':>6} {'95 %':>11} {'gold':>6} {'pred':>6}"]
        lines += [_line(task, score) for task, score in tasks.items()]
        if name == "all":
            lines += [f"   [{task}] {error}" for task, score in tasks.items() for error in score.errors[:errors]]
    return "\n".join(lines) + "\n"


def _line(task: str, score: Score) -> str:
    row, range_ = score.row, f"{bounds(score.interval):>11}"
    if "f1" in row:
        shares = f"{row['precision']:6.3f} {row['recall']:6.3f} {row['f1']:6.3f}"
        return f"{task:28} {shares} {range_} {row['gold']:6d} {row['predicted']:6d}"
    return f"{task:28} {'':6} {'':6} {row['accuracy']:6.3f} {range_} {row['n']:6d}"


if __name__ == "__main__":
    raise SystemExit(main())
