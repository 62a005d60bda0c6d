"""Stored rows → what is wrong with them: quotes that are not in their text, digests that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.ledger.parts import journal
from foedera.ledger.parts.codec import decode_fact
from foedera.ledger.parts.connection import Connection
from foedera.model.fact import Citation, Fact
from foedera.model.problem import Problem
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.ids import digest, id_of
from foedera.plumbing.interface import _

AGAIN = "foedera rebuild"


def verify(connection: Connection) -> Iterator[Problem]:
    """Every document, text and quote, and the log."""
    for damage in connection.damage():
        yield Problem(where=connection.place, what=damage, remedy=_("restore a copy of the file"))
    for document, address, body_digest in connection.execute("SELECT id, address, digest FROM documents ORDER BY id"):
        if document != id_of(body_digest, address):
            yield Problem(where=document, what=_("the id is not that of bytes and address"), remedy=_("ingest it again"))
    for document, text, text_digest in connection.execute("SELECT document, text, text_digest FROM articles ORDER BY document"):
        if digest(text.encode("utf-8", "surrogatepass")) != text_digest:
            yield Problem(where=document, what=_("the text was changed after it was read"), remedy=_("ingest it again"))
        yield from _quotes(connection, document, text)
    yield from journal.verify(connection)


def _quotes(connection: Connection, document: str, text: str) -> Iterator[Problem]:
    rows = connection.execute("SELECT id, kind, body FROM facts WHERE document = ? ORDER BY position", (document,))
    for fact_id, kind, body in rows:
        try:
            fact = decode_fact(kind, body, f"{document}/{fact_id}")
        except LedgerError as error:
            yield Problem(where=error.where, what=error.what, remedy=AGAIN)
            continue
        if fact.id != fact_id or fact.document != document:
            yield Problem(where=f"{document}/{fact_id}", what=_("the fact's id is not that of its row"), remedy=AGAIN)
        for citation in _citations(fact):
            if text[citation.span.start : citation.span.end] != citation.quote or not citation.quote:
                what = _("the quote is not the text at {start}-{end}").format(start=citation.span.start, end=citation.span.end)
                yield Problem(where=f"{document}/{fact_id}", what=what, remedy=AGAIN)


def _citations(fact: Fact) -> Iterator[Citation]:
    yield fact.citation
    yield from (support.citation for support in fact.support)
