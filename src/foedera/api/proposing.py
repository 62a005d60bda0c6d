"""The verbs of proposals: ask a language model about reports, list what it proposes, admit it or decline it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from foedera import ledger as stores
from foedera.api.comparing import report_named
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.api.rulings import Signed, signature
from foedera.model.candidate import Proposal, ProposalState, Refused
from foedera.model.document import Skip
from foedera.pipeline import propose as proposing
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location
from foedera.proposals import prompting
from foedera.proposals.asking import Budget, Model

KEY = "FOEDERA_MODEL_KEY"
"""The variable with the key of the service, which no option and no file of Foedera holds."""


class Asking(TypedDict, total=False):
    """What a run may take (see `Budget`), what is told of its progress, and the ledger."""

    budget: Budget
    ledger: Location | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of asking: proposals kept, candidates that are none, and reports on which no answer came."""

    proposals: tuple[Proposal, ...]
    refused: tuple[Refused, ...]
    unanswered: tuple[Skip, ...]


def propose(model: str, url: str, reports: Sequence[str] = (), **asked: Unpack[Asking]) -> Round:
    """Ask a language model what reports of the ledger say (these, else all on which it was not asked), and keep what they bear.

    `url` is the base of an interface like OpenAI's (`http://localhost:8000/v1`); the key of the service is read from FOEDERA_MODEL_KEY.
    What is kept is in no entry before somebody admits it.

    Raises:
        UsageError: the client is not installed, the address is none, or a report is not in the ledger.
        ReplyError: the model gave no answer on several reports in a row.
    """
    if not model.strip():
        raise UsageError(_("no model is named"), remedy=_("name one with --model"))
    named = Model(
        name=model, url=url, wanted=prompting.wanted(known().world), key=os.environ.get(KEY, ""), budget=asked.get("budget") or Budget()
    )
    with stores.open(ledger_location(asked.get("ledger"))) as kept:
        there = tuple(kept.reports()) if reports else ()
        documents = [report_named(name, there).document for name in reports] if reports else None
        found = list(proposing.propose(kept, known(), named, documents))
    return Round(
        proposals=tuple(one for each in found for one in each.proposals),
        refused=tuple(one for each in found for one in each.refused),
        unanswered=tuple(each.unanswered for each in found if each.unanswered is not None),
    )


def proposed(*, state: ProposalState | None = "open", ledger: Location | None = None) -> tuple[Proposal, ...]:
    """What models proposed, report by report: what nobody ruled on, or what has another state; with None all."""
    with stores.glance(ledger_location(ledger)) as kept:
        return tuple(kept.proposed.all(state))


def judge_admit(proposal: str, **signed: Unpack[Signed]) -> Proposal:
    """Admit a proposal: from now on its fact is one of its report's, under the name of its model.

    Raises:
        UsageError: when there is no such proposal.
    """
    return _ruled(proposal, "admitted", signed)


def judge_decline(proposal: str, **signed: Unpack[Signed]) -> Proposal:
    """Decline a proposal; one that was admitted goes from its report. For the rest see `judge_admit`."""
    return _ruled(proposal, "declined", signed)


def judge_reopen(proposal: str, **signed: Unpack[Signed]) -> Proposal:
    """Take back what was ruled on a proposal. For the rest see `judge_admit`."""
    return _ruled(proposal, "open", signed)


def _ruled(proposal: str, state: ProposalState, signed: Signed) -> Proposal:
    with stores.open(ledger_location(signed.get("ledger"))) as kept:
        return proposing.rule(kept, known(), proposal, (state, signature(signed)))
