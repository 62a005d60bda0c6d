"""The page of disagreements: entries on which sources differ, with what each says side by side, a page at a time."""

from __future__ import annotations

from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.links import PROPERTIES, claim_sides, claim_value
from foedera.model.entry import Entry
from foedera.model.page import FIRST, Place, Stretch
from foedera.model.report import Report
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.pages import Asked, Page, Route
from foedera.web.parts.views import Passage, View, item, view_of

SHOWN = 20
BETWEEN = "~"
"""What stands between the two parts of a place in an address; neither part holds it."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/disagreements", show=disagreements, accepts=frozenset({"party", "after"}), lasting=True),)


def disagreements(asked: Asked) -> Page:
    """Where sources differ, of all states or of one."""
    party = asked.query.get("party", "").strip()
    stretch = Stretch(after=_place(asked.query.get("after", "")), limit=SHOWN)
    found = api.disagreements(ledger=asked.ledger, stretch=stretch, party=[party] if party else ())
    view = view_of(report for entry in found.items for report in _reports(entry))
    further = _address(party, found.after) if found.after else None
    values = {
        "party": party,
        "entries": [(item(entry, view), _tables(entry, view)) for entry in found.items],
        "further": further,
        "sources": view.sources(),
    }
    return Page(
        template="disagreements.html",
        values=values,
        answer=lambda: api.answers.page(
            "disagreements", [api.answers.disputed(one) for one in found.items], further and further.replace("?", ".json?", 1)
        ),
    )


def _tables(entry: Entry, view: View) -> list[tuple[str, list[tuple[str, str, tuple[Passage, ...]]]]]:
    """Of each property that is disputed: the values, whose they are, and the passages."""
    return [
        (
            _(PROPERTIES[one.property]),
            [(claim_value(claim, one), claim_sides(claim, view.names), view.passages(claim.facts)) for claim in one.claims],
        )
        for one in entry.disagreements
    ]


def _reports(entry: Entry) -> list[Report]:
    linked = [report for link in entry.followups for report in link.reports]
    return [*entry.reports, *linked, *(report for one in entry.disagreements for claim in one.claims for report in claim.reports)]


def _address(party: str, after: Place) -> str:
    return "/disagreements?" + urlencode({**({"party": party} if party else {}), "after": BETWEEN.join(after)})


def _place(given: str) -> Place:
    if not given:
        return FIRST
    first, between, second = given.partition(BETWEEN)
    if not between:
        raise UsageError(_("{value!r} is no place to go on from").format(value=given), remedy=_("begin at the first page"))
    return first, second
