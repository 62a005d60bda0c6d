"""Entries → statements of FollowTheMoney, one property of one entity a row, for Aleph, OpenSanctions' tools and the like.

States are public bodies, events events, people persons with their posts; levels and commitments of two are links of no better kind. Dates
are as precise as they are known. What has no form there is counted.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import kind_of
from foedera.exports.parts.titles import Words, title, words_of
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Person
from foedera.model.report import Report
from foedera.model.when import When
from foedera.plumbing.ids import id_of

LISTING = True
DATASET = "foedera"
COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value", "external",
    "first_seen", "last_seen", "id",
)  # fmt: skip
TYPES = {
    "name": "name", "alias": "name", "country": "country", "date": "date", "startDate": "date", "endDate": "date", "publishedAt": "date",
    "location": "address", "involved": "entity", "proof": "entity", "subject": "entity", "object": "entity", "holder": "entity",
    "post": "entity", "description": "text", "sourceUrl": "url", "recordId": "string", "role": "string", "status": "string",
    "publisher": "string", "title": "string",
}  # fmt: skip
"""The properties that are written, and of which type each is there."""
SCHEMES = ("http://", "https://")
TWO = 2
Fields = Iterator[tuple[str, str]]
"""Properties and their values."""


class Statements:
    """A table of statements as it is written, each once."""

    def __init__(self, out: TextIO, contents: Contents) -> None:
        self._lines = csv.writer(out, dialect=csv.unix_dialect)
        self._lines.writerow(COLUMNS)
        self._actors = {actor.code: actor for actor in contents.world.actors}
        self._there: set[str] = set()

    def put(self, schema: str, name: str, fields: Fields) -> str:
        """Write what is said of an entity; its id."""
        entity = f"{DATASET}-{name}"
        for prop, value in dict.fromkeys((prop, _clean(value)) for prop, value in fields if value):
            key = hashlib.sha1(f"{DATASET}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()
            self._lines.writerow([entity, entity, prop, TYPES[prop], schema, value, DATASET, "", "", "", "f", "", "", key])
        return entity

    def actor(self, code: str) -> str:
        """The id of a state or organisation, which is written when it is first named."""
        name = f"actor-{code}"
        if code not in self._there:
            self._there.add(code)
            known = self._actors.get(code)
            is_state = known is not None and known.kind == "state"
            fields = [("name", known.name if known else code), ("country", code.lower() if is_state else "")]
            self.put("PublicBody" if is_state else "Organization", name, iter(fields))
        return f"{DATASET}-{name}"

    def post(self, office: str, country: str | None) -> str:
        """The id of an office of a state, which is written when it is first named."""
        name = f"post-{id_of(office, country)}"
        if name not in self._there:
            self._there.add(name)
            self.put("Position", name, iter([("name", office), ("country", (country or "").lower())]))
        return f"{DATASET}-{name}"


def write(contents: Contents, out: TextIO) -> Written:
    """Write what is listed, then the reports that tell of it."""
    rows, left_out, words = Counter[str](), Counter[str](), words_of(contents.world)
    statements = Statements(out, contents)
    for entry in contents.listed():
        reason = _put(statements, entry, words)
        if reason:
            left_out[reason] += 1
        else:
            rows[kind_of(entry)] += 1
    for report in contents.reports():
        statements.put("Article", f"report-{report.document}", _article(report))
        rows["report"] += 1
    return Written(rows=rows, left_out=left_out)


def _put(statements: Statements, entry: Entry, words: Words) -> str | None:
    """Write an entry; or why it cannot be."""
    if isinstance(entry, Event):
        involved = [("involved", statements.actor(code)) for code in entry.parties]
        fields = [("name", title(entry, words)), ("location", entry.place or ""), *involved, *_dates(entry.when), *_told(entry)]
        statements.put("Event", entry.id, iter(fields))
        return None
    if isinstance(entry, Person):
        _put_person(statements, entry)
        return None
    if isinstance(entry, HeldLevel | Commitment):
        if len(entry.parties) != TWO:
            return "not_of_two"
        _put_link(statements, entry, words)
        return None
    return "no_type"


def _put_person(statements: Statements, entry: Person) -> None:
    """A person, and each post in which the person was seen; since when is not known, so the days are those on which it was."""
    names = [("alias", name) for name in entry.names if name != entry.name]
    fields = [
        ("name", entry.name),
        *names,
        ("country", (entry.country or "").lower()),
        *((n, v) for n, v in _told(entry) if n == "sourceUrl"),
    ]
    holder = statements.put("Person", entry.id, iter(fields))
    for tenure in entry.tenures:
        days = [("date", when.edtf) for when in (tenure.first, tenure.last) if when and _is_plain(when)]
        post = statements.post(tenure.office, entry.country)
        named = [("holder", holder), ("post", post), *days]
        proofs = [(name, value) for name, value in _told(entry) if name in {"proof", "description"}]
        statements.put("Occupancy", f"{entry.id}-{id_of(tenure.office)}", iter([*named, *proofs]))


def _put_link(statements: Statements, entry: HeldLevel | Commitment, words: Words) -> None:
    """A link of two; of a promise of one side from that side to the other."""
    first, second = entry.parties
    if isinstance(entry, Commitment) and entry.by == second:
        first, second = second, first
    ends = [("subject", statements.actor(first)), ("object", statements.actor(second))]
    if isinstance(entry, HeldLevel):
        own = [("role", entry.level), *((("startDate", entry.since.edtf),) if entry.since and _is_plain(entry.since) else ())]
    else:
        areas = ", ".join(words.get(area, area) for area in entry.areas)
        own = [("role", f"{entry.modality}: {areas}"), ("status", entry.status)]
    statements.put("UnknownLink", entry.id, iter([*ends, *own, *_told(entry)]))


def _told(entry: Entry) -> Fields:
    """The passages of an entry, and the reports they stand in."""
    yield from (("description", fact.citation.quote) for fact in entry.facts)
    for report in entry.reports:
        yield "proof", f"{DATASET}-report-{report.document}"
        yield from _address(report)
    yield "recordId", entry.id


def _article(report: Report) -> Fields:
    yield "title", report.title or report.record
    yield "publisher", report.publisher or ""
    yield from _address(report)
    if report.published and _is_plain(report.published):
        yield "publishedAt", report.published.edtf


def _address(report: Report) -> Fields:
    if report.url and report.url.startswith(SCHEMES):
        yield "sourceUrl", report.url


def _dates(when: When | None) -> Fields:
    if when is None or not when.year_known:
        return
    ends = when.edtf.split("/")
    yield from ((("startDate", ends[0]), ("endDate", ends[1])) if len(ends) > 1 else (("date", when.edtf),))


def _is_plain(when: When) -> bool:
    """Whether it is one year, month or day, as dates are written there."""
    return when.year_known and "/" not in when.edtf


def _clean(value: str) -> str:
    """The value as the form's readers hold it: without half characters and NUL."""
    return value.encode(errors="backslashreplace").decode().replace("\0", "").strip()
