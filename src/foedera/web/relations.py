"""The page of a pair: the whole dossier, as the command `relation` has it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.days import day, edtf
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import change_words, outdated_words, read_words, rung_words, side_words, standing_words
from foedera.model.relation import Relation
from foedera.plumbing.interface import _
from foedera.web.charts.areas import promises
from foedera.web.charts.drawing import Chart
from foedera.web.charts.ribbon import ribbon
from foedera.web.charts.years import meetings
from foedera.web.parts.pages import Asked, Moved, Page, Route, address
from foedera.web.parts.views import Item, Note, View, item, view_of

MET = frozenset({"encounter"})
"""Families of events at which two parties meet or speak."""
Section = tuple[str, str, list[tuple[str, list[Item]]]]
"""The id and head of a section, and its items in groups, each with a head or none."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/relation/{a}/{b}", show=relation, accepts=frozenset({"as_of", "known_at"})),)


def relation(asked: Asked) -> Page | Moved:
    """The dossier of two states."""
    a, b = asked.path["a"], asked.path["b"]
    times = {name: asked.query.get(name) or None for name in ("as_of", "known_at")}
    found = api.relation(a, b, ledger=asked.ledger, as_of=times["as_of"], known_at=times["known_at"])
    dated = (*found.events, *found.mechanisms, *found.people)
    view = view_of(found.reports, parties=False, facts=(fact for entry in dated for fact in entry.facts))
    values = {
        "title": pair(found.parties, view.names),
        "states": [(view.names.actor(code), address("state", code)) for code in found.parties],
        "head": list(_head(found, view)),
        "sections": [section for section in _sections(found, view) if any(items for _head, items in section[2])],
        "charts": charts(found, view),
        "statements": _statements(found, view),
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


def _sections(found: Relation, view: View) -> Iterator[Section]:
    yield "levels", _("Levels"), [("", [item(one, view) for one in found.levels])]
    yield "events", _("Meetings and acts"), [("", [item(one, view) for one in found.events])]
    areas = [(capital(view.names.area(group.area)), [item(one, view) for one in group.commitments]) for group in found.commitments]
    yield "commitments", _("Commitments"), areas
    yield "mechanisms", _("Mechanisms"), [("", [item(one, view) for one in found.mechanisms])]
    yield "instruments", _("Instruments"), [("", [item(one, view) for one in found.instruments])]
    yield "people", _("People"), [("", [item(one, view) for one in found.people])]


def _statements(found: Relation, view: View) -> list[dict[str, object]]:
    return [
        {
            "words": change_words(one),
            "href": "/compare?" + urlencode({"a": one.earlier.document, "b": one.later.document}),
            "ends": [(view.numbers.get(report.document, 0), address("report", report.document)) for report in (one.earlier, one.later)],
        }
        for one in found.statements
    ]
