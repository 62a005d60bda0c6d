"""Forms in which the ledger leaves the house. A module is an export when it has the verb `write`; the file's name registers it.

An export holds no clock, path, row number or order of arrival: the same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TextIO

from foedera.model.entries import Entries
from foedera.model.reading import Reading

VERB = "write"


class Export(Protocol):
    """What a module of this room offers."""

    def write(self, readings: Iterable[Reading], entries: Entries, out: TextIO) -> None:
        """Write the readings, the entries, or both, in this form."""
        ...
