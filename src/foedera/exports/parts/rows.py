"""Entries → flat rows for tables: one row an entry, with its own values and the passage that tells of it first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from foedera.exports.parts.values import basis, date
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.when import When

Cell = str | int | None
Row = dict[str, Cell]
BETWEEN = "; "
"""What stands between the values of one cell."""
KINDS: Mapping[type[Entry], str] = {
    Event: "event",
    HeldLevel: "level",
    Commitment: "commitment",
    Mechanism: "mechanism",
    Instrument: "instrument",
    Person: "person",
}
WHOLE_NUMBERS = frozenset({"edition", "documents", "amount", "origins", "start", "end"})
"""The columns that hold whole numbers; the others hold text."""
HEAD = ("kind", "id", "parties")
TAIL = (
    "reports", "origins", "quote", "report", "document", "url", "lang", "published", "publisher", "start", "end", "fact", "rule",
)  # fmt: skip
DATED = ("date", "date_basis")
OWN: Mapping[str, tuple[str, ...]] = {
    "event": ("type", *DATED, "place", "tense", "people", "mechanism", "edition", "documents"),
    "level": ("type", "name", *DATED, "tense"),
    "commitment": ("by", "modality", "areas", "status", "target_date", "amount", "currency"),
    "mechanism": ("name", "names", *DATED),
    "instrument": ("name", "names", "abbr", *DATED, "country", "status"),
    "person": ("name", "names", "country", "offices", "first_seen", "last_seen"),
}
"""Kind → the columns that only some kinds have, in the order of a table of that kind."""
COLUMNS = (*HEAD, *dict.fromkeys(column for own in OWN.values() for column in own), *TAIL)
"""The columns of one table of all kinds."""


def kind_of(item: Entry) -> str:
    """What an entry is."""
    return KINDS[type(item)]


def columns_of(kind: str) -> tuple[str, ...]:
    """The columns of a table of one kind."""
    return (*HEAD, *OWN[kind], *TAIL)


def row(item: Entry) -> Row:
    """One entry; of its passages the first by report and place in it."""
    report_of = {report.document: report for report in item.reports}
    fact = min(item.facts, key=lambda one: (report_of[one.document].record, one.document, one.citation.span.start, one.id))
    report, span = report_of[fact.document], fact.citation.span
    return {
        "kind": kind_of(item),
        "id": item.id,
        "parties": BETWEEN.join(item.parties),
        **_own(item),
        "reports": BETWEEN.join(sorted(one.record for one in item.reports)),
        "origins": item.origins,
        "quote": fact.citation.quote,
        "report": report.record,
        "document": report.document,
        "url": report.url,
        "lang": report.lang,
        "published": date(report.published),
        "publisher": report.publisher,
        "start": span.start,
        "end": span.end,
        "fact": fact.id,
        "rule": fact.rule,
    }


@singledispatch
def _own(item: Entry) -> Row:
    """What only entries of this kind have."""
    raise TypeError(type(item).__name__)


@_own.register
def _(item: Event) -> Row:
    return {
        "type": item.type,
        **_dated(item.when),
        "place": item.place,
        "tense": item.tense,
        "people": BETWEEN.join(one.name for one in item.attendees),
        "mechanism": item.mechanism,
        "edition": item.edition,
        "documents": item.document_count,
    }


@_own.register
def _(item: HeldLevel) -> Row:
    names = BETWEEN.join(title for _tag, title in item.titles)
    return {"type": item.level, "name": names, **_dated(item.since), "tense": item.tense}


@_own.register
def _(item: Commitment) -> Row:
    return {
        "by": item.by,
        "modality": item.modality,
        "areas": BETWEEN.join(item.areas),
        "status": item.status,
        "target_date": date(item.target),
        "amount": item.amount.value if item.amount else None,
        "currency": item.amount.currency if item.amount else None,
    }


@_own.register
def _(item: Mechanism) -> Row:
    last = max((session.when for session in item.sessions if session.when), key=lambda when: when.last, default=None)
    return {"name": item.name, "names": BETWEEN.join(item.names), **_dated(last)}


@_own.register
def _(item: Instrument) -> Row:
    return {
        "name": item.name,
        "names": BETWEEN.join(item.names),
        "abbr": item.abbr,
        **_dated(item.when),
        "country": item.country,
        "status": item.state,
    }


@_own.register
def _(item: Person) -> Row:
    firsts = [tenure.first for tenure in item.tenures if tenure.first]
    lasts = [tenure.last for tenure in item.tenures if tenure.last]
    return {
        "name": item.name,
        "names": BETWEEN.join(item.names),
        "country": item.country,
        "offices": BETWEEN.join(tenure.office for tenure in item.tenures),
        "first_seen": date(min(firsts, key=lambda when: when.first, default=None)),
        "last_seen": date(max(lasts, key=lambda when: when.last, default=None)),
    }


def _dated(when: When | None) -> Row:
    return {"date": date(when), "date_basis": basis(when)}
