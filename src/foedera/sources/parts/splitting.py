"""What the members of an archive hold → its records, one by one, and the holes between them.

A record says how long it is. Where that is not so (bytes were lost or changed), the hole reaches to the next place where a record begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedera.plumbing.interface import _
from foedera.sources.parts.members import RECORD, Piece

HEAD = 1 << 16
"""Bytes of a record's own head, and of the head of the answer within it."""
_END = b"\r\n\r\n"
_NEXT = b"\r\n\r\nWARC/1."
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([0-9]{1,15})[ \t]*\r\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The bytes of a record, head and block, and where its member begins."""

    offset: int
    body: bytes
    head: int
    """Where the block begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A stretch that holds no whole record, with the reason."""

    offset: int
    until: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A record that is longer than allowed."""

    offset: int
    size: int


Found = Record | Hole | Large


def records(found: Iterable[Piece], *, limit: int) -> Iterator[Found]:
    """The records in what an archive holds. One of a packed member is held back until more comes or the member ends well."""
    splitter = _Splitter(limit)
    held: list[Found] = []
    for piece in found:
        if piece.hole is not None:
            splitter.reset()
            held = []
            yield Hole(offset=piece.offset, until=piece.until, why=piece.hole)
            continue
        splitter.take(piece)
        held += splitter.split()
        if piece.ended:
            held += splitter.finish()
        ready, held = (held, []) if piece.ended or splitter.is_plain else (held[:-1], held[-1:])
        yield from ready
    yield from held
    yield from splitter.finish()


class _Splitter:
    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.is_plain = True
        self.reset()

    def reset(self) -> None:
        """Forget what was begun."""
        self._data, self._offset, self._left, self._lost = bytearray(), 0, 0, -1

    def take(self, piece: Piece) -> None:
        self.is_plain = not piece.packed
        if not self._data and not self._left and self._lost < 0:
            self._offset = piece.offset
        self._data += piece.data

    def split(self) -> Iterator[Found]:
        """The records that are whole by now."""
        while self._data:
            if self._left:
                yield from self._pass_large()
                if self._left:
                    return
            self._drop(len(self._data) - len(self._data.lstrip(b"\r\n")))
            if self._lost >= 0 or not (self._data.startswith(RECORD) or RECORD.startswith(self._data)):
                yield from self._pass_lost()
                if self._lost >= 0:
                    return
                continue
            made = self._one()
            if made is None:
                return
            yield made

    def finish(self) -> Iterator[Found]:
        """What is left at the end: a record without the empty lines behind it, or a hole."""
        end = self._offset + len(self._data)
        if self._lost >= 0:
            yield Hole(offset=self._lost, until=end, why=_("no record begins here"))
        elif self._left:
            yield Hole(offset=self._offset, until=end, why=_("the archive ends within a record"))
        elif self._data.strip(b"\r\n"):
            head, total = self._measure()
            if total and len(self._data) >= total and not self._data[total:].strip(b"\r\n"):
                yield Record(offset=self._offset, body=bytes(self._data[:total]), head=head)
            else:
                yield Hole(offset=self._offset, until=end, why=_("the archive ends within a record"))
        self.reset()

    def _drop(self, size: int) -> None:
        del self._data[:size]
        self._offset += size if self.is_plain else 0

    def _measure(self) -> tuple[int, int]:
        """Where the block begins and the record ends; zeros while its head is not there, -1 where it has none."""
        at = self._data.find(_END, 0, HEAD)
        if at < 0:
            return (0, -1) if len(self._data) >= HEAD else (0, 0)
        length = _LENGTH.search(self._data, 0, at + 2)
        return (at + len(_END), at + len(_END) + int(length[1])) if length else (0, -1)

    def _one(self) -> Found | None:
        """The record that begins here, when it is whole; a hole begins where it does not end as it says."""
        head, total = self._measure()
        if total > self._limit + HEAD:
            self._left = total
            return Large(offset=self._offset, size=total)
        if total >= 0 and (total == 0 or len(self._data) < total + len(_END)):
            return None
        if total < 0 or self._data[total : total + len(_END)] != _END:
            self._lost = self._offset
            return next(self._pass_lost(), None)
        record = Record(offset=self._offset, body=bytes(self._data[:total]), head=head)
        self._drop(total + len(_END))
        return record

    def _pass_lost(self) -> Iterator[Hole]:
        """Pass what is no record, up to the next that begins."""
        if self._lost < 0:
            self._lost = self._offset
        at = self._data.find(_NEXT)
        if at < 0:
            self._drop(max(0, len(self._data) - len(_NEXT)))
            return
        self._drop(at + len(_END))
        lost, self._lost = self._lost, -1
        yield Hole(offset=lost, until=self._offset, why=_("a record does not end where it says, or has no head"))

    def _pass_large(self) -> Iterator[Hole]:
        """Pass a record that is too long; it may have lied about its length."""
        at = self._data.find(_NEXT)
        if 0 <= at < self._left - len(_NEXT):
            start = self._offset
            self._drop(at + len(_END))
            self._left = 0
            yield Hole(offset=start, until=self._offset, why=_("a record does not end where it says"))
            return
        # The sign of a next record may lie across two pieces.
        passed = min(self._left, len(self._data) if len(self._data) >= self._left else max(0, len(self._data) - len(_NEXT)))
        self._drop(passed)
        self._left -= passed
