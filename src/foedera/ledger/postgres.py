"""The ledger in a PostgreSQL database, for teams (extra `postgres`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from foedera.ledger.parts.connection import Row, Rows
from foedera.ledger.parts.migrations import migrate, newest, version_of
from foedera.ledger.parts.store import Ledger
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import shown
from foedera.plumbing.words import Sought

if TYPE_CHECKING:
    import psycopg

SCHEMES = frozenset({"postgresql", "postgres"})
PATIENCE = 10
"""Seconds to wait for a server to answer."""
LOCK = "SELECT pg_advisory_xact_lock((1181705572::bigint << 32) | current_schema()::regnamespace::oid::bigint)"
"""One writer a schema; the number is `Foed` in ASCII, so that no other program's lock is met."""
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"


def accepts(location: str) -> bool:
    """Whether it is the address of a PostgreSQL database."""
    return urlsplit(location).scheme in SCHEMES


def open(location: str, *, create: bool = False, timeout: float = 5.0) -> Ledger:  # noqa: A001 - the verb that Python too uses
    """Open the ledger in a database, as `postgresql://user@host/name`; with `create`, make its tables where there are none.

    Raises:
        LedgerError: when there is no ledger, the server cannot be reached, or the ledger is of a newer version.
    """
    place = shown(location)
    psycopg = _library(place)
    with _failures(place, psycopg):
        raw = psycopg.connect(location, autocommit=True, connect_timeout=PATIENCE, application_name="foedera")
    try:
        connection = ServerConnection(raw, location, psycopg)
        with connection.failures():
            connection.execute(f"SET lock_timeout = {int(timeout * 1000)}")
            connection.prepare(create=create)
    except BaseException:
        raw.close()
        raise
    return Ledger(connection)


class ServerConnection:
    """A connection to a server; see `Connection`."""

    each = "SELECT jsonb_array_elements_text(?::jsonb)"

    def __init__(self, raw: psycopg.Connection[tuple[Any, ...]], location: str, library: Any) -> None:  # noqa: ANN401 - a module
        self._raw = raw
        self._library = library
        self.place, self.location = shown(location), location
        self.close = raw.close

    def prepare(self, *, create: bool) -> None:
        """Bring the schema up to date."""
        ((encoding,),) = self.execute("SHOW server_encoding").fetchall()
        if encoding != "UTF8":
            what = _("the database is in {encoding}, which cannot hold every script").format(encoding=encoding)
            raise LedgerError(what, where=self.place, remedy=_("make one in UTF-8: createdb --encoding UTF8 --template template0"))
        version = self._version()
        if version == 0 and not create:
            remedy = _("name a ledger with --ledger, or make one with foedera ingest")
            raise LedgerError(_("there is no ledger"), where=self.place, remedy=remedy)
        if version < newest():
            with self.transaction():
                # Another process may have done it between the first look and the lock.
                migrate(self, max(version, self._version()), "postgres")

    def execute(self, query: str, values: Sequence[object] = (), /) -> Rows:
        """Run a statement."""
        return self._raw.execute(_marked(query), values) if values else self._raw.execute(query.encode())

    def executemany(self, query: str, rows: Iterable[Sequence[object]], /) -> None:
        """Run a statement for each row of values."""
        found = list(rows)
        if found:
            with self._raw.cursor() as cursor:
                cursor.executemany(_marked(query), found)

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Copy in many new rows."""
        with self._raw.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def put_words(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Keep by which words reports of some ranks are found."""
        self.load("words", ("rank", "word"), ((rank, list(words)) for rank, words in rows))

    def drop_words(self, rank: int, words: Sequence[str]) -> None:  # noqa: ARG002 - what another store needs
        """Forget by which words a report was found."""
        self.execute("DELETE FROM words WHERE rank = ?", (rank,))

    def ranked(self, wanted: Sought, last: int, limit: int, *, exact: bool) -> list[Row]:
        """The first ranks above `last` with all words of a query, and their documents."""
        every, marked, absent = (list(words) for words in (wanted.words, wanted.marked, wanted.absent))
        asked = "w.word @> ?::text[]" + (" AND " if exact else " AND NOT (") + "w.word @> ?::text[] AND NOT w.word && ?::text[]"
        query = f"SELECT k.rank, k.document FROM words w JOIN ranks k ON k.rank = w.rank WHERE {asked}{'' if exact else ')'} AND w.rank > ?"  # noqa: S608 - a constant
        return self.execute(f"{query} ORDER BY w.rank LIMIT ?", (every, marked, absent, last, limit)).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; nobody else writes meanwhile."""
        self.execute("BEGIN")
        yield from self._ended(LOCK)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read within is of one moment; within a transaction nobody else writes."""
        if self._raw.info.transaction_status != self._library.pq.TransactionStatus.IDLE:
            yield
            return
        self.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield from self._ended()

    def _ended(self, first: str = "") -> Iterator[None]:
        try:
            if first:
                self.execute(first)
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(self._library.Error):  # a connection that is lost has no transaction any more
                self.execute("ROLLBACK")
            raise

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Turn what the server and the network complain of into errors that say what to do."""
        with _failures(self.place, self._library):
            yield

    def damage(self) -> Iterator[str]:
        """What the server finds wrong: it watches over its own files."""
        yield from ()

    def _version(self) -> int:
        return version_of(self, {name for (name,) in self.execute(TABLES)})


@lru_cache(maxsize=1_000)
def _marked(query: str) -> bytes:
    """The query with the signs for values that the library knows."""
    return query.replace("%", "%%").replace("?", "%s").encode()


def _library(place: str) -> Any:  # noqa: ANN401 - a module
    try:
        import psycopg  # noqa: PLC0415 - an extra that only this store needs
    except ImportError as error:
        what = _("PostgreSQL needs a library that is not installed ({why})").format(why=error)
        raise LedgerError(what, where=place, remedy=_('pip install "foedera[postgres]"')) from error
    return psycopg


@contextmanager
def _failures(place: str, library: Any) -> Iterator[None]:  # noqa: ANN401 - a module
    try:
        yield
    except library.Error as error:
        said = " ".join(str(error).split())
        raise LedgerError(_("the ledger cannot be used: {why}").format(why=said), where=place, remedy=_remedy(error, library)) from error


def _remedy(error: Exception, library: Any) -> str:  # noqa: ANN401 - a module
    errors = library.errors
    if isinstance(error, errors.LockNotAvailable | errors.DeadlockDetected | errors.SerializationFailure):
        return _("another process writes to it; wait until it is done and try again")
    if isinstance(error, errors.InsufficientPrivilege | errors.ReadOnlySqlTransaction | errors.InvalidPassword):
        return _("ask for the right to write to the database, or name another ledger with --ledger")
    if isinstance(error, errors.DiskFull):
        return _("make room on the server's disk; nothing was changed")
    if isinstance(error, library.OperationalError):
        return _("see that the server runs and can be reached, and start again: what was finished is kept")
    return _("restore a copy of the database, or ingest into a new ledger")
