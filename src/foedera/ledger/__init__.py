"""The only SQL: what was read, what was ruled, and what is derived from both.

A module is a store when it has `accepts` and the verb `open`; the file's name registers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, cast

from foedera.plumbing import discover
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location, shown

if TYPE_CHECKING:
    from foedera.ledger.parts.store import Ledger

VERB = "open"
WAIT = 5.0
"""Seconds to wait for another process that writes."""


class Store(Protocol):
    """What a module of this room offers."""

    def accepts(self, location: str) -> bool:
        """Whether the location is of this store's kind."""
        ...

    def open(self, location: str, *, create: bool = False, timeout: float = WAIT) -> Ledger:
        """Open the ledger there; with `create`, make it where there is none."""
        ...


def open(location: Location, *, create: bool = False, timeout: float = WAIT) -> Ledger:  # noqa: A001 - the verb of the room
    """Open the ledger at a location, in the store that accepts it; with `create`, make it where there is none.

    Raises:
        LedgerError: when there is no ledger, or it cannot be used.
        UsageError: when no store knows such a location.
    """
    stores = cast("dict[str, Store]", discover.modules(__name__, VERB))
    chosen = next((store for store in stores.values() if store.accepts(str(location))), None)
    if chosen is None:
        remedy = _("give a file, or postgresql://user@host/name")
        raise UsageError(_("no store knows this kind of address"), where=shown(location), remedy=remedy)
    return chosen.open(str(location), create=create, timeout=timeout)


@contextmanager
def glance(location: Location) -> Iterator[Ledger]:
    """Open a ledger to read it as it is at one moment, whoever writes meanwhile."""
    with open(location) as kept, kept.snapshot():
        yield kept
