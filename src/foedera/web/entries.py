"""The pages of single entries: an event, a level, a commitment with its thread, a mechanism, an instrument, a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from foedera import api
from foedera.api.wording.entries import pair
from foedera.api.wording.facts import words_of
from foedera.model.entry import Entry, Event, Instrument, Mechanism, Person
from foedera.model.report import Report
from foedera.plumbing.interface import _, noop
from foedera.web.parts.pages import Asked, Moved, Page, Route, address
from foedera.web.parts.views import item, view_of

KINDS = {
    "event": noop("Event"),
    "level": noop("Level"),
    "commitment": noop("Commitment"),
    "mechanism": noop("Mechanism"),
    "instrument": noop("Instrument"),
    "person": noop("Person"),
}


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return tuple(Route(path=f"/{kind}/{{name}}", show=_shown(kind)) for kind in KINDS)


def _shown(kind: str) -> Callable[[Asked], Page | Moved]:
    def show(asked: Asked) -> Page | Moved:
        found = api.entry(asked.path["name"], ledger=asked.ledger)
        now = address(api.answers.kind_of(found), found.id)
        dating = [api.entry(name, ledger=asked.ledger) for name in found.year_from] if isinstance(found, Event) else []
        return _page(found, dating) if now == address(kind, asked.path["name"]) else Moved(to=now)

    return show


def _page(found: Entry, dating: Sequence[Entry]) -> Page:
    """The page of an entry; `dating` are those from which its year was worked out."""
    reports = [*_reports(found), *(report for entry in dating for report in entry.reports)]
    view = view_of(reports, facts=(fact for entry in dating for fact in entry.facts))
    codes = found.parties or ((found.country,) if isinstance(found, Person) and found.country else ())
    names = found.names if isinstance(found, Mechanism | Instrument | Person) else ()
    facts = sorted(found.facts, key=lambda fact: (view.numbers.get(fact.document, 0), fact.citation.span.start, fact.id))
    values = {
        "kind": _(KINDS[api.answers.kind_of(found)]),
        "item": item(found, view),
        "states": [(view.names.actor(code), address("state", code)) for code in codes],
        "relation": (pair(codes, view.names), address("relation", *codes)) if len(codes) == len("ab") else None,
        "called": [name for name in names if len(names) > 1],
        "facts": [{"words": words_of(fact, view.names), "passage": view.passage(fact), "support": fact.support} for fact in facts],
        "ruled": address("review", found.id),
        "sources": view.sources(),
    }
    return Page(template="entry.html", values=values, answer=lambda: api.answers.entry(found))


def _reports(found: Entry) -> Iterator[Report]:
    """The reports of the entry, and of all that it is linked with."""
    yield from found.reports
    for link in found.followups:
        yield from link.reports
    for one in found.disagreements:
        for claim in one.claims:
            yield from claim.reports
