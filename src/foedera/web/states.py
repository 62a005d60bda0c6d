"""The page of a state: its levels with partners, the pairs it is in, its people."""

from __future__ import annotations

from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import standing_words
from foedera.web.overview import pairs
from foedera.web.parts.latest import documents_of, last_told, latest
from foedera.web.parts.pages import Asked, Page, Route, address
from foedera.web.parts.views import item, view_of

FEW = 3
"""Passages of a level that its line leads to; a state has many."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/state/{state}", show=state, accepts=frozenset({"as_of"}), lasting=True),)


def state(asked: Asked) -> Page:
    """A state, by code or name."""
    code = api.actor(asked.path["state"])
    as_of = asked.query.get("as_of") or None
    levels = api.levels(code, ledger=asked.ledger, as_of=as_of)
    everybody = latest(api.people(ledger=asked.ledger, party=[code]), last_told)
    people = everybody.shown
    held_levels = [one.level for one in levels]
    entries, needed = (*held_levels, *people), documents_of(held_levels, FEW) | documents_of(people)
    view = view_of(report for entry in entries for report in entry.reports if report.document in needed)
    held = [
        {
            "partner": pair([party for party in one.parties if party != code], view.names),
            "href": address("relation", *one.parties) if len(one.parties) == len("ab") else address("level", one.level.id),
            "level": capital(standing_words(one)),
            "passages": view.passages(one.level.facts, FEW),
        }
        for one in levels
    ]
    values = {
        "title": view.names.actor(code),
        "levels": held,
        "pairs": pairs(api.relations(code, ledger=asked.ledger)),
        "left": everybody.notes("", "/api/v1/people.csv?" + urlencode({"party": code})),
        "people": [item(one, view) for one in people],
        "sources": view.sources(),
        "as_of": as_of or "",
        "asked": urlencode({"state": code, **({"as_of": as_of} if as_of else {})}),
    }
    return Page(template="state.html", values=values, answer=lambda: api.answers.levels(code, as_of, levels))
