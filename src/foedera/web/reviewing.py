"""The pages of review: what is uncertain, one entry after the other; rulings on it, and all rulings with a way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from foedera import api
from foedera.api.ledger import ledger_location
from foedera.api.rulings import Listed, doubts_on
from foedera.api.wording.doubts import what_words, why_words
from foedera.api.wording.entries import pair
from foedera.api.wording.facts import words_of
from foedera.api.wording.rulings import ruling_words
from foedera.api.wording.terms import property_name
from foedera.merging.properties import properties
from foedera.model.entry import Entry
from foedera.model.fact import KIND_OF, Fact
from foedera.model.report import Report
from foedera.model.uncertainty import Uncertainty
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.access import signature
from foedera.web.parts.kept import State, state_of
from foedera.web.parts.pages import Asked, Moved, Page, Route, address
from foedera.web.parts.ruling import RULING, Wanted, ruled, version
from foedera.web.parts.views import View, item, view_of

SHOWN = 50
"""Entries of the queue on its page; the twin has all doubts."""
CHANGED = 412
"""The answer to who rules on what has changed since he saw it."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (
        Route(path="/review", show=queue, accepts=frozenset({"party"}), lasting=True),
        Route(path="/review/{name}", show=one, take=rule),
        Route(path="/rulings", show=rulings, lasting=True),
        Route(path="/rulings/{name}", show=ruling, take=undo),
    )


def queue(asked: Asked) -> Page:
    """What is uncertain, what would change most first."""
    party = asked.query.get("party") or None
    found = api.uncertain(party=[party] if party else (), ledger=asked.ledger)
    names, grouped = api.names(), _grouped(found)
    values = {
        "party": party or "",
        "number": len(grouped),
        "items": [
            (
                what_words(doubts[0], names),
                pair(doubts[0].parties, names),
                [why_words(doubt, names) for doubt in doubts],
                address("review", entry),
            )
            for entry, doubts in islice(grouped, SHOWN)
        ],
        "differences": [(ruling_words(gone.judgement), address("rulings", gone.judgement.id)) for gone in api.review(ledger=asked.ledger)],
    }
    return Page(template="review.html", values=values, answer=lambda: api.answers.uncertain(found))


def one(asked: Asked) -> Page:
    """One entry of the queue: its doubts, its passages, and what can be ruled on each."""
    return _page(api.entry(asked.path["name"], ledger=asked.ledger), asked)


def rule(asked: Asked) -> Page | Moved:
    """Rule on a fact of an entry, unless the entry changed since it was seen; then on to the next."""
    _check(asked.form, FIELDS)
    with RULING:
        try:
            found = api.entry(asked.path["name"], ledger=asked.ledger)
        except UsageError:
            return replace(queue(asked), status=CHANGED)
        if asked.form.get("version") != version(found, asked.ledger):
            return _page(found, asked, status=CHANGED)
        waiting = _waiting(asked)
        at = waiting.index(found.id) + 1 if found.id in waiting else 0
        ruled(_wanted(asked.form), asked.ledger)
        left = [name for name in (*waiting[at:], *waiting[:at]) if name != found.id or _is_doubted(name, asked)]
        following = next((name for name in left if _is_doubted(name, asked)), None)
        WAITING[str(asked.ledger)] = (state_of(ledger_location(asked.ledger)), left)
    return Moved(to=address("review", following) if following else "/review")


WAITING: dict[str, tuple[State, list[str]]] = {}
"""By ledger the entries of its queue, in order, as they were when it was last written to; to look for all doubts takes long."""


def _waiting(asked: Asked) -> list[str]:
    """The entries of the queue; after a ruling of ours, those that were there before it."""
    state = state_of(ledger_location(asked.ledger))
    held = WAITING.get(str(asked.ledger))
    return held[1] if held and held[0] == state else [entry for entry, _doubts in _grouped(api.uncertain(ledger=asked.ledger))]


def _is_doubted(name: str, asked: Asked) -> bool:
    try:
        return bool(doubts_on(name, ledger=asked.ledger))
    except UsageError:
        return False


FIELDS = frozenset({"version", "fact", "why", "ruling", "property", "value", "other"})


def _check(form: Mapping[str, str], known: frozenset[str]) -> None:
    wrong = next((name for name in form if name not in known), None)
    if wrong is not None:
        raise UsageError(_("{name!r} is no field of this form").format(name=wrong), remedy=_("send the form of a page"))


