"""A document of pages (PDF), as governments publish statements → the text of its pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from foedera.formats.parts.articles import article_of
from foedera.formats.parts.decoding import fault
from foedera.formats.parts.likelihood import broken
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library

ENDINGS = {".pdf": "application/pdf"}
MOST_PAGES = 300
"""Pages read: joint statements have ten, white papers two hundred."""
MOST_TEXT = 5_000_000
"""Characters read: forms that draw forms can make any number of a few bytes."""
_HYPHENED = re.compile(r"(?<=[a-z])[\u00ad\u2010-]\n(?=[a-z])")
_SPACES = re.compile(r"[ \t\f\v]+")
_LEAST = 20
"""Characters of a document that has text; below it is a picture of paper."""


def accepts(document: Document) -> bool:
    """Whether the source calls it a PDF, or it begins like one."""
    return document.media_type in ENDINGS.values()


def article(document: Document) -> Article | Skip:
    """The text of all pages, under the document's URL, else the file's base name."""
    library("pypdf", extra="pdf")
    errors = library("pypdf.errors", extra="pdf")
    try:
        text = _text(document.body)
    except (errors.FileNotDecryptedError, errors.WrongPasswordError, errors.DependencyError):
        return fault(document, "encrypted", _("is locked with a password; give it without one"))
    except Exception as error:  # noqa: BLE001 - a broken file shows in whatever the library trips over first
        return fault(document, "damaged", _("is no sound PDF ({error}); fetch it again").format(error=str(error) or type(error).__name__))
    if len(text.strip()) < _LEAST:
        return fault(document, "no_text", _("holds no text, perhaps pictures of pages; give it with its text recognised"))
    return _made(document, text)


def _text(body: bytes) -> str:
    reader = library("pypdf", extra="pdf").PdfReader(io.BytesIO(body))
    pages: list[str] = []
    size = 0
    for page in _pages(reader):
        pages.append(_tidied(page.extract_text()))
        size += len(pages[-1])
        if size > MOST_TEXT:
            break
    return "\n\n".join(page for page in pages if page)[:MOST_TEXT]


def _pages(reader: Any) -> Iterator[Any]:  # noqa: ANN401 - pypdf is loaded when needed
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            return
        yield page


def _tidied(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.replace("\r\n", "\n").split("\n"))
    return _HYPHENED.sub("", "\n".join(lines)).replace("\0", " ").strip()


def _made(document: Document, text: str) -> Article:
    return replace(article_of(document, text), own_text=True, charset="pdf", doubtful=broken(text))
