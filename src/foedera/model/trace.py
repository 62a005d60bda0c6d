"""Trace: why a fact was made and why a sentence made none; returned by the one extraction when asked."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.document import Span
from foedera.model.fact import FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule that matched a passage: the words that matched, and the fact it made or the reason why it made none."""

    rule: str
    words: tuple[Span, ...]
    sentence: Span
    fact: FactId | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All sentences of an article in order, and the steps taken in them; a sentence without a step met no rule."""

    sentences: tuple[Span, ...]
    steps: tuple[Step, ...]
