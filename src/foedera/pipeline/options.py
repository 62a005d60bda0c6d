"""What a run may choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.plumbing.memory import Memory
from foedera.plumbing.settings import DEFAULT_LIMIT

if TYPE_CHECKING:
    from foedera.plumbing.network.visits import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`limit` bytes a text; `jsonl`: standard input holds records; `lang` and `published` fill what a record lacks.

    `visitor`: who fetches, where it is not the usual one; `memory`: what was read before and is not read again.
    `recorded` is the day or moment to record instead of the clock's; `progress` is called with each item done: a reading, a skip, or an
    article that was there already. `begun` is told where each document lies before it is read; `called` tells what such a place is called;
    places that are `deadly` are not read; a run ends before its time when `ended` says so, with what is read until then.
    `runner`: who reads and derives, with how many `workers`, in which `work` folder, by which `scheduler`; without one, this process.
    """

    limit: int = DEFAULT_LIMIT
    jsonl: bool = False
    lang: str | None = None
    published: str | None = None
    recorded: str | None = None
    visitor: Callable[[], Visitor] | None = None
    memory: Memory | None = None
    progress: Callable[[object], None] | None = None
    begun: Callable[[str], None] | None = None
    called: Callable[[str], str] | None = None
    deadly: frozenset[str] = frozenset()
    ended: Callable[[], bool] | None = None
    runner: str | None = None
    workers: int = 1
    scheduler: str | None = None
    work: str | None = None


DEFAULT = Options()
