"""Where bytes come from. A module is a source when it has `accepts` and the verb `documents`; the file's name registers it.

One that holds many may divide them: `apart(location, errand)` gives the locations that can be read apart, and skips.
Every source hands over documents one by one, and a skip for what it could not read; it never stops at the first bad item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from foedera.model.document import Document, Skip
from foedera.plumbing import discover
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.memory import Memory

if TYPE_CHECKING:
    from foedera.plumbing.network.visits import Visitor

VERB = "documents"
LAST = "FALLBACK"
"""The constant of a source that takes what no other does."""


def nobody() -> Visitor:
    """Who goes out where nobody was sent."""
    raise UsageError(_("nothing may be fetched here"), remedy=_("fetch it first, and give the files"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What a source is told.

    How many bytes a text may have, which endings of names are which media types, who goes out of the door, and, where only what is new is
    wanted, what was read before.
    """

    limit: int
    media_types: Mapping[str, str]
    visitor: Callable[[], Visitor] = nobody
    memory: Memory | None = None


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


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(cast("dict[str, Source]", discover.modules(__name__, VERB)).values())
