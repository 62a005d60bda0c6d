"""Person: who is named with an office, before and after it is known of which state, and when two names mean one."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from foedera.extraction import runs
from foedera.model.fact import Inference
from foedera.plumbing.text import bare


class Person(Struct, frozen=True, kw_only=True):
    """A named holder of an office: `start` and `end` of the passage with name and office, of the name, and of what told the state."""

    name: str
    office: str
    country: str | None
    start: int
    end: int
    name_start: int
    name_end: int
    state_span: tuple[int, int] | None = None
    inferred: tuple[Inference, ...] = ()


def subset(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether the tokens of one name all stand in the other."""
    return first <= second or second <= first


@lru_cache(maxsize=20_000)
def tokens(name: str) -> frozenset[str]:
    """The tokens of a name, without marks and hyphens, in small letters; of a name in ideographs each sign."""
    if runs.is_dense(name):
        return frozenset(token for part in _PARTS.split(bare(name)) for token in _signs(part))
    return (
        frozenset(_INITIALS.sub("", bare(name)).replace("-", " ").split())
        if "." in name
        else frozenset(bare(name).replace("-", " ").split())
    )


_INITIALS = re.compile(r"\b[^\W\d_]\.(?=[^\W\d_]{2}|[^\W\d_]\.)")
"""Initials that nothing parts from the rest of a name ("Y.S.Yeol")."""


def _signs(part: str) -> list[str]:
    """A part of a name, or, in ideographs, each of its signs: a family name is the beginning of a name."""
    return list(part) if part and runs.kind(part[0]) == runs.IDEOGRAPH else [part] * bool(part)


_PARTS = re.compile(r"[\u30fb=\s-]+")


def calls(person: Person, name: str) -> bool:
    """Whether a name, full or in part, is one of this person's."""
    if runs.is_dense(name):
        return tokens(name) <= tokens(person.name)
    return name in person.name.split()
