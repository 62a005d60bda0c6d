"""The pages of what language models propose: each with its quote, to be admitted or declined; nothing else enters a report by them."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from foedera import api
from foedera.api.wording.facts import words_of
from foedera.api.wording.proposals import state_words
from foedera.model.candidate import STATES, Proposal
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.access import signature
from foedera.web.parts.pages import Asked, Moved, Page, Route, address
from foedera.web.parts.ruling import RULING

SHOWN = 50
"""Proposals on the page; the twin has all."""
CHANGED = 412
"""The answer to who rules on what somebody ruled on meanwhile."""
WAYS = {"admit": api.judge_admit, "decline": api.judge_decline, "reopen": api.judge_reopen}
FIELDS = frozenset({"ruling", "why", "version"})


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (
        Route(path="/proposals", show=proposals, accepts=frozenset({"state"}), lasting=True),
        Route(path="/proposals/{name}", show=proposal, take=rule),
    )


def proposals(asked: Asked) -> Page:
    """What nobody ruled on, or what has another state."""
    state = asked.query.get("state") or "open"
    if state not in STATES:
        raise UsageError(_("{value!r} is no state of a proposal").format(value=state), remedy=", ".join(STATES))
    return _page(api.proposed(state=state, ledger=asked.ledger), asked, state)


def proposal(asked: Asked) -> Page:
    """One proposal."""
    return _page((_named(asked),), asked, "")


def rule(asked: Asked) -> Page | Moved:
    """Rule on a proposal, unless somebody did since it was seen."""
    wrong = next((name for name in asked.form if name not in FIELDS), None)
    way, why = WAYS.get(asked.form.get("ruling", "")), asked.form.get("why", "").strip()
    if wrong is not None or way is None:
        raise UsageError(_("no ruling was chosen"), remedy=_("press one of the buttons of the page"))
    if not why and way is WAYS["decline"]:
        raise UsageError(_("such a ruling needs a reason"), remedy=_("go back and say why"))
    with RULING:
        found = _named(asked)
        if asked.form.get("version") != version(found):
            return replace(_page((found,), asked, ""), status=CHANGED)
        way(found.fact.id, why=why, by=signature(), ledger=asked.ledger)
    return Moved(to="/proposals")


def version(found: Proposal) -> str:
    """Another one when somebody ruled on it."""
    return f"{found.state} {found.ruled}"


def _named(asked: Asked) -> Proposal:
    found = next((one for one in api.proposed(state=None, ledger=asked.ledger) if one.fact.id == asked.path["name"]), None)
    if found is None:
        raise UsageError(_("{name!r} is the id of no proposal").format(name=asked.path["name"]), remedy=_("see the page of all proposals"))
    return found


def _page(found: tuple[Proposal, ...], asked: Asked, state: str) -> Page:
    names = api.names()
    items = [
        {
            "words": words_of(one.fact, names),
            "state": one.state,
            "told": ", ".join(filter(None, (one.model, state_words(one.state), one.by))),
            "why": one.why,
            "quote": one.fact.citation.quote,
            "lang": api.report(one.fact.document, ledger=asked.ledger).article.lang,
            "report": address("report", one.fact.document, anchor=one.fact.id if one.state == "admitted" else ""),
            "at": address("proposals", one.fact.id),
            "version": version(one),
        }
        for one in islice(found, SHOWN)
    ]
    states = [(name, state_words(name)) for name in STATES]
    values = {"items": items, "number": len(found), "state": state, "states": states}
    return Page(template="proposals.html", values=values, answer=lambda: api.answers.proposals(found))
