"""The verbs of the log: is it whole, what does it tell, and what is its head."""

from __future__ import annotations

from collections.abc import Iterator

from foedera import ledger as stores
from foedera.api.ledger import ledger_location
from foedera.model.log import START, Line
from foedera.model.problem import Problem
from foedera.plumbing.settings import Location


def audit_verify(*, head: str | None = None, ledger: Location | None = None) -> tuple[Problem, ...]:
    """Hold the log against its seals, against what the ledger holds, and against a head that was kept elsewhere.

    Args:
        head: What `audit_head` gave once; where no line has that seal, the log was cut or rewritten since.
        ledger: The ledger's file, as for `ingest`.
    """
    with stores.glance(ledger_location(ledger)) as kept:
        return tuple(kept.audit(head.strip().lower() if head is not None else None))


def audit_export(*, ledger: Location | None = None) -> Iterator[Line]:
    """The log, line by line."""
    with stores.glance(ledger_location(ledger)) as kept:
        yield from kept.log()


def audit_head(*, ledger: Location | None = None) -> str:
    """The seal of the last line, to be kept elsewhere; zeros where nothing was done yet."""
    with stores.glance(ledger_location(ledger)) as kept:
        return kept.head() or START
