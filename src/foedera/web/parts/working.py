"""Batches that wait → read, one after the other, by a process beside the pages; one that ends before its time is followed by another."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from contextlib import suppress

from foedera import api
from foedera.api.batching import died
from foedera.model.batch import OPEN
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.guards import end_with_parent
from foedera.plumbing.settings import Location

_LOCK = threading.Lock()
_AT_WORK: set[str] = set()


def wake(ledger: Location) -> None:
    """See to it that the batches of a ledger are read; returns at once."""
    with (
        _LOCK,
        suppress(FoederaError, OSError),
    ):  # the pages of ingest tell what is wrong with the folder; the others are shown all the same
        if str(ledger) in _AT_WORK or not _left(ledger):
            return
        _AT_WORK.add(str(ledger))
        threading.Thread(target=_see_to, args=(ledger,), daemon=True).start()


def _see_to(ledger: Location) -> None:
    """Have one process after the other work until nothing is left; no batch costs more than a few."""
    try:
        while True:
            with _LOCK:
                left = _left(ledger)
                if not left:
                    _AT_WORK.discard(str(ledger))
                    return
            process = multiprocessing.get_context("spawn").Process(target=_work, args=(ledger,), daemon=True)
            process.start()
            process.join()
            if process.exitcode:
                under_way = [name for name in left if name in _left(ledger)]
                died(under_way[0], ledger=ledger)
    except (FoederaError, OSError, IndexError):  # told on the batch where that can be; whoever begins it again comes here again
        pass
    finally:
        with _LOCK:
            _AT_WORK.discard(str(ledger))


def _left(ledger: Location) -> list[str]:
    return [one.id for one in reversed(api.batches(ledger=ledger)) if one.state in OPEN]


def _work(ledger: Location) -> None:
    """What the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the desk ends it, and this process with it
    end_with_parent()
    api.batch_work(ledger=ledger)
