"""The bytes of an archive, plain or packed in members (gzip, zstd) → what the members hold, and the holes where one does not unpack.

Readers of archives end in silence where a member is broken. Here a member that fails is a hole with its place, and reading goes on at the
next place where one begins that holds a record.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from foedera.plumbing.interface import _
from foedera.plumbing.optional import library

CHUNK = 1 << 16
LITTLE, SMALL = 1 << 13, 1 << 9
"""Packed bytes that gzip and zstd are given at a time: they may become 8 and 16 MB."""
KEPT = 1 << 23
"""Packed bytes of a member that are kept, to look among them for the next one when it fails."""
RATIO, FREE = 200, 1 << 24
"""What a packed byte may become, and the bytes below which nobody counts."""
GZIP, ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
RECORD = b"WARC/"
_SKIPPED = frozenset(bytes((low, 0x2A, 0x4D, 0x18)) for low in range(0x50, 0x60))
_DICTIONARY = b"\x5d\x2a\x4d\x18"


class Readable(Protocol):
    """What can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What comes of an archive: bytes of a member, word that it ended well, or a hole up to the place where reading goes on."""

    offset: int
    packed: bool = False
    data: bytes = b""
    ended: bool = False
    hole: str | None = None
    until: int = 0


class Unpacker(Protocol):
    """What unpacks one member."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given beyond its end."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """What these bytes become."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packing:
    magic: bytes
    unpacker: Callable[[], Unpacker]
    chunk: int
    errors: tuple[type[Exception], ...]


class _Window:
    """A stretch of a stream that can be looked at before it is passed."""

    def __init__(self, stream: Readable, offset: int) -> None:
        self.data, self.offset, self._stream = bytearray(), offset, stream

    def fill(self, size: int) -> bool:
        """Whether so many bytes are there to be looked at."""
        while len(self.data) < size and (more := self._stream.read(CHUNK)):
            self.data += more
        return len(self.data) >= size

    def drop(self, size: int) -> None:
        """Pass so many bytes."""
        del self.data[:size]
        self.offset += size


def pieces(stream: Readable) -> Iterator[Piece]:
    """What an archive holds; how it is packed is told by how it begins."""
    window = _Window(stream, 0)
    window.fill(len(ZSTD))
    if window.data.startswith(GZIP):
        yield from _members(window, _gzip())
    elif bytes(window.data[:4]) in {ZSTD, *_SKIPPED}:
        zstandard = library("zstandard", extra="crawl")
        dictionary = _dictionary(window)
        unpacker = zstandard.ZstdDecompressor(dict_data=dictionary) if dictionary else zstandard.ZstdDecompressor()
        errors = (zstandard.ZstdError, BrokenError)
        yield from _members(window, _Packing(magic=ZSTD, unpacker=unpacker.decompressobj, chunk=SMALL, errors=errors))
    else:
        while window.fill(1):
            yield Piece(offset=window.offset, data=bytes(window.data))
            window.drop(len(window.data))


def pieces_between(stream: Readable, start: int, end: int) -> Iterator[Piece]:
    """What those members of a gzip archive hold that begin from `start`, where the stream stands, up to `end`."""
    window = _Window(stream, start)
    if start and window.fill(1):
        _to_record(window, _gzip())
    yield from _members(window, _gzip(), end)


def _gzip() -> _Packing:
    return _Packing(magic=GZIP, unpacker=_Gunzip, chunk=LITTLE, errors=(zlib.error, BrokenError))


class _Gunzip:
    """zlib's unpacker, which may be given at once what becomes very much."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        return self._inner.decompress(data)


def _members(window: _Window, packing: _Packing, end: float = math.inf) -> Iterator[Piece]:
    while window.offset < end and window.fill(1):
        start = window.offset
        if bytes(window.data[:4]) in _SKIPPED and packing.magic == ZSTD:
            _pass_skipped(window)
            continue
        try:
            yield from _member(window, packing)
            yield Piece(offset=start, packed=True, ended=True)
        except packing.errors as error:
            window.drop(1)
            _to_record(window, packing)
            yield Piece(offset=start, packed=True, hole=str(error), until=window.offset)


class BrokenError(Exception):
    """A member that cannot be read on."""


def _member(window: _Window, packing: _Packing) -> Iterator[Piece]:
    """What a member holds; the window then stands behind it, or, when it fails, where it began or as near as is kept."""
    if not window.fill(len(packing.magic)) or not window.data.startswith(packing.magic):
        raise BrokenError(_("no member begins here"))
    start, used, made, unpack = window.offset, 0, 0, packing.unpacker()
    while not unpack.eof:
        if not window.fill(used + 1):
            raise BrokenError(_("the archive ends within a member"))
        chunk = bytes(window.data[used : used + packing.chunk])
        used += len(chunk)
        data = unpack.decompress(chunk)
        made += len(data)
        if made > FREE + RATIO * (window.offset - start + used):
            raise BrokenError(_("a member unpacks to more than {ratio} times its size: a bomb").format(ratio=RATIO))
        yield Piece(offset=start, packed=True, data=data)
        if used > 2 * KEPT:
            window.drop(KEPT)
            used -= KEPT
    window.drop(used - len(unpack.unused_data))


def _to_record(window: _Window, packing: _Packing) -> None:
    """Pass what is broken, up to a member that holds a record, or to the end."""
    while window.fill(1):
        at = window.data.find(packing.magic)
        if at < 0:
            window.drop(max(1, len(window.data) - len(packing.magic)))
            continue
        window.drop(at)
        window.fill(CHUNK)
        if _holds_record(bytes(window.data[:CHUNK]), packing):
            return
        window.drop(1)


def _holds_record(data: bytes, packing: _Packing) -> bool:
    unpack = packing.unpacker()
    made = b""
    try:
        for at in range(0, len(data), SMALL):
            made += unpack.decompress(data[at : at + SMALL])
            if len(made) >= len(RECORD) or unpack.eof:
                break
    except packing.errors:
        return False
    return made.startswith(RECORD)


def _pass_skipped(window: _Window) -> bytes:
    """Pass a frame that holds no data, and return what stands in it."""
    window.fill(8)
    size = int.from_bytes(window.data[4:8], "little")
    if size > KEPT or not window.fill(8 + size):
        size = len(window.data) - 8
    found = bytes(window.data[8 : 8 + size])
    window.drop(8 + max(0, size))
    return found


def _dictionary(window: _Window) -> object | None:
    """The dictionary that all frames of an archive need, when it begins with one."""
    if not window.data.startswith(_DICTIONARY):
        return None
    zstandard = library("zstandard", extra="crawl")
    found = _pass_skipped(window)
    if found.startswith(ZSTD):
        found = zstandard.ZstdDecompressor().decompress(found, max_output_size=KEPT)
    return zstandard.ZstdCompressionDict(found) if found else None
