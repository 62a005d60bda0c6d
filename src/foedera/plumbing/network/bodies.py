"""The body of an answer → its bytes, unpacked, within a cap on their number and on what a packed byte may become."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from foedera.plumbing.interface import _
from foedera.plumbing.network.targets import VisitError

CHUNK = 1 << 16
RATIO = 200
"""Bytes that one packed byte may become: pages become ten, a run of one letter a thousand."""
FREE = 1 << 20
"""Bytes below which nobody counts."""
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class Readable(Protocol):
    """What can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


def body(stream: Readable, packing: str, *, limit: int) -> bytes:
    """The bytes of a body.

    Raises:
        VisitError: there are more than allowed, they are a bomb, or packed in a way that was not asked for.
    """
    packing = packing.strip().lower()
    if packing not in {"", "identity"} | _PACKED:
        raise VisitError("unreadable", _("is packed as {packing!r}, which was not asked for").format(packing=packing))
    pieces = unpacked(_chunks(stream)) if packing in _PACKED else _chunks(stream)
    made: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise too_large(limit)
        made.append(piece)
    return b"".join(made)


def _chunks(stream: Readable) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def unpacked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """What packed bytes (gzip, several of them in a row, or zlib) hold, in pieces of bounded size.

    Raises:
        VisitError: they are a bomb or no such thing.
    """
    given = made = 0
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            given += len(chunk)
            left = chunk
            while left:
                if unpack.eof:
                    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
                piece = unpack.decompress(left, CHUNK * 4)
                left = unpack.unconsumed_tail or unpack.unused_data
                made += len(piece)
                if made > FREE + RATIO * given:
                    raise VisitError("too_large", _("unpacks to more than {ratio} times its size: a bomb").format(ratio=RATIO))
                yield piece
    except zlib.error as error:
        raise VisitError("damaged", _("does not unpack: {why}").format(why=error)) from error


def too_large(limit: int) -> VisitError:
    """The error of what holds more bytes than allowed."""
    return VisitError("too_large", _("more than {limit} bytes; raise it with FOEDERA_LIMIT").format(limit=limit))
