"""Prepared readings → their rows, table by table; to be called within a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.ledger.parts import codec, fulltext, journal, wave
from foedera.ledger.parts.connection import Connection
from foedera.ledger.parts.prepared import Prepared
from foedera.model.document import DocumentId
from foedera.model.log import Deed
from foedera.plumbing.sketches import bands, shingles

READING = ("document", "interstate", "parties", "skips", "digest", "body")
FACT = ("document", "position", "id", "kind", "body", "key")


def put(connection: Connection, batch: Sequence[Prepared], recorded: str) -> None:
    """Keep readings in place of their documents' earlier ones, and tell the log."""
    read = put_rows(connection, batch, recorded)
    deeds = [
        Deed(recorded=recorded, action="replaced" if one.document in read else "read", subject=one.document, content=one.content)
        for one in batch
    ]
    journal.append(connection, *deeds)


def put_rows(connection: Connection, batch: Sequence[Prepared], recorded: str) -> set[str]:
    """Keep readings in place of earlier ones; the documents that had one."""
    names = codec.encode([one.document for one in batch])
    texts: dict[str, str] = dict(connection.execute(f"SELECT document, text FROM articles WHERE document IN ({connection.each})", (names,)))  # noqa: S608 - a constant
    read = {name for (name,) in connection.execute(f"SELECT document FROM readings WHERE document IN ({connection.each})", (names,))}  # noqa: S608 - as above
    _remove(connection, [one for one in batch if one.document in texts])
    _put_documents(connection, [one for one in batch if one.document not in texts], recorded)
    _put_readings(connection, batch)
    _put_whereabouts(connection, batch, texts)
    fulltext.put(connection, [(DocumentId(one.document), one.rank, one.words) for one in batch], texts)
    wave.touch(connection, batch)
    connection.executemany("DELETE FROM skips WHERE location = ?", [(one.location,) for one in batch])
    return read


def _remove(connection: Connection, batch: Iterable[Prepared]) -> None:
    """Forget earlier readings; what was derived from them is touched."""
    for one in batch:
        wave.touch_document(connection, one.document)
        connection.execute("DELETE FROM readings WHERE document = ?", (one.document,))
        connection.execute("DELETE FROM told WHERE document = ?", (one.document,))
        values = (one.text, one.text_digest, one.given, one.document)
        connection.execute("UPDATE articles SET text = ?, text_digest = ?, body = ? WHERE document = ?", values)


def _put_documents(connection: Connection, batch: Iterable[Prepared], recorded: str) -> None:
    found = list(batch)
    rows = [(one.document, one.body_digest, one.address, one.location, recorded) for one in found]
    connection.load("documents", ("id", "digest", "address", "location", "recorded"), rows)
    columns = ("document", "text", "text_digest", "body")
    connection.load("articles", columns, [(one.document, one.text, one.text_digest, one.given) for one in found])


def _put_readings(connection: Connection, batch: Iterable[Prepared]) -> None:
    found = list(batch)
    connection.load("readings", READING, [(one.document, *one.reading) for one in found])
    connection.load("reports", ("document", "body"), [(one.document, one.report) for one in found])
    facts = [(one.document, place, *row, key) for one in found for place, (row, key) in enumerate(zip(one.facts, one.keys, strict=True))]
    connection.load("facts", FACT, sorted(facts, key=lambda row: (row[-1], row[0], row[1])))
    connection.load("yearless", ("key", "document"), [(key, one.document) for one in found for key in one.yearless])


def _put_whereabouts(connection: Connection, batch: Sequence[Prepared], texts: dict[str, str]) -> None:
    names = codec.encode([one.document for one in batch])
    query = f"SELECT document, number FROM articles WHERE document IN ({connection.each})"  # noqa: S608 - a constant
    numbers: dict[str, int] = dict(connection.execute(query, (names,)))
    for one in batch:
        if texts.get(one.document, one.text) != one.text:
            gone = [(band, numbers[one.document]) for band in bands(shingles(texts[one.document]))]
            connection.executemany("DELETE FROM bands WHERE band = ? AND document = ?", gone)
    rows = sorted((band, numbers[one.document]) for one in batch for band in one.where.bands)
    connection.executemany("INSERT INTO bands VALUES (?, ?) ON CONFLICT DO NOTHING", rows)
    connection.load("told", ("key", "day", "document"), [(key, one.where.day, one.document) for one in batch for key in one.where.keys])
