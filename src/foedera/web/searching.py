"""The page of a search: the reports that hold all words of a query, a page at a time, each opened at the first word found."""

from __future__ import annotations

from urllib.parse import urlencode

from foedera import api
from foedera.model.finding import Finding
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.pages import Asked, Page, Route
from foedera.web.parts.views import source

LIMIT = 20
FARTHEST = 10_000
"""Reports that may be passed over: those before a page are looked at too."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/search", show=search, accepts=frozenset({"q", "offset"})),)


def search(asked: Asked) -> Page:
    """What is found; without a query the form alone."""
    query, offset = asked.query.get("q", "").strip(), _offset(asked.query.get("offset", ""))
    found = api.search(query, ledger=asked.ledger, limit=LIMIT + 1, offset=offset) if query else ()
    shown, more = found[:LIMIT], len(found) > LIMIT
    values = {
        "query": query,
        "findings": [(source(one.report, api.names()), _pieces(one), one.report.lang) for one in shown],
        "offset": offset,
        "earlier": _address(query, max(0, offset - LIMIT)) if offset else None,
        "later": _address(query, offset + LIMIT) if more else None,
    }
    return Page(template="search.html", values=values, answer=lambda: api.answers.search(query, shown))


def _address(query: str, offset: int) -> str:
    return "/search?" + urlencode({"q": query, "offset": offset})


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
