"""What bytes are. A module is a format when it has `accepts` and the verb `article`; the file's name registers it."""

from __future__ import annotations

from typing import Protocol

from foedera.model.article import Article
from foedera.model.document import Document, Skip

VERB = "article"


class Format(Protocol):
    """What a module of this room offers."""

    def accepts(self, document: Document) -> bool:
        """Whether the document is of this format."""
        ...

    def article(self, document: Document) -> Article | Skip:
        """The article that the bytes hold, or what is wrong with them."""
        ...
