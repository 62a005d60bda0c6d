"""What language models propose, on which reports they were asked, and what persons ruled on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection, Row
from foedera.model.candidate import Proposal, ProposalState
from foedera.model.document import DocumentId
from foedera.model.fact import KIND_OF, Fact
from foedera.model.log import Deed
from foedera.plumbing.ids import digest_of

COLUMNS = ("id", "document", "kind", "body", "told", "state", "ruling")
Words = tuple[str, str, str, str]
"""Model, prompt, reply, and when it was recorded."""
DEEDS: dict[ProposalState, str] = {"open": "reopened", "admitted": "admitted", "declined": "declined"}


class Proposed:
    """The tables `proposals` and `asked`; to be written within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, state: ProposalState | None = None) -> Iterator[Proposal]:
        """The proposals (of a state), report by report in order of their passages."""
        condition, values = ("WHERE state = ?", (state,)) if state else ("", ())
        found = [_proposal(row) for row in self._rows(condition, values)]
        yield from sorted(found, key=lambda one: (one.fact.document, one.fact.citation.span.start, one.fact.id))

    def one(self, name: str) -> Proposal | None:
        """The proposal of an id."""
        return next((_proposal(row) for row in self._rows("WHERE id = ?", (name,))), None)

    def admitted(self, document: str, text: str) -> tuple[Fact, ...]:
        """The facts that were admitted to a report, as far as their quotes stand in its text."""
        found = [_proposal(row).fact for row in self._rows("WHERE document = ? AND state = 'admitted' ORDER BY id", (document,))]
        return tuple(fact for fact in found if text[fact.citation.span.start : fact.citation.span.end] == fact.citation.quote)

    def known(self, document: str) -> set[str]:
        """The ids of all that was ever proposed on a report."""
        return {name for (name,) in self._connection.execute("SELECT id FROM proposals WHERE document = ?", (document,))}

    def was_asked(self, document: DocumentId, model: str, prompt: str) -> bool:
        """Whether a model was asked on a report in these words."""
        query = "SELECT 1 FROM asked WHERE document = ? AND model = ? AND prompt = ?"
        return self._connection.execute(query, (document, model, prompt)).fetchone() is not None

    def put_asked(self, document: DocumentId, words: Words) -> None:
        """Keep that a model was asked on a report."""
        self._connection.execute("INSERT INTO asked VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", (document, *words))

    def put(self, proposal: Proposal) -> Deed | None:
        """Keep a proposal, in place of what was kept of it; what the log is told, or None when that was known."""
        row = _row(proposal)
        if self._rows("WHERE id = ?", (row[0],)) == [row]:
            return None
        was = self._connection.execute("SELECT 1 FROM proposals WHERE id = ?", (row[0],)).fetchone()
        self._connection.execute("DELETE FROM proposals WHERE id = ?", (row[0],))
        self._connection.execute("INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        action = DEEDS[proposal.state] if was else "proposed"
        return Deed(recorded=proposal.ruled or proposal.recorded, action=action, subject=row[0], content=digest_of(*row))

    def contents(self) -> dict[str, str]:
        """Proposal → the digest of its row, as the log tells it."""
        return {row[0]: digest_of(*row) for row in self._rows("", ())}

    def _rows(self, condition: str, values: tuple[object, ...]) -> list[Row]:
        return self._connection.execute(f"SELECT {', '.join(COLUMNS)} FROM proposals {condition}", values).fetchall()  # noqa: S608 - conditions from this class


def named(proposal: Proposal) -> str:
    """The id of a proposal: that of its fact."""
    return str(proposal.fact.id)


def _row(proposal: Proposal) -> tuple[str, ...]:
    fact = proposal.fact
    told = codec.encode((proposal.model, proposal.prompt, proposal.reply, proposal.recorded))
    ruling = codec.encode((proposal.by, proposal.why, proposal.ruled))
    return (named(proposal), fact.document, KIND_OF[type(fact)], codec.encode(fact), told, proposal.state, ruling)


def _proposal(row: Row) -> Proposal:
    name, _document, kind, body, told, state, ruling = row
    model, prompt, reply, recorded = codec.decode(told, tuple[str, str, str, str], name)
    by, why, ruled = codec.decode(ruling, tuple[str, str, str], name)
    made = Proposal(fact=codec.decode_fact(kind, body, name), model=model, prompt=prompt, reply=reply, recorded=recorded)
    return replace(made, state=state, by=by, why=why, ruled=ruled)
