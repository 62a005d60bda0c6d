"""Gifts: aid that is only to be given is a promise, and no event of its own beside the commitment that tells of it."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.extraction.outcomes import Outcome, repeated
from foedera.model.document import Span
from foedera.model.fact import CommitmentFact, EventFact, Fact

AID = "aid"


def to_be_given(fact: Fact | None) -> bool:
    """Whether a fact is aid that a report tells as planned."""
    return isinstance(fact, EventFact) and fact.type == AID and fact.stance.realis == "planned"


def given(events: Iterable[Outcome], promises: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes of events, without the aid that a commitment of the same passage promises."""
    told = [Span(start=one.start, end=one.end) for one in promises if isinstance(one.fact, CommitmentFact)]
    return [repeated(one) if to_be_given(one.fact) and _promised(one, told) else one for one in events]


def _promised(event: Outcome, told: list[Span]) -> bool:
    return any(word.start < passage.end and passage.start < word.end for passage in told for word in event.words)
