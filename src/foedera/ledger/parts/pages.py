"""A place in a long list → what stands behind it, by keys and never by counting, so that what arrives meanwhile moves nothing."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.model.document import DocumentId, Skip
from foedera.model.fact import Fact, FactId
from foedera.model.keys import STRUCK, Key
from foedera.model.log import Deed, Line
from foedera.model.page import Place

AT_ONCE = 200
"""Rows that are fetched together."""
SHOWN = "('read', 'replaced', 'deleted', 'rebuilt', 'same', 'different', 'struck', 'corrected', 'confirmed')"
"""Deeds of which everybody may know; what the desk notes of its own is not among them."""


class Pages:
    """Stretches of the tables; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def facts(self, after: FactId, *, kind: str | None = None, document: str | None = None) -> Iterator[Fact]:
        """The facts behind an id, by id, as they were ruled to be; each once, and none that was struck."""
        chosen = [(name, value) for name, value in (("kind", kind), ("document", document)) if value is not None]
        also = "".join(f" AND {name} = ?" for name, _ in chosen)
        query = f"SELECT id, kind, coalesce(ruled, body) FROM facts WHERE id > ? AND key <> '{STRUCK}'{also} ORDER BY id LIMIT {AT_ONCE}"  # noqa: S608 - names from this module
        last: str = after
        while rows := self._connection.execute(query, (last, *(value for _, value in chosen))).fetchall():
            for name, what, body in rows:
                if name != last:
                    last = name
                    yield codec.decode_fact(what, body, name)

    def keys(self, kind: str, after: Key) -> Iterator[Key]:
        """The party sets behind one that have entries of a kind, in order."""
        query = f"SELECT DISTINCT key FROM entries WHERE kind = ? AND key > ? ORDER BY key LIMIT {AT_ONCE}"  # noqa: S608 - a constant
        while rows := self._connection.execute(query, (kind, after)).fetchall():
            yield from (key for (key,) in rows)
            after = rows[-1][0]

    def disputed(self, after: Key) -> Iterator[Key]:
        """The party sets behind one on which sources disagree, in order."""
        query = f"SELECT DISTINCT key FROM links WHERE kind = 'disagreements' AND key > ? ORDER BY key LIMIT {AT_ONCE}"  # noqa: S608 - as above
        while rows := self._connection.execute(query, (after,)).fetchall():
            yield from (key for (key,) in rows)
            after = rows[-1][0]

    def people(self, after: str) -> Iterator[tuple[Key, str]]:
        """The keys and ids of the persons behind an id, by id."""
        query = f"SELECT key, id FROM entries WHERE kind = 'person' AND id > ? ORDER BY id LIMIT {AT_ONCE}"  # noqa: S608 - as above
        while rows := self._connection.execute(query, (after,)).fetchall():
            yield from ((key, name) for key, name in rows)
            after = rows[-1][1]

    def documents(self, after: str, *, silent: bool = False) -> Iterator[DocumentId]:
        """The documents behind one that were read, by id; or of these only the `silent` ones, which tell nothing between states."""
        which = " AND interstate = 0" if silent else ""
        query = f"SELECT document FROM readings WHERE document > ?{which} ORDER BY document LIMIT {AT_ONCE}"  # noqa: S608 - as above
        while rows := self._connection.execute(query, (after,)).fetchall():
            yield from (document for (document,) in rows)
            after = rows[-1][0]

    def skips(self, after: Place) -> Iterator[Skip]:
        """What could not be read, behind a location and reason."""
        query = (
            "SELECT location, reason, detail, document FROM skips WHERE (location, reason) > (?, ?)"  # noqa: S608 - as above
            f" ORDER BY location, reason LIMIT {AT_ONCE}"
        )
        while rows := self._connection.execute(query, after).fetchall():
            for location, reason, detail, document in rows:
                yield Skip(reason=reason, detail=detail, location=location, document=document)
            after = (rows[-1][0], rows[-1][1])

    def lines(self, after: int, since: str) -> Iterator[Line]:
        """The lines of the log behind a number that tell of reports and rulings since a day."""
        query = (
            "SELECT number, recorded, action, subject, content, digest FROM log WHERE number > ? AND recorded >= ?"  # noqa: S608 - as above
            f" AND action IN {SHOWN} ORDER BY number LIMIT {AT_ONCE}"
        )
        while rows := self._connection.execute(query, (after, since)).fetchall():
            for number, recorded, action, subject, content, seal in rows:
                deed = Deed(recorded=recorded, action=action, subject=subject, content=content)
                yield Line(number=number, deed=deed, digest=seal)
            after = rows[-1][0]
