"""Plain text as crawled: the bytes are the article, decoded where they are not UTF-8."""

from __future__ import annotations

from dataclasses import replace

from foedera.formats.parts.articles import article_of
from foedera.formats.parts.decoding import fault, text_of
from foedera.formats.parts.encodings import UTF8
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _

ENDINGS = {".txt": "text/plain", ".text": "text/plain"}


def accepts(document: Document) -> bool:
    """Whether the source calls it plain text."""
    return document.media_type == "text/plain"


def article(document: Document) -> Article | Skip:
    """The text, under its URL, else the file's base name."""
    found = text_of(document)
    if isinstance(found, Skip):
        return found
    if not found.text.strip("\ufeff \t\r\n"):
        return fault(document, "empty", _("holds no text; leave it out or fetch it again"))
    made = article_of(document, found.text)
    return replace(made, own_text=found.charset != UTF8, charset=found.charset, doubtful=found.doubtful)
