"""Forms in which the ledger leaves the house. A module is an export when it has the verb `write`; the file's name registers it.

A module whose form is bytes says so with `BYTES = True` and is given a file of bytes; the others are given one of text. One whose form is
a list that can be narrowed down says `LISTING = True` and writes what is `listed`. An export holds no clock, path, row number or order of
arrival: the same facts give the same bytes.
"""

from __future__ import annotations

from typing import IO, Any, Protocol

from foedera.exports.parts.contents import Contents, Written

VERB = "write"
BYTES = "BYTES"
LISTING = "LISTING"


class Export(Protocol):
    """What a module of this room offers."""

    def write(self, contents: Contents, out: IO[Any]) -> Written:
        """Write the contents in this form, and say how much that was."""
        ...
