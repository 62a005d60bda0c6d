"""A guard over a process that works for another: it ends it when one item takes too long, or too much memory.

Whoever gave the work takes it up again with another process, and keeps as bad what ended two. The clock is one of faulthandler, which
needs no leave of the interpreter, so that a library that never comes back is ended as well; memory is looked at by a thread, and a limit of
the system above that is the last net.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 120.0
"""Seconds for one item: the longest report of our corpora takes a tenth of one."""
RESIDENT = 768 * 1024 * 1024
"""Bytes of memory that a process may take up: the words of five languages take 450 million of them."""
BEYOND = 2 * 1024 * 1024 * 1024
"""Bytes of addresses beyond those taken when the guard begins: what is asked for above fails at once."""
_PAUSE = 0.2
_STATE = Path("/proc/self/statm")
ENDED = 70
"""The exit code of a process that its guard ended."""


class Guard:
    """Over one process; `begin` is told of each item."""

    def __init__(self, *, seconds: float = SECONDS, resident: int = RESIDENT) -> None:
        self._seconds, self._resident = seconds, resident
        self._silence = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the process
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def begin(self) -> None:
        """The next item begins: its time counts from now."""
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._silence)

    def rest(self) -> None:
        """No item is under way until the next one begins."""
        faulthandler.cancel_dump_traceback_later()

    def end(self) -> None:
        """Nothing is under way any more."""
        self.rest()
        self._over.set()

    def _watch(self) -> None:
        while not self._over.is_set():
            if resident() > self._resident:
                os._exit(ENDED)
            time.sleep(_PAUSE)


@contextmanager
def guarded(*, seconds: float = SECONDS, most: int = RESIDENT) -> Iterator[Guard | None]:
    """A guard over this process, where it works for another; None where nobody would take up its work."""
    if multiprocessing.parent_process() is None:
        yield None
        return
    _limit_addresses()
    guard = Guard(seconds=seconds, resident=most)
    try:
        yield guard
    finally:
        guard.end()


def end_with_parent() -> None:
    """No process outlives the one that it works for, however that ends."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def resident() -> int:
    """Bytes of memory that this process takes up; 0 where the system does not tell."""
    try:
        return int(_STATE.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _limit_addresses() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system

        taken = int(_STATE.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = taken + BEYOND
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ImportError, OSError, ValueError):
        return
