"""Entries → JSON lines: one an entry with all its sources, and a last one that says how many there are."""

from __future__ import annotations

import json
from collections import Counter
from typing import TextIO

from foedera.exports.json import SCHEMA_VERSION
from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.entries import entry
from foedera.exports.parts.rows import kind_of
from foedera.exports.parts.values import Json

LISTING = True
END = "end"


def write(contents: Contents, out: TextIO) -> Written:
    """Write what is listed, a line at a time; without its last line a file is cut."""
    rows = Counter[str]()
    for item in contents.listed():
        rows[kind_of(item)] += 1
        out.write(_line({"item": kind_of(item), **entry(item)}))
    out.write(_line({"item": END, "rows": dict(rows)}))
    return Written(rows=rows)


def _line(made: Json) -> str:
    return json.dumps({"schema_version": SCHEMA_VERSION, **made}, ensure_ascii=False, separators=(",", ":")) + "\n"
