"""Standard input (`-`) → documents: one text, or one a line where it holds records."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from foedera.model.document import Document, Skip
from foedera.sources.parts.records import RECORDS, TEXT, Origin
from foedera.sources.parts.records import documents as documents_of

RECORD_LOCATION = "stdin:jsonl"
"""The location that says outright that standard input holds records."""


def accepts(location: str) -> bool:
    """Whether it is `-`, or `stdin:jsonl` for records."""
    return location in {"-", RECORD_LOCATION}


def documents(location: str, *, limit: int) -> Iterator[Document | Skip]:
    """What stands on standard input: records when the location says so or the first character is a brace, else one text."""
    # One byte more than allowed is enough to know that a text is too large. Records may be many; each has the limit to itself.
    body = sys.stdin.buffer.read(limit + 1)
    records = location == RECORD_LOCATION or body.lstrip().startswith(b"{")
    if records:
        body += sys.stdin.buffer.read()
    yield from documents_of(body, Origin(name="-", location="-"), RECORDS if records else TEXT, limit=limit)
