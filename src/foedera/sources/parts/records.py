"""Bytes of one file → documents: one a file, or one a line where it holds records, read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _

RECORDS = "application/json"
TEXT = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The base name of a file and where it lies."""

    name: str
    location: str


def documents(stream: IO[bytes], origin: Origin, media_type: str, *, limit: int) -> Iterator[Document | Skip]:
    """One document for a text, one for each line that is not blank for records; never more than a text's limit in memory."""
    if media_type != RECORDS:
        body = stream.read(limit + 1)
        yield _document(body, len(body) + _rest(stream), Origin(name=origin.name, location=origin.location), media_type, limit)
        return
    number = 0
    # A line may end in \r\n besides, so that one of the very limit is not cut.
    while line := stream.readline(limit + 2):
        number += 1
        at = Origin(name=f"{origin.name}:{number}", location=f"{origin.location}:{number}")
        size = len(line)
        while not line.endswith(b"\n") and (more := stream.readline(CHUNK)):
            size += len(more)
            line = line[: limit + 1] + more[-1:]
        line = line.removesuffix(b"\n")
        if line.strip():
            yield _document(line, size, at, RECORDS, limit)


CHUNK = 1 << 20


def _rest(stream: IO[bytes]) -> int:
    size = 0
    while more := stream.read(CHUNK):
        size += len(more)
    return size


def _document(body: bytes, size: int, origin: Origin, media_type: str, limit: int) -> Document | Skip:  # noqa: PLR0913, PLR0917 - bytes, and all that is known of them
    if len(body) > limit:
        return too_large(origin, size, limit)
    return Document(body=body, name=origin.name, location=origin.location, media_type=media_type)


def too_large(origin: Origin, size: int, limit: int) -> Skip:
    """The skip of what holds more bytes than allowed."""
    detail = _("{size} bytes, and the limit is {limit}; raise it with FOEDERA_LIMIT, or divide the text")
    return Skip(reason="too_large", detail=detail.format(size=size, limit=limit), location=origin.location)
