"""Judgements in a ledger → what was ruled, of the few documents on which anybody ruled."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.ledger.parts.store import Ledger
from foedera.merging.entries import countries
from foedera.merging.rulings import NONE, Rulings, rulings
from foedera.model.document import DocumentId
from foedera.model.fact import Fact, FactId
from foedera.model.keys import Key, key_of
from foedera.model.pack import Knowledge
from foedera.model.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What every stage knows: the world, what was ruled, and by document the facts as they were read and as they were ruled to be."""

    world: World
    ruled: Rulings
    read: dict[DocumentId, tuple[Fact, ...]]
    facts: dict[FactId, Fact]
    beside: dict[DocumentId, frozenset[DocumentId]]
    """The documents of the rulings on each document."""


def known(ledger: Ledger, knowledge: Knowledge) -> Known:
    """All of it; small, for people rule."""
    judgements = tuple(ledger.judgements())
    beside: dict[DocumentId, frozenset[DocumentId]] = {}
    for judgement in judgements:
        together = frozenset(anchor.document for anchor in judgement.anchors)
        for document in together:
            beside[document] = beside.get(document, frozenset()) | together
    read = {document: ledger.facts_in(document) for document in beside}
    given = [fact for facts in read.values() for fact in facts]
    facts, ruled = rulings(given, judgements, countries(knowledge.world)) if judgements else ([], NONE)
    return Known(world=knowledge.world, ruled=ruled, read=read, facts={fact.id: fact for fact in facts}, beside=beside)


def ruled_keys(known: Known) -> frozenset[Key]:
    """The keys of the facts in all documents on which anybody ruled, as they were read and as they were ruled to be."""
    return frozenset(key_of(fact) for facts in (*known.read.values(), known.facts.values()) for fact in facts)


def rule(ledger: Ledger, document: DocumentId, known: Known) -> None:
    """Keep what the facts are by rulings, of the document and all on which was ruled with it; touch whatever changes by that."""
    for other in sorted(known.beside.get(document, ())):
        ledger.touch_keys(other)
        changed = [ledger.put_ruled(fact, known.facts.get(fact.id)) for fact in known.read[other]]
        if any(changed):
            ledger.put_yearless(other, (fact for one in known.read[other] if (fact := known.facts.get(one.id))))
            ledger.touch_keys(other)
