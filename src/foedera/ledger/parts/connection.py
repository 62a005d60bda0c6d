"""What the store asks of a connection, so that its SQL is written once for every database.

Queries are in the dialect that all of them read; `?` stands for a value. What no common words say is a member here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from foedera.plumbing.words import Sought

Row = tuple[Any, ...]


class Rows(Protocol):
    """What a query gives."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        ...

    def __iter__(self) -> Iterator[Row]: ...

    def fetchone(self) -> Row | None:
        """The next row."""
        ...

    def fetchall(self) -> list[Row]:
        """The rows that are left."""
        ...


class Connection(Protocol):
    """An open connection to a ledger of this version; outside a transaction every statement is one of its own."""

    @property
    def place(self) -> str:
        """Where the ledger lies, as a person may read it: without a password."""
        ...

    @property
    def location(self) -> str:
        """Where the ledger lies, to open it again; it may hold a password and is never shown."""
        ...

    @property
    def each(self) -> str:
        """A query for the strings of a list in JSON, which is its one value."""
        ...

    def execute(self, query: str, values: Sequence[object] = (), /) -> Rows:
        """Run a statement."""
        ...

    def executemany(self, query: str, rows: Iterable[Sequence[object]], /) -> None:
        """Run a statement for each row of values."""
        ...

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put in many new rows, in the quickest way there is."""
        ...

    def put_words(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Keep by which words reports of some ranks are found."""
        ...

    def drop_words(self, rank: int, words: Sequence[str]) -> None:
        """Forget by which words a report was found."""
        ...

    def ranked(self, wanted: Sought, last: int, limit: int, *, exact: bool) -> list[Row]:
        """The first ranks above `last` with all words of a query, and their documents: with the very marks, or without them."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; nobody else writes meanwhile."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read within is of one moment, whoever writes meanwhile."""
        ...

    def failures(self) -> AbstractContextManager[None]:
        """Turn what the database complains of into errors that say what to do."""
        ...

    def damage(self) -> Iterator[str]:
        """What the database finds wrong with its own files."""
        ...

    def close(self) -> None:
        """Close it."""
        ...
