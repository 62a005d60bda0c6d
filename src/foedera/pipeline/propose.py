"""A ledger and a language model → proposals: what the model says that the reports tell, as far as their words bear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from foedera.extraction import admission, mentions
from foedera.extraction.admission import Ground
from foedera.ledger.parts.store import Ledger
from foedera.model.candidate import Candidate, Proposal, ProposalState, Refused, Reply
from foedera.model.document import DocumentId, Skip
from foedera.model.fact import Fact
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.pipeline import rebuild
from foedera.pipeline.judge import Signature
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.proposals import asking
from foedera.proposals.asking import Model, ReplyError

GIVE_UP = 3
"""Reports in a row on which a model gives no answer, after which it is not asked further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of asking a model on one report; `unanswered` is why nothing did."""

    proposals: tuple[Proposal, ...] = ()
    refused: tuple[Refused, ...] = ()
    unanswered: Skip | None = None


def propose(ledger: Ledger, knowledge: Knowledge, model: Model, documents: Iterable[DocumentId] | None = None) -> Iterator[Asked]:
    """Ask on reports between states (these documents, else all) of which the model was not asked in these words; keep what they bear.

    Raises:
        ReplyError: the model gave no answer on several reports in a row.
    """
    failed = 0
    for reading in _readings(ledger, model, documents):
        try:
            reply = asking.candidates(reading.article, model)
        except ReplyError as error:
            failed += 1
            skip = Skip(reason="unreachable", detail=error.what, location=reading.article.location, document=reading.article.id)
            yield Asked(unanswered=skip)
            if failed == GIVE_UP:
                raise
            continue
        failed = 0
        yield _kept(ledger, knowledge, reading, (model, reply))


def rule(ledger: Ledger, knowledge: Knowledge, name: str, verdict: tuple[ProposalState, Signature]) -> Proposal:
    """Admit a proposal, so that its fact is one of its report's; decline it; or open it again.

    Raises:
        UsageError: when there is no such proposal.
    """
    found = ledger.proposed.one(name)
    if found is None:
        raise UsageError(_("{name!r} is the id of no proposal").format(name=name), remedy=_("foedera proposed lists them"))
    state, signed = verdict
    if found.state == state:
        return found
    ruled = replace(found, state=state, by=signed.by, why=signed.why, ruled=signed.recorded or _now())
    ledger.rule_on(ruled)
    rebuild.refresh(ledger, knowledge)
    return ruled


def _readings(ledger: Ledger, model: Model, documents: Iterable[DocumentId] | None) -> Iterator[Reading]:
    """The readings to ask about, as many as the budget allows."""
    names = sorted(documents) if documents is not None else [report.document for report in ledger.reports()]
    left = model.budget.reports
    for name in names:
        if left <= 0:
            return
        if ledger.proposed.was_asked(name, model.name, model.prompt):
            continue
        reading = ledger.reading(name)
        if reading is not None and reading.interstate:
            left -= 1
            yield reading


def _kept(ledger: Ledger, knowledge: Knowledge, reading: Reading, answered: tuple[Model, Reply]) -> Asked:
    """What of an answer the report bears, kept in the ledger; and what it does not."""
    model, reply = answered
    article, recorded = reading.article, _now()
    ground = Ground(article, mentions.listed(article, knowledge), reading, knowledge.world)
    rule = f"{admission.RULE}.{model.name}@{model.prompt}"
    judged: list[tuple[Candidate, Fact | str]] = [(one, admission.admit(one, ground, rule)) for one in reply.candidates]
    facts = admission.distinct(one for _candidate, one in judged if isinstance(one, Fact))
    known = ledger.proposed.known(article.id)
    words = partial(Proposal, model=model.name, prompt=model.prompt, reply=reply.digest, recorded=recorded)
    proposals = tuple(words(fact=fact) for fact in facts if fact.id not in known)
    ledger.keep_reply(article.id, (model.name, model.prompt, reply.digest, recorded), proposals)
    new = {str(one.fact.id) for one in proposals}
    return Asked(proposals=proposals, refused=tuple(_refused(article.id, judged, new)))


def _refused(document: DocumentId, judged: Iterable[tuple[Candidate, Fact | str]], new: set[str]) -> Iterator[Refused]:
    for candidate, made in judged:
        if not isinstance(made, Fact):
            yield Refused(document=document, candidate=candidate, reason=made)  # type: ignore[arg-type] # the reasons of admission
        elif made.id not in new:
            yield Refused(document=document, candidate=candidate, reason="said_before")
        else:
            new.discard(made.id)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
