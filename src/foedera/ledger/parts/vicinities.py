"""Which reports changed of what is touched, and by what the reports of a party set meet: the tables `changed` and `vicinities`."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.model.document import DocumentId
from foedera.model.keys import Key

Kept = tuple[tuple[str, str], ...]
"""Document and body of each."""


class Vicinities:
    """What is kept of the reports of party sets, and which reports changed; to be written within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def under(self, key: Key) -> dict[DocumentId, str]:
        """What is kept of each report of a party set."""
        return dict(list(self._connection.execute("SELECT document, body FROM vicinities WHERE key = ?", (key,))))

    def changed(self, key: Key) -> set[DocumentId]:
        """The reports that tell something else of a key than when it was last derived."""
        return {document for (document,) in self._connection.execute("SELECT document FROM changed WHERE key = ?", (key,))}

    def added(self, key: Key) -> set[DocumentId]:
        """The reports that changed, if none of them told of a key when it was last derived; else none."""
        rows = list(self._connection.execute("SELECT document, before FROM changed WHERE key = ?", (key,)))
        return set() if any(before for _, before in rows) else {document for document, _ in rows}

    def put(self, key: Key, found: Kept) -> None:
        """Keep what is found of all reports of a party set."""
        self.amend(key, self.under(key).keys(), found)

    def amend(self, key: Key, documents: Collection[str], found: Kept) -> None:
        """Keep what is found of some reports of a party set, in place of what was kept of them."""
        names = codec.encode(sorted(documents))
        query = f"SELECT document, body FROM vicinities WHERE key = ? AND document IN ({self._connection.each})"  # noqa: S608 - a constant
        kept = set(self._connection.execute(query, (key, names)))
        gone = [(key, document) for document, _ in sorted(kept - set(found))]
        self._connection.executemany("DELETE FROM vicinities WHERE key = ? AND document = ?", gone)
        self._connection.executemany("INSERT INTO vicinities VALUES (?, ?, ?)", [(key, *row) for row in found if row not in kept])

    def clear(self) -> None:
        """Forget all."""
        for table in ("vicinities", "changed"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above


def touch(connection: Connection, rows: Iterable[tuple[Key, str]]) -> None:
    """Reports tell of keys of which they did not tell before, unless that is known."""
    connection.executemany("INSERT INTO changed VALUES (?, ?, 0) ON CONFLICT DO NOTHING", rows)


def settle(connection: Connection, keys: Iterable[Key]) -> None:
    """Keys are derived."""
    connection.executemany("DELETE FROM changed WHERE key = ?", [(key,) for key in keys])
