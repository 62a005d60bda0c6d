"""What the SQLite of this Python can do, tried on a throw-away file."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path


def abilities() -> dict[str, bool]:
    """Whether it has full-text search (FTS5) and lets readers in while one writes (WAL)."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "trial.db")
        try:
            return {"FTS5": _full_text(connection), "WAL": _write_ahead(connection)}
        finally:
            connection.close()


def version() -> str:
    """The version of the SQLite library."""
    return sqlite3.sqlite_version


def _full_text(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("CREATE VIRTUAL TABLE trial USING fts5(body)")
    except sqlite3.OperationalError:
        return False
    return True


def _write_ahead(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA journal_mode = wal").fetchone() == ("wal",))
