"""A batch that is read into a ledger → a JSON object."""

from __future__ import annotations

from foedera.exports.parts.values import Json
from foedera.model.batch import Batch, Item


def summary(made: Batch) -> Json:
    """How a batch stands."""
    trouble = made.trouble
    reason: Json | None = {"what": trouble.what, "where": trouble.where, "remedy": trouble.remedy} if trouble else None
    known: Json = {"id": made.id, "kind": made.kind, "title": made.title, "submitted": made.submitted, "state": made.state}
    return {**known, "done": made.done, "of": made.of, "seconds": made.seconds, "at": made.at, "trouble": reason}


def whole(made: Batch) -> Json:
    """How a batch stands, and what became of each item."""
    return {**summary(made), "items": [_item(one) for one in made.items]}


def _item(made: Item) -> Json:
    known: Json = {"outcome": made.outcome, "place": made.place, "document": made.document, "title": made.title}
    return {**known, "reason": made.reason, "detail": made.detail}
