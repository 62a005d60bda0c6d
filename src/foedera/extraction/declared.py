"""The parts that a text shows, and those that its format declared → parts: what a page sets as a caption is none of its body."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from foedera.model.article import Part
from foedera.plumbing.text import Normal


def told(shown: tuple[Part, ...], declared: Sequence[Part], plain: Normal) -> tuple[Part, ...]:
    """The parts of a normal text, each of the kind that was declared for the passage it begins in, unless that is the body."""
    apart = [part for part in declared if part.kind != "body"]
    if not apart:
        return shown
    return tuple(_told(part, apart, plain) for part in shown)


def _told(part: Part, declared: Sequence[Part], plain: Normal) -> Part:
    start, _ = plain.source(part.span.start, part.span.end)
    kind = next((other.kind for other in declared if other.span.start <= start < other.span.end), None)
    return replace(part, kind=kind) if kind else part
