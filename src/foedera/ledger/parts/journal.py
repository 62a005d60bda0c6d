"""The log: what was done to the ledger, each line sealed by a digest over the line before."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.ledger.parts.connection import Connection
from foedera.model.log import START, Deed, Line
from foedera.model.problem import Problem
from foedera.plumbing.interface import _

COLUMNS = ("number", "recorded", "action", "subject", "content", "digest")


def append(connection: Connection, *deeds: Deed) -> None:
    """Add lines; to be called within the transaction that does what they tell."""
    last, before = connection.execute("SELECT number, digest FROM log ORDER BY number DESC LIMIT 1").fetchone() or (0, "")
    rows = []
    for number, deed in enumerate(deeds, start=last + 1):
        before = deed.seal(before)
        rows.append((number, deed.recorded, deed.action, deed.subject, deed.content, before))
    connection.load("log", COLUMNS, rows)


def lines(connection: Connection) -> Iterator[Line]:
    """All lines in their order."""
    rows = connection.execute("SELECT number, recorded, action, subject, content, digest FROM log ORDER BY number")
    for number, recorded, action, subject, content, digest in rows:
        yield Line(number=number, deed=Deed(recorded=recorded, action=action, subject=subject, content=content), digest=digest)


def verify(connection: Connection, head: str | None = None) -> Iterator[Problem]:
    """Lines whose seal is not that of their deed behind the line before; and `head`, where no line has ever had that seal."""
    before, found = START, head in {None, START}
    for line in lines(connection):
        if not line.follows(before):
            remedy = _("restore a copy")
            yield Problem(where=f"log:{line.number}", what=_("the line was changed, or one before it is missing"), remedy=remedy)
        before = line.digest
        found = found or before == head
    if not found:
        what = _("no line has the seal {head}: the log was cut or rewritten since").format(head=head)
        yield Problem(where="log", what=what, remedy=_("restore a copy"))
