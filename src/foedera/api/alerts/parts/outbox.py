"""The box in which notices wait: what was looked through, what is due, what was delivered. One file beside the ledger.

A notice enters together with the mark of how far the log was looked through, so that none is lost; it is there once for each fact and
recipient, and is marked as delivered right after it was, so that only a notice that was on its way when all was killed goes out again,
under the same id.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from foedera.api.alerts.parts.notices import Notice
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _

_TABLES = """
CREATE TABLE IF NOT EXISTS looked (alert TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS notices (
    number INTEGER PRIMARY KEY, recipient TEXT NOT NULL, fact TEXT NOT NULL, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL,
    delivered INTEGER NOT NULL DEFAULT 0, UNIQUE (recipient, fact)
) STRICT;
CREATE INDEX IF NOT EXISTS due ON notices (recipient, number) WHERE delivered = 0;
"""
PATIENCE = 60.0
"""Seconds that one who tells waits for another who does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """An open box."""

    store: sqlite3.Connection

    def looked(self, alert: str) -> int | None:
        """Up to which line of the log an alert was looked after; None where it never was."""
        found = self.store.execute("SELECT number FROM looked WHERE alert = ?", (alert,)).fetchone()
        return found and int(found[0])

    def put(self, alert: str, number: int, notices: Iterable[tuple[str, Notice]]) -> int:
        """Keep notices, each with its recipient, and up to which line was looked: both or neither; how many are new."""
        with self._whole():
            before = self.store.total_changes
            rows = [(recipient, one.fact, one.id, msgspec.json.encode(one)) for recipient, one in notices]
            self.store.executemany("INSERT OR IGNORE INTO notices (recipient, fact, id, body) VALUES (?, ?, ?, ?)", rows)
            new = self.store.total_changes - before
            self.store.execute("INSERT OR REPLACE INTO looked VALUES (?, ?)", (alert, number))
        return new

    def recipients(self) -> tuple[str, ...]:
        """Those for whom something is due."""
        return tuple(row[0] for row in self.store.execute("SELECT DISTINCT recipient FROM notices WHERE delivered = 0 ORDER BY recipient"))

    def due(self, recipient: str) -> tuple[Notice, ...]:
        """What is due to a recipient, in the order in which it came."""
        return self._notices("SELECT body FROM notices WHERE recipient = ? AND delivered = 0 ORDER BY number", recipient)

    def told(self, recipient: str, most: int) -> tuple[Notice, ...]:
        """The last notices to a recipient, due or delivered, the latest first."""
        return self._notices("SELECT body FROM notices WHERE recipient = ? ORDER BY number DESC LIMIT ?", recipient, most)

    def delivered(self, notice: str) -> None:
        """Mark a notice as delivered, for good."""
        with self._whole():
            self.store.execute("UPDATE notices SET delivered = 1 WHERE id = ?", (notice,))

    def _notices(self, query: str, *values: str | int) -> tuple[Notice, ...]:
        return tuple(msgspec.json.decode(row[0], type=Notice) for row in self.store.execute(query, values))

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self.store.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.store.execute("ROLLBACK")
            raise
        self.store.execute("COMMIT")


@contextmanager
def opened(path: Path) -> Iterator[Outbox]:
    """The box in a file, made where there is none.

    Raises:
        FoederaError: when the file cannot be used.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        store.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;" + _TABLES)
    except (OSError, sqlite3.Error) as error:
        raise FoederaError(
            _("cannot keep notices: {error}").format(error=error), where=str(path), remedy=_("check path and rights")
        ) from error
    try:
        yield Outbox(store=store)
    finally:
        store.close()
