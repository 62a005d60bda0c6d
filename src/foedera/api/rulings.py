"""The verbs of judgements: rule on facts and entries, take a ruling back, list them; what is uncertain, and what comes back for review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from foedera import ledger as stores
from foedera.api.actors import actor_code
from foedera.api.days import checked
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.api.values import correction
from foedera.merging import uncertain as doubts
from foedera.model.fact import KIND_OF, Fact, LevelFact, TenureFact
from foedera.model.judgement import Difference, Judgement, JudgementId, Ruling, withdrawn
from foedera.model.uncertainty import Uncertainty
from foedera.pipeline import asked, judge, rebuild
from foedera.pipeline.judge import Signature, Verdict
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location, author


class Signed(TypedDict, total=False):
    """Who judges (else FOEDERA_BY, else the login name), why, on which day (else now), and in which ledger."""

    by: str | None
    why: str | None
    recorded: str | None
    ledger: Location | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A judgement, and the one in force that withdraws it."""

    judgement: Judgement
    withdrawn_by: JudgementId | None = None


def judge_same(a: str, b: str, **signed: Unpack[Signed]) -> Judgement:
    """Rule that the entries of two facts (each by its id or its entry's) are one; of two levels, that their titles are of one.

    Raises:
        UsageError: when an id is unknown, or the two are not of one kind, or of other parties, or levels.
    """
    return _linked("same", (a, b), signed)


def judge_different(a: str, b: str, **signed: Unpack[Signed]) -> Judgement:
    """Rule that two facts are of two entries; for the rest see `judge_same`."""
    return _linked("different", (a, b), signed)


def judge_strike(fact: str, later: str | None = None, **signed: Unpack[Signed]) -> Judgement:
    """Rule that a fact is wrong and makes no entry; or, with a later one, that no link leads from its entry to that one's.

    Raises:
        UsageError: when an id is unknown, or no link leads from one to the other.
    """
    return _ruled("struck", fact, signed) if later is None else _on_link("struck", (fact, later), signed)


def judge_confirm(fact: str, later: str | None = None, **signed: Unpack[Signed]) -> Judgement:
    """Rule that a fact is as it was read; or, with a later one, that the link from its entry to that one's is right.

    Raises:
        UsageError: when an id is unknown, or no link leads from one to the other.
    """
    return _ruled("confirmed", fact, signed) if later is None else _on_link("confirmed", (fact, later), signed)


def judge_correct(fact: str, name: str, value: str | None, **signed: Unpack[Signed]) -> Judgement:
    """Rule that a property of a fact has this value, in the words of the exchange format; None: it has none.

    Raises:
        UsageError: when there is no such fact or property, or the property cannot have that value.
    """
    with stores.open(ledger_location(signed.get("ledger"))) as kept:
        found = judge.meant(kept, fact)
        chosen = correction(KIND_OF[type(found)], name, value)
        return judge.judge(kept, known(), Verdict(ruling="corrected", facts=(found,), signed=signature(signed), correction=chosen))


def judge_undo(judgement: str, **signed: Unpack[Signed]) -> Judgement:
    """Withdraw a judgement, by its id.

    Raises:
        UsageError: when there is no such judgement, or it is withdrawn already.
    """
    with stores.open(ledger_location(signed.get("ledger"))) as kept:
        return judge.undo(kept, known(), judgement, signature(signed))


def judgements(*, ledger: Location | None = None) -> tuple[Listed, ...]:
    """All judgements in order of time, also those that are withdrawn."""
    with stores.glance(ledger_location(ledger)) as kept:
        found = sorted(kept.judgements(), key=lambda one: (one.recorded, one.id))
    gone = withdrawn(found)
    return tuple(Listed(judgement=one, withdrawn_by=gone.get(one.id)) for one in found)


