"""Standard input (`-`) → documents: one text, or one a line where it holds records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from foedera.model.document import Document, Skip
from foedera.sources import Errand
from foedera.sources.parts.records import RECORDS, TEXT, Origin
from foedera.sources.parts.records import documents as documents_of

if TYPE_CHECKING:
    import io

RECORD_LOCATION = "stdin:jsonl"
"""The location that says outright that standard input holds records."""


def accepts(location: str) -> bool:
    """Whether it is `-`, or `stdin:jsonl` for records."""
    return location in {"-", RECORD_LOCATION}


def documents(location: str, errand: Errand) -> Iterator[Document | Skip]:
    """What stands on standard input: records when the location says so or the first character is a brace, else one text."""
    stream = cast("io.BufferedReader", sys.stdin.buffer)
    # Looked at, and still there to read.
    records = location == RECORD_LOCATION or stream.peek(1).lstrip().startswith(b"{")
    yield from documents_of(stream, Origin(name="-", location="-"), RECORDS if records else TEXT, limit=errand.limit)
