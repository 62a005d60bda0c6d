"""Plain text as crawled: the bytes are the article."""

from __future__ import annotations

from foedera.formats.parts.decoding import decoded, document_id, fault
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.plumbing.ids import digest
from foedera.plumbing.interface import _


def accepts(document: Document) -> bool:
    """Whether the source calls it plain text."""
    return document.media_type == "text/plain"


def article(document: Document) -> Article | Skip:
    """The text, under the file's base name."""
    text = decoded(document)
    if isinstance(text, Skip):
        return text
    if not text.strip("\ufeff \t\r\n"):
        return fault(document, "empty", _("holds no text; leave it out or fetch it again"))
    return Article(
        id=document_id(document, document.name),
        text=text,
        address=document.name,
        record=document.name,
        record_key="file",
        location=document.location,
        digest=digest(document.body),
    )
