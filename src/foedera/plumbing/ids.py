"""Identifiers: digests that depend on content alone, never on a clock, a path or an order of arrival."""

from __future__ import annotations

import hashlib

import msgspec

LENGTH = 16
"""Hexadecimal digits of an id: 64 bits keep a collision among ten million documents below one in three hundred thousand."""


def digest(body: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def id_of(*parts: object) -> str:
    """A short id for a tuple of plain values (str, int, None, and tuples of these); equal values give equal ids."""
    return digest_of(*parts)[:LENGTH]


def digest_of(*parts: object) -> str:
    """The digest of a tuple of plain values."""
    return digest(_written(parts))


_written = msgspec.json.Encoder().encode
"""Writes JSON without spaces, and letters as they are."""
