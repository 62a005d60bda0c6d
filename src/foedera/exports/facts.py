"""Readings → the exchange format of extracted facts, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TextIO, TypeVar

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.values import Json, amount, backing, basis, date, given, span
from foedera.model.candidate import Proposal
from foedera.model.fact import KIND_OF, CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, MechanismFact, TenureFact
from foedera.model.reading import Reading
from foedera.model.report import Report

F = TypeVar("F", bound=Fact)
TENSES = {"asserted": "past", "planned": "planned"}
"""The stances that the format holds, and what it calls them; the others stay in the ledger."""
BASES = {"stated": "stated", "relative": "inferred", "inferred": "inferred", "publication": "stated", "metadata": "metadata"}
"""How a publication date may be known → what the format calls it."""


def record(reading: Reading) -> Json:
    """One reading as a record of the exchange format: asserted and planned facts, and the skips."""
    article = reading.article
    made: Json = {
        article.record_key: article.record,
        "lang": article.lang,
        "published": date(article.published),
        "published_basis": BASES[article.published.basis] if article.published else None,
        "is_interstate": reading.interstate,
        "parties": sorted(list(group) for group in reading.parties),
        "people": _items(reading, TenureFact, _person),
        "events": _items(reading, EventFact, _event),
        "levels": _items(reading, LevelFact, _level),
        "commitments": _items(reading, CommitmentFact, _commitment),
        "mechanisms": _items(reading, MechanismFact, _mechanism),
        "instruments": _items(reading, InstrumentFact, _instrument),
        "skips": [_skip(skip.reason, skip.rule, span(skip.span) if skip.span else None) for skip in reading.skips],
    }
    return {**made, "text": article.text} if article.own_text else made


def fact(item: Fact, told: Report) -> Json:
    """One fact by itself, whatever its stance: its kind, the report that tells it, its values, and the passages."""
    where = {"report": told.record, "document": told.document, "lang": told.lang, "url": told.url}
    return {"id": item.id, "kind": KIND_OF[type(item)], **where, "parties": list(item.parties), **FORMS[type(item)](item), **backing(item)}


def proposal(item: Proposal) -> Json:
    """What a language model proposes: the fact, who proposed it in answer to what, and what was ruled on it."""
    fact = item.fact
    what = {"id": fact.id, "kind": KIND_OF[type(fact)], "document": fact.document, "parties": list(fact.parties), **FORMS[type(fact)](fact)}
    told = {"model": item.model, "prompt": item.prompt, "reply": item.reply, "recorded": item.recorded}
    ruling = {"by": item.by, "why": item.why, "recorded": item.ruled} if item.ruled else None
    return {"state": item.state, **what, **backing(fact), **told, "ruling": ruling}


def line(made: Json) -> str:
    """A record as one line."""
    return json.dumps(made, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def write(contents: Contents, out: TextIO) -> Written:
    """Write all readings as JSON lines, sorted by id or file."""
    ordered = sorted(contents.readings(), key=lambda reading: (reading.article.record, reading.article.id))
    out.writelines(line(record(reading)) for reading in ordered)
    return Written(
        rows={"reports": len(ordered), "facts": sum(fact.stance.realis in TENSES for reading in ordered for fact in reading.facts)}
    )


def _items(reading: Reading, kind: type[F], form: Callable[[F], Json]) -> list[Json]:
    facts = [fact for fact in reading.facts if isinstance(fact, kind) and fact.stance.realis in TENSES]
    facts.sort(key=lambda fact: (fact.citation.span.start, fact.citation.span.end, fact.id))
    return [{**form(fact), **backing(fact)} for fact in facts]


def _person(fact: TenureFact) -> Json:
    return {"name": fact.name, "office": fact.office, "country": fact.country}


def _event(fact: EventFact) -> Json:
    people = [{"name": one.name, "office": one.office, "country": one.country} for one in fact.attendees]
    more = {
        "mechanism": fact.mechanism,
        "edition": fact.edition,
        "document_count": fact.document_count,
        "attendees": people or None,
    }
    return {
        "type": fact.type,
        "date": date(fact.when),
        "date_basis": basis(fact.when),
        "place": fact.place,
        "parties": list(fact.parties),
        "tense": TENSES.get(fact.stance.realis),
        **given(more),
    }


def _level(fact: LevelFact) -> Json:
    return {"parties": list(fact.parties), "level": fact.level, "title": fact.title, "date": date(fact.since)}


def _commitment(fact: CommitmentFact) -> Json:
    return {
        "parties": list(fact.parties),
        "by": fact.by,
        "modality": fact.modality,
        "pillars": list(fact.areas),
        "target_date": date(fact.target),
        "amount": amount(fact.amount),
    }


def _mechanism(fact: MechanismFact) -> Json:
    return {"name": fact.name, "parties": list(fact.parties), **given({"edition": fact.edition})}


def _instrument(fact: InstrumentFact) -> Json:
    more = {"abbr": fact.abbr, "country": fact.country, "date": date(fact.when)}
    return {"name": fact.name, "parties": list(fact.parties), **given(more)}


FORMS: Mapping[type[Fact], Callable[..., Json]] = {
    TenureFact: _person,
    EventFact: _event,
    LevelFact: _level,
    CommitmentFact: _commitment,
    MechanismFact: _mechanism,
    InstrumentFact: _instrument,
}
"""Kind of fact → its own values."""


def _skip(reason: str, rule: str | None, at: list[int] | None) -> Json:
    return {"reason": reason, **given({"rule": rule, "span": at})}
