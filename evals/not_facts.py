#!/usr/bin/env python3
"""Count facts where there are none: in passages of the corpus that only invite them, and in texts that only look like diplomacy.

    not_facts.py

In the corpus: each past event, level and agreed, pledged or reaffirmed commitment whose span lies inside a passage that the gold
marks as negated, hypothetical, cancelled or meant in another sense, or overlaps one without overlapping a gold record of its kind.
In evals/lookalikes: each fact of any kind, and each text taken for a report between states. Each is printed with its rule and quote;
none is allowed. Reports in a language without a pack are not counted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import readings
from measure.figures import UNMEASURED, Figure, code, table
from measure.material import CORPUS, LOOKALIKES, MissingError, Record, records, required

KINDS = frozenset({"negated", "hypothetical", "cancelled", "other_sense"})
"""Passages in which there is no fact; the gold marks others, of which a fact may be told with its source."""

FIRM = frozenset({"agreed", "pledged", "reaffirmed"})
LISTS = ("people", "events", "levels", "commitments", "mechanisms", "instruments")
SHOWN = 110
"""Characters of a quote that are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A fact where there is none."""

    file: str
    kind: str
    why: str
    rule: str
    quote: str


def main() -> int:
    """Count and print."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    try:
        figures = measure()
    except MissingError as error:
        sys.stderr.write(f"evals: {error}\n")
        return UNMEASURED
    sys.stdout.write(table(figures))
    return code(figures)


def measure() -> list[Figure]:
    """Print each fact where there is none; their counts."""
    return [_corpus(), _lookalikes()]


def _corpus() -> Figure:
    golds = records(required(CORPUS, "the corpus and its gold") / "gold.jsonl")
    langs = readings.languages()
    read = [gold for gold in golds if gold["lang"] in langs]
    found = readings.of_files(CORPUS / "texts" / Path(gold["file"]).name for gold in read)
    wrongs = [wrong for gold in read for wrong in in_passages(gold, found.get(Path(gold["file"]).name, {}))]
    sys.stdout.write("".join(map(_line, wrongs)))
    passages = sum(passage["kind"] in KINDS for gold in read for passage in gold.get("not_facts", ()))
    return Figure(name="not facts: corpus", value=len(wrongs), most=0, note=f"{passages} passages, {len(read)} of {len(golds)} reports")


def _lookalikes() -> Figure:
    name = "not facts: look-alikes"
    try:
        paths = sorted(required(LOOKALIKES, "texts that only look like diplomacy").glob("*.txt"))
    except MissingError as error:
        sys.stderr.write(f"evals: {error}\n")
        return Figure(name=name, value=None, most=0, note="no folder evals/lookalikes")
    langs = readings.languages()
    found = {file: record for file, record in readings.of_files(paths).items() if record.get("lang") in langs}
    wrongs = [wrong for file, record in sorted(found.items()) for wrong in anywhere(file, record)]
    sys.stdout.write("".join(map(_line, wrongs)))
    note = f"in {len({wrong.file for wrong in wrongs})} texts, {len(found)} of {len(paths)} read"
    return Figure(name=name, value=len(wrongs), most=0, note=note)


def in_passages(gold: Record, found: Record) -> Iterator[Wrong]:
    """The facts of a reading that its gold says are none."""
    passages = [passage for passage in gold.get("not_facts", ()) if passage["kind"] in KINDS]
    for kind, facts in _claims(found).items():
        of_gold = [record["span"] for record in gold.get(kind, ())]
        for fact in facts:
            met = [passage for passage in passages if _no_fact(fact["span"], passage["span"], of_gold)]
            if met:
                yield _wrong(Path(gold["file"]).name, fact, kind, met[0]["kind"])


def anywhere(file: str, found: Record) -> Iterator[Wrong]:
    """All facts of a reading that should have none, and that it was taken for a report between states."""
    if found.get("is_interstate"):
        yield Wrong(file=file, kind="is_interstate", why="look-alike", rule="-", quote="")
    for kind in LISTS:
        yield from (_wrong(file, fact, kind, "look-alike") for fact in found.get(kind, ()))


def _claims(found: Record) -> dict[str, list[Record]]:
    """What a reading says has happened, holds or is firmly promised."""
    return {
        "events": [event for event in found.get("events", ()) if event.get("tense", "past") == "past"],
        "levels": list(found.get("levels", ())),
        "commitments": [promise for promise in found.get("commitments", ()) if promise["modality"] in FIRM],
    }


def _no_fact(span: list[int], passage: list[int], of_gold: Iterable[list[int]]) -> bool:
    inside = passage[0] <= span[0] and span[1] <= passage[1]
    return inside or (_meet(span, passage) and not any(_meet(span, other) for other in of_gold))


def _meet(a: list[int], b: list[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _wrong(file: str, fact: Record, kind: str, why: str) -> Wrong:
    return Wrong(file=file, kind=kind, why=why, rule=fact.get("rule", "-"), quote=fact.get("quote", ""))


def _line(wrong: Wrong) -> str:
    quote = " ".join(wrong.quote.split())[:SHOWN]
    return f"{wrong.file} {wrong.why} {wrong.kind} {wrong.rule} «{quote}»\n"


if __name__ == "__main__":
    raise SystemExit(main())
