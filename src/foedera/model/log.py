"""Log: what was done to a ledger, line by line, each sealed by a digest over the line before."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.plumbing.ids import LENGTH, digest_of

START = "0" * 64
"""The head of a log without a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """When, what was done, to what (an id), and the digest of what it became."""

    recorded: str
    action: str
    subject: str
    content: str

    def seal(self, before: str) -> str:
        """The digest of the deed and of the line before."""
        return digest_of(before, self.recorded, self.action, self.subject, self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A deed in its place in the log, with its seal."""

    number: int
    deed: Deed
    digest: str

    def follows(self, before: str) -> bool:
        """Whether the seal is that of the deed behind the line sealed so; the first ledgers kept shorter seals."""
        seal = self.deed.seal("" if before == START else before)
        return self.digest in {seal, seal[:LENGTH]}
