"""Entries → the form in which a whole ledger is scored: events, levels, people, each with the reports that say so."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.values import Json, date, span
from foedera.model.disagreement import Disagreement
from foedera.model.document import DocumentId
from foedera.model.entry import Entry, Event, HeldLevel, Person
from foedera.model.followup import FollowUp
from foedera.model.report import Report


def write(contents: Contents, out: TextIO) -> Written:
    """Write all entries as one JSON object."""
    entries = contents.entries()
    records = {report.document: report.record for report in entries.reports}
    made: dict[str, list[Any]] = {
        "events": _sorted(_event(item) for item in entries.events),
        "levels": _sorted(_level(item) for item in entries.levels),
        "followups": _once(link for item in entries.followups for link in _followups(item, records)),
        "syndicated": sorted(_copies(entries.reports)),
        "disagreements": _sorted(_disagreement(item) for item in entries.disagreements),
        "people": sorted((_person(item) for item in entries.people), key=_text),
    }
    out.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
    return Written(rows={kind: len(items) for kind, items in made.items()})


def _event(item: Event) -> Json:
    return {
        "type": item.type,
        "date": date(item.when),
        "place": item.place,
        "parties": list(item.parties),
        "tense": item.tense,
        "reports": _records(item),
    }


def _level(item: HeldLevel) -> Json:
    return {"parties": list(item.parties), "level": item.level, "since": date(item.since), "reports": _records(item)}


def _person(item: Person) -> list[Json]:
    """Each name as written, with the reports that write it so."""
    record_of = {report.document: report.record for report in item.reports}
    return [
        {"name": name, "reports": sorted({record_of[fact.document] for fact in item.facts if fact.name == name})}
        for name in sorted(item.names)
    ]


def _copies(reports: Iterable[Report]) -> Iterator[list[str]]:
    """The reports of each origin that has several."""
    found: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if report.origin:
            found[report.origin].append(report.record)
    yield from (sorted(records) for records in found.values() if len(records) > 1)


def _followups(item: FollowUp, records: Mapping[DocumentId, str]) -> Iterator[Json]:
    """One for every report of the earlier entry and every report of the later one."""
    for earlier in item.earlier_facts:
        for later in item.later_facts:
            ends = {"earlier": earlier, "later": later}
            yield {
                **{name: {"report": records[fact.document], "span": span(fact.citation.span)} for name, fact in ends.items()},
                "kind": item.kind,
            }


def _disagreement(item: Disagreement) -> Json:
    return {
        "event": {"type": item.type, "parties": list(item.parties)},
        "property": item.property,
        "values": [{"value": claim.value, "reports": sorted({report.record for report in claim.reports})} for claim in item.claims],
    }


def _records(item: Entry) -> list[str]:
    return sorted({report.record for report in item.reports})


def _sorted(items: Iterable[Json]) -> list[Json]:
    return sorted(items, key=_text)


def _once(items: Iterable[Json]) -> list[Json]:
    """Without those that say the same."""
    return [json.loads(text) for text in sorted({_text(item) for item in items})]


def _text(item: object) -> str:
    return json.dumps(item, ensure_ascii=False)
