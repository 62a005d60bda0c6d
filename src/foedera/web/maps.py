"""The page of the map: where one state stands with every other, on tiles of one size and as a table."""

from __future__ import annotations

from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.maps import in_rank
from foedera.web.charts.tiles import link, tiles
from foedera.web.parts.pages import Asked, Page, Route
from foedera.web.parts.views import view_of

ASKED = ("state", "by", "as_of", "from", "to")


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/map", show=world_map, accepts=frozenset(ASKED), lasting=True),)


def world_map(asked: Asked) -> Page:
    """The map of a state, of the one with most entries where none is named: by level on a day, or by meetings in a span."""
    state, by, as_of, start, end = (asked.query.get(name, "").strip() for name in ASKED)
    found = api.world_map(state or None, ledger=asked.ledger, by=by or "level", as_of=as_of or None, start=start or None, end=end or None)
    names = api.names()
    chart, ranked = tiles(found, names), in_rank(found)
    view = view_of(report for one in ranked if one.standing for report in one.standing.level.reports)
    passages = [view.passages(one.standing.level.facts) if one.standing else () for one in ranked]
    values = {
        "found": found,
        "name": names.actor(found.state),
        "given": {"state": state or names.actor(found.state), "as_of": as_of, "start": start, "end": end},
        "chart": chart,
        "rows": [(link(one, found), cells, told) for one, cells, told in zip(ranked, chart.table.rows, passages, strict=True)],
        "ladder": "/compare/partners?" + urlencode({"state": found.state or "", **({"as_of": as_of} if as_of else {})}),
        "sources": view.sources(),
    }
    return Page(template="map.html", values=values, answer=lambda: api.answers.world_map(found))
