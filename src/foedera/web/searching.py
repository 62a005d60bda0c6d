"""The page of a search: the reports that hold all words of a query, narrowed by facets, a page at a time, each opened at what was found."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from foedera import api
from foedera.api.wording.quotes import capital
from foedera.api.wording.sieves import options
from foedera.model.finding import Finding
from foedera.model.sifting import FACETS, Sifted
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _, counted, noop
from foedera.web.parts.pages import Asked, Page, Route
from foedera.web.parts.views import source

LIMIT = 20
FARTHEST = 10_000
"""Reports that may be passed over: those before a page are looked at too."""
STATES, DAYS = ("a", "b"), ("from", "to")
NARROWING = (*STATES, *DAYS, *FACETS)
"""What a search may be narrowed by, beside its words."""
HEADS = {
    "type": noop("Event"),
    "level": noop("Level"),
    "area": noop("Policy area"),
    "status": noop("Status of a commitment"),
    "lang": noop("Language"),
    "publisher": noop("Publisher"),
    "review": noop("Review"),
}


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/search", show=search, accepts=frozenset({"q", "offset", *NARROWING}), lasting=True),)


def search(asked: Asked) -> Page:
    """What is found; without a query and a facet the form alone."""
    query, offset = asked.query.get("q", "").strip(), _offset(asked.query.get("offset", ""))
    given = {name: value for name in NARROWING if (value := asked.query.get(name, "").strip())}
    sifted = _sifted(asked, query, given) if given else None
    found = _found(asked, query, offset, sifted)
    shown, more = found[:LIMIT], len(found) > LIMIT
    values = {
        "query": query,
        "findings": [(source(one.report, api.names()), _pieces(one), one.report.lang) for one in shown],
        "offset": offset,
        "earlier": _address(query, given, max(0, offset - LIMIT)) if offset else None,
        "later": _address(query, given, offset + LIMIT) if more else None,
        "given": {name: given.get(name, "") for name in NARROWING},
        "facets": [(name, _(HEADS[name]), options(name, given.get(name, ""), sifted)) for name in FACETS],
        "told": _told(sifted),
    }
    return Page(template="search.html", values=values, answer=lambda: api.answers.search(query, shown))


def _sifted(asked: Asked, query: str, given: Mapping[str, str]) -> Sifted:
    parties = [given[name] for name in STATES if name in given]
    facets = {name: given.get(name) for name in FACETS}
    return api.sift(query, ledger=asked.ledger, party=parties, start=given.get("from"), end=given.get("to"), **facets)


def _found(asked: Asked, query: str, offset: int, sifted: Sifted | None) -> tuple[Finding, ...]:
    if sifted is not None:
        return sifted.findings[offset : offset + LIMIT + 1]
    return api.search(query, ledger=asked.ledger, limit=LIMIT + 1, offset=offset) if query else ()


def _told(sifted: Sifted | None) -> str:
    """How many reports are left, and whether more may fit."""
    if sifted is None:
        return ""
    words = capital(counted("{n} report", "{n} reports", len(sifted.findings)))
    return words if sifted.complete else words + _("; more may fit: narrow the search, or give words")


def _address(query: str, given: Mapping[str, str], offset: int) -> str:
    return "/search?" + urlencode({"q": query, **given, "offset": offset})


def _offset(given: str) -> int:
    if not given:
        return 0
    if not (given.isascii() and given.isdigit() and len(given) <= len(str(FARTHEST)) and int(given) <= FARTHEST):
        what = _("{value!r} is no place to begin at").format(value=given)
        raise UsageError(what, remedy=_("give a whole number up to {n}").format(n=FARTHEST))
    return int(given)


def _pieces(one: Finding) -> list[tuple[str, bool]]:
    """The passage in pieces, each with whether a word of the query stands there."""
    start, pieces, at = one.citation.span.start, [], 0
    quote = one.citation.quote
    for light in one.highlights:
        pieces += [(quote[at : light.start - start], False), (quote[light.start - start : light.end - start], True)]
        at = light.end - start
    return [piece for piece in [*pieces, (quote[at:], False)] if piece[0]]
