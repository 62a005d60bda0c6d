r"""Regular expressions that cost linear time, whoever wrote them: RE2 behind a small typed face.

`\b`, `\w` and `\d` know ASCII alone in RE2; `\pL` is a letter of any script, `\pN` a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2  # type: ignore[import-untyped]  # google-re2 comes without annotations
from msgspec import Struct

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.max_mem = 1 << 28
"""Bytes an expression may use: with RE2's own 8 MB, the dates of a language overflow the cache of states and cost thirty times as much."""


class Match(Struct, frozen=True, kw_only=True):
    """One match: where it lies in the text, and the named groups that took part, as text and as (start, end)."""

    start: int
    end: int
    groups: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A compiled expression; made by `compile`."""

    source: str
    compiled: Any

    @cached_property
    def names(self) -> Mapping[str, int]:
        """The named groups, each with its number."""
        return dict(sorted(self.compiled.groupindex.items(), key=lambda item: item[1]))

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches that do not overlap, from left to right."""
        return (self._match(text, found) for found in self.compiled.finditer(_encodable(text)))

    def search(self, text: str) -> Match | None:
        """The first match anywhere."""
        return self._one(text, self.compiled.search(_encodable(text)))

    def match(self, text: str) -> Match | None:
        """The match at the beginning of the text."""
        return self._one(text, self.compiled.match(_encodable(text)))

    def fullmatch(self, text: str) -> Match | None:
        """The match of the whole text."""
        return self._one(text, self.compiled.fullmatch(_encodable(text)))

    def _one(self, text: str, found: Any) -> Match | None:  # noqa: ANN401 - RE2's own match has no type
        return None if found is None else self._match(text, found)

    def _match(self, text: str, found: Any) -> Match:  # noqa: ANN401 - RE2's own match has no type
        spans = {name: found.span(number) for name, number in self.names.items() if found.start(number) >= 0}
        groups = {name: text[start:end] for name, (start, end) in spans.items()}
        return Match(start=found.start(), end=found.end(), groups=groups, spans=spans)


def compile(pattern: str) -> Pattern:  # noqa: A001 - the verb every reader of expressions knows
    """An RE2 expression ready to match.

    Raises:
        ValueError: RE2 does not know the syntax (look-around and back-references have no linear time).
    """
    try:
        return Pattern(source=pattern, compiled=re2.compile(pattern, _OPTIONS))
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        raise ValueError(reason.decode() if isinstance(reason, bytes) else str(reason)) from error


def _encodable(text: str) -> str | bytes:
    # RE2 works on UTF-8. Where every sign is one byte, it need not count which sign each byte belongs to.
    if text.isascii():
        return text.encode()
    # A lone surrogate has no form there, and one replacement for one keeps all offsets.
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
