"""Ends of links ↔ strands: what is kept of an end, so that later ends find it without the facts that it stands for."""

from __future__ import annotations

from msgspec import Struct

from foedera.merging.ends import End, Role
from foedera.model.document import DocumentId, Span
from foedera.model.fact import Amount, Citation, Fact, FactId, Modality, Undoing
from foedera.model.report import EntryId
from foedera.model.when import When

Passage = tuple[FactId, DocumentId, int]
"""A fact, its document, and where its passage begins."""


class Strand(Struct, frozen=True, array_like=True, gc=False):
    """An end of a link, as `End` has it."""

    role: Role
    entry: EntryId
    day: str
    type: str
    passages: tuple[Passage, ...]
    topics: frozenset[str]
    labels: frozenset[str]
    areas: frozenset[str]
    modality: Modality | None
    by: str | None
    amount: Amount | None
    when: When | None
    new: bool
    undone: Undoing | None
    states: frozenset[str]


def strand_of(end: End) -> Strand:
    """What is kept of an end."""
    return Strand(
        role=end.role,
        entry=end.entry,
        day=end.day,
        type=end.type,
        passages=tuple((fact.id, fact.document, fact.citation.span.start) for fact in end.facts),
        topics=end.topics,
        labels=end.labels,
        areas=end.areas,
        modality=end.modality,
        by=end.by,
        amount=end.amount,
        when=end.when,
        new=end.new,
        undone=end.undone,
        states=end.states,
    )


def end_of(strand: Strand, parties: tuple[str, ...]) -> End:
    """The end, its facts with no more of them than links need."""
    return End(
        role=strand.role,
        entry=strand.entry,
        parties=parties,
        day=strand.day,
        type=strand.type,
        facts=tuple(_fact(passage, parties) for passage in strand.passages),
        topics=strand.topics,
        labels=strand.labels,
        areas=strand.areas,
        modality=strand.modality,
        by=strand.by,
        amount=strand.amount,
        when=strand.when,
        new=strand.new,
        undone=strand.undone,
        states=strand.states,
    )


def in_order(strand: Strand) -> tuple[str, str, str, str]:
    """The order of ends."""
    return (strand.day, strand.role, strand.entry, strand.passages[0][0])


def _fact(passage: Passage, parties: tuple[str, ...]) -> Fact:
    name, document, start = passage
    return Fact(id=name, document=document, rule="", parties=parties, citation=Citation(span=Span(start=start, end=start), quote=""))
