"""What a ledger stores ↔ lines of an archive, the same from every store: rows as they stand, without what is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from foedera.ledger.parts import codec, journal, loading
from foedera.ledger.parts.accounts import FactRow, ReadingRow
from foedera.ledger.parts.connection import Connection
from foedera.ledger.parts.migrations import newest
from foedera.ledger.parts.prepared import Prepared, prepared
from foedera.ledger.parts.proposed import COLUMNS as PROPOSAL
from foedera.model.document import DocumentId
from foedera.model.reading import Reading
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _

Line = tuple[str, str]
"""What a line holds, and its value in JSON."""
VERSION, DOCUMENT, SKIP, JUDGEMENT, LOG = "version", "document", "skip", "judgement", "log"
ROWS = 200
"""Documents that are restored together."""
DOCUMENTS = """
SELECT d.id, d.digest, d.address, d.location, d.recorded, a.text, a.body, r.interstate, r.parties, r.skips, r.digest, r.body
FROM documents d JOIN articles a ON a.document = d.id JOIN readings r ON r.document = d.id WHERE d.id > ? ORDER BY d.id LIMIT ?
"""
FACTS = "SELECT id, kind, body FROM facts WHERE document = ? ORDER BY position"
OTHERS = {
    SKIP: ("skips", ("location", "reason", "detail", "document", "recorded")),
    JUDGEMENT: ("judgements", ("id", "ruling", "body", "recorded")),
    "proposal": ("proposals", PROPOSAL),
    "asked": ("asked", ("document", "model", "prompt", "reply", "recorded")),
    LOG: ("log", journal.COLUMNS),
}
"""Kinds of lines that are rows of one table: its name, and its columns, by the first two of which they are in order."""
Stored = tuple[str, str, str, str, str, str, str, int, str, str, str, str]


def lines(connection: Connection) -> Iterator[Line]:
    """All that is stored; to be called within a snapshot."""
    yield (VERSION, codec.encode(newest()))
    last = ""
    while rows := connection.execute(DOCUMENTS, (last, ROWS)).fetchall():
        last = rows[-1][0]
        for row in rows:
            yield (DOCUMENT, codec.encode((row, connection.execute(FACTS, (row[0],)).fetchall())))
    for kind, (table, columns) in OTHERS.items():
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {columns[0]}, {columns[1]}"):  # noqa: S608 - the names above
            yield (kind, codec.encode(row))


def put(connection: Connection, found: Iterable[Line]) -> None:
    """Fill an empty ledger; to be called within a transaction.

    Raises:
        LedgerError: when the archive is of a newer program.
    """
    left = iter(found)
    while some := list(islice(left, ROWS)):
        _check_version(connection, some)
        documents = [_document(value) for kind, value in some if kind == DOCUMENT]
        loading.put_rows(connection, [one for one, _recorded in documents], "")
        dates = [(recorded, one.document) for one, recorded in documents]
        connection.executemany("UPDATE documents SET recorded = ? WHERE id = ?", dates)
        for name, (table, columns) in OTHERS.items():
            connection.load(table, columns, [codec.decode(value, tuple[object, ...], name) for kind, value in some if kind == name])


def _check_version(connection: Connection, found: Iterable[Line]) -> None:
    for kind, value in found:
        if kind == VERSION and codec.decode(value, int, kind) > newest():
            raise LedgerError(_("the archive is of a newer program"), where=connection.place, remedy=_("update foedera"))


def _document(value: str) -> tuple[Prepared, str]:
    """The rows of a document as they were, with what follows from them; and when it was recorded."""
    row, facts = codec.decode(value, tuple[Stored, tuple[FactRow, ...]], DOCUMENT)
    document, _digest, _address, _location, recorded, text, given, *_read = row
    stored: ReadingRow = (row[7], row[8], row[9], row[10], row[11])
    reading = Reading(
        article=codec.decode_article(row[11], text, document),
        interstate=bool(row[7]),
        parties=codec.decode_parties(row[8], document),
        facts=tuple(codec.decode_fact(kind, body, name) for name, kind, body in facts),
        skips=codec.decode_skips(row[9], document),
        digest=row[10],
    )
    made = prepared(reading, codec.decode_article(given, text, document))
    return replace(made, document=DocumentId(document), reading=stored, facts=facts, given=given), recorded
