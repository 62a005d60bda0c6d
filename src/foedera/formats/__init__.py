"""What bytes are. A module is a format when it has `accepts` and the verb `article`; the file's name registers it.

A format whose articles are costly to find may have `glimpse(document)`: all text of a document at little cost, for the gate of crawls.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Protocol, cast

from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.plumbing import discover

VERB = "article"


class Format(Protocol):
    """What a module of this room offers."""

    ENDINGS: Mapping[str, str]
    """Endings of names that tell this format, with its media type."""

    def accepts(self, document: Document) -> bool:
        """Whether the document is of this format."""
        ...

    def article(self, document: Document) -> Article | Skip:
        """The article that the bytes hold, or what is wrong with them."""
        ...


@cache
def known() -> tuple[Format, ...]:
    """All formats, by name."""
    return tuple(cast("dict[str, Format]", discover.modules(__name__, VERB)).values())


def format_of(document: Document) -> Format | None:
    """The format of a document, if any reads it."""
    return next((form for form in known() if form.accepts(document)), None)


def media_types() -> dict[str, str]:
    """The endings of names that the formats read, with their media types."""
    return {ending: media_type for form in known() for ending, media_type in form.ENDINGS.items()}
