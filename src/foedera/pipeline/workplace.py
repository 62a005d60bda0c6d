"""A ledger → the folder in which workers leave their files. What an interrupted run left there is used by the next one."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from foedera.ledger.parts.store import Ledger
from foedera.pipeline.partfiles import UNDER_WAY
from foedera.plumbing.ids import id_of
from foedera.plumbing.settings import cache

LOCK = "lock"


@contextmanager
def workplace(ledger: Ledger, chosen: str | None) -> Iterator[Path]:
    """A folder of this run alone, empty but for what a run that ended before its time left; it is gone when all is done."""
    for number in count(1):
        folder = base(ledger, chosen) / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue  # another run works there
            for stale in [*folder.glob(f"*{UNDER_WAY}"), *folder.glob(".*")]:
                stale.unlink()  # whoever was at it ended with its run, and it killed nobody
            yield folder
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):  # another run works beside
                folder.parent.rmdir()
            return


def base(ledger: Ledger, chosen: str | None) -> Path:
    """Where these folders lie: beside a file; of a database where the system keeps what can be made again."""
    if chosen:
        return Path(chosen) / id_of(ledger.place)
    if "://" in ledger.place:
        return cache() / id_of(ledger.place)
    return Path(f"{ledger.place}.work")
