"""Entries → a workbook of Excel: one sheet a kind, text as text, whole numbers as numbers, nothing that is a formula or a link."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from tempfile import TemporaryFile
from typing import IO, Any

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import OWN, Row, columns_of, kind_of, row
from foedera.exports.parts.xml import clean
from foedera.plumbing.optional import library

BYTES = LISTING = True
LONGEST = 32_767
"""Characters that a cell of Excel holds."""
MOST = 1_048_576
"""Rows that a sheet of Excel holds, with its head; the ones behind go on another sheet."""
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The day that the file says it was made on: no clock enters an export."""
CUT = "cells_cut"
WIDTHS = {"quote": 80, "parties": 16, "kind": 12, "id": 18, "document": 18, "fact": 18}
WIDTH = 14


def write(contents: Contents, out: IO[bytes]) -> Written:
    """Write what is listed, a row at a time; what is longer than a cell is cut there, and counted."""
    with TemporaryFile() as whole:
        # A workbook is an archive whose head is written last: not every stream can go back.
        with _workbook(whole) as workbook:
            book = _Book(workbook)
            for entry in contents.listed():
                book.put(kind_of(entry), row(entry))
        whole.seek(0)
        shutil.copyfileobj(whole, out)
    return Written(rows=book.rows, left_out=+book.cut)


@contextmanager
def _workbook(out: IO[bytes]) -> Iterator[Any]:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = library("xlsxwriter", extra="xlsx").Workbook(out, options)
    workbook.set_properties({"created": MADE})
    yield workbook
    workbook.close()


class _Book:
    """The sheets that are being filled, each begun with its first row."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 - a library without types
        self.rows, self.cut = Counter[str](), Counter[str]()
        self._workbook = workbook
        self._sheets: dict[str, Any] = {}
        self._head = workbook.add_format({"bold": True})
        for kind in OWN:
            self._begin(kind, kind)

    def put(self, kind: str, made: Row) -> None:
        """Write a row on the sheet of its kind."""
        sheet_number, line = divmod(self.rows[kind], MOST - 1)
        if sheet_number and not line:
            self._begin(kind, f"{kind} {sheet_number + 1}")
        for place, column in enumerate(columns_of(kind)):
            cell = made.get(column)
            if isinstance(cell, str):
                self.cut[CUT] += len(cell) > LONGEST
                self._sheets[kind].write_string(line + 1, place, clean(cell[:LONGEST]))
            elif cell is not None and abs(cell) < 10**15:
                self._sheets[kind].write_number(line + 1, place, cell)
            elif cell is not None:
                # Excel keeps fifteen digits of a number.
                self._sheets[kind].write_string(line + 1, place, str(cell))
        self.rows[kind] += 1

    def _begin(self, kind: str, name: str) -> None:
        sheet = self._workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns_of(kind)):
            sheet.set_column(place, place, WIDTHS.get(column, WIDTH))
            sheet.write_string(0, place, column, self._head)
        self._sheets[kind] = sheet