def review(*, ledger: Location | None = None) -> tuple[Difference, ...]:
    """The judgements in force that a changed reading no longer fits, with what is ruled and what is read."""
    with stores.glance(ledger_location(ledger)) as kept:
        return judge.review(kept, known())


def uncertain(*, party: Sequence[str] = (), ledger: Location | None = None) -> tuple[Uncertainty, ...]:
    """What is uncertain about the entries in which all these states take part (of people: that are theirs), and why.

    Levels and upgrades come first, for they change most in a relation.
    """
    wanted = {actor_code(name, known()) for name in party}
    with stores.glance(ledger_location(ledger)) as kept:
        found = doubts.uncertain(rebuild.entries(kept, known()), kept.judgements())
    return tuple(one for one in found if wanted <= set(one.parties) or (one.kind == "person" and wanted & set(one.parties)))


def doubts_on(name: str, *, ledger: Location | None = None) -> tuple[Uncertainty, ...]:
    """What is uncertain about one entry, by its id or that of a fact in it; nothing where it is in none.

    Raises:
        UsageError: when it is the id of no fact.
    """
    with stores.glance(ledger_location(ledger)) as kept:
        fact = judge.meant(kept, name)
        found = doubts.uncertain(asked.around(kept, known(), fact), kept.judgements())
        entry = asked.entry_of(kept, known(), name)
    return tuple(one for one in found if entry is not None and one.entry == entry.id)


def _linked(ruling: Ruling, names: tuple[str, str], signed: Signed) -> Judgement:
    with stores.open(ledger_location(signed.get("ledger"))) as kept:
        facts = (judge.meant(kept, names[0]), judge.meant(kept, names[1]))
        _check_pair(*(judge.as_ruled(kept, fact) for fact in facts))
        return judge.judge(kept, known(), Verdict(ruling=ruling, facts=facts, signed=signature(signed)))


def _ruled(ruling: Ruling, name: str, signed: Signed) -> Judgement:
    with stores.open(ledger_location(signed.get("ledger"))) as kept:
        return judge.judge(kept, known(), Verdict(ruling=ruling, facts=(judge.meant(kept, name),), signed=signature(signed)))


def _on_link(ruling: Ruling, names: tuple[str, str], signed: Signed) -> Judgement:
    with stores.open(ledger_location(signed.get("ledger"))) as kept:
        facts = (judge.meant(kept, names[0]), judge.meant(kept, names[1]))
        if not judge.is_linked(kept, known(), facts):
            remedy = _("take both ids from --format json of a listing: a fact of the earlier entry and one of the later")
            raise UsageError(_("no link leads from {a} to {b}").format(a=names[0], b=names[1]), remedy=remedy)
        return judge.judge(kept, known(), Verdict(ruling=ruling, facts=facts, signed=signature(signed)))


def _check_pair(a: Fact, b: Fact) -> None:
    ours, theirs = KIND_OF[type(a)], KIND_OF[type(b)]
    if a.id == b.id:
        raise UsageError(_("both are the same fact"), where=a.id, remedy=_("name two"))
    if ours != theirs:
        what = _("a fact of kind {ours} and one of kind {theirs} make no entry together").format(ours=ours, theirs=theirs)
        raise UsageError(what, remedy=_("name two of one kind"))
    if isinstance(a, LevelFact) and isinstance(b, LevelFact) and a.level == b.level:
        what = _("a title of two parties is one entry, whoever tells of it")
        raise UsageError(what, remedy=_("correct the level or the parties of a fact, or strike it"))
    if not isinstance(a, TenureFact) and a.parties != b.parties:
        what = _("the two are of other parties: {ours} and {theirs}").format(ours=",".join(a.parties), theirs=",".join(b.parties))
        raise UsageError(what, remedy=_("correct the parties of the one that has them wrong"))


def signature(signed: Signed) -> Signature:
    """Who signs a ruling, why, and when."""
    return Signature(by=signed.get("by") or author(), why=signed.get("why") or "", recorded=checked(signed.get("recorded")))
