"""Entries as they are kept: under their key, without facts and reports, and what follows from several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.ledger.parts.names import span
from foedera.model.disagreement import Disagreement
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Entry, Person
from foedera.model.fact import Fact, FactId
from foedera.model.followup import FollowUp
from foedera.model.keys import STATE, Key, parties_of
from foedera.model.report import Report

KINDS: dict[str, str] = {
    "event": "events",
    "level": "levels",
    "commitment": "commitments",
    "mechanism": "mechanisms",
    "instrument": "instruments",
    "person": "people",
}
"""Kind of entry → the field of `Entries` that holds them."""
LINKS = ("disagreements", "followups")
Row = tuple[Key, str, str, str]
"""Key, kind, ids of facts in groups (an entry has one), body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is written of the entries of a key: kind, id, facts and body of each; kind, facts and body of each link."""

    entries: tuple[tuple[str, str, str, str], ...]
    links: tuple[tuple[str, str, str], ...]


class Shelves:
    """The tables `entries`, `links` and `members`; to be written within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, key: Key, found: Rows) -> None:
        """Keep the entries of a key, in place of those that were kept; only rows that changed are written."""
        rows = {(kind, name): row for kind, name, *row in found.entries}
        stored = self._connection.execute("SELECT kind, id, facts, body FROM entries WHERE key = ?", (key,))
        kept = {(kind, name): row for kind, name, *row in stored}
        gone = [(key, *place) for place, row in kept.items() if rows.get(place) != row]
        self._connection.executemany("DELETE FROM entries WHERE key = ? AND kind = ? AND id = ?", gone)
        new = [(key, *place, *row) for place, row in rows.items() if kept.get(place) != row]
        self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", new)
        self._put_links(key, found.links)
        if STATE not in key and bool(kept) != bool(rows):
            self._connection.execute("DELETE FROM members WHERE key = ?", (key,))
            self._connection.executemany("INSERT INTO members VALUES (?, ?)", [(party, key) for party in parties_of(key) if rows])

    def keys(self, parties: Iterable[str]) -> list[Key]:
        """The party sets with entries in which all of some parties are."""
        found: set[Key] | None = None
        for party in parties:
            own = {key for (key,) in self._connection.execute("SELECT key FROM members WHERE party = ?", (party,))}
            found = own if found is None else found & own
        return sorted(found or ())

    def sizes(self) -> dict[Key, int]:
        """How many entries there are under each key, of party sets and of people."""
        return dict(list(self._connection.execute("SELECT key, count(*) FROM entries GROUP BY key")))

    def people(self, states: Iterable[str]) -> list[Key]:
        """The keys of the persons of some states."""
        query = "SELECT DISTINCT key FROM entries WHERE key >= ? AND key < ?"
        return [key for state in states for (key,) in self._connection.execute(query, span(state))]

    def rows(self, keys: Iterable[Key] | None = None) -> list[Row]:
        """What is kept under some keys, or all, by key; links behind entries."""
        query = "SELECT key, kind, facts, body FROM {} {} ORDER BY key, kind"
        found: list[Row] = []
        for table in ("entries", "links"):
            if keys is None:
                found += self._connection.execute(query.format(table, ""))
            else:
                found += [row for key in keys for row in self._connection.execute(query.format(table, "WHERE key = ?"), (key,))]
        return found

    def people_under(self, key: Key) -> list[tuple[Person, frozenset[FactId]]]:
        """The persons of a key (several only where a ruling parted them) without facts and reports, and the ids of their facts."""
        rows = self._connection.execute("SELECT id, facts, body FROM entries WHERE key = ? AND kind = 'person'", (key,))
        return [(codec.decode(body, Person, name), frozenset(_groups(facts, name)[0])) for name, facts, body in rows]

    def clear(self) -> None:
        """Forget all."""
        for table in ("entries", "links", "members"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above

    def _put_links(self, key: Key, links: Iterable[tuple[str, str, str]]) -> None:
        rows = [(key, place, *link) for place, link in enumerate(links)]
        kept = list(self._connection.execute("SELECT key, place, kind, facts, body FROM links WHERE key = ? ORDER BY place", (key,)))
        if kept != rows:
            self._connection.execute("DELETE FROM links WHERE key = ?", (key,))
            self._connection.executemany("INSERT INTO links VALUES (?, ?, ?, ?, ?)", rows)


def rows_of(found: Entries) -> Rows:
    """The rows of entries and of what follows from them."""
    links: list[Disagreement | FollowUp] = [*found.disagreements, *found.followups]
    return Rows(
        entries=tuple((kind, entry.id, *_row(entry)) for kind, name in KINDS.items() for entry in getattr(found, name)),
        links=tuple(map(codec.encode_link, links)),
    )


def facts_of(rows: Iterable[Row]) -> set[FactId]:
    """The ids of the facts that rows are made of."""
    return {name for key, _, facts, _ in rows for group in _groups(facts, key) for name in group}


def parts(rows: Iterable[Row], facts: Mapping[FactId, Fact], reports: Mapping[DocumentId, Report]) -> Iterator[Entries]:
    """Rows → the entries of each key, with what follows from them; a fact that is no longer read is told of no more."""
    found: dict[Key, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for key, kind, ids, body in rows:
        groups = [tuple(facts[one] for one in group if one in facts) for group in _groups(ids, key)]
        if kind in LINKS:
            found[key][kind].append(codec.decode_link(kind, body, groups, reports))
        elif groups[0]:
            entry = codec.decode_entry(kind, body, key)
            told = tuple(reports[document] for document in sorted({fact.document for fact in groups[0]}))
            found[key][KINDS[kind]].append(replace(entry, facts=groups[0], reports=told))
    for own in found.values():
        yield Entries(**{name: tuple(entries) for name, entries in own.items()})


def _groups(facts: str, where: str) -> tuple[tuple[FactId, ...], ...]:
    return codec.decode(facts, tuple[tuple[FactId, ...], ...], where)


def _row(entry: Entry) -> tuple[str, str]:
    return (codec.encode([[fact.id for fact in entry.facts]]), codec.encode_entry(entry))
