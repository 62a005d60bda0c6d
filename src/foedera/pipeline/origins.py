"""Touched documents → their facts as they were ruled to be, the reports that are one report with each of them, and the origin of these."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.ledger.parts.store import Ledger
from foedera.merging.origins import days, firsts, is_one_report, sketch
from foedera.model.document import DocumentId
from foedera.pipeline.judged import Known, rule


def derive(ledger: Ledger, documents: Sequence[DocumentId], known: Known) -> None:
    """Find the copies of each document, and touch the keys of all documents whose origin is another now."""
    for document in documents:
        rule(ledger, document, known)
        before = ledger.copies.pairs(document)
        ledger.copies.put_pairs(document, sorted(_found(ledger, document)))
        connected = _connected(ledger, {document, *before})
        leaders = firsts((one, other) for one in connected for other in ledger.copies.pairs(one))
        for one in sorted(connected):
            if ledger.copies.put_origin(one, leaders.get(one)):
                ledger.touch_keys(one)


def _found(ledger: Ledger, document: DocumentId) -> set[DocumentId]:
    """The documents met under its keys that are one report with it."""
    reading = ledger.reading(document)
    if reading is None:
        return set()
    own, dated = sketch(reading), days(reading.article.published)
    near = ledger.copies.banded(own.bands)
    for key in own.keys if dated else ():
        near |= ledger.copies.told(key, dated[1:]) if dated else set()
    ledger.copies.put_bands(document, own.bands)
    ledger.copies.put_told(document, own.keys if dated else (), dated[0] if dated else "")
    others = (ledger.reading(other) for other in sorted(near - {document}))
    return {other.article.id for other in others if other and is_one_report(own, sketch(other))}


def _connected(ledger: Ledger, documents: set[DocumentId]) -> set[DocumentId]:
    """The documents, and all that pairs connect with them."""
    found, todo = set(documents), sorted(documents)
    while todo:
        new = ledger.copies.pairs(todo.pop()) - found
        found |= new
        todo += sorted(new)
    return found
