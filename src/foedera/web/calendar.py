"""The page of the calendar: what happened and what is planned in a year, month by month; of states that are named also what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.days import edtf
from foedera.model.entry import Entry, Event
from foedera.model.report import Report
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.pages import Asked, Page, Route
from foedera.web.parts.views import Item, View, item, view_of

MOST = 500
"""Events on the page; the twin has all of the year."""
LENGTHS = (len("2023"), len("2023-11"))
FIRST, LAST = "1000", "9998"
"""Years that can be asked for: four digits, with one before and one behind."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/calendar", show=calendar, accepts=frozenset({"year", "party"}), lasting=True),)


def calendar(asked: Asked) -> Page:
    """A year, of all states or of one."""
    party, given = asked.query.get("party", "").strip(), asked.query.get("year", "").strip()
    parties = [party] if party else []
    year = _year(given) if given else _last(asked)
    found = api.events(party=parties, start=year, end=year, ledger=asked.ledger)
    due = (
        [one for one in api.commitments(party=parties, ledger=asked.ledger) if one.target and one.target.edtf[:4] == year] if party else []
    )
    ordered = sorted(found, key=lambda one: (one.when.first if one.when else "", one.id))
    shown, entries = ordered[:MOST], [*ordered[:MOST], *due]
    view = view_of(report for entry in entries for report in _reports(entry))
    values = {
        "year": year,
        "party": party,
        "months": list(_months(shown, view)),
        "due": [item(one, view) for one in due],
        "left": len(ordered) - len(shown),
        "around": [_address(str(int(year) + step), party) for step in (-1, 1)] if found else [],
        "sources": view.sources(),
    }
    return Page(template="calendar.html", values=values, answer=lambda: api.answers.calendar(found, due))


def _months(shown: list[Event], view: View) -> Iterator[tuple[str, list[Item]]]:
    """The events of each month, under its name; those of no known month first, under the year."""
    for month, events in groupby(shown, key=_month):
        yield edtf(month), [item(one, view) for one in events]


def _month(one: Event) -> str:
    first = one.when.edtf.partition("/")[0] if one.when else ""
    month = first[: LENGTHS[1]]
    return month if len(month) == LENGTHS[1] and "X" not in month else first[: LENGTHS[0]]


def _last(asked: Asked) -> str:
    """The year of the last report, else this one."""
    days = [
        one.last.published.first
        for one in api.relations(ledger=asked.ledger)
        if one.last and one.last.published and one.last.published.year_known
    ]
    return max(days, default=date.today().isoformat())[: LENGTHS[0]]  # noqa: DTZ011 - a year to begin with, and no more


def _year(given: str) -> str:
    if len(given) == LENGTHS[0] and given.isascii() and given.isdigit() and FIRST <= given <= LAST:
        return given
    raise UsageError(_("{value!r} is no year").format(value=given), remedy=_("give four digits: 2025"))


def _address(year: str, party: str) -> tuple[str, str]:
    return year, "/calendar?" + urlencode({"year": year, **({"party": party} if party else {})})


def _reports(entry: Entry) -> list[Report]:
    linked = [report for link in entry.followups for report in link.reports]
    return [*entry.reports, *linked, *(report for one in entry.disagreements for claim in one.claims for report in claim.reports)]
