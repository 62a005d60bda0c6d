"""Entries → a plain SQLite file for readers of tables: one table a kind, their passages, what they carry on, where sources disagree."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.links import reason
from foedera.exports.parts.rows import OWN, WHOLE_NUMBERS, Cell, columns_of, kind_of, row
from foedera.exports.parts.values import date
from foedera.model.entry import Entry

BYTES = LISTING = True
LARGEST = 2**63 - 1
TOO_LARGE = "amounts_too_large"
TABLES = {
    "party": ("entry", "party"),
    "passage": ("entry", "fact", "document", "report", "lang", "url", "published", "publisher", "start", "end", "quote", "rule", "stance"),
    "followup": ("earlier", "later", "kind", "reason"),
    "disagreement": ("entry", "property", "value", "origins"),
}
"""The tables beside those of the kinds, and their columns; `entry` is the id in the table of its kind."""
KEYS = {"party": "entry, party", "passage": "entry, fact", "followup": "earlier, later, kind", "disagreement": "entry, property, value"}


def write(contents: Contents, out: IO[bytes]) -> Written:
    """Write what is listed; an amount beyond 64 bits is left empty, and counted."""
    rows, left_out = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy"
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _prepare(connection)
            for entry in contents.listed():
                made = {name: _whole(cell) for name, cell in row(entry).items()}
                if isinstance(amount := made.get("amount"), int) and amount > LARGEST:
                    made["amount"] = None
                    left_out[TOO_LARGE] += 1
                kind = kind_of(entry)
                _put(connection, kind, [[made.get(column) for column in columns_of(kind)]])
                _put_beside(connection, entry)
                rows[kind] += 1
            connection.execute("COMMIT")
        finally:
            connection.close()
        with path.open("rb") as file:
            shutil.copyfileobj(file, out)
    return Written(rows=rows, left_out=left_out)


def _prepare(connection: sqlite3.Connection) -> None:
    """The empty tables; nothing has to be undone in a file that is thrown away when it fails."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for kind in OWN:
        _create(connection, kind, columns_of(kind), "id")
    for name, columns in TABLES.items():
        _create(connection, name, columns, KEYS[name])


def _create(connection: sqlite3.Connection, table: str, columns: Sequence[str], key: str) -> None:
    typed = ", ".join(f'"{column}" {"INTEGER" if column in WHOLE_NUMBERS else "TEXT"}' for column in columns)
    connection.execute(f"CREATE TABLE {table} ({typed}, PRIMARY KEY ({key}))")


def _put(connection: sqlite3.Connection, table: str, found: Iterable[Sequence[Cell]]) -> None:
    columns = columns_of(table) if table in OWN else TABLES[table]
    connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(columns))})", found)  # noqa: S608 - names from here


def _put_beside(connection: sqlite3.Connection, entry: Entry) -> None:
    """The parties, passages and links of an entry; a link stands at both of its ends, and is written once."""
    report_of = {report.document: report for report in entry.reports}
    _put(connection, "party", [(entry.id, party) for party in entry.parties])
    for fact in entry.facts:
        told, at = report_of[fact.document], fact.citation.span
        where = (told.record, told.lang, told.url, date(told.published), told.publisher)
        said = (fact.citation.quote, fact.rule, fact.stance.realis)
        values = (entry.id, fact.id, fact.document, *where, at.start, at.end, *said)
        _put(connection, "passage", [[_whole(value) for value in values]])
    _put(connection, "followup", [(one.earlier, one.later, one.kind, _whole(reason(one))) for one in entry.followups])
    claims = [(one.property, claim) for one in entry.disagreements for claim in one.claims]
    _put(connection, "disagreement", [(entry.id, name, _whole(claim.value), claim.origins) for name, claim in claims])


def _whole(cell: Cell) -> Cell:
    """The cell; half a surrogate pair, which UTF-8 cannot hold, is written as JSON would."""
    return cell.encode(errors="backslashreplace").decode() if isinstance(cell, str) else cell
