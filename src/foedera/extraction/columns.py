"""Columns: lines of a script without spaces that were broken after so many columns, wherever that fell in a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

LEAST = 40
"""Columns of a line that was broken by length, two for each Chinese character or kana."""

MOST = 200
"""Columns beyond which a line is a paragraph of its own."""

SLACK = 7
"""One in so many columns, or signs, by which such lines differ: no line begins with a stop, and letters take one column or two."""

RUN = 3
"""Lines that reach the width and go on in the next: fewer make no wrapped text."""

STOPS = frozenset(".!?:;\u3002\uff01\uff1f\uff1a\uff1b")
"""Signs after which a sentence has ended."""

DENSE = "\u2e80"
"""The first sign of the scripts that put no space between words."""


def breaks(lines: Sequence[str]) -> frozenset[int]:
    """The lines that go on in the next without a space, in a text of which most lines that go on are of one width."""
    amid = [index for index in range(len(lines) - 1) if _goes_on(lines[index].rstrip(), lines[index + 1].strip())]
    full = frozenset(_widest(lines, amid, _columns) | _widest(lines, amid, len))
    return full if len(full) >= RUN and len(full) * 4 >= len(amid) * 3 else frozenset()


def _widest(lines: Sequence[str], amid: Sequence[int], measure: Callable[[str], int]) -> set[int]:
    widths = {index: measure(lines[index].rstrip()) for index in amid}
    width = max(widths.values(), default=0)
    return {index for index in amid if (width - widths[index]) * SLACK <= width}


def is_dense(line: str, following: str) -> bool:
    """Whether no space belongs between the end of a line and the beginning of the next."""
    return line.rstrip()[-1:] >= DENSE or following.strip()[:1] >= DENSE


def _goes_on(line: str, following: str) -> bool:
    return bool(line and following) and is_dense(line, following) and line[-1] not in STOPS and LEAST <= _columns(line) <= MOST


def _columns(line: str) -> int:
    return len(line) + sum(sign >= DENSE for sign in line)
