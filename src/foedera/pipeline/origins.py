"""Touched documents → their facts as they were ruled to be, the reports that are one report with each of them, and the origin of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedera.ledger.parts.store import Ledger
from foedera.merging.origins import firsts, is_one_report, sketch
from foedera.model.document import DocumentId
from foedera.model.whereabouts import Whereabouts, days, whereabouts
from foedera.pipeline.judged import Known, rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The documents that are one report with one; `where` it is to be found from now on, None where that is kept already."""

    document: DocumentId
    others: tuple[DocumentId, ...]
    where: Whereabouts | None


def derive(ledger: Ledger, documents: Sequence[DocumentId], known: Known) -> None:
    """Find the copies of each document, and touch the keys of all documents whose origin is another now."""
    for document in documents:
        keep(ledger, find(ledger, document), known)


def find(ledger: Ledger, document: DocumentId) -> Found:
    """The documents met under its keys that are one report with it; nothing is written."""
    reading = ledger.reading(document)
    if reading is None:
        return Found(document=document, others=(), where=None)
    where, dated = whereabouts(reading), days(reading.article.published)
    near = ledger.copies.banded(where.bands)
    for key in where.keys if dated else ():
        near |= ledger.copies.told(key, dated[1:]) if dated else set()
    own = sketch(reading) if near - {document} else None
    met = (ledger.reading(other) for other in sorted(near - {document}))
    others = tuple(other.article.id for other in met if other and own and is_one_report(own, sketch(other)))
    return Found(document=document, others=others, where=None if ledger.copies.is_placed(document, where) else where)


def keep(ledger: Ledger, found: Found, known: Known) -> None:
    """Keep what was found of a document, and touch the keys of all documents whose origin is another now."""
    document = found.document
    rule(ledger, document, known)
    if found.where:
        ledger.copies.put_bands(document, found.where.bands)
        ledger.copies.put_told(document, found.where.keys, found.where.day)
    before = ledger.copies.pairs(document)
    if before != set(found.others):
        ledger.copies.put_pairs(document, found.others)
    connected = _connected(ledger, {document, *before})
    leaders = firsts((one, other) for one in connected for other in ledger.copies.pairs(one))
    for one in sorted(connected):
        if ledger.copies.put_origin(one, leaders.get(one)):
            ledger.touch_keys(one)


def _connected(ledger: Ledger, documents: set[DocumentId]) -> set[DocumentId]:
    """The documents, and all that pairs connect with them."""
    found, todo = set(documents), sorted(documents)
    while todo:
        new = ledger.copies.pairs(todo.pop()) - found
        found |= new
        todo += sorted(new)
    return found
