"""Where bytes come from. A module is a source when it has `accepts` and the verb `documents`; the file's name registers it.

Every source hands over documents one by one, and a skip for what it could not read; it never stops at the first bad item.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from foedera.model.document import Document, Skip

VERB = "documents"


class Source(Protocol):
    """What a module of this room offers."""

    def accepts(self, location: str) -> bool:
        """Whether the location is of this source's kind."""
        ...

    def documents(self, location: str, *, limit: int) -> Iterator[Document | Skip]:
        """The documents at a location, in a stable order; what holds more than `limit` bytes is a skip."""
        ...
