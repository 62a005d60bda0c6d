"""The log: what was done to the ledger, each line sealed by a digest over the line before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.ledger.parts.connection import Connection
from foedera.model.problem import Problem
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """When, what was done, to what (an id), and the digest of what it became."""

    recorded: str
    action: str
    subject: str
    content: str

    def seal(self, before: str) -> str:
        """The digest of the line and of the one before."""
        return id_of(before, self.recorded, self.action, self.subject, self.content)


def append(connection: Connection, line: Line) -> None:
    """Add a line; to be called within the transaction that does what it tells."""
    last = connection.execute("SELECT digest FROM log ORDER BY number DESC LIMIT 1").fetchone()
    values = (line.recorded, line.action, line.subject, line.content, line.seal(last[0] if last else ""))
    connection.execute("INSERT INTO log (recorded, action, subject, content, digest) VALUES (?, ?, ?, ?, ?)", values)


def verify(connection: Connection) -> Iterator[Problem]:
    """Lines whose digest is not that of the line and its predecessor."""
    before = ""
    rows = connection.execute("SELECT number, recorded, action, subject, content, digest FROM log ORDER BY number")
    for number, recorded, action, subject, content, digest in rows:
        line = Line(recorded=recorded, action=action, subject=subject, content=content)
        if line.seal(before) != digest:
            yield Problem(where=f"log:{number}", what=_("the line was changed, or one before it is missing"), remedy=_("restore a copy"))
        before = digest
