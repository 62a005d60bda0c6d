"""A cluster of Dask (extra `dask`): one of this machine's own, or that of a scheduler whose address is given."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from itertools import islice
from typing import Any

from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.runners import DEATHS, Crew, Outcome

AHEAD = 3
"""Tasks that are given for each worker at once; more would only wait in the scheduler's memory."""

RESTART = 60
"""Seconds within which a worker that died is started anew."""


def run(work: Callable[[Any], str], tasks: Iterable[Any], crew: Crew) -> Iterator[Outcome]:
    """Do the work for each task; what a node that was lost was at is done again by another.

    The scheduler blames every task that a lost worker had, waiting ones too; so who is blamed too often is tried once more alone.
    """
    distributed = _library()
    with ExitStack() as stack:
        address = crew.scheduler or stack.enter_context(
            distributed.LocalCluster(
                n_workers=crew.workers, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL", host="127.0.0.1"
            )
        )
        client = stack.enter_context(distributed.Client(address, set_as_default=False))
        suspects: list[Any] = []
        for outcome in _done(client, distributed, work, iter(tasks)):
            if outcome.made is None:
                suspects.append(outcome.task)
            else:
                yield outcome
        for task in suspects:
            yield from _done(client, distributed, work, iter([task]))
        if suspects and not crew.scheduler:
            # A cluster that is closed while it starts a worker anew fails ("can only join a started process").
            with suppress(TimeoutError):
                client.wait_for_workers(crew.workers, timeout=RESTART)


def _done(client: Any, distributed: Any, work: Callable[[Any], str], left: Iterator[Any]) -> Iterator[Outcome]:  # noqa: ANN401 - of a library without types
    under_way = distributed.as_completed(loop=client.loop)
    task_of: dict[str, Any] = {}
    number = 0

    def give(task: Any) -> None:  # noqa: ANN401 - whatever the work takes
        nonlocal number
        number += 1
        future = client.submit(work, task, pure=False, retries=0, key=f"foedera-{id(under_way)}-{number}")
        task_of[future.key] = task
        under_way.add(future)

    width = AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
    for task in islice(left, width):
        give(task)
    for future in under_way:
        task = task_of.pop(future.key)
        try:
            yield Outcome(task=task, made=future.result())
        except distributed.scheduler.KilledWorker:
            yield Outcome(task=task, made=None)
        for further in islice(left, 1):
            give(further)


def _library() -> Any:  # noqa: ANN401 - a module
    try:
        distributed = importlib.import_module("distributed")
        importlib.import_module("dask").config.set({"distributed.scheduler.allowed-failures": DEATHS})
    except ImportError as error:
        what = _("a cluster needs a library that is not installed ({why})").format(why=error)
        raise FoederaError(what, remedy=_('pip install "foedera[dask]"')) from error
    return distributed
