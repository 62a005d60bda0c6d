"""Entries → CSV after RFC 4180: a head, then one row an entry; no cell is a formula."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TextIO

from foedera.exports.parts.cells import guarded
from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import COLUMNS, kind_of, row

LISTING = True


def write(contents: Contents, out: TextIO) -> Written:
    """Write what is listed, a row at a time."""
    lines, rows = csv.writer(out, lineterminator="\r\n"), Counter[str]()
    lines.writerow(COLUMNS)
    for entry in contents.listed():
        made = row(entry)
        lines.writerow([guarded(made.get(column)) for column in COLUMNS])
        rows[kind_of(entry)] += 1
    return Written(rows=rows)
