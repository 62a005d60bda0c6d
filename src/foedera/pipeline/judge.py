"""A verdict on facts → a judgement in the ledger, and the entries derived anew under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from foedera.ledger.parts.store import Ledger
from foedera.merging import anchors, reviews, severings
from foedera.merging.entries import KINDS
from foedera.merging.properties import values
from foedera.merging.rulings import rulings
from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.fact import KIND_OF, Fact
from foedera.model.judgement import Anchor, Correction, Difference, Judgement, JudgementId, Ruling, in_force, withdrawn
from foedera.model.pack import Knowledge
from foedera.pipeline import rebuild
from foedera.plumbing.errors import UsageError
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import _

OPPOSITE: dict[Ruling, frozenset[Ruling]] = {
    "same": frozenset({"different"}),
    "different": frozenset({"same"}),
    "struck": frozenset({"confirmed"}),
    "confirmed": frozenset({"struck"}),
    "corrected": frozenset({"struck"}),
}
"""Rulings on the same facts of which the later one takes the place of the earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who judges and why; `recorded` is when, else the clock says it."""

    by: str
    why: str = ""
    recorded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person rules on which facts."""

    ruling: Ruling
    facts: tuple[Fact, ...]
    signed: Signature
    correction: Correction | None = None


def meant(ledger: Ledger, name: str) -> Fact:
    """The fact that an id means: that of a fact or of an entry, also one that a reading had before it was ruled on.

    Raises:
        UsageError: when there is none.
    """
    fact = ledger.fact(name)
    if fact:
        return fact
    known = (anchor for judgement in ledger.judgements() for anchor in judgement.anchors)
    anchor = next((one for one in known if one.fact == name), None)
    found = anchors.found(anchor, anchors.by_document(ledger.facts_in(anchor.document))) if anchor else None
    if found is None:
        remedy = _("take the id of an entry, or of one of its sources, from --format json or csv of a listing")
        raise UsageError(_("{name!r} is the id of no fact and no entry").format(name=name), remedy=remedy)
    return found.fact


def as_ruled(ledger: Ledger, fact: Fact) -> Fact:
    """The fact as the judgements in force have it."""
    facts, _rulings = rulings(ledger.facts_in(fact.document), ledger.judgements())
    return next((one for one in facts if one.id == fact.id), fact)


def judge(ledger: Ledger, knowledge: Knowledge, verdict: Verdict) -> Judgement:
    """Keep a verdict as a judgement; the same one again, while it is in force, changes nothing."""
    known = tuple(ledger.judgements())
    ruled = in_force(known)
    there = next((one for one in ruled if _is_on(one, verdict, {verdict.ruling}) and one.correction == verdict.correction), None)
    if there:
        return there
    against = [*_taken_back(ruled, verdict), *(_kept_apart(ledger, knowledge, ruled, verdict) if verdict.ruling == "same" else ())]
    judgement = Judgement(
        id=JudgementId(""),
        ruling=verdict.ruling,
        anchors=tuple(_anchor(ledger, fact) for fact in verdict.facts),
        by=verdict.signed.by,
        why=verdict.signed.why,
        recorded=verdict.signed.recorded or _now(),
        correction=verdict.correction,
        withdraws=tuple(sorted({one.id for one in against})),
    )
    return _stored(ledger, knowledge, judgement, known)


def is_linked(ledger: Ledger, knowledge: Knowledge, facts: tuple[Fact, Fact]) -> bool:
    """Whether a link leads from the entry of the first to that of the second, or led there until a person ruled on the two."""
    wanted = {fact.id for fact in facts}
    if any(set(one.facts) == wanted and one.ruling in {"struck", "confirmed"} for one in in_force(ledger.judgements())):
        return True
    entries = rebuild.entries(ledger, knowledge)
    owners = severings.owners_of(entries, entries.followups)
    first, second = (owners.get(fact.id) for fact in facts)
    return any((link.earlier, link.later) == (first, second) for link in entries.followups)


