#!/usr/bin/env python3
"""Run every measurement of accuracy and end with one table: corpus, batches, not-facts, remarks, dates, and the ledger across reports.

    all.py

A batch without a first score is not scored here: that is done once, by name. What could not be measured, because its material is not
there, is told on standard error. Exit code 1: something needed does not hold; 2: something needed could not be measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

import batches
import dates
import evaluate
import ledger
import not_facts
import remarks
from measure.figures import Figure, code, table
from measure.material import MissingError

MEASUREMENTS: dict[str, Callable[[], list[Figure]]] = {
    "corpus": evaluate.measure,
    "batches": batches.measure,
    "not facts": not_facts.measure,
    "remarks": remarks.measure,
    "dates": dates.measure,
    "ledger": ledger.measure,
}


def main() -> int:
    """Measure all and print the table."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    figures = [figure for name, measure in MEASUREMENTS.items() for figure in figures_of(name, measure)]
    sys.stdout.write(f"\n# all\n{table(figures)}")
    return code(figures)


def figures_of(name: str, measure: Callable[[], list[Figure]]) -> list[Figure]:
    """The figures of one measurement, under its title; one that says so where its material is not there."""
    sys.stdout.write(f"\n# {name}\n")
    sys.stdout.flush()
    try:
        return measure()
    except MissingError as error:
        sys.stderr.write(f"evals: {name} left out: {error}\n")
        return [Figure(name=name, value=None, note="its material is not there")]


if __name__ == "__main__":
    raise SystemExit(main())
