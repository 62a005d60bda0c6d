"""Gold with lists of acceptable values → gold as the scorer reads it, which takes one type of event, one title of a level, one edition.

Of the values that are right the one is chosen that fits the reading best, the first where none does; the scorer then counts as ever.
"""

from __future__ import annotations

from collections.abc import Callable

from measure.material import Record
from score.score import FAMILY, accepts, overlap, party_key, same_type

Fit = Callable[[Record, Record], int]
"""How well a gold item with one value fits an item of the reading."""


def settled(gold: Record, found: Record) -> Record:
    """The gold of a document with one value in each field of which the scorer takes one."""
    kinds = {kind: field for kind, field in FIELDS.items() if kind in gold}
    return {**gold, **{kind: [_item(item, found.get(kind, []), field) for item in gold[kind]] for kind, field in kinds.items()}}


def _item(item: Record, found: list[Record], field: str) -> Record:
    allowed = item.get(field)
    if not isinstance(allowed, list):
        return item
    choices = [{**item, field: value} for value in allowed]
    return max(choices, key=lambda choice: max((FITS[field](choice, other) for other in found), default=0))


def _event(wanted: Record, found: Record) -> int:
    if party_key(wanted) != party_key(found) or not _near(wanted, found):
        return 0
    return (FAMILY.get(wanted["type"]) == FAMILY.get(found["type"])) + same_type(wanted["type"], found["type"])


def _near(wanted: Record, found: Record) -> bool:
    dates = wanted.get("date"), found.get("date")
    return overlap(wanted["span"], found["span"]) > 0 or (None not in dates and accepts(*dates))


def _level(wanted: Record, found: Record) -> int:
    return int(party_key(wanted) == party_key(found) and wanted["level"] == found["level"])


def _mechanism(wanted: Record, found: Record) -> int:
    return int(overlap(wanted["span"], found["span"]) > 0 and wanted["edition"] == found.get("edition"))


FIELDS = {"events": "type", "levels": "level", "mechanisms": "edition"}
"""Kind of fact → the field of which the scorer takes one value."""

FITS: dict[str, Fit] = {"type": _event, "level": _level, "edition": _mechanism}
