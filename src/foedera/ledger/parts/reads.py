"""What is read from a ledger, in whatever database a connection leads to; nothing here writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Self

from foedera.ledger.parts import accounts, codec, fulltext, journal, shelves, verification, wave
from foedera.ledger.parts.connection import Connection, Row
from foedera.ledger.parts.copies import Copies
from foedera.ledger.parts.names import Names
from foedera.ledger.parts.pages import Pages
from foedera.ledger.parts.pairs import Pairs
from foedera.ledger.parts.proposed import Proposed
from foedera.ledger.parts.shelves import Shelves
from foedera.ledger.parts.vicinities import Vicinities
from foedera.model.article import Article
from foedera.model.document import DocumentId, Skip
from foedera.model.entries import Entries
from foedera.model.fact import Fact, FactId
from foedera.model.finding import Finding
from foedera.model.judgement import Judgement
from foedera.model.keys import STRUCK, Key
from foedera.model.log import Line
from foedera.model.problem import Problem
from foedera.model.reading import Reading
from foedera.model.report import Report

READ = "readings r JOIN articles a ON a.document = r.document"
TOLD = "reports r LEFT JOIN origins o ON o.document = r.document"
RULED = "coalesce(ruled, body)"
STRETCH = 500
"""Documents that are loaded at once where all are wanted."""
BESIDE = "(SELECT document FROM facts WHERE key = ?)"


class Opened:
    """An open ledger as far as it is read; a context manager that closes it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.place = connection.place
        self.location = connection.location
        self.copies = Copies(connection)
        self.names = Names(connection)
        self.pages = Pages(connection)
        self.pairs = Pairs(connection)
        self.proposed = Proposed(connection)
        self.shelves = Shelves(connection)
        self.vicinities = Vicinities(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def holds(self, document: DocumentId, digest: str) -> bool:
        """Whether the document was read already with the knowledge of this digest."""
        return bool(self._rows("SELECT 1 FROM readings WHERE document = ? AND digest = ?", (document, digest)))

    def skips(self) -> Iterator[Skip]:
        """What could not be read, by location."""
        for location, reason, detail, document in self._rows(
            "SELECT location, reason, detail, document FROM skips ORDER BY location, reason"
        ):
            yield Skip(reason=reason, detail=detail, location=location, document=document)

    def readings(self) -> Iterator[Reading]:
        """All readings, by document."""
        for documents in self._documents("readings"):
            yield from self._readings("WHERE r.document BETWEEN ? AND ? ORDER BY r.document", documents)

    def recorded(self) -> dict[DocumentId, str]:
        """Document → when it was first recorded."""
        return dict(self._rows("SELECT id, recorded FROM documents"))

    def has_more_than(self, number: int) -> bool:
        """Whether there are more documents than so many; they are not counted for that."""
        return bool(self._rows("SELECT 1 FROM documents LIMIT 1 OFFSET ?", (number,)))

    def reading(self, document: DocumentId) -> Reading | None:
        """The reading of a document."""
        return next(self._readings("WHERE r.document = ?", (document,)), None)

    def facts(self) -> Iterator[Fact]:
        """All facts, by id."""
        return self._facts("ORDER BY id, document, position", ())

    def fact(self, name: str) -> Fact | None:
        """The fact of an id, as the report gives it."""
        return next(self._facts("WHERE id = ?", (name,)), None)

    def key_of(self, name: FactId) -> Key:
        """The key of a fact as it was ruled to be; that of what was struck where no such fact is read any more."""
        return next((key for (key,) in self._rows("SELECT key FROM facts WHERE id = ?", (name,))), STRUCK)

    def facts_in(self, document: str) -> tuple[Fact, ...]:
        """The facts of a document."""
        return tuple(self._facts("WHERE document = ? ORDER BY position", (document,)))

    def ruled_in(self, document: str) -> tuple[Fact, ...]:
        """The facts of a document as they were ruled to be, without those that were struck."""
        return tuple(self._facts("WHERE document = ? AND key <> ? ORDER BY position", (document, STRUCK), RULED))

    def articles(self) -> Iterator[Article]:
        """All articles as they were given, before they were read, by document."""
        for documents in self._documents("articles"):
            query = "SELECT document, text, body FROM articles WHERE document BETWEEN ? AND ? ORDER BY document"
            for document, text, body in self._rows(query, documents):
                yield codec.decode_article(body, text, document)

    def article(self, document: str) -> Article | None:
        """The article of a document, as completed by reading."""
        for text, body in self._rows(f"SELECT text, r.body FROM {READ} WHERE r.document = ?", (document,)):  # noqa: S608 - a constant
            return codec.decode_article(body, text, document)
        return None

    def reports(self) -> Iterator[Report]:
        """All articles without their text, as completed by reading, with the origin last derived, by document."""
        return self._reports("", ())

    def facts_under(self, key: Key) -> Iterator[Fact]:
        """The facts of a key, as they were ruled to be, by document."""
        return self._facts("WHERE key = ? ORDER BY document, position", (key,), RULED)

    def tenures_beside(self, key: Key) -> Iterator[Fact]:
        """The tenures, as they were ruled to be, in the documents that have facts of a key."""
        return self._facts(
            f"WHERE kind = 'tenure' AND key <> '{STRUCK}' AND document IN {BESIDE} ORDER BY document, position", (key,), RULED
        )

    def facts_among(self, key: Key, documents: Iterable[str]) -> Iterator[Fact]:
        """The facts of a key in some documents, as they were ruled to be."""
        condition = f"WHERE key = ? AND document IN ({self._connection.each}) ORDER BY document, position"
        return self._facts(condition, (key, codec.encode(sorted(documents))), RULED)

    def tenures_in(self, documents: Iterable[str]) -> Iterator[Fact]:
        """The tenures in some documents, as they were ruled to be."""
        condition = f"WHERE kind = 'tenure' AND key <> '{STRUCK}' AND document IN ({self._connection.each}) ORDER BY document, position"
        return self._facts(condition, (codec.encode(sorted(documents)),), RULED)

    def reports_under(self, key: Key) -> dict[DocumentId, Report]:
        """The reports that have facts of a key."""
        return {report.document: report for report in self._reports(f"WHERE r.document IN {BESIDE}", (key,))}

    def reports_of(self, documents: Iterable[str]) -> dict[DocumentId, Report]:
        """Some reports by their documents."""
        names = codec.encode(sorted(documents))
        return {report.document: report for report in self._reports(f"WHERE r.document IN ({self._connection.each})", (names,))}

    def search(self, query: str, limit: int = 20, after: fulltext.Standing = fulltext.FIRST) -> tuple[Finding, ...]:
        """The reports that hold all the words of a query, those that hold it as written first; behind a finding that stands there."""
        with self._connection.failures():
            return tuple(fulltext.search(self._connection, query, limit, after))

    def judgements(self) -> Iterator[Judgement]:
        """All rulings, by id."""
        for name, body in self._rows("SELECT id, body FROM judgements ORDER BY id"):
            yield codec.decode(body, Judgement, name)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read within is of one moment, whoever writes meanwhile."""
        with self._connection.failures(), self._connection.snapshot():
            yield

    def turn(self) -> int:
        """How often the ledger was written to."""
        return int(self._rows("SELECT number FROM turns")[0][0])

    def log(self) -> Iterator[Line]:
        """The log, line by line."""
        with self._connection.failures():
            yield from journal.lines(self._connection)

    def head(self) -> str | None:
        """The seal of the last line of the log."""
        rows = self._rows("SELECT digest FROM log ORDER BY number DESC LIMIT 1")
        return str(rows[0][0]) if rows else None

    def verify(self) -> Iterator[Problem]:
        """Hold every quote against its stored text, and every digest against what it was made of."""
        with self._connection.failures():
            yield from verification.verify(self._connection)

    def audit(self, head: str | None = None) -> Iterator[Problem]:
        """Hold the log against its seals, against a `head` that was kept elsewhere, and against what the ledger holds."""
        with self._connection.failures():
            yield from journal.verify(self._connection, head)
            yield from accounts.verify(self._connection)

    def count(self) -> dict[str, int]:
        """How many rows each kind of thing has: documents, facts, skips, events, levels, ..."""
        tables = ("documents", "facts", "skips", "judgements")
        counts = {table: self._rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}  # noqa: S608 - the names above
        kinds: dict[str, int] = dict(self._rows("SELECT kind, count(*) FROM entries GROUP BY kind"))
        return counts | {name: kinds.get(kind, 0) for kind, name in shelves.KINDS.items()}

    def parts(self, keys: Iterable[Key] | None = None, kinds: Sequence[str] = (), *, beside: Collection[Key] = ()) -> Iterator[Entries]:
        """The derived entries of some keys (of some kinds), or of all `beside` some, key by key; without what is folded from links."""
        with self._connection.failures():
            rows = [row for row in self.shelves.rows(keys) if row[0] not in beside and (not kinds or row[1] in kinds)]
        if keys is None and not kinds:
            facts, reports = self._facts("WHERE key <> ?", (STRUCK,), RULED), self.reports()
        else:
            names = codec.encode(sorted(shelves.facts_of(rows)))
            facts = self._facts(f"WHERE id IN ({self._connection.each})", (names,), RULED)
            told = f"(SELECT document FROM facts WHERE id IN ({self._connection.each}))"  # noqa: S608 - a constant
            reports = self._reports(f"WHERE r.document IN {told}", (names,))
        return shelves.parts(rows, {fact.id: fact for fact in facts}, {report.document: report for report in reports})

    def people_in(self, keys: Iterable[Key], reports: Mapping[DocumentId, Report]) -> Iterator[Entries]:
        """The persons of some keys as far as some reports show them."""
        with self._connection.failures():
            rows = [row for row in self.shelves.rows(keys) if row[1] == "person"]
        return shelves.parts(rows, {fact.id: fact for fact in self.tenures_in(reports)}, reports)

    def is_derived_with(self, digest: str) -> bool:
        """Whether what is derived was, as far as it is, with the knowledge of this digest."""
        return bool(self._rows("SELECT 1 FROM derived WHERE digest = ?", (digest,)))

    def is_fresh(self, digest: str) -> bool:
        """Whether the derived entries are those of the readings, merged with the knowledge of this digest."""
        with self._connection.failures():
            return self.is_derived_with(digest) and wave.is_settled(self._connection)

    def touched(self, stage: wave.Stage, limit: int) -> list[str]:
        """The first of the touched keys of a stage."""
        return wave.touched(self._connection, stage, limit)

    def _readings(self, condition: str, values: tuple[object, ...]) -> Iterator[Reading]:
        rows = self._rows(f"SELECT r.document, interstate, parties, skips, digest, r.body, text FROM {READ} {condition}", values)  # noqa: S608 - conditions from this class
        for document, interstate, parties, skips, knowledge, body, text in rows:
            yield Reading(
                article=codec.decode_article(body, text, document),
                interstate=bool(interstate),
                parties=codec.decode_parties(parties, document),
                facts=tuple(self._facts("WHERE document = ? ORDER BY position", (document,))),
                skips=codec.decode_skips(skips, document),
                digest=knowledge,
            )

    def _documents(self, table: str) -> Iterator[tuple[DocumentId, DocumentId]]:
        """The documents of a table in stretches from one to another, so that no more than a stretch is in memory."""
        last = ""
        query = f"SELECT document FROM {table} WHERE document > ? ORDER BY document LIMIT {STRETCH}"  # noqa: S608 - names from this class
        while found := self._rows(query, (last,)):
            last = found[-1][0]
            yield (found[0][0], last)

    def _reports(self, condition: str, values: tuple[object, ...]) -> Iterator[Report]:
        rows = self._rows(f"SELECT r.document, r.body, o.origin FROM {TOLD} {condition} ORDER BY r.document", values)  # noqa: S608 - as above
        for document, body, origin in rows:
            report = codec.decode(body, Report, document)
            yield replace(report, origin=origin) if origin else report

    def _facts(self, condition: str, values: tuple[object, ...], column: str = "body") -> Iterator[Fact]:
        for name, kind, body in self._rows(f"SELECT id, kind, {column} FROM facts {condition}", values):  # noqa: S608 - conditions from this class
            yield codec.decode_fact(kind, body, name)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[Row]:
        with self._connection.failures():
            return self._connection.execute(query, values).fetchall()
