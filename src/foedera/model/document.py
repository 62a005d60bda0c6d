"""Document: bytes with an origin, as a source hands them over; and Skip: what was left out, where and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from msgspec import Struct

DocumentId = NewType("DocumentId", str)

FAULTS = frozenset(
    {
        "empty",
        "binary",
        "not_utf8",
        "too_large",
        "not_json",
        "not_a_record",
        "no_text",
        "unreadable",
        "unknown_format",
        "wrong_field",
        "failed",
        "doubtful_encoding",
        "too_deep",
        "no_article",
        "encrypted",
        "damaged",
        "hole",
        "no_address",
        "refused",
        "unreachable",
        "worker_died",
    }
)
"""Reasons that are a fault of the input (exit code 3); every other reason is a rule at work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes and where they come from.

    `name` is the file's base name (or `-`), never its folder; `location` is for messages only (`folder/file:line`).
    What was fetched has its address (`url`), and the encoding that the server named (`charset`); of a feed's entry also its day is known
    (`published`). `crawled`: it came with many that nobody chose, so it passes the gate before it is read closely.
    """

    body: bytes
    name: str
    location: str
    media_type: str
    url: str | None = None
    charset: str | None = None
    published: str | None = None
    crawled: bool = False


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of an article's text as given: code points, end exclusive."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Skip(Struct, frozen=True, kw_only=True):
    """What was left out: `reason` is an identifier of the glossary, `detail` says it in words with the remedy."""

    reason: str
    detail: str
    location: str
    document: DocumentId | None = None
    span: Span | None = None
    rule: str | None = None

    @property
    def is_fault(self) -> bool:
        """Whether the input is at fault (and the run ends with exit code 3)."""
        return self.reason in FAULTS
