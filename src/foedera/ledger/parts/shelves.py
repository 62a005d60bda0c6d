"""Entries as they are kept: under their key, without facts and reports, and what follows from several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.ledger.parts.names import span
from foedera.ledger.parts.vicinities import Kept, Vicinities
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
FROM_NONE: Mapping[DocumentId, object] = {}
Row = tuple[Key, str, str, str]
"""Key, kind, ids of facts in groups (an entry has one), body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is written of the entries of a key: kind, id, facts and body of each; kind, facts and body of each link."""

    entries: tuple[tuple[str, str, str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    vicinities: Kept = ()
    """Of a party set: document and body of what is kept of each report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What rows of a part take the place of: some entries by kind and id, all of some kinds, the links to some later entries, reports."""

    entries: frozenset[tuple[str, str]]
    kinds: frozenset[str]
    later: frozenset[str]
    documents: frozenset[str]


class _Link(msgspec.Struct):
    """What a link is found by and ordered by."""

    kind: str
    entry: str = ""
    property: str = ""
    later: str = ""
    earlier: str = ""


class Shelves:
    """The tables `entries`, `links` and `members`, and with them `vicinities`; to be written within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._vicinities = Vicinities(connection)

    def put(self, key: Key, found: Rows) -> None:
        """Keep the entries of a key, in place of those that were kept; only rows that changed are written."""
        stored = self._connection.execute("SELECT kind, id, facts, body FROM entries WHERE key = ?", (key,))
        self._put_entries(key, {(kind, name): row for kind, name, *row in stored}, found)
        self._put_links(key, self._links(key), found.links)
        if STATE not in key:
            self._vicinities.put(key, found.vicinities)

    def amend(self, key: Key, found: Rows, replaced: Replaced) -> None:
        """Keep the entries of a part of the reports of a party set, in place of those that were made of these."""
        all_of = "SELECT kind, id, facts, body FROM entries WHERE key = ? AND kind = ?"
        one = f"{all_of} AND id = ?"
        names = replaced.entries | {(kind, name) for kind, name, *_ in found.entries if kind not in replaced.kinds}
        stored = [row for name in sorted(names) for row in self._connection.execute(one, (key, *name))]
        stored += [row for kind in sorted(replaced.kinds) for row in self._connection.execute(all_of, (key, kind))]
        self._put_entries(key, {(kind, name): row for kind, name, *row in stored}, found)
        links = self._links(key)
        gone = {name for _, name in names}
        kept = [link for link in links if not _is_replaced(link, replaced, gone)]
        self._put_links(key, links, sorted([*kept, *found.links], key=_link_order))
        self._vicinities.amend(key, replaced.documents, found.vicinities)

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

    def names_under(self, key: Key) -> list[Person]:
        """The persons of a key without facts and reports."""
        rows = self._connection.execute("SELECT id, body FROM entries WHERE key = ? AND kind = 'person'", (key,))
        return [codec.decode(body, Person, name) for name, body in rows]

    def people_under(self, key: Key) -> list[tuple[Person, frozenset[FactId]]]:
        """The persons of a key (several only where a ruling parted them) without facts and reports, and the ids of their facts."""
        rows = self._connection.execute("SELECT id, facts, body FROM entries WHERE key = ? AND kind = 'person'", (key,))
        return [(codec.decode(body, Person, name), frozenset(_groups(facts, name)[0])) for name, facts, body in rows]

    def fold(self, key: Key, person: Person, facts: Collection[FactId]) -> None:
        """Keep a person, shown by facts, in place of the one that was kept."""
        self.put(key, Rows(entries=(("person", person.id, codec.encode([sorted(facts)]), codec.encode_entry(person)),), links=()))

    def clear(self) -> None:
        """Forget all."""
        for table in ("entries", "links", "members"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above

    def _put_entries(self, key: Key, kept: Mapping[tuple[str, str], Sequence[str]], found: Rows) -> None:
        """Write what is other than what was kept in its place; a party set is listed while it has entries."""
        rows = {(kind, name): row for kind, name, *row in found.entries}
        gone = [(key, *place) for place, row in kept.items() if rows.get(place) != row]
        had = self._has_entries(key)
        self._connection.executemany("DELETE FROM entries WHERE key = ? AND kind = ? AND id = ?", gone)
        new = [(key, *place, *row) for place, row in rows.items() if kept.get(place) != row]
        self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", new)
        if STATE not in key and had != (has := self._has_entries(key)):
            self._connection.execute("DELETE FROM members WHERE key = ?", (key,))
            self._connection.executemany("INSERT INTO members VALUES (?, ?)", [(party, key) for party in parties_of(key) if has])

    def _has_entries(self, key: Key) -> bool:
        return self._connection.execute("SELECT 1 FROM entries WHERE key = ? LIMIT 1", (key,)).fetchone() is not None

    def _links(self, key: Key) -> list[tuple[str, str, str]]:
        return list(self._connection.execute("SELECT kind, facts, body FROM links WHERE key = ? ORDER BY place", (key,)))

    def _put_links(self, key: Key, kept: Sequence[tuple[str, str, str]], links: Sequence[tuple[str, str, str]]) -> None:
        """Write those that are other than what was kept in their place."""
        first = next((at for at, (one, other) in enumerate(zip(kept, links, strict=False)) if one != other), min(len(kept), len(links)))
        if first < len(kept):
            self._connection.execute("DELETE FROM links WHERE key = ? AND place >= ?", (key, first))
        rows = [(key, place, *link) for place, link in enumerate(links[first:], start=first)]
        self._connection.executemany("INSERT INTO links VALUES (?, ?, ?, ?, ?)", rows)


def _is_replaced(link: tuple[str, str, str], replaced: Replaced, gone: Collection[str]) -> bool:
    kind, _, body = link
    told = codec.decode(body, _Link, kind)
    return told.later in replaced.later if kind == "followups" else told.entry in gone or told.kind in replaced.kinds


def _link_order(link: tuple[str, str, str]) -> tuple[str, ...]:
    """As entries of a party set have them."""
    kind, _, body = link
    told = codec.decode(body, _Link, kind)
    return (kind, told.entry, told.property, told.later, told.earlier, told.kind)


def rows_of(found: Entries, kept: Mapping[DocumentId, object] = FROM_NONE) -> Rows:
    """The rows of entries and of what follows from them, and of what is `kept` of reports."""
    links: list[Disagreement | FollowUp] = [*found.disagreements, *found.followups]
    return Rows(
        entries=tuple((kind, entry.id, *_row(entry)) for kind, name in KINDS.items() for entry in getattr(found, name)),
        links=tuple(map(codec.encode_link, links)),
        vicinities=tuple((document, codec.encode(one)) for document, one in sorted(kept.items())),
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
