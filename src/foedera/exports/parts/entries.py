"""Entries → JSON objects: one form for each kind, the same in every answer."""

from __future__ import annotations

from functools import singledispatch

from foedera.exports.parts.links import disagreement, followup
from foedera.exports.parts.values import Json, amount, backing, basis, date
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person, Silence, Tenure, Turn
from foedera.model.report import Report


def entry(item: Entry) -> Json:
    """An entry: its own values, then parties, sources and the passages that say so."""
    report_of = {report.document: report for report in item.reports}
    sources = [{**named(report_of[fact.document]), "fact": fact.id, **backing(fact)} for fact in item.facts]
    return {
        "id": item.id,
        "parties": list(item.parties),
        **_values(item),
        "reports": sorted(report.record for report in item.reports),
        "origins": item.origins,
        "sources": sorted(sources, key=lambda source: (str(source["report"]), str(source["fact"]))),
        "followups": [followup(one) for one in item.followups],
        "disagreements": [disagreement(one) for one in item.disagreements],
    }


def named(item: Report) -> Json:
    """Which report a passage stands in: its name, its document's id, its language and address."""
    return {"report": item.record, "document": item.document, "lang": item.lang, "url": item.url}


def report(item: Report) -> Json:
    """A source: how it is named, its language, and what is known of its publication."""
    return {
        "report": item.record,
        "lang": item.lang,
        "published": date(item.published),
        "published_basis": basis(item.published),
        "publisher": item.publisher,
        "url": item.url,
        "title": item.title,
    }


def turn(item: Turn) -> Json:
    """What befell relations, and in which event."""
    return {"kind": item.kind, "date": date(item.when), "event": item.event}


@singledispatch
def _values(item: Entry) -> Json:
    """What entries of this kind have of their own."""
    raise TypeError(type(item).__name__)


@_values.register
def _(item: Event) -> Json:
    return {
        "type": item.type,
        "date": date(item.when),
        "date_basis": basis(item.when),
        "place": item.place,
        "tense": item.tense,
        "attendees": [{"name": one.name, "office": one.office, "country": one.country} for one in item.attendees],
        "mechanism": item.mechanism,
        "edition": item.edition,
        "document_count": item.document_count,
        "year_from": list(item.year_from),
    }


@_values.register
def _(item: HeldLevel) -> Json:
    dating = {fact.document for fact in item.facts if fact.since}
    return {
        "level": item.level,
        "titles": dict(item.titles),
        "since": date(item.since),
        "since_basis": basis(item.since),
        "since_reports": sorted(report.record for report in item.reports if report.document in dating),
        "tense": item.tense,
        "turns": [turn(one) for one in item.turns],
    }


@_values.register
def _(item: Commitment) -> Json:
    return {
        "by": item.by,
        "modality": item.modality,
        "areas": list(item.areas),
        "target_date": date(item.target),
        "amount": amount(item.amount),
        "status": item.status,
        "silence": _silence(item.silence) if item.silence else None,
    }


def _silence(item: Silence) -> Json:
    """That nothing later was read, and how much was read since."""
    return {"until": item.until, "reports": item.reports, "publishers": item.publishers}


@_values.register
def _(item: Mechanism) -> Json:
    return {
        "name": item.name,
        "names": list(item.names),
        "sessions": [
            {"edition": one.edition, "event": one.event, "date": date(one.when), "place": one.place, "tense": one.tense}
            for one in item.sessions
        ],
        "cadence_months": item.cadence,
        "cadence_basis": None if item.cadence is None else "stated" if item.cadence_stated else "inferred",
        "due": date(item.due),
        "due_basis": basis(item.due),
        "overdue": _silence(item.overdue) if item.overdue else None,
    }


@_values.register
def _(item: Instrument) -> Json:
    return {
        "name": item.name,
        "abbr": item.abbr,
        "names": list(item.names),
        "country": item.country,
        "date": date(item.when),
        "date_basis": basis(item.when),
        "state": item.state,
        "stages": [{"step": stage.step, "date": date(stage.when), "event": stage.event} for stage in item.stages],
    }


@_values.register
def _(item: Person) -> Json:
    return {
        "name": item.name,
        "names": list(item.names),
        "country": item.country,
        "tenures": [_tenure(one) for one in item.tenures],
    }


def _tenure(item: Tenure) -> Json:
    return {"office": item.office, "first_seen": date(item.first), "last_seen": date(item.last)}
