"""The page that holds two reports against each other: what the later one promises anew, repeats, weakens, or no longer says."""

from __future__ import annotations

from foedera import api
from foedera.api.wording.comparisons import HEADS
from foedera.api.wording.days import day
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.model.comparison import Comparison
from foedera.model.fact import CommitmentFact
from foedera.plumbing.interface import _
from foedera.web.parts.pages import Asked, Page, Route, address
from foedera.web.parts.views import Passage, View, view_of

Side = tuple[str, Passage] | None
"""How firmly a statement says something, and where; nothing where it does not say it."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/compare", show=compare, accepts=frozenset({"a", "b"})),)


def compare(asked: Asked) -> Page:
    """Two reports by name, the beginning of it, or id; without both the forms alone."""
    a, b = (asked.query.get(name, "").strip() for name in ("a", "b"))
    empty: dict[str, object] = {"a": a, "b": b, "ends": (), "parties": "", "changes": (), "sources": ()}
    if not (a and b):
        return Page(template="compare.html", values=empty, answer=lambda: api.answers.page("promises", [], None))
    found = api.compare(a, b, ledger=asked.ledger)
    view = view_of((found.earlier, found.later))
    values = {
        **empty,
        "ends": [_end(_("Earlier"), found, view, at=0), _end(_("Later"), found, view, at=1)],
        "parties": "; ".join(pair(one, view.names) for one in found.parties),
        "changes": [(head, rows) for change, head in HEADS.items() if (rows := _rows(found, change, view))],
        "sources": view.sources(),
    }
    return Page(template="compare.html", values=values, answer=lambda: api.answers.comparison(found))


def _end(name: str, found: Comparison, view: View, *, at: int) -> tuple[str, str, str, str]:
    """One of the two: what it is here, its title, its day, its page."""
    report = (found.earlier, found.later)[at]
    published = day(report.published) if report.published else _("not dated")
    return name, report.title or report.record, f"[{view.numbers[report.document]}] {published}", address("report", report.document)


def _rows(found: Comparison, change: str, view: View) -> list[tuple[str, Side, Side]]:
    """The promises of which this became: who promises, what the earlier and what the later one says."""
    own = [one for one in found.promises if one.change == change]
    return [(_who(one.later or one.earlier, view), _said(one.earlier, view), _said(one.later, view)) for one in own]


def _who(fact: CommitmentFact | None, view: View) -> str:
    return pair(fact.parties, view.names) if fact else ""


def _said(fact: CommitmentFact | None, view: View) -> Side:
    return (capital(fact.modality), view.passage(fact)) if fact else None
