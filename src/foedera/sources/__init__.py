"""Where bytes come from. A module is a source when it has `accepts` and the verb `documents`; the file's name registers it.

One that holds many may divide them: `apart(location, errand)` gives the locations that can be read apart, and skips.
Every source hands over documents one by one, and a skip for what it could not read; it never stops at the first bad item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from foedera.model.document import Document, Skip
from foedera.plumbing import discover

VERB = "documents"
LAST = "FALLBACK"
"""The constant of a source that takes what no other does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What a source is told: how many bytes a text may have, and which endings of names are which media types."""

    limit: int
    media_types: Mapping[str, str]


class Source(Protocol):
    """What a module of this room offers."""

    def accepts(self, location: str) -> bool:
        """Whether the location is of this source's kind."""
        ...

    def documents(self, location: str, errand: Errand) -> Iterator[Document | Skip]:
        """The documents at a location, in a stable order; what holds more bytes than allowed is a skip."""
        ...


def source_of(location: str) -> Source | None:
    """The source of a location, if any knows its kind."""
    fallback = next((source for source in _sources() if getattr(source, LAST, False) and source.accepts(location)), None)
    return among_others(location) or fallback


def among_others(location: str) -> Source | None:
    """The source that knows a location for its own, beside the one that takes what no other does."""
    return next((source for source in _sources() if not getattr(source, LAST, False) and source.accepts(location)), None)


def _sources() -> list[Source]:
    return list(cast("dict[str, Source]", discover.modules(__name__, VERB)).values())
