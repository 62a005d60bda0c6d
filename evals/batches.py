#!/usr/bin/env python3
"""Score a batch of held-out reports: once for the record, afterwards beside it.

    batches.py N            the first score of batch N: printed, and kept in evals/batches/N/first-score.json; refused where there is one
    batches.py [N] --again  the present score beside the first, of batch N or of all that have a first; writes nothing

A first score is that of a batch on which nobody has tuned, so it names the commit, and is refused while `src` differs from its commit
or while a language of the batch has no pack. What went wrong in a batch is not printed: whoever mends what it shows needs a new batch.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from measure import readings
from measure.figures import MISSES, UNMEASURED, Figure, bounds, code, table
from measure.material import BATCHES, ROOT, MissingError, Record, digest, records, required
from measure.scores import Score, by_language, counted

FIRST = "first-score.json"
NEEDED = {"person, office, country": 0.82, "event": 0.82, "level": 0.90, "commitment": 0.78}
"""Task → the F1 that unseen reports have to reach."""

Table = Mapping[str, Mapping[str, Score]]
"""`all` and languages → task → score."""


class RefusedError(Exception):
    """Why a first score is not taken."""


def main(arguments: list[str] | None = None) -> int:
    """Take a first score, or print the present one beside it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("batch", nargs="?", help="the number of the batch")
    parser.add_argument("--again", action="store_true", help="the present score beside the first; writes nothing")
    options = parser.parse_args(arguments)
    if not options.batch and not options.again:
        parser.error("which batch? Its first score can be taken only once")
    try:
        figures = again(options.batch) if options.again else first(required(BATCHES / options.batch, "the reports of a batch"))
    except (MissingError, RefusedError) as error:
        sys.stderr.write(f"evals: {error}\n")
        return UNMEASURED if isinstance(error, MissingError) else MISSES
    sys.stdout.write(table(figures))
    return code(figures)


def measure() -> list[Figure]:
    """Print the present scores beside the first; the figures over all languages for the table of all measurements."""
    figures = again(None)
    sys.stdout.write(table(figures))
    return [figure for figure in figures if " all: " in figure.name or figure.is_unmeasured]


def first(folder: Path) -> list[Figure]:
    """Score a batch for the first time and keep the score.

    Raises:
        RefusedError: when it has a first score, or a score of now would not be worth the name.
    """
    if (folder / FIRST).exists():
        raise RefusedError(f"batch {folder.name} has its first score; --again prints the present one beside it")
    lacking = {gold["lang"] for gold in records(folder / "gold.jsonl")} - readings.languages()
    if lacking:
        raise RefusedError(f"no pack for {', '.join(sorted(lacking))}: the first score is that of the whole batch")
    commit = _commit()
    scores = score(folder)
    keep(folder, {"commit": commit, "knowledge": _knowledge(), "scores": _plain(scores)})
    return figures_of(folder.name, scores)


def again(batch: str | None) -> list[Figure]:
    """The figures of now, each with that of the first score as its note.

    Raises:
        MissingError: when the batch, or every batch, is not there, or the one that is asked for has no first score.
    """
    folders = sorted(path for path in required(BATCHES, "held-out reports").iterdir() if path.is_dir() and batch in (None, path.name))
    if not folders:
        raise MissingError(f"there is no batch {batch or ''} in evals/{BATCHES.name}")
    figures = []
    for folder in folders:
        if (folder / FIRST).exists():
            before = json.loads((folder / FIRST).read_text(encoding="utf-8"))
            if before["data"] != digest(folder):
                sys.stderr.write(f"evals: texts or gold of batch {folder.name} are not those of its first score\n")
            figures += figures_of(folder.name, score(folder), before=before)
        elif batch:
            raise MissingError(f"batch {batch} has no first score yet; ./run eval batches {batch} takes it, once")
        else:
            note = f"no first score yet; ./run eval batches {folder.name} takes it, once"
            figures += [Figure(name=f"batch {folder.name} all: {task}", value=None, needed=NEEDED[task], note=note) for task in NEEDED]
    return figures


def score(folder: Path) -> Table:
    """The scores of a batch, all its languages counted, whether they have a pack or not."""
    return by_language(counted(records(folder / "gold.jsonl"), folder / "texts"))


def figures_of(batch: str, scores: Table, *, before: Record | None = None) -> list[Figure]:
    """The needed figures of a batch over all languages and by language, where it asks for them at all."""
    figures = []
    for lang, tasks in scores.items():
        for task, needed in NEEDED.items():
            found = tasks.get(task)
            if found and found.row["gold"] + found.row["predicted"]:
                note = _first_note(before, lang, task) if before else ""
                name = f"batch {batch} {lang}: {task}"
                figures.append(Figure(name=name, value=found.value, interval=found.interval, needed=needed, note=note))
    return figures


def _first_note(before: Record, lang: str, task: str) -> str:
    row = before["scores"].get(lang, {}).get(task)
    if row is None:
        return ""
    range_ = bounds((row["low"], row["high"])) if row["low"] is not None else ""
    return f"first ({before['date']}) {row['f1']:.3f} {range_}"


def keep(folder: Path, made: Record) -> Path:
    """Write a batch's first score, with its name, the day and the digest of its texts and gold.

    Raises:
        FileExistsError: when there is one; it is never written over.
    """
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    kept = {"batch": folder.name, "date": day, "data": digest(folder), "reports": len(records(folder / "gold.jsonl")), **made}
    with (folder / FIRST).open("x", encoding="utf-8") as file:
        file.write(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    return folder / FIRST


def _plain(scores: Table) -> Record:
    return {name: {task: found.record for task, found in tasks.items()} for name, tasks in scores.items()}


def _knowledge() -> str:
    from foedera import knowledge  # noqa: PLC0415 - slow to load

    return knowledge.load().digest


def _commit() -> str:
    """The commit that is measured: the code that runs is that of this tree, as committed."""
    import foedera  # noqa: PLC0415 - slow to load

    if not Path(str(foedera.__file__)).resolve().is_relative_to(ROOT / "src"):
        raise RefusedError("the package that runs is not that of this tree")
    try:
        if _git("status", "--porcelain", "--", "src", "evals/score", "evals/measure"):
            raise RefusedError("src or the scorer differ from their commit; commit first, so that the first score can name it")
        return _git("rev-parse", "HEAD")
    except (OSError, subprocess.CalledProcessError) as error:
        raise RefusedError(f"git does not tell the commit ({error}); a first score has to name it") from error


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603, S607


if __name__ == "__main__":
    raise SystemExit(main())
