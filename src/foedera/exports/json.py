"""Entries, relations, standings, findings → JSON answers, each with its `schema_version`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TextIO

from foedera.exports.parts.comparisons import compared
from foedera.exports.parts.contents import Contents, Manifest, Written
from foedera.exports.parts.entries import entry, report, turn
from foedera.exports.parts.links import side
from foedera.exports.parts.rows import kind_of
from foedera.exports.parts.values import Json, basis, date, passage, span
from foedera.model.entry import Entry
from foedera.model.finding import Finding
from foedera.model.relation import Outdated, Pair, Relation, Standing

SCHEMA_VERSION = 1
KINDS = ("events", "levels", "commitments", "mechanisms", "instruments", "people")


def relation(dossier: Relation) -> Json:
    """The dossier of a pair."""
    areas = [{"area": one.area, "commitments": [entry(item) for item in one.commitments]} for one in dossier.commitments]
    established = [event for event in dossier.established if event.when]
    return {
        "schema_version": SCHEMA_VERSION,
        "parties": list(dossier.parties),
        "as_of": dossier.as_of,
        "known_at": dossier.known_at,
        "relations_since": date(established[0].when) if established else None,
        "level": _standing(dossier.standing) if dossier.standing else None,
        "levels": [entry(item) for item in dossier.levels],
        "events": [entry(item) for item in dossier.events],
        "commitments": areas,
        "mechanisms": [entry(item) for item in dossier.mechanisms],
        "instruments": [entry(item) for item in dossier.instruments],
        "people": [entry(item) for item in dossier.people],
        "reports": [report(item) for item in dossier.reports],
        "statements": [compared(item) for item in dossier.statements],
        "sides": [side(item) for item in dossier.sides],
        "outdated": [_outdated(item) for item in dossier.outdated],
    }


def levels(state: str, as_of: str | None, standings: Sequence[Standing]) -> Json:
    """The levels in force of a state."""
    held = [{"partner": one.partner(state), **_standing(one)} for one in standings]
    return {"schema_version": SCHEMA_VERSION, "state": state, "as_of": as_of, "levels": held}


def listing(kind: str, found: Sequence[Entry]) -> Json:
    """A list of entries of one kind: `{"schema_version", kind: [...]}`; kind is events, commitments, people, ..."""
    return {"schema_version": SCHEMA_VERSION, kind: [entry(item) for item in found]}


def one(item: Entry) -> Json:
    """One entry, with the kind it is of."""
    return {"schema_version": SCHEMA_VERSION, "kind": kind_of(item), "entry": entry(item)}


def relations(found: Sequence[Pair]) -> Json:
    """The pairs of which there is a dossier."""
    return {"schema_version": SCHEMA_VERSION, "relations": [pair(item) for item in found]}


def search(query: str, findings: Sequence[Finding]) -> Json:
    """What a search found."""
    return {"schema_version": SCHEMA_VERSION, "query": query, "findings": [finding(one) for one in findings]}


def finding(item: Finding) -> Json:
    """One report that a search found."""
    lights = [span(part) for part in item.highlights]
    return {**report(item.report), **passage(item.citation), "exact": item.exact, "highlights": lights}


def text(answer: Json) -> str:
    """An answer as JSON text, keys in a fixed order, with a line end."""
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def manifest(item: Manifest) -> Json:
    """What a file of an export holds."""
    return {
        "schema_version": SCHEMA_VERSION,
        "form": item.form,
        "question": dict(item.question),
        "rows": dict(item.written.rows),
        "left_out": dict(item.written.left_out),
        "bytes": item.size,
        "sha256": item.sha256,
        "foedera": item.version,
    }


def write(contents: Contents, out: TextIO) -> Written:
    """Write all entries as one JSON object."""
    entries = contents.entries()
    made: Json = {"schema_version": SCHEMA_VERSION}
    for kind in KINDS:
        made[kind] = [entry(item) for item in getattr(entries, kind)]
    made["reports"] = [report(item) for item in entries.reports]
    out.write(text(made))
    return Written(rows={kind: len(getattr(entries, kind)) for kind in (*KINDS, "reports")})


def _standing(held: Standing) -> Json:
    ladders = [{"state": rung.state, "place": rung.place, "height": rung.height, "source": rung.source} for rung in held.rungs]
    return {
        "in_force_by": held.by,
        "last_confirmed": held.confirmed,
        "long_ago": held.long_ago,
        "turn": turn(held.turn) if held.turn else None,
        **entry(held.level),
        "ladders": ladders,
    }


def pair(item: Pair) -> Json:
    """One pair, its level in force and its latest report."""
    held = item.standing
    level = {"level": held.level.level, "since": date(held.level.since), "since_basis": basis(held.level.since)} if held else None
    last = {"document": item.last.document, **report(item.last)} if item.last else None
    return {"parties": list(item.parties), "entries": item.entries, "level": level, "last": last}


def _outdated(item: Outdated) -> Json:
    """A title used after a higher one was in force."""
    instead = {"level": item.instead.level, "since": date(item.instead.since)}
    return {"report": item.report.record, "fact": item.fact.id, **passage(item.fact.citation), "level": item.level, "instead": instead}
