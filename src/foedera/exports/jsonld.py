"""Entries → JSON-LD: one W3C web annotation for each passage that tells of one, with selectors by quote and by position."""

from __future__ import annotations

import json
from collections import Counter
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import OWN, Row, kind_of, row
from foedera.exports.parts.titles import Words, title, words_of
from foedera.exports.parts.values import Json
from foedera.model.entry import Entry
from foedera.model.fact import Fact
from foedera.model.report import Report

LISTING = True
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"foedera": "urn:foedera:term:", "graph": "@graph"},
]


def write(contents: Contents, out: TextIO) -> Written:
    """Write the passages of what is listed, a line each."""
    rows, words = Counter[str](), words_of(contents.world)
    out.write(f'{{"@context":{_text(CONTEXT)},"graph":[')
    for entry in contents.listed():
        report_of = {report.document: report for report in entry.reports}
        body = _body(entry, words)
        for fact in entry.facts:
            out.write(f"{',' if rows['annotation'] else ''}\n{_text(_annotation(fact, report_of[fact.document], body))}")
            rows["annotation"] += 1
        rows[kind_of(entry)] += 1
    out.write("\n]}\n")
    return Written(rows=rows)


def _body(entry: Entry, words: Words) -> list[Json]:
    told: Row = row(entry)
    own = {f"foedera:{name}": told[name] for name in OWN[kind_of(entry)] if told[name] not in {None, ""}}
    entity: Json = {
        "id": f"urn:foedera:entry:{entry.id}",
        "type": f"foedera:{kind_of(entry)}",
        "foedera:party": [f"urn:foedera:actor:{code}" for code in entry.parties],
        **own,
    }
    words_for_people: Json = {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": title(entry, words),
    }
    return [words_for_people, entity]


def _annotation(fact: Fact, report: Report, body: list[Json]) -> Json:
    span = fact.citation.span
    source: Json = {"id": report.url or f"urn:foedera:document:{report.document}", "type": "Text", "foedera:report": report.record}
    if report.url:
        source["foedera:document"] = report.document
    if report.lang:
        source["language"] = report.lang
    return {
        "id": f"urn:foedera:fact:{fact.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {"type": "TextQuoteSelector", "exact": fact.citation.quote},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _text(made: object) -> str:
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))
