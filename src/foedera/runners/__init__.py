"""Where work happens; nothing about what it is. A module is a runner when it has the verb `run`; the file's name registers it.

A piece of work is a function of one task (both must be known by name in another process) that writes a file and returns its name.
Whoever runs it may die: the task is then run again, elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

VERB = "run"
DEATHS = 20
"""How many workers one task may cost. The work itself leaves out what killed two; this stops what kills every one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """How many work at once, where (of a cluster: the address of its scheduler), and what each has to load before it begins."""

    workers: int = 1
    scheduler: str | None = None
    preload: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a task: the name of the file that it wrote, or None where it cost too many workers."""

    task: Any
    made: str | None


class Runner(Protocol):
    """What a module of this room offers."""

    def run(self, work: Callable[[Any], str], tasks: Iterable[Any], crew: Crew) -> Iterator[Outcome]:
        """Do the work for each task, in any order; an error of the work itself is raised."""
        ...
