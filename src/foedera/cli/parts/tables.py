"""Entries and facts → rows of CSV. Text that a spreadsheet would take for a formula is given a leading apostrophe."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from foedera.model.entry import Commitment, Entry, Event, Person
from foedera.model.fact import KIND_OF, CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, MechanismFact, TenureFact
from foedera.model.finding import Finding
from foedera.model.reading import Reading
from foedera.model.relation import Relation, Standing
from foedera.model.when import When

Cell = str | int | None
Row = dict[str, Cell]
BETWEEN = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")

ENTRY = ("id", "parties", "reports", "origins", "quote")
EVENT = ("id", "type", "date", "basis", "place", "parties", "tense", "mechanism", "edition", "documents", "people", *ENTRY[2:])
LEVEL = ("parties", "level", "since", "basis", "in_force_by", "reports", "origins", "quote")
COMMITMENT = ("id", "parties", "by", "modality", "areas", "target_date", "value", "currency", *ENTRY[2:])
PERSON = ("id", "name", "names", "country", "offices", "first_seen", "last_seen", *ENTRY[2:])
FINDING = ("report", "published", "publisher", "lang", "start", "end", "quote", "exact")
FACT = (
    "report", "kind", "type", "parties", "date", "basis", "place", "realis", "by", "modality", "areas", "target_date",
    "value", "currency", "name", "office", "country", "rule", "start", "end", "quote",
)  # fmt: skip
RELATION = ("kind", "date", "what", "parties", "reports", "origins", "quote")


def text(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The table as CSV with a head line, a line at a time."""
    for row in _headed(columns, rows):
        line = io.StringIO()
        csv.writer(line).writerow([_guarded(row.get(column)) for column in columns])
        # With its own line end the writer quotes both characters of it; outside quotes one line feed does.
        yield line.getvalue().removesuffix("\r\n") + "\n"


def event(entry: Event) -> Row:
    """One event."""
    return {
        **_entry(entry),
        **_when(entry.when, "date"),
        "type": entry.type,
        "place": entry.place,
        "tense": entry.tense,
        "mechanism": entry.mechanism,
        "edition": entry.edition,
        "documents": entry.document_count,
        "people": BETWEEN.join(person.name for person in entry.attendees),
    }


def standing(found: Standing) -> Row:
    """The level in force between two parties."""
    return {**_entry(found.level), **_when(found.level.since, "since"), "level": found.level.level, "in_force_by": found.by}


def commitment(entry: Commitment) -> Row:
    """One commitment."""
    return {
        **_entry(entry),
        "by": entry.by,
        "modality": entry.modality,
        "areas": BETWEEN.join(entry.areas),
        "target_date": entry.target.edtf if entry.target else None,
        "value": entry.amount.value if entry.amount else None,
        "currency": entry.amount.currency if entry.amount else None,
    }


def person(entry: Person) -> Row:
    """One person."""
    firsts = [tenure.first.edtf for tenure in entry.tenures if tenure.first]
    lasts = [tenure.last.edtf for tenure in entry.tenures if tenure.last]
    return {
        **_entry(entry),
        "name": entry.name,
        "names": BETWEEN.join(entry.names),
        "country": entry.country,
        "offices": BETWEEN.join(tenure.office for tenure in entry.tenures),
        "first_seen": min(firsts, default=None),
        "last_seen": max(lasts, default=None),
    }


def finding(found: Finding) -> Row:
    """One passage that a search found."""
    report, span = found.report, found.citation.span
    return {
        "report": report.record,
        "published": report.published.edtf if report.published else None,
        "publisher": report.publisher,
        "lang": report.lang,
        "start": span.start,
        "end": span.end,
        "quote": found.citation.quote,
        "exact": str(found.exact).lower(),
    }


def relation(dossier: Relation) -> Iterator[Row]:
    """A dossier as one table: its levels, events, commitments, mechanisms, instruments and people."""
    for level in dossier.levels:
        yield {**_entry(level), "kind": "level", "date": _edtf(level.since), "what": level.level}
    for happened in (*dossier.established, *dossier.events):
        yield {**_entry(happened), "kind": "event", "date": _edtf(happened.when), "what": happened.type}
    for group in dossier.commitments:
        for promise in group.commitments:
            yield {
                **_entry(promise),
                "kind": "commitment",
                "date": _edtf(promise.target),
                "what": f"{promise.by} {promise.modality} {group.area}",
            }
    for mechanism in dossier.mechanisms:
        yield {**_entry(mechanism), "kind": "mechanism", "what": mechanism.name}
    for instrument in dossier.instruments:
        yield {**_entry(instrument), "kind": "instrument", "date": _edtf(instrument.when), "what": instrument.name}
    for holder in dossier.people:
        yield {**_entry(holder), "kind": "person", "what": holder.name}


def facts(reading: Reading) -> Iterator[Row]:
    """Every fact of a reading."""
    for fact in reading.facts:
        span = fact.citation.span
        yield {
            "report": reading.article.record,
            "kind": KIND_OF[type(fact)],
            "parties": BETWEEN.join(fact.parties),
            "realis": fact.stance.realis,
            "rule": fact.rule,
            "start": span.start,
            "end": span.end,
            "quote": fact.citation.quote,
            **_own(fact),
        }


def _own(fact: Fact) -> Row:
    """What only facts of this kind have."""
    row: Row = {}
    match fact:
        case EventFact():
            row = {"type": fact.type, "place": fact.place, "name": fact.mechanism, **_when(fact.when, "date")}
        case LevelFact():
            row = {"type": fact.level, "name": fact.title, **_when(fact.since, "date")}
        case CommitmentFact():
            row = {"by": fact.by, "modality": fact.modality, "areas": BETWEEN.join(fact.areas), "target_date": _edtf(fact.target)}
            row |= {"value": fact.amount.value, "currency": fact.amount.currency} if fact.amount else {}
        case TenureFact():
            row = {"name": fact.name, "office": fact.office, "country": fact.country, **_when(fact.when, "date")}
        case MechanismFact():
            row = {"name": fact.name}
        case InstrumentFact():
            row = {"name": fact.name, "country": fact.country, **_when(fact.when, "date")}
    return row


def _entry(entry: Entry) -> Row:
    return {
        "id": entry.id,
        "parties": BETWEEN.join(entry.parties),
        "reports": BETWEEN.join(report.record for report in entry.reports),
        "origins": entry.origins,
        "quote": entry.facts[0].citation.quote,
    }


def _when(when: When | None, column: str) -> Row:
    return {column: _edtf(when), "basis": when.basis if when else None}


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _headed(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[Row]:
    yield dict(zip(columns, columns, strict=True))
    yield from rows


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
