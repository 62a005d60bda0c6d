"""Commands that ask a language model and list what it proposes: `propose` and `proposed`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from foedera import api
from foedera.api.wording.entries import SEPARATOR
from foedera.api.wording.facts import words_of
from foedera.api.wording.proposals import reason_words, state_words
from foedera.api.wording.quotes import gist, quoted
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Ledger, Shape
from foedera.cli.parts.output import BAD_ITEMS, Format, report_skips
from foedera.cli.parts.tables import BETWEEN, Row
from foedera.model.candidate import Proposal, ProposalState, Refused
from foedera.model.fact import KIND_OF
from foedera.plumbing.interface import _
from foedera.proposals.asking import Budget

COLUMNS = ("id", "state", "kind", "parties", "document", "model", "prompt", "reply", "recorded", "by", "why", "ruled", "quote")
BUDGET = Budget()
Reports = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REPORT]...", help=_("Reports of the ledger, by name or id; else all that are left."), show_default=False),
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help=_("The model, by the name that its server knows."))]
Url = Annotated[
    str, typer.Option("--model-url", metavar="URL", help=_("The base of an interface like OpenAI's: http://localhost:8000/v1."))
]
Most = Annotated[int, typer.Option("--reports", min=0, help=_("The most reports to ask about."))]
Seconds = Annotated[float, typer.Option("--seconds", min=1, help=_("The most time for one answer."))]
Tokens = Annotated[int, typer.Option("--tokens", min=100, help=_("The most that the model may write for one answer."))]


class State(StrEnum):
    """Which proposals are listed."""

    open = "open"
    admitted = "admitted"
    declined = "declined"
    all = "all"


STATES: dict[State, ProposalState | None] = {State.open: "open", State.admitted: "admitted", State.declined: "declined", State.all: None}


Wanted = Annotated[State, typer.Option("--state", help=_("Those on which nobody ruled, or others."))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, propose, proposed)


def propose(  # noqa: PLR0913 - each option is an argument
    *,
    reports: Reports = None,
    model: Model,
    url: Url,
    most: Most = BUDGET.reports,
    seconds: Seconds = BUDGET.seconds,
    tokens: Tokens = BUDGET.tokens,
    ledger: Ledger = None,
    shape: Shape = Format.text,
) -> None:
    """Ask a language model what reports of the ledger say.

    What it answers is kept as proposals, as far as its quotes stand in the reports; no entry has it before somebody admits it. The key
    of the service is read from FOEDERA_MODEL_KEY.
    """
    found = api.propose(model, url, reports or (), budget=Budget(reports=most, seconds=seconds, tokens=tokens), ledger=ledger)
    answer = Answer(
        json=lambda: api.answers.proposed(found),
        page=lambda: [*lines(found.proposals), *map(_refused, found.refused)],
        columns=COLUMNS,
        rows=lambda: map(row, found.proposals),
        items={"proposals": "proposal", "refused": "refused", "unanswered": "unanswered"},
    )
    deliver(answer, shape)
    if report_skips(found.unanswered):
        raise typer.Exit(BAD_ITEMS)


def proposed(*, state: Wanted = State.open, ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """List what language models proposed; `judge admit` and `judge decline` rule on it."""
    listing(api.proposed(state=STATES[state], ledger=ledger), shape)


def listing(found: Iterable[Proposal], shape: Format) -> None:
    """Write proposals to standard output."""
    known = tuple(found)
    answer = Answer(
        json=lambda: api.answers.proposals(known),
        page=lambda: lines(known),
        columns=COLUMNS,
        rows=lambda: map(row, known),
        items="proposals",
    )
    deliver(answer, shape)


def lines(found: Iterable[Proposal]) -> list[Line]:
    """Each proposal with what it says, whose it is, and its passage."""
    names = api.names()
    made: list[Line] = []
    for one in found:
        words = [words_of(one.fact, names), one.model, state_words(one.state), *filter(None, (one.by, one.why))]
        made += [
            Line(left=one.fact.id, body=SEPARATOR.join(words)),
            Line(left=" ", body=quoted(gist(one.fact.citation.quote)), style="quote"),
        ]
    return made or [Line(body=_("there are no such proposals"))]


def _refused(one: Refused) -> Line:
    return Line(
        left="\N{MULTIPLICATION SIGN}", body=SEPARATOR.join((reason_words(one.reason), quoted(gist(one.candidate.quote)))), style="note"
    )


def row(one: Proposal) -> Row:
    """A proposal as a row."""
    fact = one.fact
    return {
        "id": fact.id,
        "state": one.state,
        "kind": KIND_OF[type(fact)],
        "parties": BETWEEN.join(fact.parties),
        "document": fact.document,
        "model": one.model,
        "prompt": one.prompt,
        "reply": one.reply,
        "recorded": one.recorded,
        "by": one.by,
        "why": one.why,
        "ruled": one.ruled,
        "quote": fact.citation.quote,
    }
