"""Passwords and other secrets → what may be kept of them: Argon2id for what people choose, a digest for what is random anyway."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache
from typing import Any

from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library

SHORTEST, LONGEST = 12, 1000
"""Characters of a password: what NIST SP 800-63B asks for of one that people choose, and a bound on what is hashed."""


def checked(password: str) -> str:
    """A password that may be one.

    Raises:
        UsageError: it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        what = _("a password has {least} to {most} characters").format(least=SHORTEST, most=LONGEST)
        raise UsageError(what, remedy=_("take a few words that nobody would guess"))
    return password


def hashed(password: str) -> str:
    """What is kept of a password."""
    made: str = _hasher().hash(password)
    return made


def fits(kept: str | None, password: str) -> bool:
    """Whether it is the password of which this was kept; who has none takes as long to be told."""
    try:
        right: bool = _hasher().verify(kept or _nobodys(), password[:LONGEST])
    except library("argon2.exceptions", extra="desk").VerificationError:
        return False
    return right and kept is not None


def secret() -> str:
    """A random secret of 256 bits, in letters that a header may have."""
    return secrets.token_urlsafe(32)


def sealed(value: str) -> str:
    """What is kept of a random secret."""
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _hasher() -> Any:  # noqa: ANN401 - of a library that need not be there
    return library("argon2", extra="desk").PasswordHasher()


@cache
def _nobodys() -> str:
    return hashed(secret())
