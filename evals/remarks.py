#!/usr/bin/env python3
"""Score official one-line remarks on trips and visits of leaders to and from the United States.

    remarks.py [--only PART] [--errors N]
    remarks.py --draw FOLDER   write the 300 records that were annotated, as learn.jsonl and score.jsonl

Parts: `learn` and `score`, the annotated halves of the sample (evals/remarks): people with office and country, and the types of events,
each record's types without order. `trips`, all trips of FOEDERA_SHARED: whether country, place and days of the trip come out of its
remark. Errors are printed of `learn` only: `score` stays unread.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from measure import readings, trips
from measure.figures import UNMEASURED, Figure, code, table
from measure.material import REMARKS, MissingError, Record, records, required, shared, written
from measure.scores import Counted, Score, scores
from score import score as scorer

PEOPLE = "person, office, country"
TYPES = "event type"


def main() -> int:
    """Score and print, or draw the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("learn", "score", "trips"))
    parser.add_argument("--errors", type=int, default=0, help="show up to N errors a task, of `learn` only")
    parser.add_argument("--draw", type=Path, metavar="FOLDER", help="write the records of the sample")
    options = parser.parse_args()
    try:
        if options.draw:
            return draw(options.draw)
        figures = measure((options.only,) if options.only else ("learn", "score", "trips"), errors=options.errors)
    except MissingError as error:
        sys.stderr.write(f"evals: {error}\n")
        return UNMEASURED
    sys.stdout.write(table(figures))
    return code(figures)


def draw(folder: Path) -> int:
    """Write the records of the sample; a file that is there is not written over."""
    folder.mkdir(parents=True, exist_ok=True)
    for part, sample in trips.drawn(shared(trips.TRIPS), shared(trips.VISITS)).items():
        with (folder / f"{part}.jsonl").open("x", encoding="utf-8") as file:
            file.write(written(sample))
    return 0


def measure(parts: Sequence[str] = ("learn", "score", "trips"), *, errors: int = 0) -> list[Figure]:
    """The figures of these parts; one whose material is not there is told on standard error and left out."""
    figures = []
    for part in parts:
        try:
            figures += of_trips() if part == "trips" else annotated(part, errors=errors if part == "learn" else 0)
        except MissingError as error:
            sys.stderr.write(f"evals: remarks, {part} left out: {error}\n")
            figures.append(Figure(name=f"remarks, {part}", value=None, note="its material is not there"))
    return figures


def annotated(part: str, *, errors: int = 0) -> list[Figure]:
    """The scores of an annotated half."""
    golds = records(required(REMARKS / f"{part}.jsonl", "annotated remarks"))
    found = readings.of_records(golds)
    result = scores([counted(gold, found.get(gold["id"], {})) for gold in golds])
    sys.stdout.write("".join(f"   [{task}] {error}\n" for task, score in result.items() for error in score.errors[:errors]))
    return [_figure(part, task, result[task]) for task in (PEOPLE, TYPES)]


def _figure(part: str, task: str, score: Score) -> Figure:
    note = f"{score.row['gold']} in gold, {score.row['predicted']} found"
    return Figure(name=f"remarks, {part}: {task}", value=score.value, interval=score.interval, note=note)


def counted(gold: Record, found: Record) -> Counted:
    """A remark, counted: its people by the scorer, the types of its events here."""
    name, people = gold["id"], {"lang": gold["lang"], "is_interstate": True, **gold, "events": []}
    by_scorer = scorer.score({name: people}, {name: {**found, "events": []}}, {name: gold["text"]})
    return Counted(lang=gold["lang"], counts={PEOPLE: by_scorer[PEOPLE], TYPES: types(gold, found)})


def types(gold: Record, found: Record) -> scorer.Tally:
    """The types of a record's events, paired so that most of those that count have a match; optional ones count neither way."""
    wanted = sorted(gold["events"], key=lambda event: bool(event.get("optional")))
    given = [event["type"] for event in found.get("events", [])]
    match = _matching([_accepted(event) for event in wanted], given)
    tally = scorer.Tally()
    for index, event in enumerate(wanted):
        if not event.get("optional"):
            tally.tp += index in match.values()
            if index not in match.values():
                tally.fn += 1
                tally.errors.append(f"missed  {gold['id']}: {event['type']}")
    wrong = [value for place, value in enumerate(given) if place not in match]
    tally.fp += len(wrong)
    tally.errors += [f"wrong   {gold['id']}: {value}" for value in wrong]
    return tally


def _accepted(event: Record) -> Callable[[str], bool]:
    allowed = event["type"] if isinstance(event["type"], list) else [event["type"]]
    return lambda value: any(scorer.same_type(one, value) for one in allowed)


def _matching(wanted: Sequence[Callable[[str], bool]], given: Sequence[str]) -> dict[int, int]:
    """Place in `given` → place in `wanted`: a largest matching, in which the first of `wanted` come first."""
    match: dict[int, int] = {}

    def place(index: int, seen: set[int]) -> bool:
        for at, value in enumerate(given):
            if at not in seen and wanted[index](value):
                seen.add(at)
                if at not in match or place(match[at], seen):
                    match[at] = index
                    return True
        return False

    for index in range(len(wanted)):
        place(index, set())
    return match


def of_trips() -> list[Figure]:
    """How often the country, the place and the days of a trip come out of its remark, and how many remarks give nothing."""
    rows = [row for row in records(shared(trips.TRIPS)) if trips.remark(row)]
    found = readings.of_records(map(trips.record, rows))
    outcomes = [trips.outcome(row, found.get(row["id"], {})) for row in rows]
    unnamed = sum(not trips.codes(row["country"]) for row in rows)
    placed = [one.place for one in outcomes if one.place is not None]
    return [
        _share("trips: country", [one.country for one in outcomes], f"; {unnamed} countries without a code"),
        _share("trips: place", placed),
        _share("trips: days", [one.interval for one in outcomes]),
        _share("trips: remarks that gave nothing", [one.nothing for one in outcomes]),
        _share('trips: of those with "met with"', [one.nothing for one in outcomes if one.met]),
    ]


def _share(name: str, found: Sequence[bool], more: str = "") -> Figure:
    return Figure(name=name, value=sum(found) / len(found) if found else None, note=f"{sum(found)} of {len(found)}{more}")


if __name__ == "__main__":
    raise SystemExit(main())
