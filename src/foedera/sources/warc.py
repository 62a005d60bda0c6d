"""An archive of the web (WARC: plain, gzip or zstd; a file, or an address of http or s3) → the documents of its answers, and its holes."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from foedera.model.document import Document, Skip
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.sources import Errand
from foedera.sources.parts import fetching
from foedera.sources.parts.members import GZIP, Piece, Readable, pieces, pieces_between
from foedera.sources.parts.splitting import Hole, Large, Record, records

_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".warc.zstd")
_PART = re.compile(r"(.+)#bytes=([0-9]{1,15})-([0-9]{1,15})")
"""A part of an archive: the members that begin in this stretch."""
PART = 1 << 25
"""Packed bytes of a part that is read apart: some thousand pages."""
_REMOTE = ("https://", "http://", "s3://")
_OK = 200
_DIGEST = re.compile(rb"\r\nwarc-block-digest:[ \t]*([\w-]+):([\w=+/]+)", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-fA-F]{32,}")


def accepts(location: str) -> bool:
    """Whether its name ends like an archive's."""
    return _whole(location).lower().partition("?")[0].endswith(_ENDINGS)


def apart(location: str, errand: Errand) -> Iterator[str | Skip]:  # noqa: ARG001 - the room's verb
    """The parts of an archive that can be read apart from each other: of one that is packed by records."""
    path = Path(location)
    size = path.stat().st_size if path.is_file() else 0
    with path.open("rb") if size > PART else io.BytesIO() as stream:
        packed = stream.read(len(GZIP)) == GZIP
    if not packed:
        yield location
        return
    for start in range(0, size, PART):
        yield f"{location}#bytes={start}-{min(size, start + PART)}"


def _whole(location: str) -> str:
    part = _PART.fullmatch(location)
    return part[1] if part else location


def documents(location: str, errand: Errand) -> Iterator[Document | Skip]:
    """What sites answered, in order; what lies between is listed by its place, and nothing behind a hole is lost."""
    part = _PART.fullmatch(location)
    location, empty = _whole(location), part is None
    try:
        with _opened(location, errand) as stream:
            for found in records(_pieces(stream, part), limit=errand.limit):
                empty = False
                made = _made(found, location, errand)
                if made is not None:
                    yield made
    except (OSError, FoederaError) as error:
        if isinstance(error, FoederaError) and not hasattr(error, "reason"):
            raise
        yield _unreadable(location, error)
        return
    if empty:
        yield Skip(reason="empty", detail=_("holds no record; fetch it again"), location=location)


def _pieces(stream: Readable, part: re.Match[str] | None) -> Iterator[Piece]:
    if part is None or not isinstance(stream, io.BufferedReader):
        return pieces(stream)
    stream.seek(int(part[2]))
    return pieces_between(stream, int(part[2]), int(part[3]))


@contextmanager
def _opened(location: str, errand: Errand) -> Iterator[Readable]:
    if location.lower().startswith(_REMOTE):
        with errand.visitor().stream(location) as stream:
            yield stream
    else:
        with Path(location).open("rb") as file:
            yield file


def _unreadable(location: str, error: Exception) -> Skip:
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    reason = str(getattr(error, "reason", "unreadable"))
    return Skip(reason=reason if reason.isidentifier() else "unreadable", detail=detail, location=location)


def _made(found: Record | Hole | Large, location: str, errand: Errand) -> Document | Skip | None:
    place = f"{location}@{found.offset}"
    if isinstance(found, Hole):
        detail = _("bytes {start} to {end} hold no whole record: {why}")
        return Skip(reason="hole", detail=detail.format(start=found.offset, end=found.until, why=found.why), location=place)
    if isinstance(found, Large):
        detail = _("{size} bytes, and the limit is {limit}; raise it with FOEDERA_LIMIT")
        return Skip(reason="too_large", detail=detail.format(size=found.size, limit=errand.limit), location=place)
    if not _is_sound(found):
        detail = _("bytes {start} on hold a record that is not what its digest says").format(start=found.offset)
        return Skip(reason="hole", detail=detail, location=place)
    return _answer(found, place, errand)


def _is_sound(found: Record) -> bool:
    """Whether the block is what its digest says; one without a digest is believed."""
    told = _DIGEST.search(found.body, 0, found.head)
    if told is None:
        return True
    name, value = told[1].decode("ascii").lower().replace("-", ""), told[2].decode("ascii")
    if name not in hashlib.algorithms_guaranteed or name.startswith("shake"):
        return True
    made = hashlib.new(name, found.body[found.head :], usedforsecurity=False).digest()
    return value.lower() == made.hex() if _HEX.fullmatch(value) else value.rstrip("=") == base64.b32encode(made).decode().rstrip("=")


def _answer(found: Record, place: str, errand: Errand) -> Document | Skip | None:
    """The document of a site's answer; requests, notes and repetitions are none."""
    warc = library("fastwarc.warc", extra="crawl")
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    stream = io.BytesIO(found.body + b"\r\n\r\n")
    try:
        record = next(iter(warc.ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="all")), None)
        return _document(record, place, errand) if record is not None else None
    except (OSError, ValueError) as error:
        return Skip(reason="hole", detail=_("a record that cannot be read: {why}").format(why=error), location=place)


def _document(record: Any, place: str, errand: Errand) -> Document | Skip:  # noqa: ANN401 - a library's own record
    url = (record.headers.get("WARC-Target-URI") or place).strip("<>")
    status = record.http_headers.status_code if record.http_headers is not None else _OK
    if status != _OK:
        return Skip(reason="no_success", detail=_("the site answered with status {status}").format(status=status), location=place)
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in errand.media_types.values():
        return Skip(reason="other_format", detail=_("what is {kind!r} is not read").format(kind=kind), location=place)
    body = record.reader.read(errand.limit + 1)
    if len(body) > errand.limit:
        detail = _("more than {limit} bytes; raise it with FOEDERA_LIMIT").format(limit=errand.limit)
        return Skip(reason="too_large", detail=detail, location=place)
    name = fetching.name_of(url)
    return Document(body=body, name=name, location=place, media_type=kind, url=url, charset=record.http_charset or None, crawled=True)
