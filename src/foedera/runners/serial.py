"""One task after another, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from foedera.runners import Crew, Outcome


def run(work: Callable[[Any], str], tasks: Iterable[Any], crew: Crew) -> Iterator[Outcome]:  # noqa: ARG001 - one signature for all runners
    """Do the work for each task."""
    for task in tasks:
        yield Outcome(task=task, made=work(task))
