"""The ledger in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from foedera.ledger.parts.codec import decode_article, decode_fact, encode
from foedera.ledger.parts.connection import Row
from foedera.ledger.parts.fulltext import migrated_rank, migrated_words
from foedera.ledger.parts.migrations import migrate, newest, version_of
from foedera.ledger.parts.store import Ledger
from foedera.model.keys import key_of
from foedera.model.report import report_of
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _
from foedera.plumbing.words import Sought

HEADER = b"SQLite format 3\x00"


def accepts(location: str) -> bool:
    """Whether it is a path: whatever is no address."""
    return "://" not in location


def open(location: str | Path, *, create: bool = False, timeout: float = 5.0) -> Ledger:  # noqa: A001 - the verb that Python too uses
    """Open the ledger in a file; with `create`, make it where there is none.

    Raises:
        LedgerError: when there is no ledger, or the file is not one, is locked, of a newer version or not writable.
    """
    path = Path(location)
    _check_file(path, create=create)
    with failures(str(path)):
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        # Opened without the right to create, so that a file that vanishes meanwhile is not made anew in silence.
        mode = "rwc" if create else "rw"
        raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=timeout, isolation_level=None)
        try:
            connection = FileConnection(raw, str(path))
            connection.prepare()
        except BaseException:
            raw.close()
            raise
    return Ledger(connection)


class FileConnection:
    """A connection to a file; see `Connection`."""

    each = "SELECT value FROM json_each(?)"

    def __init__(self, raw: sqlite3.Connection, place: str) -> None:
        self._raw = raw
        self.place = self.location = place
        self.execute = raw.execute
        self.close = raw.close

    def prepare(self) -> None:
        """Bring the schema up to date, and set how the file is written."""
        version = self._version()
        self.execute("PRAGMA foreign_keys = ON")
        self._raw.create_function("key_of", 3, lambda kind, body, where: key_of(decode_fact(kind, body, where)))
        self._raw.create_function("report_of", 2, lambda body, where: encode(report_of(decode_article(body, "", where))))
        self._raw.create_function("rank_of", 2, migrated_rank)
        self._raw.create_function("words_of", 1, migrated_words)
        if version < newest():
            self.execute("PRAGMA journal_mode = WAL")
            with self.transaction():
                # Another process may have done it between the first look and the lock.
                migrate(self, max(version, self._version()), "sqlite")
        if self.execute("PRAGMA query_only").fetchone()[0] == 0:
            self.execute("PRAGMA synchronous = FULL")

    def executemany(self, query: str, rows: Iterable[Sequence[object]], /) -> None:
        """Run a statement for each row of values."""
        self._raw.executemany(query, rows)

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put in many new rows."""
        marks = ", ".join("?" * len(columns))
        self.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - names from this room

    def put_words(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Keep by which words reports of some ranks are found."""
        self.executemany("INSERT INTO words (rowid, word) VALUES (?, ?)", ((rank, " ".join(words)) for rank, words in rows))

    def drop_words(self, rank: int, words: Sequence[str]) -> None:
        """Forget by which words a report was found."""
        self.execute("INSERT INTO words (words, rowid, word) VALUES ('delete', ?, ?)", (rank, " ".join(words)))

    def ranked(self, wanted: Sought, last: int, limit: int, *, exact: bool) -> list[Row]:
        """The first ranks above `last` with all words of a query, and their documents."""
        every, marked, absent = (_joined(words) for words in (wanted.words, wanted.marked, wanted.absent))
        whole = " AND ".join([*every, *marked])
        with_marks = f"({whole}) NOT ({' OR '.join(absent)})" if absent else f"({whole})"
        match = with_marks if exact else f"({' AND '.join(every)}) NOT ({with_marks})"
        query = "SELECT k.rank, k.document FROM words JOIN ranks k ON k.rank = words.rowid WHERE words MATCH ? AND words.rowid > ?"
        return self.execute(f"{query} ORDER BY words.rowid LIMIT ?", (match, last, limit)).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; nobody else writes meanwhile."""
        self.execute("BEGIN IMMEDIATE")
        yield from self._ended()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read within is of one moment; within a transaction that is so already."""
        if self._raw.in_transaction:
            yield
            return
        self.execute("BEGIN")
        yield from self._ended()

    def _ended(self) -> Iterator[None]:
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self._raw.in_transaction:
                self.execute("ROLLBACK")
            raise

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Turn what SQLite and the file system complain of into errors that say what to do."""
        with failures(self.place):
            yield

    def damage(self) -> Iterator[str]:
        """What SQLite finds wrong with the file."""
        yield from (str(found) for (found,) in self.execute("PRAGMA quick_check") if found != "ok")

    def _version(self) -> int:
        tables = self.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return version_of(self, {name for (name,) in tables})


@contextmanager
def failures(place: str) -> Iterator[None]:
    """Turn what SQLite and the file system complain of into errors that say what to do."""
    try:
        yield
    except BrokenPipeError:  # who read what comes out of the ledger has seen enough
        raise
    except (sqlite3.Error, OSError) as error:
        said = str(error)
        raise LedgerError(_("the ledger cannot be used: {why}").format(why=said), where=place, remedy=_remedy(said)) from error


def _joined(words: Iterable[str]) -> list[str]:
    return [f'"{word}"' for word in words]


def _check_file(path: Path, *, create: bool) -> None:
    remedy = _("name a ledger with --ledger, or make one with foedera ingest")
    if path.is_dir():
        raise LedgerError(_("is a folder, not a ledger"), where=str(path), remedy=remedy)
    if not path.exists():
        if create:
            return
        raise LedgerError(_("there is no ledger"), where=str(path), remedy=remedy)
    with failures(str(path)), path.open("rb") as file:
        head = file.read(len(HEADER))
    if head != HEADER and (head or not create):
        raise LedgerError(_("is not a ledger (not a SQLite file)"), where=str(path), remedy=remedy)


def _remedy(said: str) -> str:
    if "locked" in said or "busy" in said:
        return _("another process writes to it; wait until it is done and try again")
    if "readonly" in said or "Permission denied" in said or "unable to open" in said or "Read-only" in said:
        return _("check the right to write the file and its folder, or name another ledger with --ledger")
    if "full" in said or "No space" in said:
        return _("make room on the disk; nothing was changed")
    return _("restore a copy of the file, or ingest into a new ledger")
