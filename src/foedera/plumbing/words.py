"""A text → the words by which search finds it, and where they stand in it.

A word has a folded form, by which it is found, and a form with its marks, by which it is found first. Of Chinese characters and kana, which
stand without spaces, every two neighbours are a word, and every one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from foedera.plumbing.text import clusters, flat, runs

_PIECE = re.compile(r"\S+")
LONGEST = 60
"""Letters by which a word is known: an index cannot hold every word that a hostile text may have."""
WITH, WITHOUT = "=", "!"
"""Before a word with its marks; before a folded one whose letters never stand there without marks. Neither sign is part of a word."""
Pair = tuple[str, str]
"""The folded form of a word, and the form with its marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a query seeks: all of `words`; first where all of `marked` stand too, and none of `absent`."""

    words: tuple[str, ...]
    marked: tuple[str, ...]
    absent: tuple[str, ...]
    runs: tuple[str, ...]
    """Runs of three Chinese characters or kana and more, which stand in the text as a whole."""


def indexed(text: str) -> list[str]:
    """What is kept of a text, to be found by what `sought` says of a query."""
    found = _pairs(text, alone=True)
    plain = {folded for folded, marked in found if folded == marked}
    all_folded = {folded for folded, _ in found}
    with_marks = {WITH + marked for folded, marked in found if folded != marked}
    return sorted(all_folded | with_marks | {WITHOUT + folded for folded in all_folded - plain})


def sought(query: str) -> Sought:
    """What is looked for."""
    found = _pairs(query, alone=False)
    return Sought(
        words=tuple(sorted({folded for folded, _ in found})),
        marked=tuple(sorted({WITH + marked for folded, marked in found if folded != marked})),
        absent=tuple(sorted({WITHOUT + folded for folded, marked in found if folded == marked})),
        runs=tuple(run for word in flat(query).split() for start, end, dense in runs(word) if dense and len(run := word[start:end]) > 2),  # noqa: PLR2004 - as its name says
    )


def holds(text: str, wanted: Sought) -> bool:
    """Whether a text that has all the words has the runs as a whole, too."""
    return not wanted.runs or all(run in folded for folded in (flat(text),) for run in wanted.runs)


def worth(text: str, wanted: Sought) -> tuple[int, int]:
    """How many of the words a stretch holds: with their marks, and at all."""
    folded = flat(text)
    if not any(word in folded for word in wanted.words):
        return (0, 0)
    own = set(indexed(text))
    marked = sum(word in own for word in wanted.marked) + sum(word not in own and word[1:] in own for word in wanted.absent)
    return (marked, len(own.intersection(wanted.words)))


def standing(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where the folded words stand in a text, in order; what touches is one."""
    wanted = frozenset(words)
    found: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(text):
        folded = flat(piece.group())
        for word, start, end in located(piece.group()) if any(one in folded for one in wanted) else ():
            if word in wanted:
                first = found.pop()[0] if found and piece.start() + start <= found[-1][1] else piece.start() + start
                found.append((first, piece.start() + end))
    return found


def located(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text with their spans."""
    letters: list[tuple[str, int, int]] = []
    for start, end in clusters(text):
        letters += [(letter, start, end) for letter in flat(text[start:end])]
    line = "".join(letter for letter, _, _ in letters)
    at = 0
    for word in line.split():
        at = line.index(word, at)
        for start, end, dense in runs(word):
            for first, last in _pieces(start, end) if dense else [(start, end)]:
                yield (word[first:last][:LONGEST], letters[at + first][1], letters[at + last - 1][2])
        at += len(word)


def _pairs(text: str, *, alone: bool) -> set[Pair]:
    found: set[Pair] = set()
    for marked in set(flat(text, marks=True).split()):
        for folded in _folded(marked):
            for start, end, dense in runs(folded):
                if not dense:
                    known = marked if len(folded) == end - start else folded[start:end]
                    found.add((folded[start:end][:LONGEST], known[:LONGEST]))
                    continue
                for first, last in [*_pieces(start, end), *((at, at + 1) for at in range(start, end) if alone)]:
                    found.add((folded[first:last], folded[first:last]))
    return found


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, at + 2) for at in range(start, end - 1)] or [(start, end)]


@lru_cache(maxsize=50_000)
def _folded(marked: str) -> tuple[str, ...]:
    return tuple(flat(marked).split())
