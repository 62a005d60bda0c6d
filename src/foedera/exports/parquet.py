"""Entries → Parquet: the table of `csv` with types, for pandas, Polars, DuckDB, R and Spark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import IO, Any

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import COLUMNS, WHOLE_NUMBERS, Row, columns_of, kind_of, row
from foedera.model.entry import Entry
from foedera.model.question import days_of
from foedera.plumbing.optional import library

BYTES = LISTING = True
GROUP = 10_000
"""Rows that are held and written at a time."""
LARGEST = 2**63 - 1
TOO_LARGE = "amounts_too_large"
DAYS = ("first_day", "last_day")
"""The columns that a table in memory has beside those of the file: days that can be counted with."""


def write(contents: Contents, out: IO[bytes]) -> Written:
    """Write what is listed, group by group; an amount beyond 64 bits is left empty, and counted."""
    arrow = library("pyarrow", extra="parquet")
    schema, rows, left_out, group = _schema(arrow, COLUMNS), Counter[str](), Counter[str](), list[Row]()
    with library("pyarrow.parquet", extra="parquet").ParquetWriter(arrow.PythonFile(out, mode="w"), schema) as table:

        def flush() -> None:
            table.write_table(_table(arrow, schema, group))
            group.clear()

        for entry in contents.listed():
            made = row(entry)
            if isinstance(amount := made.get("amount"), int) and amount > LARGEST:
                made["amount"] = None
                left_out[TOO_LARGE] += 1
            group.append(made)
            rows[kind_of(entry)] += 1
            if len(group) == GROUP:
                flush()
        flush()
    return Written(rows=rows, left_out=left_out)


def table(entries: Sequence[Entry]) -> Any:  # noqa: ANN401 - as below
    """The entries as one table in memory, with the first and the last day each may be of; an amount beyond 64 bits is left empty."""
    arrow = library("pyarrow", extra="parquet")
    rows, kinds = [row(entry) for entry in entries], {kind_of(entry) for entry in entries}
    for made in rows:
        if isinstance(amount := made.get("amount"), int) and amount > LARGEST:
            made["amount"] = None
    made_of = _table(arrow, _schema(arrow, columns_of(*kinds) if len(kinds) == 1 else COLUMNS), rows)
    days = [days_of(entry) or (None, None) for entry in entries]
    for place, name in enumerate(DAYS):
        made_of = made_of.append_column(name, arrow.array([_day(both[place]) for both in days], type=arrow.date32()))
    return made_of


def _day(text: str | None) -> date | None:
    """The day, where its year is known."""
    return date.fromisoformat(text) if text and "0001" <= text[:4] < "9999" else None


def _schema(arrow: Any, columns: Sequence[str]) -> Any:  # noqa: ANN401 - as below
    return arrow.schema([(column, arrow.int64() if column in WHOLE_NUMBERS else arrow.string()) for column in columns])


def _table(arrow: Any, schema: Any, group: list[Row]) -> Any:  # noqa: ANN401 - a library without types
    """The rows as a table; half a surrogate pair, which UTF-8 cannot hold, is written as JSON would."""
    columns = {column: [_whole(made.get(column)) for made in group] for column in schema.names}
    return arrow.table(columns, schema=schema)


def _whole(cell: str | int | None) -> str | int | None:
    return cell.encode(errors="backslashreplace").decode() if isinstance(cell, str) else cell
