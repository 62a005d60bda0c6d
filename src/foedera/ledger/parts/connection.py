"""A path → an open SQLite connection to a ledger of this version, with every failure named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from foedera.ledger.parts.codec import decode_article, decode_fact, encode
from foedera.model.keys import key_of
from foedera.model.report import report_of
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _

Connection = sqlite3.Connection
"""What the store's other modules take; none of them needs the library itself."""
HEADER = b"SQLite format 3\x00"


def connect(path: Path, *, create: bool, timeout: float) -> Connection:
    """Open the file, bring its schema up to date, and set how it is written.

    Raises:
        LedgerError: when there is no ledger, or the file is not one, is locked, of a newer version or not writable.
    """
    _check_file(path, create=create)
    with failures(path):
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        # Opened without the right to create, so that a file that vanishes meanwhile is not made anew in silence.
        mode = "rwc" if create else "rw"
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=timeout, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system complain of into errors that say what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        said = str(error)
        raise LedgerError(_("the ledger cannot be used: {why}").format(why=said), where=str(path), remedy=_remedy(said)) from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def newest() -> int:
    """The number of the last migration: the version of the schema that this program writes."""
    return max(number for number, _script in _migrations())


def _check_file(path: Path, *, create: bool) -> None:
    remedy = _("name a ledger with --ledger, or make one with foedera ingest")
    if path.is_dir():
        raise LedgerError(_("is a folder, not a ledger"), where=str(path), remedy=remedy)
    if not path.exists():
        if create:
            return
        raise LedgerError(_("there is no ledger"), where=str(path), remedy=remedy)
    with failures(path), path.open("rb") as file:
        head = file.read(len(HEADER))
    if head != HEADER and (head or not create):
        raise LedgerError(_("is not a ledger (not a SQLite file)"), where=str(path), remedy=remedy)


def _prepare(connection: Connection, path: Path) -> None:
    version = _version(connection)
    if version is None:
        raise LedgerError(_("is a SQLite file, but not a ledger"), where=str(path), remedy=_("name another file with --ledger"))
    if version > newest():
        raise LedgerError(
            _("is of version {found}, newer than version {known} of this program").format(found=version, known=newest()),
            where=str(path),
            remedy=_("update foedera, or name another ledger with --ledger"),
        )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function("key_of", 3, lambda kind, body, where: key_of(decode_fact(kind, body, where)))
    connection.create_function("report_of", 2, lambda body, where: encode(report_of(decode_article(body, "", where))))
    if version < newest():
        _migrate(connection, version)
    if connection.execute("PRAGMA query_only").fetchone()[0] == 0:
        connection.execute("PRAGMA synchronous = FULL")


def _version(connection: Connection) -> int | None:
    """The schema's version; 0 where the file holds nothing yet, None where it holds something else."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables:
        return 0
    if not {"schema_version", "documents", "facts"} <= tables:
        return None
    found: int = connection.execute("SELECT max(version) FROM schema_version").fetchone()[0]
    return found


def _migrate(connection: Connection, version: int) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        # Another process may have done it between the first look and the lock.
        done = _version(connection) or 0
        for number, script in _migrations():
            if number > max(version, done):
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute("DELETE FROM schema_version")
                connection.execute("INSERT INTO schema_version VALUES (?)", (number,))


def _migrations() -> list[tuple[int, str]]:
    folder = resources.files("foedera.ledger") / "migrations"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return [(int(file.name.removesuffix(".sql")), file.read_text(encoding="utf-8")) for file in files]


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _remedy(said: str) -> str:
    if "locked" in said or "busy" in said:
        return _("another process writes to it; wait until it is done and try again")
    if "readonly" in said or "Permission denied" in said or "unable to open" in said or "Read-only" in said:
        return _("check the right to write the file and its folder, or name another ledger with --ledger")
    if "full" in said or "No space" in said:
        return _("make room on the disk; nothing was changed")
    return _("restore a copy of the file, or ingest into a new ledger")