def undo(ledger: Ledger, knowledge: Knowledge, name: str, signed: Signature) -> Judgement:
    """Withdraw a judgement by another.

    Raises:
        UsageError: when there is no such judgement, or it is withdrawn already.
    """
    known = {one.id: one for one in ledger.judgements()}
    gone = {str(of): by for of, by in withdrawn(known.values()).items()}
    if name not in known:
        raise UsageError(_("{name!r} is the id of no judgement").format(name=name), remedy=_("foedera judgements lists them"))
    if name in gone:
        raise UsageError(_("{name!r} is withdrawn already, by {other}").format(name=name, other=gone[name]))
    judgement = Judgement(
        id=JudgementId(""),
        ruling="undone",
        anchors=(),
        by=signed.by,
        why=signed.why,
        recorded=signed.recorded or _now(),
        withdraws=(JudgementId(name),),
    )
    return _stored(ledger, knowledge, judgement, tuple(known.values()))


def review(ledger: Ledger, knowledge: Knowledge) -> tuple[Difference, ...]:
    """The rulings in force that the readings no longer fit."""
    judgements = tuple(ledger.judgements())
    documents = sorted({anchor.document for one in judgements for anchor in one.anchors})
    facts = [fact for document in documents for fact in ledger.facts_in(document)]
    return reviews.review(facts, judgements, _every(rebuild.entries(ledger, knowledge))) if judgements else ()


def _every(entries: Entries) -> Iterator[Entry]:
    for name in KINDS:
        yield from getattr(entries, name)


def _stored(ledger: Ledger, knowledge: Knowledge, judgement: Judgement, known: Sequence[Judgement]) -> Judgement:
    """Its id depends on what it says, and on how often the same was said before and withdrawn."""
    said: list[object] = [judgement.ruling, judgement.facts, judgement.by, judgement.why, judgement.recorded, judgement.withdraws]
    said += [judgement.correction.property, judgement.correction.value] if judgement.correction else []
    names, taken = (JudgementId(id_of(*said, number)) for number in range(len(known) + 1)), {one.id for one in known}
    made = replace(judgement, id=next(name for name in names if name not in taken))
    ledger.store_judgement(made)
    rebuild.refresh(ledger, knowledge)
    return made


def _taken_back(ruled: Iterable[Judgement], verdict: Verdict) -> Iterator[Judgement]:
    """What was ruled before on the very same facts and can no longer hold."""
    for one in ruled:
        corrected = verdict.correction and one.correction and verdict.correction.property == one.correction.property
        if _is_on(one, verdict, OPPOSITE[verdict.ruling]) or (corrected and _is_on(one, verdict, {"corrected"})):
            yield one


def _kept_apart(ledger: Ledger, knowledge: Knowledge, ruled: Iterable[Judgement], verdict: Verdict) -> Iterator[Judgement]:
    """What keeps apart the two entries that are to be one."""
    parted = [one for one in ruled if one.ruling == "different"]
    if parted:
        entry_of = {fact.id: entry.id for entry in _every(rebuild.entries(ledger, knowledge)) for fact in entry.facts}
        wanted = {entry_of.get(fact.id) for fact in verdict.facts}
        yield from (one for one in parted if None not in wanted and {entry_of.get(name) for name in one.facts} == wanted)


def _is_on(judgement: Judgement, verdict: Verdict, any_of: Iterable[Ruling]) -> bool:
    return judgement.ruling in any_of and set(judgement.facts) == {fact.id for fact in verdict.facts}


def _anchor(ledger: Ledger, fact: Fact) -> Anchor:
    article = ledger.article(fact.document)
    return Anchor(
        fact=fact.id,
        document=fact.document,
        kind=KIND_OF[type(fact)],
        span=fact.citation.span,
        quote=fact.citation.quote,
        report=article.record if article else "",
        read=tuple(sorted(values(fact).items())),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
