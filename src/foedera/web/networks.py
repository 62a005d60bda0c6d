"""The page of the network: which states were in contact in a span of time, as a drawing and as a table."""

from __future__ import annotations

from foedera import api
from foedera.web.charts.circle import circle
from foedera.web.parts.pages import Asked, Page, Route, address


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/network", show=network, accepts=frozenset({"from", "to"}), lasting=True),)


def network(asked: Asked) -> Page:
    """All pairs with an event in the span, or with a level in force."""
    start, end = (asked.query.get(name, "").strip() for name in ("from", "to"))
    found = api.network(ledger=asked.ledger, start=start or None, end=end or None)
    names = api.names()
    pairs = [(" \N{EN DASH} ".join(map(names.actor, one.parties)), address("relation", *one.parties)) for one in found.contacts]
    values = {"start": start, "end": end, "chart": circle(found, names), "pairs": pairs}
    return Page(template="network.html", values=values, answer=lambda: api.answers.network(found))
