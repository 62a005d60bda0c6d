"""Several processes of this machine. Each is a pool of its own, so that one that dies takes no other's work with it."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any

from foedera.plumbing.guards import end_with_parent
from foedera.runners import DEATHS, Crew, Outcome

AHEAD = 2
"""Tasks that a process is given at once: the one under way, and the next."""


@dataclass(slots=True)
class _Bench:
    """A process and what it was given, in order, with how many processes each task has cost."""

    pool: ProcessPoolExecutor
    given: deque[tuple[Future[str], Any, int]] = field(default_factory=deque)


def run(work: Callable[[Any], str], tasks: Iterable[Any], crew: Crew) -> Iterator[Outcome]:
    """Do the work for each task; what a process that died was at is done again by another."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([crew.preload] if crew.preload else [])
    left = iter(tasks)
    benches = [_Bench(_pool(context)) for _ in range(crew.workers)]
    try:
        _fill(benches, work, left)
        while futures := [bench.given[0][0] for bench in benches if bench.given]:
            wait(futures, return_when=FIRST_COMPLETED)
            for bench in benches:
                if bench.given and bench.given[0][0].done():
                    yield from _taken(bench, work, context)
            _fill(benches, work, left)
    finally:
        for bench in benches:
            bench.pool.shutdown(wait=False, cancel_futures=True)


def _fill(benches: Iterable[_Bench], work: Callable[[Any], str], left: Iterator[Any]) -> None:
    for _ in range(AHEAD):
        for bench in benches:
            if len(bench.given) < AHEAD:
                for task in left:
                    bench.given.append((_given(bench.pool, work, task), task, 0))
                    break


def _taken(bench: _Bench, work: Callable[[Any], str], context: Any) -> Iterator[Outcome]:  # noqa: ANN401 - a context of multiprocessing
    """The outcome of the first task; where the process died, a new one gets all that the old one had."""
    future, task, deaths = bench.given.popleft()
    try:
        yield Outcome(task=task, made=future.result())
    except BrokenProcessPool:
        bench.pool.shutdown(wait=False, cancel_futures=True)
        bench.pool = _pool(context)
        again = [(task, deaths + 1)] if deaths + 1 < DEATHS else []
        again += [(later, count) for _, later, count in bench.given]
        bench.given = deque((_given(bench.pool, work, one), one, count) for one, count in again)
        if deaths + 1 >= DEATHS:
            yield Outcome(task=task, made=None)


def _given(pool: ProcessPoolExecutor, work: Callable[[Any], str], task: Any) -> Future[str]:  # noqa: ANN401 - whatever the work takes
    """The task under way; where what was given before has just ended the process, already as one of those that are to be given again."""
    try:
        return pool.submit(work, task)
    except BrokenProcessPool as error:
        ended: Future[str] = Future()
        ended.set_exception(error)
        return ended


def _pool(context: Any) -> ProcessPoolExecutor:  # noqa: ANN401 - as above
    return ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=end_with_parent)
