"""Whose each name is: the writings of names, and the first of those of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.model.keys import STATE, Key, stateless
from foedera.model.naming import Naming

Place = tuple[Key, str]
"""The key and writing of a naming."""
SEPARATOR = "/"
"""Between the key and the writing of the first naming of a person, which together are the key of that person's entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A naming with the first of those of the same person by name, and the key of that person's entry; None until they are derived."""

    naming: Naming
    leader: Key | None
    person: Key | None


class Names:
    """The table `namings`; to be written within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def under(self, key: Key) -> list[Whose]:
        """The namings under a key."""
        return self._found("WHERE key = ?", (key,))

    def of_state(self, state: str) -> list[Whose]:
        """The namings of a state."""
        return self._found("WHERE key >= ? AND key < ? ORDER BY key, writing", span(state))

    def led(self, leader: Key) -> list[Whose]:
        """The namings that are one person's by name."""
        return self._found("WHERE leader = ?", (leader,))

    def ruled(self) -> list[Whose]:
        """The namings that rulings gave to another person."""
        return self._found("WHERE person <> leader", ())

    def of_person(self, person: Key) -> list[Whose]:
        """The namings of a person."""
        return self._found("WHERE person = ? ORDER BY key, writing", (person,))

    def namesakes(self, key: Key) -> set[Key]:
        """The persons of any state that have the very words of a name without a state."""
        query = "SELECT DISTINCT leader FROM namings WHERE words = ? AND key <> ? AND leader IS NOT NULL"
        return {leader for (leader,) in self._connection.execute(query, (key, key))}

    def whose(self, place: Place) -> Whose | None:
        """A naming."""
        return next(iter(self._found("WHERE key = ? AND writing = ?", place)), None)

    def seen_beside(self, key: Key) -> set[Key]:
        """The persons with a name in the documents that tell of a party set."""
        shown = "SELECT key FROM facts WHERE kind = 'tenure' AND document IN (SELECT document FROM facts WHERE key = ?)"
        query = f"SELECT DISTINCT person FROM namings WHERE key IN ({shown})"  # noqa: S608 - a constant
        return {person for (person,) in self._connection.execute(query, (key,)) if person}

    def put(self, key: Key, found: Iterable[Naming]) -> None:
        """Keep the namings under a key, in place of those that were kept; those that stay keep their person."""
        kept = {one.naming.writing: (one.leader, one.person) for one in self.under(key)}
        self._connection.execute("DELETE FROM namings WHERE key = ?", (key,))
        rows = [(key, one.writing, stateless(key), codec.encode(one), *kept.get(one.writing, (None, None))) for one in found]
        self._connection.executemany("INSERT INTO namings VALUES (?, ?, ?, ?, ?, ?)", rows)

    def lead(self, place: Place, leader: Key) -> None:
        """Keep the first naming of the same person by name."""
        self._connection.execute("UPDATE namings SET leader = ? WHERE key = ? AND writing = ?", (leader, *place))

    def give(self, place: Place, person: Key) -> None:
        """Keep whose a naming is."""
        self._connection.execute("UPDATE namings SET person = ? WHERE key = ? AND writing = ?", (person, *place))

    def clear(self) -> None:
        """Forget all."""
        self._connection.execute("DELETE FROM namings")

    def _found(self, condition: str, values: tuple[object, ...]) -> list[Whose]:
        rows = self._connection.execute(f"SELECT key, body, leader, person FROM namings {condition}", values)  # noqa: S608 - conditions from this class
        return [Whose(naming=codec.decode(body, Naming, key), leader=leader, person=person) for key, body, leader, person in rows]


def span(state: str) -> tuple[Key, Key]:
    """Between what the keys of the names of a state lie."""
    return (f"{state}{STATE}", f"{state}{chr(ord(STATE) + 1)}")
