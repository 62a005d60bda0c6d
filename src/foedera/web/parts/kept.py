"""Pages that were made → the same again, as long as nobody wrote to the ledger; the day, the language and the reader tell pages apart."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock
from typing import TypeVar

from foedera import ledger as stores
from foedera.plumbing.interface import language
from foedera.plumbing.settings import Location
from foedera.web.parts.access import inside

MOST = 64_000_000
"""Bytes of pages that are kept; of more the one that was longest not asked for goes."""
State = tuple[int, str | None]
"""How often a ledger was written to, and the seal of its log."""
T = TypeVar("T")


class Kept:
    """Pages by what was asked; several may ask at once."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._pages: OrderedDict[tuple[str, ...], tuple[State, bytes]] = OrderedDict()
        self._size = 0

    def page(self, ledger: Location, asked: tuple[str, ...], make: Callable[[], bytes | T]) -> bytes | T:
        """The page that was made when the ledger was as it is now, else a new one; what is no page is made each time."""
        state, account = state_of(ledger), inside()
        reader = (account.name, account.role) if account else ()
        key = (*asked, language(), datetime.now(UTC).date().isoformat(), *reader)
        with self._lock:
            held = self._pages.get(key)
            if held and held[0] == state:
                self._pages.move_to_end(key)
                return held[1]
        made = make()
        if isinstance(made, bytes):
            with self._lock:
                self._keep(key, state, made)
        return made

    def _keep(self, key: tuple[str, ...], state: State, made: bytes) -> None:
        before = self._pages.pop(key, None)
        self._pages[key] = (state, made)
        self._size += len(made) - (len(before[1]) if before else 0)
        while self._size > self._most:
            _key, (_state, gone) = self._pages.popitem(last=False)
            self._size -= len(gone)


def state_of(ledger: Location) -> State:
    """What tells whether anybody wrote to a ledger."""
    with stores.glance(ledger) as kept:
        return kept.turn(), kept.head()
