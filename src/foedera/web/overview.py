"""The start page: the pairs there are, a form to choose two states, the search."""

from __future__ import annotations

from foedera import api
from foedera.api.wording.days import edtf
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import standing_words
from foedera.model.relation import Pair
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _, counted
from foedera.web.parts.pages import Asked, Moved, Page, Route, address

SHOWN = 100
"""Pairs on the page; the pages of states have the others, and the twin has all."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (
        Route(path="/", twin="/index.json", show=overview, lasting=True),
        Route(path="/relation", show=chosen, accepts=frozenset({"a", "b"})),
        Route(path="/state", show=named, accepts=frozenset({"name"})),
    )


def overview(asked: Asked) -> Page:
    """All pairs."""
    found = api.relations(ledger=asked.ledger)
    states = sorted({code for one in found for code in one.parties}, key=api.names().actor)
    values = {
        "pairs": pairs(found[:SHOWN]),
        "left": max(0, len(found) - SHOWN),
        "states": [(api.names().actor(code), address("state", code)) for code in states],
    }
    return Page(template="overview.html", values=values, answer=lambda: api.answers.relations(found))


def chosen(asked: Asked) -> Moved:
    """The page of the two states that were chosen, by any of their names."""
    a, b = _given(asked, "a"), _given(asked, "b")
    return Moved(to=address("relation", *sorted((api.actor(a), api.actor(b)))))


def named(asked: Asked) -> Moved:
    """The page of the state that was named."""
    return Moved(to=address("state", api.actor(_given(asked, "name"))))


def pairs(found: tuple[Pair, ...]) -> list[dict[str, str]]:
    """The pairs as rows of a table."""
    names = api.names()
    return [
        {
            "href": address("relation", *one.parties),
            "name": pair(one.parties, names),
            "level": capital(standing_words(one.standing)) if one.standing else _("none in the reports read"),
            "entries": counted("{n} entry", "{n} entries", one.entries),
            "last": edtf(one.last.published.edtf) if one.last and one.last.published else _("not dated"),
            "last_href": address("report", one.last.document) if one.last else "",
        }
        for one in found
    ]


def _given(asked: Asked, name: str) -> str:
    value = asked.query.get(name, "").strip()
    if not value:
        raise UsageError(_("no state was named"), remedy=_("name it by code or by name, in any language: VN, Jepun"))
    return value
