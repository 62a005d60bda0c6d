"""Bytes of one file → documents: one a file, or one a line where it holds records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _

MEDIA_TYPES = {".txt": "text/plain", ".text": "text/plain", ".jsonl": "application/json", ".ndjson": "application/json"}
"""Endings of names → what the bytes are."""
RECORDS = "application/json"
TEXT = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The base name of a file and where it lies."""

    name: str
    location: str


def documents(body: bytes, origin: Origin, media_type: str, *, limit: int) -> Iterator[Document | Skip]:
    """One document for a text, one for each line that is not blank for records."""
    if media_type != RECORDS:
        yield document(body, origin, media_type, limit=limit)
        return
    for number, line in enumerate(body.split(b"\n"), start=1):
        if line.strip():
            at = Origin(name=f"{origin.name}:{number}", location=f"{origin.location}:{number}")
            yield document(line, at, RECORDS, limit=limit)


def document(body: bytes, origin: Origin, media_type: str, *, limit: int) -> Document | Skip:
    """The document, unless it holds more than `limit` bytes."""
    if len(body) > limit:
        return too_large(origin, len(body), limit)
    return Document(body=body, name=origin.name, location=origin.location, media_type=media_type)


def too_large(origin: Origin, size: int, limit: int) -> Skip:
    """The skip of what holds more bytes than allowed."""
    detail = _("{size} bytes, and the limit is {limit}; raise it with FOEDERA_LIMIT, or divide the text")
    return Skip(reason="too_large", detail=detail.format(size=size, limit=limit), location=origin.location)
