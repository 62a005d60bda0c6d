"""Pattern: what a rule listens for, as a row of elements; made from the pattern language of `docs/data.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

KINDS = frozenset({"actor", "office", "person", "place", "date", "level", "amount", "number", "mechanism", "instrument", "unsaid"})
"""Names in braces that stand for a mention; every other name is a class of words."""

GAP = "..."
LIMIT = 2000
"""Patterns that one `say` may stand for; more is a mistake, not a rule."""

_SPECIAL = "(|)[]{}"


@dataclass(frozen=True, slots=True)
class Words:
    """Words as written, single spaces between them."""

    text: str


@dataclass(frozen=True, slots=True)
class Class:
    """Any phrase of a word class or cue of the pack."""

    name: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A mention of a kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A few words of the same clause."""


Element = Words | Class | Kind | Gap


@dataclass(frozen=True, slots=True)
class Pattern:
    """Elements in order; neither first nor last is a gap, and no two gaps or words stand together."""

    elements: tuple[Element, ...]


Row = tuple[str | Element, ...]


@cache
def parse(say: str) -> tuple[Pattern, ...]:
    """All patterns that `say` stands for, alternatives and optional parts written out, in order and without repeats.

    Raises:
        ValueError: the syntax is wrong; the message begins with the column.
    """
    reader = _Reader(say)
    rows = reader.alternatives(inner=False)
    patterns = dict.fromkeys(Pattern(_joined(row)) for row in rows)
    for pattern in patterns:
        _check(pattern)
    return tuple(patterns)


class _Reader:
    """One pass over the characters of a `say`."""

    def __init__(self, say: str) -> None:
        self.say, self.at = say, 0

    def alternatives(self, *, inner: bool) -> list[Row]:
        """Rows divided by `|` up to the closing character (or the end of all)."""
        rows: list[Row] = []
        while True:
            start = self.at
            rows += self._sequence()
            if inner and self.say[start : self.at].strip() == "":
                raise self._wrong("an empty alternative; write [a] for what may be missing", start)
            if not inner and self.at < len(self.say):
                raise self._wrong(f"a {self._peek()} without an opening bracket", self.at)
            if self._peek() != "|":
                return rows
            self.at += 1

    def _sequence(self) -> list[Row]:
        parts: list[list[Row]] = []
        while self.at < len(self.say):
            sign = self._peek()
            if sign in "|)]":
                break
            parts.append(self._part(sign))
        count = 1
        for part in parts:
            count *= len(part)
        if count > LIMIT:
            raise self._wrong(f"stands for {count} patterns, more than {LIMIT}; divide it", 0)
        return [tuple(atom for row in choice for atom in row) for choice in product(*parts)]

    def _part(self, sign: str) -> list[Row]:
        start = self.at
        if sign in "([":
            self.at += 1
            rows = self.alternatives(inner=True)
            self._close(")" if sign == "(" else "]", start)
            return rows if sign == "(" else [*rows, ()]
        if sign == "{":
            return [(self._braces(),)]
        if sign == "}":
            raise self._wrong("a } without {", start)
        return [self._text()]

    def _braces(self) -> Element:
        start, end = self.at, self.say.find("}", self.at)
        if end < 0:
            raise self._wrong("a { that is never closed", start)
        name, self.at = self.say[start + 1 : end], end + 1
        if not (name.isascii() and name.isidentifier() and name.islower()):
            raise self._wrong(f"{{{name}}} is no name of a class; use a-z, 0-9 and _", start)
        return Kind(name) if name in KINDS else Class(name)

    def _text(self) -> Row:
        start = self.at
        while self.at < len(self.say) and self.say[self.at] not in _SPECIAL:
            self.at += 1
        pieces = self.say[start : self.at].split(GAP)
        row: list[str | Element] = [pieces[0]]
        for before, after in pairwise(pieces):
            if (before and not before[-1].isspace()) or (after and not after[0].isspace()):
                raise self._wrong(f"a gap stands alone: put white space around {GAP}", start)
            row += [Gap(), after]
        return tuple(row)

    def _close(self, sign: str, start: int) -> None:
        if self._peek() != sign:
            raise self._wrong(f"a {self.say[start]} that {sign} does not close", start)
        self.at += 1

    def _peek(self) -> str:
        return self.say[self.at : self.at + 1]

    def _wrong(self, what: str, at: int) -> ValueError:
        return ValueError(f"column {at + 1}: {what}")


def _joined(row: Row) -> tuple[Element, ...]:
    elements: list[Element] = []
    text = ""
    for atom in (*row, Gap()):
        if isinstance(atom, str):
            text += atom
            continue
        if words := " ".join(text.split()):
            elements.append(Words(words))
        elements.append(atom)
        text = ""
    return tuple(elements[:-1])


def _check(pattern: Pattern) -> None:
    elements = pattern.elements
    if not elements or isinstance(elements[0], Gap):
        raise ValueError("column 1: a pattern starts with words, a class or a mention")
    if any(isinstance(last, Gap) for last in elements[-1:]):
        raise ValueError("column 1: a pattern does not end with a gap")
    if any(isinstance(a, Gap) and isinstance(b, Gap) for a, b in pairwise(elements)):
        raise ValueError("column 1: two gaps in a row")
