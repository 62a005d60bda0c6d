"""The page of a pair: the whole dossier, as the command `relation` has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.days import day, edtf
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import change_words, outdated_words, read_words, rung_words, side_words, standing_words
from foedera.model.relation import AreaCommitments, Relation
from foedera.plumbing.interface import _
from foedera.web.charts.areas import promises
from foedera.web.charts.drawing import Chart
from foedera.web.charts.ribbon import ribbon
from foedera.web.charts.years import meetings
from foedera.web.parts.latest import SHOWN, documents_of, last_told, latest
from foedera.web.parts.pages import Asked, Moved, Page, Route, address
from foedera.web.parts.views import Item, Note, View, item, view_of

MET = frozenset({"encounter"})
"""Families of events at which two parties meet or speak."""
Section = tuple[str, str, list[tuple[str, list[Item]]], list[Note]]
"""The id and head of a section, its items in groups, each with a head or none, and what leads to those that are not shown."""
Left = Mapping[str, list[Note]]
"""For the id of a section what leads to the entries that are not shown."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/relation/{a}/{b}", show=relation, accepts=frozenset({"as_of", "known_at"}), lasting=True),)


def relation(asked: Asked) -> Page | Moved:
    """The dossier of two states."""
    a, b = asked.path["a"], asked.path["b"]
    times = {name: asked.query.get(name) or None for name in ("as_of", "known_at")}
    found = api.relation(a, b, ledger=asked.ledger, as_of=times["as_of"], known_at=times["known_at"])
    shown, left = _shown(found)
    dated = (*shown.events, *shown.mechanisms, *shown.people)
    view = view_of(shown.reports, parties=False, facts=(fact for entry in dated for fact in entry.facts))
    values = {
        "title": pair(found.parties, view.names),
        "states": [(view.names.actor(code), address("state", code)) for code in found.parties],
        "head": list(_head(found, view)),
        "sections": [section for section in _sections(shown, view, left) if any(items for _head, items in section[2])],
        "charts": charts(found, view),
        "statements": _statements(shown, view),
        "sources": view.sources(),
        "ladders": [(view.names.actor(rung.state), rung.source) for rung in (found.standing.rungs if found.standing else ())],
        "as_of": times["as_of"] or "",
    }
    return Page(template="relation.html", values=values, answer=lambda: api.answers.relation(found))


def charts(found: Relation, view: View) -> dict[str, Chart | None]:
    """The charts of a dossier, each under the section that it stands in."""
    met = frozenset(one.id for one in api.world().events if one.family in MET)
    return {"levels": ribbon(found), "events": meetings(found.events, met), "commitments": promises(found, view.names)}


def _head(found: Relation, view: View) -> Iterator[tuple[str, Note]]:
    """What stands at the top, each line with what it is called."""
    if found.as_of:
        yield _("As of"), Note(words=edtf(found.as_of))
    if found.known_at:
        yield _("Known at"), Note(words=edtf(found.known_at))
    if found.standing:
        level = found.standing.level
        words = capital(standing_words(found.standing))
        yield _("Level"), Note(words=words, passages=view.passages(level.facts), href=address("level", level.id))
        for rung in rung_words(found.standing, view.names):
            yield _("Ladder"), Note(words=rung)
    else:
        yield _("Level"), Note(words=_("none in the reports read"))
    for event in found.established:
        yield _("Relations since"), Note(words=day(event.when), passages=view.passages(event.facts), href=address("event", event.id))
    yield _("Read"), Note(words=read_words(found.reports))
    if any(side.kind for side in found.sides):
        yield _("Whose"), Note(words="; ".join(side_words(side, view.names) for side in found.sides))
    for one in found.outdated:
        yield _("Outdated"), Note(words=outdated_words(one), passages=(view.passage(one.fact),))


def _sections(found: Relation, view: View, left: Left) -> Iterator[Section]:
    for name, head, entries in (
        ("levels", _("Levels"), found.levels),
        ("events", _("Meetings and acts"), found.events),
        ("commitments", _("Commitments"), found.commitments),
        ("mechanisms", _("Mechanisms"), found.mechanisms),
        ("instruments", _("Instruments"), found.instruments),
        ("people", _("People"), found.people),
    ):
        groups = [
            (capital(view.names.area(one.area)), [item(own, view) for own in one.commitments])
            for one in entries
            if isinstance(one, AreaCommitments)
        ]
        alone = [item(one, view) for one in entries if not isinstance(one, AreaCommitments)]
        yield name, head, groups or [("", alone)], left.get(name, [])


def _shown(found: Relation) -> tuple[Relation, Left]:
    """The dossier with the latest entries of each kind, the reports that these need, and what leads to the others."""
    events, promises = latest(found.events), latest(one for group in found.commitments for one in group.commitments)
    kept = {one.id for one in promises.shown}
    groups = [replace(one, commitments=tuple(own for own in one.commitments if own.id in kept)) for one in found.commitments]
    mechanisms, instruments = latest(found.mechanisms, last_told), latest(found.instruments, last_told)
    people = latest(found.people, last_told)
    page, query = address("relation", *found.parties), urlencode([("party", code) for code in found.parties])
    left = {
        "events": events.notes(page, f"/api/v1/events.csv?{query}"),
        "commitments": promises.notes(page, f"/api/v1/commitments.csv?{query}"),
        "mechanisms": mechanisms.notes("", f"/api/v1/mechanisms.csv?{query}"),
        "instruments": instruments.notes("", f"/api/v1/instruments.csv?{query}"),
        "people": people.notes("", f"/api/v1/people.csv?{query}"),
    }
    shown = replace(
        found,
        events=events.shown,
        commitments=tuple(one for one in groups if one.commitments),
        mechanisms=mechanisms.shown,
        instruments=instruments.shown,
        people=people.shown,
        statements=found.statements[-SHOWN:],
    )
    entries = [*events.shown, *promises.shown, *mechanisms.shown, *instruments.shown, *people.shown, *found.levels, *found.established]
    needed = documents_of(entries)
    needed |= {one.report.document for one in found.outdated} | {
        end.document for one in shown.statements for end in (one.earlier, one.later)
    }
    return replace(shown, reports=tuple(report for report in found.reports if report.document in needed)), left


def _statements(found: Relation, view: View) -> list[dict[str, object]]:
    return [
        {
            "words": change_words(one),
            "href": "/compare?" + urlencode({"a": one.earlier.document, "b": one.later.document}),
            "ends": [(view.numbers.get(report.document, 0), address("report", report.document)) for report in (one.earlier, one.later)],
        }
        for one in found.statements
    ]
