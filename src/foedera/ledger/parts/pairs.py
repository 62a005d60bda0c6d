"""The party sets of two → how many entries each has, which have an entry of a kind, and the latest report of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.model.keys import STATE, Key, parties_of
from foedera.model.report import Report

TWO = 2
LATEST = "SELECT f.key AS key, min(k.rank) AS rank FROM facts f JOIN ranks k ON k.document = f.document WHERE f.key LIKE ? GROUP BY f.key"

FIRST = "SELECT min(k.rank) AS rank FROM facts f JOIN ranks k ON k.document = f.document WHERE f.key = ?"
SHOWN = "JOIN ranks k ON k.rank = g.rank JOIN reports r ON r.document = k.document LEFT JOIN origins o ON o.document = k.document"


class Pairs:
    """What the tables of entries and facts hold of pairs; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, state: str) -> list[Key]:
        """The pairs of a state with entries, in order."""
        return [
            key for (key,) in self._connection.execute("SELECT key FROM members WHERE party = ? ORDER BY key", (state,)) if _is_pair(key)
        ]

    def count(self, keys: Iterable[Key]) -> dict[Key, int]:
        """How many entries some pairs have."""
        query = "SELECT count(*) FROM entries WHERE key = ?"
        return {key: int(number) for key in keys for (number,) in self._connection.execute(query, (key,))}

    def counts(self) -> dict[Key, int]:
        """How many entries each pair has."""
        return {key: number for key, number in self._connection.execute("SELECT key, count(*) FROM entries GROUP BY key") if _is_pair(key)}

    def having(self, kind: str) -> list[Key]:
        """The pairs that have an entry of a kind, in order."""
        rows = self._connection.execute("SELECT DISTINCT key FROM entries WHERE kind = ? ORDER BY key", (kind,))
        return [key for (key,) in rows if _is_pair(key)]

    def latest_of(self, keys: Iterable[Key]) -> dict[Key, Report]:
        """The latest report that tells of each of some pairs."""
        query = f"SELECT r.document, r.body, o.origin FROM ({FIRST}) g {SHOWN}"  # noqa: S608 - constants
        return {key: _report(*row) for key in keys for row in self._connection.execute(query, (key,))}

    def latest(self) -> dict[Key, Report]:
        """The latest report that tells of each pair."""
        query = f"SELECT g.key, r.document, r.body, o.origin FROM ({LATEST}) g {SHOWN}"  # noqa: S608 - constants
        rows = self._connection.execute(query, ("%+%",))
        return {key: _report(*row) for key, *row in rows if _is_pair(key)}


def _report(document: str, body: str, origin: str | None) -> Report:
    report = codec.decode(body, Report, document)
    return replace(report, origin=origin) if origin else report


def _is_pair(key: Key) -> bool:
    return STATE not in key and len(parties_of(key)) == TWO
