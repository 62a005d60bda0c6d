"""An anchor and the facts of its document → the fact that it means now, and whether that is sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foedera.merging.properties import HEAD, values
from foedera.model.document import DocumentId
from foedera.model.fact import KIND_OF, Fact, FactKind
from foedera.model.judgement import Anchor
from foedera.plumbing.text import fold

NAMED = frozenset({"tenure", "mechanism", "instrument"})
"""Kinds whose facts are told apart by a name, which a better reading may give in full."""
Documents = Mapping[DocumentId, Sequence[Fact]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The fact; `sure` where it has the id, or is of the same type, level or name as the one that was ruled on."""

    fact: Fact
    sure: bool


def by_document(facts: Iterable[Fact]) -> Documents:
    """The facts of each document, in order of their ids."""
    found: dict[DocumentId, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.id):
        found[fact.document].append(fact)
    return found


def found(anchor: Anchor, documents: Documents) -> Found | None:
    """The fact of that id, else the likest one of its kind in the same passage; None where no fact is read there."""
    alike = [fact for fact in documents.get(anchor.document, ()) if KIND_OF[type(fact)] == anchor.kind]
    same = next((fact for fact in alike if fact.id == anchor.fact), None)
    if same:
        return Found(fact=same, sure=True)
    near = [fact for fact in alike if fact.citation.quote == anchor.quote or fact.citation.span.meets(anchor.span)]
    if not near:
        return None
    likest = max(near, key=lambda fact: _likeness(fact, anchor))
    return Found(fact=likest, sure=_is_of_one_head(likest, anchor))


def _likeness(fact: Fact, anchor: Anchor) -> tuple[bool, int, bool, int, str]:
    """Large is good: of one head, many equal values, the same quote, much of the passage; the id only decides between equals."""
    span = fact.citation.span
    shared = min(span.end, anchor.span.end) - max(span.start, anchor.span.start)
    equal = len(values(fact).items() & set(anchor.read))
    return (_is_of_one_head(fact, anchor), equal, fact.citation.quote == anchor.quote, shared, fact.id)


def _is_of_one_head(fact: Fact, anchor: Anchor) -> bool:
    head = HEAD.get(anchor.kind)
    if head is None:
        return True
    ours, theirs = values(fact).get(head, ""), dict(anchor.read).get(head, "")
    return ours == theirs or (_may_be_fuller(anchor.kind) and (fold(ours) in fold(theirs) or fold(theirs) in fold(ours)))


def _may_be_fuller(kind: FactKind) -> bool:
    return kind in NAMED
