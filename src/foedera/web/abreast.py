"""The pages that hold relations against each other: two pairs side by side, and all partners of a state on its own ladder."""

from __future__ import annotations

from collections.abc import Iterator

from foedera import api
from foedera.api.naming import Names
from foedera.api.wording.days import day
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import read_words, rung_words, standing_words
from foedera.model.relation import Relation, Standing
from foedera.plumbing.interface import _
from foedera.web.charts.areas import GROUPS
from foedera.web.parts.pages import Asked, Page, Route, address
from foedera.web.parts.views import View, view_of

STATES = ("a", "b", "c", "d")
"""The two states of the one pair, and the two of the other."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (
        Route(path="/compare/relations", show=relations, accepts=frozenset({*STATES, "as_of"})),
        Route(path="/compare/partners", show=partners, accepts=frozenset({"state", "as_of"})),
    )


def relations(asked: Asked) -> Page:
    """Two pairs side by side; without all four states the form alone."""
    states = {name: asked.query.get(name, "").strip() for name in STATES}
    as_of = asked.query.get("as_of", "").strip()
    empty: dict[str, object] = {**states, "as_of": as_of, "heads": (), "rows": ()}
    if not all(states.values()):
        return Page(template="compare_relations.html", values=empty, answer=lambda: api.answers.abreast(()))
    two = [api.relation(states[one], states[other], ledger=asked.ledger, as_of=as_of or None) for one, other in (STATES[:2], STATES[2:])]
    names = api.names()
    rows = [list(_rows(found, names)) for found in two]
    values = {
        **empty,
        "heads": [(pair(found.parties, names), address("relation", *found.parties)) for found in two],
        "rows": [(head, told, other) for (head, told), (_head, other) in zip(*rows, strict=True)],
    }
    return Page(template="compare_relations.html", values=values, answer=lambda: api.answers.abreast(two))


def partners(asked: Asked) -> Page:
    """The levels of all relations of a state, on its own ladder where one is known; without a state the form alone."""
    state, as_of = (asked.query.get(name, "").strip() for name in ("state", "as_of"))
    empty: dict[str, object] = {"state": state, "as_of": as_of, "name": "", "rungs": (), "source": "", "sources": ()}
    if not state:
        return Page(template="compare_partners.html", values=empty, answer=lambda: api.answers.page("levels", [], None))
    code = api.actor(state)
    found = api.levels(code, ledger=asked.ledger, as_of=as_of or None)
    ladder = next((one for one in api.world().ladders if one.state == code), None)
    view = view_of(report for one in found for report in one.level.reports)
    titles = [*reversed(ladder.rungs if ladder else ())]
    titles += [title for title in dict.fromkeys(one.level.level for one in found) if title not in titles]
    by_title = {title: [one for one in found if one.level.level == title] for title in titles}
    places = {title: at for at, title in enumerate(ladder.rungs if ladder else (), start=1)}
    values = {
        **empty,
        "name": view.names.actor(code),
        "rungs": [(places.get(title), capital(title), [_held(one, code, view) for one in by_title[title]]) for title in titles],
        "source": ladder.source if ladder else "",
        "sources": view.sources(),
    }
    return Page(template="compare_partners.html", values=values, answer=lambda: api.answers.levels(code, as_of or None, found))


def _held(one: Standing, code: str, view: View) -> dict[str, object]:
    href = address("relation", *one.parties) if len(one.parties) == len("ab") else address("level", one.level.id)
    return {
        "partner": pair([party for party in one.parties if party != code], view.names),
        "href": href,
        "words": capital(standing_words(one)),
        "passages": view.passages(one.level.facts),
    }


def _rows(found: Relation, names: Names) -> Iterator[tuple[str, str]]:
    """What is held against the other pair, each under its name; the same names for every pair."""
    standing, past = found.standing, [one for one in found.events if one.tense == "past"]
    promises = [one for group in found.commitments for one in group.commitments]
    yield _("Level"), capital(standing_words(standing)) if standing else _("none in the reports read")
    yield _("Ladders"), "; ".join(rung_words(standing, names)) if standing else ""
    yield _("Relations since"), "; ".join(day(one.when) for one in found.established)
    yield _("Levels before"), "; ".join(capital(one.level) for one in found.levels if not standing or one.id != standing.level.id)
    yield _("Meetings and acts"), str(len(past))
    yield _("The last of them"), day(past[-1].when) if past else ""
    yield _("Planned"), str(len(found.events) - len(past))
    yield _("Commitments"), str(len(promises))
    for _kind, meaning, statuses in GROUPS:
        yield _("of them {status}").format(status=meaning), str(sum(one.status in statuses for one in promises))
    yield _("Policy areas"), ", ".join(names.area(group.area) for group in found.commitments)
    yield _("Mechanisms"), str(len(found.mechanisms))
    yield _("Instruments"), str(len(found.instruments))
    yield _("Read"), read_words(found.reports)
