"""Gold and readings → scores with intervals: each document is counted once by the scorer, and the counts are summed and drawn again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import readings
from measure.choices import settled
from measure.intervals import Interval, interval
from measure.material import Record, text_at
from score import score as scorer

Counts = Mapping[str, scorer.Tally | scorer.Accuracy]
"""Task → the scorer's count of it in one document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A document, counted."""

    lang: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A task's score: the scorer's row, its interval, and its errors in words."""

    row: dict[str, float]
    interval: Interval | None
    errors: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """F1, or the share that is right."""
        return self.row.get("f1", self.row.get("accuracy", 0.0))

    @property
    def record(self) -> dict[str, float | None]:
        """The row with the bounds, for JSON."""
        low, high = self.interval or (None, None)
        return {**self.row, "low": low, "high": high}


def counted(golds: Sequence[Record], texts: Path) -> list[Counted]:
    """The texts of these golds, read and counted, in their order."""
    found = readings.of_files(texts / _file(gold) for gold in golds)
    return [_counted(gold, found.get(_file(gold)), text_at(texts / _file(gold))) for gold in golds]


def _counted(gold: Record, found: Record | None, text: str) -> Counted:
    name = gold.get("id") or _file(gold)
    wanted = {name: settled(gold, found or {})}
    return Counted(lang=gold["lang"], counts=scorer.score(wanted, {name: found} if found else {}, {name: text}))


def _file(gold: Record) -> str:
    return Path(gold["file"]).name


def scores(documents: Sequence[Counted], *, intervals: bool = True) -> dict[str, Score]:
    """Task → its score over all these documents."""
    return {task: _score(task, documents, intervals=intervals) for task in _tasks(document.counts for document in documents)}


def by_language(documents: Sequence[Counted], *, intervals: bool = True) -> dict[str, dict[str, Score]]:
    """`all`, then each language in order of appearance → its scores."""
    groups = {"all": list(documents)}
    for document in documents:
        groups.setdefault(document.lang, []).append(document)
    return {name: scores(group, intervals=intervals) for name, group in groups.items()}


def _tasks(documents: Iterable[Counts]) -> list[str]:
    """The tasks in the scorer's order: properties that are right or not, then what is found or missed."""
    every = {task: count for counts in documents for task, count in counts.items()}
    return sorted(every, key=lambda task: isinstance(every[task], scorer.Tally))


def _score(task: str, documents: Sequence[Counted], *, intervals: bool) -> Score:
    found = [document.counts[task] for document in documents if task in document.counts]
    whole = _whole(type(found[0]), tuple(map(sum, zip(*map(_numbers, found), strict=True))))
    errors = tuple(error for count in found for error in count.errors)
    if not intervals:
        return Score(row=whole.row(), interval=None, errors=errors)
    kind = type(found[0])
    nothing = _numbers(kind())
    columns = [_numbers(document.counts[task]) if task in document.counts else nothing for document in documents]
    return Score(row=whole.row(), interval=interval(columns, lambda totals: _figure(kind, totals)), errors=errors)


def _numbers(count: scorer.Tally | scorer.Accuracy) -> tuple[int, ...]:
    return (count.tp, count.fp, count.fn) if isinstance(count, scorer.Tally) else (count.right, count.all)


def _whole(kind: type, totals: tuple[int, ...]) -> scorer.Tally | scorer.Accuracy:
    count = kind()
    if isinstance(count, scorer.Tally):
        count.tp, count.fp, count.fn = totals
    else:
        count.right, count.all = totals
    return count


def _figure(kind: type, totals: tuple[int, ...]) -> float | None:
    """The score of these totals; nothing where nothing was asked nor found."""
    if not any(totals):
        return None
    row = _whole(kind, totals).row()
    return row.get("f1", row.get("accuracy"))
