"""Entries → Parquet: the table of `csv` with types, for pandas, Polars, DuckDB, R and Spark."""

from __future__ import annotations

from collections import Counter
from typing import IO, Any

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import COLUMNS, WHOLE_NUMBERS, Row, kind_of, row
from foedera.plumbing.optional import library

BYTES = LISTING = True
GROUP = 10_000
"""Rows that are held and written at a time."""
LARGEST = 2**63 - 1
TOO_LARGE = "amounts_too_large"


def write(contents: Contents, out: IO[bytes]) -> Written:
    """Write what is listed, group by group; an amount beyond 64 bits is left empty, and counted."""
    arrow = library("pyarrow", extra="parquet")
    fields = [(column, arrow.int64() if column in WHOLE_NUMBERS else arrow.string()) for column in COLUMNS]
    schema, rows, left_out, group = arrow.schema(fields), Counter[str](), Counter[str](), list[Row]()
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


def _table(arrow: Any, schema: Any, group: list[Row]) -> Any:  # noqa: ANN401 - a library without types
    """The rows as a table; half a surrogate pair, which UTF-8 cannot hold, is written as JSON would."""
    columns = {column: [_whole(made.get(column)) for made in group] for column in COLUMNS}
    return arrow.table(columns, schema=schema)


def _whole(cell: str | int | None) -> str | int | None:
    return cell.encode(errors="backslashreplace").decode() if isinstance(cell, str) else cell
