"""The verbs of backups: write all that a ledger stores into a file, and fill a new ledger from it."""

from __future__ import annotations

from pathlib import Path

from foedera import ledger as stores
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.pipeline import archive
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location


def backup(path: str | Path, *, ledger: Location | None = None) -> dict[str, int]:
    """Write all that is stored into a file, as of one moment; how many of each kind the ledger holds."""
    with stores.open(ledger_location(ledger)) as kept:
        archive.backup(kept, Path(path))
        return kept.count()


def restore(path: str | Path, *, ledger: Location | None = None) -> dict[str, int]:
    """Fill a new ledger, in any store, from a backup; how many of each kind it holds now.

    Raises:
        LedgerError: when the ledger holds something already, or the file is no whole backup.
    """
    if not Path(path).is_file():
        raise LedgerError(_("there is no such file"), where=str(path), remedy=_("name what foedera backup wrote"))
    with stores.open(ledger_location(ledger), create=True) as kept:
        archive.restore(kept, known(), Path(path))
        return kept.count()