def _wanted(form: Mapping[str, str]) -> Wanted:
    return Wanted(
        ruling=form.get("ruling", ""),
        fact=form.get("fact", ""),
        why=form.get("why", ""),
        other=form.get("other", "").strip(),
        property=form.get("property", ""),
        value=form.get("value"),
    )


def rulings(asked: Asked) -> Page:
    """All rulings, the latest first."""
    found = api.judgements(ledger=asked.ledger)
    values = {"rulings": [_told(listed, asked) for listed in islice(reversed(found), SHOWN)], "number": len(found)}
    return Page(template="rulings.html", values=values, answer=lambda: api.answers.judgements(found))


def ruling(asked: Asked) -> Page:
    """One ruling, with the button that takes it back."""
    found = [listed for listed in api.judgements(ledger=asked.ledger) if listed.judgement.id == asked.path["name"]]
    if not found:
        raise UsageError(_("{name!r} is the id of no ruling").format(name=asked.path["name"]), remedy=_("see the page of all rulings"))
    return Page(
        template="rulings.html", values={"rulings": [_told(found[0], asked)], "number": 1}, answer=lambda: api.answers.judgements(found)
    )


def undo(asked: Asked) -> Page | Moved:
    """Take a ruling back, by another one; one that is taken back already is shown as it stands."""
    _check(asked.form, frozenset({"why"}))
    gone = {listed.judgement.id for listed in api.judgements(ledger=asked.ledger) if listed.withdrawn_by is not None}
    if asked.path["name"] in gone:
        return replace(ruling(asked), status=CHANGED)
    api.judge_undo(asked.path["name"], why=asked.form.get("why", "").strip(), by=signature(), ledger=asked.ledger)
    return Moved(to="/rulings")


def _page(found: Entry, asked: Asked, *, status: int = 200) -> Page:
    view = view_of(_reports(found))
    doubts = doubts_on(found.id, ledger=asked.ledger)
    doubted = {fact.id for doubt in doubts for fact in doubt.facts}
    facts = sorted(
        found.facts, key=lambda fact: (fact.id not in doubted, view.numbers.get(fact.document, 0), fact.citation.span.start, fact.id)
    )
    values = {
        "item": item(found, view),
        "version": version(found, asked.ledger),
        "changed": status == CHANGED,
        "doubts": [why_words(doubt, view.names) for doubt in doubts],
        "facts": [(fact.id, words_of(fact, view.names), view.passage(fact), _others(fact, facts, view)) for fact in facts],
        "properties": [(name, property_name(name)) for name in properties(KIND_OF[type(facts[0])])],
        "at": address("review", found.id),
        "sources": view.sources(),
    }
    return Page(template="review_entry.html", values=values, answer=lambda: api.answers.entry(found), status=status)


def _others(fact: Fact, facts: Sequence[Fact], view: View) -> list[tuple[str, str, str | None]]:
    """The other facts of its entry, with what their passages begin with, and its language."""
    return [(other.id, " ".join(other.citation.quote.split())[:60], view.passage(other).lang) for other in facts if other.id != fact.id]


def _reports(found: Entry) -> list[Report]:
    linked = [report for link in found.followups for report in link.reports]
    claimed = [report for dispute in found.disagreements for claim in dispute.claims for report in claim.reports]
    return [*found.reports, *linked, *claimed]


def _grouped(found: Sequence[Uncertainty]) -> list[tuple[str, list[Uncertainty]]]:
    """The doubts of each entry together, in the order of each entry's first."""
    order = {name: place for place, name in enumerate(dict.fromkeys(doubt.entry for doubt in found))}
    ordered = sorted(found, key=lambda doubt: order[doubt.entry])
    return [(name, list(doubts)) for name, doubts in groupby(ordered, key=lambda doubt: doubt.entry)]


def _told(listed: Listed, asked: Asked) -> dict[str, object]:
    judged = listed.judgement
    return {
        "words": ruling_words(judged),
        "by": judged.by,
        "why": judged.why,
        "recorded": judged.recorded,
        "quotes": [
            (
                anchor.quote,
                address("report", anchor.document, anchor=anchor.fact),
                api.report(anchor.document, ledger=asked.ledger).article.lang,
            )
            for anchor in judged.anchors
        ],
        "withdrawn_by": listed.withdrawn_by,
        "can_be_undone": listed.withdrawn_by is None and judged.ruling != "undone",
        "at": address("rulings", judged.id),
    }
