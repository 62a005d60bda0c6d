"""Bytes → text exactly as given, or the fault that keeps them from being text."""

from __future__ import annotations

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
        detail = _("byte {at} is not UTF-8; convert the text, for instance with iconv -t UTF-8")
        return fault(document, "not_utf8", detail.format(at=error.start))


def fault(document: Document, reason: str, detail: str) -> Skip:
    """What is wrong with a document."""
    return Skip(reason=reason, detail=detail, location=document.location, document=document_id(document, document.name))


def document_id(document: Document, address: str) -> DocumentId:
    """The id of bytes under an address: URL, record id or base name, never a folder."""
    return DocumentId(id_of(digest(document.body), address))
