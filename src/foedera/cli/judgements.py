"""Commands for rulings: the group `judge`, and the listings `judgements`, `review` and `uncertain`."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera import api
from foedera.cli import proposing
from foedera.cli.parts import doubts, rulings
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Ledger, Party, Quotes, Shape
from foedera.cli.parts.output import Format
from foedera.model.judgement import Judgement
from foedera.plumbing.interface import _

A = Annotated[str, typer.Argument(metavar="ID", help=_("The id of a fact, or of the entry it is in."))]
B = Annotated[str, typer.Argument(metavar="ID", help=_("The id of another."))]
Fact = Annotated[str, typer.Argument(metavar="FACT", help=_("The id of a fact; that of an entry is its first fact's."))]
Later = Annotated[
    str | None,
    typer.Argument(metavar="LATER", help=_("The id of a later fact: the ruling is on the link between the two."), show_default=False),
]
Property = Annotated[str, typer.Argument(metavar="PROPERTY", help=_("date, place, parties, office, level, amount, ..."))]
Value = Annotated[str, typer.Argument(metavar="VALUE", help=_("The value in the words of the exchange format; none where it has none."))]
Proposed = Annotated[str, typer.Argument(metavar="PROPOSAL", help=_("The id of a proposal."))]
Ruled = Annotated[str, typer.Argument(metavar="JUDGEMENT", help=_("The id of a judgement."))]
By = Annotated[
    str | None, typer.Option("--by", metavar="WHO", help=_("Who judges; else FOEDERA_BY, else your login name."), show_default=False)
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help=_("Why."), show_default=False)]
Recorded = Annotated[
    str | None, typer.Option("--recorded", metavar="DATE", help=_("The day to record instead of this moment."), show_default=False)
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help=_("Rule on what was read; every ruling can be undone."), no_args_is_help=True, rich_markup_mode=None)
    add(group, same, different, strike, correct, confirm, undo, admit, decline, reopen)
    app.add_typer(group, name="judge")
    add(app, judgements, review, uncertain)


def same(  # noqa: PLR0913 - each option is an argument
    *, a: A, b: B, by: By = None, why: Why = "", recorded: Recorded = None, ledger: Ledger = None, shape: Shape = Format.text
) -> None:
    """Rule that two entries are one."""
    _tell(api.judge_same(a, b, by=by, why=why, recorded=recorded, ledger=ledger), shape)


def different(  # noqa: PLR0913 - each option is an argument
    *, a: A, b: B, by: By = None, why: Why = "", recorded: Recorded = None, ledger: Ledger = None, shape: Shape = Format.text
) -> None:
    """Rule that two facts of one entry are of two."""
    _tell(api.judge_different(a, b, by=by, why=why, recorded=recorded, ledger=ledger), shape)


def strike(  # noqa: PLR0913 - each option is an argument
    *,
    fact: Fact,
    later: Later = None,
    by: By = None,
    why: Why = "",
    recorded: Recorded = None,
    ledger: Ledger = None,
    shape: Shape = Format.text,
) -> None:
    """Rule that a fact is wrong, and makes no entry; with LATER, that the link between the two is wrong."""
    _tell(api.judge_strike(fact, later, by=by, why=why, recorded=recorded, ledger=ledger), shape)


def correct(  # noqa: PLR0913 - each option is an argument
    *,
    fact: Fact,
    name: Property,
    value: Value,
    by: By = None,
    why: Why = "",
    recorded: Recorded = None,
    ledger: Ledger = None,
    shape: Shape = Format.text,
) -> None:
    """Rule that a property of a fact has another value."""
    _tell(api.judge_correct(fact, name, value, by=by, why=why, recorded=recorded, ledger=ledger), shape)


def confirm(  # noqa: PLR0913 - each option is an argument
    *,
    fact: Fact,
    later: Later = None,
    by: By = None,
    why: Why = "",
    recorded: Recorded = None,
    ledger: Ledger = None,
    shape: Shape = Format.text,
) -> None:
    """Rule that a fact is as it was read; with LATER, that the link between the two is right."""
    _tell(api.judge_confirm(fact, later, by=by, why=why, recorded=recorded, ledger=ledger), shape)


def undo(  # noqa: PLR0913 - each option is an argument
    *, judgement: Ruled, by: By = None, why: Why = "", recorded: Recorded = None, ledger: Ledger = None, shape: Shape = Format.text
) -> None:
    """Withdraw a judgement, by another one; nothing is deleted."""
    _tell(api.judge_undo(judgement, by=by, why=why, recorded=recorded, ledger=ledger), shape)


def admit(  # noqa: PLR0913 - each option is an argument
    *, proposal: Proposed, by: By = None, why: Why = "", recorded: Recorded = None, ledger: Ledger = None, shape: Shape = Format.text
) -> None:
    """Admit what a language model proposed: its fact becomes one of its report's."""
    proposing.listing([api.judge_admit(proposal, by=by, why=why, recorded=recorded, ledger=ledger)], shape)


def decline(  # noqa: PLR0913 - each option is an argument
    *, proposal: Proposed, by: By = None, why: Why = "", recorded: Recorded = None, ledger: Ledger = None, shape: Shape = Format.text
) -> None:
    """Decline what a language model proposed."""
    proposing.listing([api.judge_decline(proposal, by=by, why=why, recorded=recorded, ledger=ledger)], shape)


def reopen(  # noqa: PLR0913 - each option is an argument
    *, proposal: Proposed, by: By = None, why: Why = "", recorded: Recorded = None, ledger: Ledger = None, shape: Shape = Format.text
) -> None:
    """Take back what was ruled on a proposal."""
    proposing.listing([api.judge_reopen(proposal, by=by, why=why, recorded=recorded, ledger=ledger)], shape)


def judgements(ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """List who ruled what, when and why."""
    found = api.judgements(ledger=ledger)
    answer = Answer(
        json=lambda: api.answers.judgements(found),
        page=lambda: rulings.judgements(found),
        columns=rulings.JUDGEMENT,
        rows=lambda: (rulings.judgement_row(one.judgement, one.withdrawn_by) for one in found),
        items="judgements",
    )
    deliver(answer, shape)


def review(ledger: Ledger = None, shape: Shape = Format.text) -> None:
    """List the rulings that a changed reading no longer fits."""
    found = api.review(ledger=ledger)
    answer = Answer(
        json=lambda: api.answers.review(found),
        page=lambda: rulings.differences(found),
        columns=rulings.DIFFERENCE,
        rows=lambda: map(rulings.difference_row, found),
        items="differences",
    )
    deliver(answer, shape)


def uncertain(*, party: Party = None, ledger: Ledger = None, shape: Shape = Format.text, quotes: Quotes = False) -> None:
    """List what is uncertain and why.

    What would change most in a relation comes first; what was confirmed or corrected is certain.
    """
    found = api.uncertain(party=party or (), ledger=ledger)
    answer = Answer(
        json=lambda: api.answers.uncertain(found),
        page=lambda: doubts.page(found, api.names(), quotes=quotes),
        columns=doubts.COLUMNS,
        rows=lambda: map(doubts.row, found),
        items="uncertain",
    )
    deliver(answer, shape)


def _tell(made: Judgement, shape: Format) -> None:
    answer = Answer(
        json=lambda: api.answers.judged(made),
        page=lambda: rulings.judgement(made),
        columns=rulings.JUDGEMENT,
        rows=lambda: [rulings.judgement_row(made)],
    )
    deliver(answer, shape)
