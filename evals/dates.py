#!/usr/bin/env python3
"""Ask Foedera for the value of single expressions of time, by language.

    dates.py [LANG ...] [--errors]

Each line of evals/dates/LANG.jsonl has a sentence, its day of publication, an expression and the values that are right. It is read
when a date among the mentions covers most of the expression and has such a value; where null is right, also when none does or it has
no value. Values are the same when they are written alike or mean the same days.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from measure import readings
from measure.figures import UNMEASURED, Figure, code, table
from measure.intervals import interval, share
from measure.material import DATES, MissingError, Record, records, required
from measure.stretches import same

NEEDED = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date among the mentions of a text: where it stands, and its EDTF, if it has one."""

    start: int
    end: int
    value: str | None


def main() -> int:
    """Read the expressions and print the share that is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("langs", nargs="*", metavar="LANG", help="default: all languages of evals/dates")
    parser.add_argument("--errors", action="store_true", help="print each expression that was read wrong")
    options = parser.parse_args()
    try:
        figures = measure(options.langs, errors=options.errors)
    except MissingError as error:
        sys.stderr.write(f"evals: {error}\n")
        return UNMEASURED
    sys.stdout.write(table(figures))
    return code(figures)


def measure(langs: Iterable[str] = (), *, errors: bool = False) -> list[Figure]:
    """The share of right values by language; with `errors`, each miss is printed."""
    folder = required(DATES, "expressions of time with their values")
    chosen = list(langs) or sorted(path.stem for path in folder.glob("*.jsonl"))
    paths = [required(folder / f"{lang}.jsonl", "expressions of time with their values") for lang in chosen]
    known = readings.languages()
    return [_figure(path, errors=errors) if path.stem in known else _without_pack(path) for path in paths]


def _figure(path: Path, *, errors: bool) -> Figure:
    counts = []
    for expression in records(path):
        found = value(expression, dates_of(expression, path.stem))
        right = accepted(expression["value"], found)
        counts.append((int(right), 1))
        if errors and not right:
            line = f"{expression['id']} «{expression['quote']}» {found} for {expression['value']} ({expression['published']})"
            sys.stdout.write(f"{line}: {expression['text']}\n")
    right, asked = map(sum, zip(*counts, strict=True))
    range_ = interval(counts, share)
    return Figure(name=f"dates: {path.stem}", value=right / asked, interval=range_, needed=NEEDED, note=f"{right} of {asked}")


def _without_pack(path: Path) -> Figure:
    return Figure(name=f"dates: {path.stem}", value=None, needed=NEEDED, note="no pack for this language")


def dates_of(expression: Record, lang: str) -> list[Dated]:
    """The dates that Foedera mentions in the text of an expression; a failure of ours is told and finds nothing."""
    import foedera  # noqa: PLC0415 - slow to load

    try:
        found = foedera.mentions(expression["text"], lang=lang, published=expression["published"])
    except Exception as error:  # noqa: BLE001 - one text that cannot be read is one expression missed
        sys.stderr.write(f"evals: {expression['id']} failed ({type(error).__name__})\n")
        return []
    dates = [mention for mention in found if mention.kind == "date"]
    return [Dated(start=one.span.start, end=one.span.end, value=one.value) for one in dates]


def value(expression: Record, found: Iterable[Dated]) -> str | None:
    """The value of the date that covers most of the expression's characters; None where there is none, or it has none."""
    start = expression["text"].index(expression["quote"])
    end = start + len(expression["quote"])
    covered = {max(0, min(end, one.end) - max(start, one.start)): one.value for one in found}
    most = max(covered, default=0)
    return covered[most] if 2 * most > end - start else None


def accepted(wanted: str | list[str | None] | None, found: str | None) -> bool:
    """Whether the value is one of those that are right: written so, or meaning the same days."""
    right = wanted if isinstance(wanted, list) else [wanted]
    if found is None:
        return None in right
    return any(one is not None and same(one, found) for one in right)


if __name__ == "__main__":
    raise SystemExit(main())
