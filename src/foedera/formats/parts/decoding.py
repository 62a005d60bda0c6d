"""Bytes → text exactly as given, or the fault that keeps them from being text."""

from __future__ import annotations

from foedera.formats.parts import encodings
from foedera.formats.parts.encodings import Decoded
from foedera.model.document import Document, DocumentId, Skip
from foedera.plumbing.ids import digest, id_of
from foedera.plumbing.interface import _


def decoded(document: Document) -> str | Skip:
    """The UTF-8 text, line ends and BOM kept."""
    if not document.body.strip():
        return fault(document, "empty", _("holds no text; leave it out or fetch it again"))
    if (at := document.body.find(b"\0")) >= 0:
        return fault(document, "binary", _("byte {at} is NUL, so this is no text; convert it to UTF-8 text first").format(at=at))
    try:
        return document.body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(document, error.start)


def text_of(document: Document, declared: str | None = None) -> Decoded | Skip:
    """The text in whatever encoding is the likeliest, where any is."""
    if not document.body.strip():
        return fault(document, "empty", _("holds no text; leave it out or fetch it again"))
    found = encodings.decode(document.body, declared or document.charset)
    if found is not None:
        return found
    if b"\0" in document.body:
        return _binary(document)
    try:
        document.body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(document, error.start)
    return _binary(document)


def _binary(document: Document) -> Skip:
    detail = _("byte {at} is NUL, so this is no text; convert it to UTF-8 text first")
    return fault(document, "binary", detail.format(at=document.body.find(b"\0")))


def _not_utf8(document: Document, at: int) -> Skip:
    detail = _("byte {at} is not UTF-8, nor is this text in another known encoding; convert it, for instance with iconv -t UTF-8")
    return fault(document, "not_utf8", detail.format(at=at))


def fault(document: Document, reason: str, detail: str) -> Skip:
    """What is wrong with a document."""
    return Skip(reason=reason, detail=detail, location=document.location, document=document_id(document, document.name))


def document_id(document: Document, address: str) -> DocumentId:
    """The id of bytes under an address: URL, record id or base name, never a folder."""
    return DocumentId(id_of(digest(document.body), address))
