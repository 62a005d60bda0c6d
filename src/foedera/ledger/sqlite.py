"""The ledger in one SQLite file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from foedera.ledger.parts import accounts, codec, fulltext, journal, verification
from foedera.ledger.parts.connection import Connection, connect, failures, transaction
from foedera.model.article import Article
from foedera.model.document import DocumentId, Skip
from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.fact import Fact, FactId
from foedera.model.finding import Finding
from foedera.model.judgement import Judgement
from foedera.model.log import Deed, Line
from foedera.model.problem import Problem
from foedera.model.reading import Reading
from foedera.model.report import EntryKind, Report, report_of
from foedera.plumbing.ids import digest, digest_of
from foedera.plumbing.text import fold

KINDS: dict[EntryKind, str] = {
    "event": "events",
    "level": "levels",
    "commitment": "commitments",
    "mechanism": "mechanisms",
    "instrument": "instruments",
    "person": "people",
}
"""Kind of entry → the field of `Entries` that holds them."""


READ = "readings r JOIN articles a ON a.document = r.document"


class Ledger:
    """An open ledger; a context manager that closes it. Every write is one transaction."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        fulltext.prepare(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def holds(self, document: DocumentId, digest: str) -> bool:
        """Whether the document was read already with the knowledge of this digest."""
        return bool(self._rows("SELECT 1 FROM readings WHERE document = ? AND digest = ?", (document, digest)))

    def replace(self, reading: Reading, recorded: str, *, given: Article | None = None) -> bool:
        """Keep a reading in place of the document's earlier one, in one transaction; False when the same was there already.

        `given` is the article before it was read, for reading it again.
        """
        article = reading.article
        content = accounts.content(accounts.reading_row(reading), accounts.fact_rows(reading))
        with failures(self.path), transaction(self._connection):
            if self._is_kept(article.id, content):
                return False
            action = "replaced" if self._rows("SELECT 1 FROM readings WHERE document = ?", (article.id,)) else "read"
            self._put_document(given or article, recorded)
            self._put_reading(reading)
            self._run("DELETE FROM skips WHERE location = ?", (article.location,))
            self._run("DELETE FROM derived", ())
            journal.append(self._connection, Deed(recorded=recorded, action=action, subject=article.id, content=content))
        return True

    def keep_skip(self, skip: Skip, recorded: str) -> None:
        """Keep what could not be read, with its reason; the first time it was met counts."""
        with failures(self.path), transaction(self._connection):
            values = (skip.location, skip.reason, skip.detail, skip.document, recorded)
            self._run("INSERT INTO skips VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET detail = excluded.detail", values)

    def skips(self) -> Iterator[Skip]:
        """What could not be read, by location."""
        for location, reason, detail, document in self._rows("SELECT location, reason, detail, document FROM skips"):
            yield Skip(reason=reason, detail=detail, location=location, document=document)

    def readings(self) -> Iterator[Reading]:
        """All readings, by document."""
        rows = self._rows(f"SELECT r.document, interstate, parties, skips, digest, r.body, text FROM {READ} ORDER BY r.document")  # noqa: S608 - a constant
        for document, interstate, parties, skips, knowledge, body, text in rows:
            yield Reading(
                article=codec.decode_article(body, text, document),
                interstate=bool(interstate),
                parties=codec.decode_parties(parties, document),
                facts=tuple(self._facts("WHERE document = ? ORDER BY position", (document,))),
                skips=codec.decode_skips(skips, document),
                digest=knowledge,
            )

    def facts(self) -> Iterator[Fact]:
        """All facts, by id."""
        return self._facts("ORDER BY id, document, position", ())

    def fact(self, name: str) -> Fact | None:
        """The fact of an id, as the report gives it."""
        return next(self._facts("WHERE id = ?", (name,)), None)

    def facts_in(self, document: str) -> tuple[Fact, ...]:
        """The facts of a document."""
        return tuple(self._facts("WHERE document = ? ORDER BY position", (document,)))

    def articles(self) -> Iterator[Article]:
        """All articles as they were given, before they were read, by document."""
        for document, text, body in self._rows("SELECT document, text, body FROM articles ORDER BY document"):
            yield codec.decode_article(body, text, document)

    def article(self, document: str) -> Article | None:
        """The article of a document, as completed by reading."""
        for text, body in self._rows(f"SELECT text, r.body FROM {READ} WHERE r.document = ?", (document,)):  # noqa: S608 - a constant
            return codec.decode_article(body, text, document)
        return None

    def reports(self) -> Iterator[Report]:
        """All articles without their text, as completed by reading, with the origin last derived, by document."""
        rows = self._rows(
            "SELECT r.document, r.body, o.origin FROM readings r LEFT JOIN origins o ON o.document = r.document ORDER BY r.document"
        )
        for document, body, origin in rows:
            yield replace(report_of(codec.decode_article(body, "", document)), origin=origin)

    def search(self, query: str, limit: int = 20) -> tuple[Finding, ...]:
        """The reports that hold all the words of a query, those that hold it as written first."""
        with failures(self.path):
            return tuple(fulltext.search(self._connection, query, limit))

    def store_judgement(self, judgement: Judgement) -> bool:
        """Keep a ruling, so that the derived entries are no longer fresh; False when it was there already."""
        body = codec.encode(judgement)
        with failures(self.path), transaction(self._connection):
            if self._rows("SELECT 1 FROM judgements WHERE id = ?", (judgement.id,)):
                return False
            self._run("INSERT INTO judgements VALUES (?, ?, ?, ?)", (judgement.id, judgement.ruling, body, judgement.recorded))
            self._run("DELETE FROM derived", ())
            deed = Deed(recorded=judgement.recorded, action=judgement.ruling, subject=judgement.id, content=digest_of(body))
            journal.append(self._connection, deed)
        return True

    def judgements(self) -> Iterator[Judgement]:
        """All rulings, by id."""
        for name, body in self._rows("SELECT id, body FROM judgements ORDER BY id"):
            yield codec.decode(body, Judgement, name)

    def store_entries(self, entries: Entries, digest: str) -> None:
        """Keep derived entries, in place of all earlier ones; `digest` is that of the knowledge they were merged with."""
        with failures(self.path), transaction(self._connection):
            self._run("DELETE FROM entries", ())
            self._run("DELETE FROM derived", ())
            self._run("DELETE FROM origins", ())
            for report in entries.reports:
                if report.origin:
                    self._run("INSERT INTO origins VALUES (?, ?)", (report.document, report.origin))
            for kind, name in KINDS.items():
                found: tuple[Entry, ...] = getattr(entries, name)
                for place, entry in enumerate(found):
                    facts = codec.encode([fact.id for fact in entry.facts])
                    self._run("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", (kind, place, entry.id, facts, codec.encode_entry(entry)))
            self._run("INSERT INTO derived VALUES (?)", (digest,))

    def is_fresh(self, digest: str) -> bool:
        """Whether the derived entries are those of the readings, merged with the knowledge of this digest."""
        return bool(self._rows("SELECT 1 FROM derived WHERE digest = ?", (digest,)))

    def entries(self, digest: str) -> Entries | None:
        """The derived entries, or None when they are older than the readings or were merged with other knowledge."""
        if not self.is_fresh(digest):
            return None
        facts = {fact.id: fact for fact in self.facts()}
        reports = {report.document: report for report in self.reports()}
        found: dict[str, list[Entry]] = defaultdict(list)
        for kind, name, ids, body in self._rows("SELECT kind, id, facts, body FROM entries ORDER BY kind, place"):
            own = tuple(facts[one] for one in codec.decode(ids, tuple[FactId, ...], name))
            documents = sorted({fact.document for fact in own})
            entry = codec.decode_entry(kind, body, name)
            found[KINDS[kind]].append(replace(entry, facts=own, reports=tuple(reports[document] for document in documents)))
        ordered = sorted(reports.values(), key=lambda report: (report.record, report.document))
        kinds: dict[str, Any] = {name: tuple(found[name]) for name in KINDS.values()}
        return Entries(reports=tuple(ordered), **kinds)

    def count(self) -> dict[str, int]:
        """How many rows each kind of thing has: documents, facts, skips, events, levels, ..."""
        tables = ("documents", "facts", "skips", "judgements")
        counts = {table: self._rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}  # noqa: S608 - the names above
        kinds = dict(self._rows("SELECT kind, count(*) FROM entries GROUP BY kind"))
        return counts | {name: kinds.get(kind, 0) for kind, name in KINDS.items()}

    def verify(self) -> Iterator[Problem]:
        """Hold every quote against its stored text, and every digest against what it was made of."""
        with failures(self.path):
            yield from verification.verify(self._connection)

    def note(self, deed: Deed) -> None:
        """Write into the log what was done to the ledger as a whole."""
        with failures(self.path), transaction(self._connection):
            journal.append(self._connection, deed)

    def log(self) -> Iterator[Line]:
        """The log, line by line."""
        with failures(self.path):
            yield from journal.lines(self._connection)

    def head(self) -> str | None:
        """The seal of the last line of the log."""
        rows = self._rows("SELECT digest FROM log ORDER BY number DESC LIMIT 1")
        return str(rows[0][0]) if rows else None

    def audit(self, head: str | None = None) -> Iterator[Problem]:
        """Hold the log against its seals, against a `head` that was kept elsewhere, and against what the ledger holds."""
        with failures(self.path):
            yield from journal.verify(self._connection, head)
            yield from accounts.verify(self._connection)

    def _is_kept(self, document: str, content: str) -> bool:
        last = self._rows("SELECT content FROM log WHERE subject = ? ORDER BY number DESC LIMIT 1", (document,))
        return bool(last) and last[0][0] == content

    def _put_document(self, article: Article, recorded: str) -> None:
        values = (article.id, article.digest, article.address, article.location, recorded)
        self._run("INSERT INTO documents VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values)
        self._run("DELETE FROM fulltext WHERE rowid IN (SELECT number FROM articles WHERE document = ?)", (article.id,))
        self._run("DELETE FROM articles WHERE document = ?", (article.id,))
        text_digest = digest(article.text.encode("utf-8", "surrogatepass"))
        cursor = self._connection.execute(
            "INSERT INTO articles (document, text, text_digest, body) VALUES (?, ?, ?, ?)",
            (article.id, article.text, text_digest, codec.encode_article(article)),
        )
        self._run("INSERT INTO fulltext (rowid, folded) VALUES (?, ?)", (cursor.lastrowid, fold(article.text)))

    def _put_reading(self, reading: Reading) -> None:
        document = reading.article.id
        self._run("DELETE FROM readings WHERE document = ?", (document,))
        self._run("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)", (document, *accounts.reading_row(reading)))
        for position, row in enumerate(accounts.fact_rows(reading)):
            self._run("INSERT INTO facts VALUES (?, ?, ?, ?, ?)", (document, position, *row))

    def _facts(self, condition: str, values: tuple[object, ...]) -> Iterator[Fact]:
        for name, kind, body in self._rows(f"SELECT id, kind, body FROM facts {condition}", values):  # noqa: S608 - conditions from this class
            yield codec.decode_fact(kind, body, name)

    def _run(self, statement: str, values: tuple[object, ...]) -> None:
        self._connection.execute(statement, values)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with failures(self.path):
            return self._connection.execute(query, values).fetchall()


def open(path: Path, *, create: bool = False, timeout: float = 5.0) -> Ledger:  # noqa: A001 - the verb that Python too uses
    """Open the ledger in a file; with `create`, make it where there is none.

    Raises:
        LedgerError: when there is no ledger, or the file is not one, is locked, of a newer version or not writable.
    """
    return Ledger(connect(path, create=create, timeout=timeout), path)
