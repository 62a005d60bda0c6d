"""Where copies and translations of a report are looked for, which pairs were found, and the origin of each report."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.ledger.parts.connection import Connection
from foedera.model.document import DocumentId
from foedera.model.keys import Key
from foedera.model.whereabouts import Whereabouts


class Copies:
    """The tables `bands`, `told`, `copies` and `origins`; to be written within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_placed(self, document: DocumentId, where: Whereabouts) -> bool:
        """Whether it is kept already where a document is found."""
        told = self._connection.execute("SELECT key, day FROM told WHERE document = ?", (document,)).fetchall()
        if sorted(told) != [(key, where.day) for key in where.keys]:
            return False
        query = "SELECT 1 FROM bands b JOIN articles a ON a.number = b.document WHERE b.band = ? AND a.document = ?"
        return all(self._connection.execute(query, (band, document)).fetchone() for band in where.bands[:1])

    def put_bands(self, document: DocumentId, bands: Iterable[int]) -> None:
        """Keep the bands of a document's text, which stays the same as long as the document."""
        numbers = self._connection.execute("SELECT number FROM articles WHERE document = ?", (document,)).fetchall()
        rows = [(band, number) for (number,) in numbers for band in bands]
        self._connection.executemany("INSERT INTO bands VALUES (?, ?) ON CONFLICT DO NOTHING", rows)

    def banded(self, bands: Iterable[int]) -> set[DocumentId]:
        """The documents that share one of the bands."""
        query = "SELECT document FROM articles WHERE number IN (SELECT document FROM bands WHERE band = ?)"
        return {document for band in bands for (document,) in self._connection.execute(query, (band,))}

    def put_told(self, document: DocumentId, keys: Iterable[Key], day: str) -> None:
        """Keep of which party sets a document tells on which day, in place of what was kept."""
        self._connection.execute("DELETE FROM told WHERE document = ?", (document,))
        self._connection.executemany("INSERT INTO told VALUES (?, ?, ?)", [(key, day, document) for key in keys])

    def told(self, key: Key, days: tuple[str, str]) -> set[DocumentId]:
        """The documents that tell of a party set from one day to another, or on a day that is not known."""
        query = "SELECT document FROM told WHERE key = ? AND (day BETWEEN ? AND ? OR day = '')"
        return {document for (document,) in self._connection.execute(query, (key, *days))}

    def pairs(self, document: DocumentId) -> set[DocumentId]:
        """The copies and translations found of a document."""
        return {other for (other,) in self._connection.execute("SELECT other FROM copies WHERE document = ?", (document,))}

    def put_pairs(self, document: DocumentId, others: Iterable[DocumentId]) -> None:
        """Keep the copies and translations of a document, in place of those that were kept."""
        for other in self.pairs(document):
            rows = [(document, other), (other, document)]
            self._connection.executemany("DELETE FROM copies WHERE document = ? AND other = ?", rows)
        for other in others:
            self._connection.executemany("INSERT INTO copies VALUES (?, ?)", [(document, other), (other, document)])

    def put_origin(self, document: DocumentId, origin: DocumentId | None) -> bool:
        """Keep the origin of a document, or that it is alone; False when that was known."""
        known = self._connection.execute("SELECT origin FROM origins WHERE document = ?", (document,)).fetchone()
        if (known[0] if known else None) == origin:
            return False
        self._connection.execute("DELETE FROM origins WHERE document = ?", (document,))
        if origin:
            self._connection.execute("INSERT INTO origins VALUES (?, ?)", (document, origin))
        return True

    def clear(self) -> None:
        """Forget what was found; where to look for it stays, for that is of the readings."""
        for table in ("copies", "origins"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
