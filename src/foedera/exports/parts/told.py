"""What long lists hold beside entries → JSON objects: facts, passages, entries that are disputed, reports, lines of the log."""

from __future__ import annotations

from foedera.exports.facts import fact
from foedera.exports.parts.entries import report
from foedera.exports.parts.links import disagreement
from foedera.exports.parts.rows import kind_of
from foedera.exports.parts.values import Json
from foedera.model.document import Skip
from foedera.model.entry import Entry
from foedera.model.fact import KIND_OF
from foedera.model.page import Change, Passage, Told
from foedera.model.report import Report


def told(item: Told) -> Json:
    """A fact with the report that tells it."""
    return fact(item.fact, item.report)


def passage_of(item: Passage) -> Json:
    """A fact, the words of the report around its passage, and the entry it is in."""
    entry = {"kind": item.entry[0], "id": item.entry[1]} if item.entry else None
    return {"fact": told(item.told), "before": item.before, "behind": item.behind, "entry": entry}


def disputed(item: Entry) -> Json:
    """An entry on which sources disagree, and on what."""
    found = [disagreement(one) for one in item.disagreements]
    return {"entry": item.id, "kind": kind_of(item), "parties": list(item.parties), "disagreements": found}


def source(item: Report) -> Json:
    """A report that was read."""
    return {"document": item.document, **report(item)}


def skip(item: Skip) -> Json:
    """What was left out."""
    told = {"location": item.location, "reason": item.reason, "fault": item.is_fault, "detail": item.detail}
    return {**told, "document": item.document}


def change(item: Change) -> Json:
    """A line of the log, with the report that was read and its facts."""
    deed = item.line.deed
    facts: list[Json] = [{"id": one.id, "kind": KIND_OF[type(one)], "parties": list(one.parties)} for one in item.facts]
    done = {"number": item.line.number, "recorded": deed.recorded, "action": deed.action, "subject": deed.subject}
    return {**done, "report": source(item.report) if item.report else None, "facts": facts}
