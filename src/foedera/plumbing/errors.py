"""Errors that end a command: each says what is wrong, where, and what to do."""

from __future__ import annotations


class FoederaError(Exception):
    """A command cannot go on (exit code 1). `where` names file and line or an id; `remedy` says what to do."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(": ".join(part for part in (where, what) if part) + (f" - {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """What it takes to tell it in another process."""
        return (_again, (type(self), self.what, self.where, self.remedy))


def _again(kind: type[FoederaError], what: str, where: str, remedy: str) -> FoederaError:
    return kind(what, where=where, remedy=remedy)


class UsageError(FoederaError):
    """What was asked for does not exist or does not fit (exit code 2)."""

    exit_code = 2


class KnowledgeError(FoederaError):
    """A data file is wrong; `where` is `file:line`."""


class LedgerError(FoederaError):
    """The ledger cannot be read or written; nothing was changed."""
