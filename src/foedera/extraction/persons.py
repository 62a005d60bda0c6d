"""Person: who is named with an office, before and after it is known of which state, and when two names mean one."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.fact import Inference
from foedera.plumbing.text import bare


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
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


def tokens(name: str) -> frozenset[str]:
    """The tokens of a name, without marks and hyphens, in small letters."""
    return frozenset(bare(name).replace("-", " ").split())
