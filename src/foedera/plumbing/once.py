"""Once: what is made of a value is made a single time, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

MOST = 256
"""Values whose makings are kept: packs are tens, and tests make a few hundred."""


class _Same(Generic[Given]):
    """A value as a key: the same object, not an equal one, so that a large value is not read to find its making."""

    __slots__ = ("value",)

    def __init__(self, value: Given) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


def once(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """A function of one immutable value that remembers what it made of each."""

    @lru_cache(maxsize=MOST)
    def made(key: _Same[Given]) -> Made:
        return make(key.value)

    def asked(value: Given) -> Made:
        return made(_Same(value))

    asked.__doc__ = make.__doc__
    return asked
