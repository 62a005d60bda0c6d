"""A document and its text → the article as far as the document tells it; a format adds what the text's own marks declare."""

from __future__ import annotations

from foedera.formats.parts.decoding import document_id
from foedera.model.article import Article
from foedera.model.document import Document
from foedera.model.when import When
from foedera.plumbing.ids import digest


def article_of(document: Document, text: str) -> Article:
    """The article, under the document's URL, else its base name."""
    address = document.url or document.name
    return Article(
        id=document_id(document, address),
        text=text,
        address=address,
        record=address,
        record_key="id" if document.url else "file",
        location=document.location,
        digest=digest(document.body),
        published=When(edtf=document.published, basis="metadata") if document.published else None,
        url=document.url,
    )
