"""Outcome: what became of one match, a fact or the reason why there is none; facts, skips and traces are read off outcomes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, structs

from foedera.extraction.drafts import Draft
from foedera.extraction.matches import Match
from foedera.model.document import Skip, Span
from foedera.model.fact import KIND_OF, Citation, Fact, FactId
from foedera.model.trace import Step
from foedera.plumbing.ids import id_of


class Outcome(Struct, frozen=True, kw_only=True):
    """`start` and `end` are the passage in the normal text; `words` are the stretches that matched."""

    rule: str
    start: int
    end: int
    words: tuple[Span, ...]
    fact: Fact | None = None
    reason: str | None = None


def refused(match: Match, reason: str) -> Outcome:
    """A match that made no fact."""
    return Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, reason=reason)


def repeated(outcome: Outcome) -> Outcome:
    """A fact that another passage says better."""
    return Outcome(rule=outcome.rule, start=outcome.start, end=outcome.end, words=outcome.words, reason="repeated")


def with_fact(outcome: Outcome, fact: Fact) -> Outcome:
    """The same outcome with its fact completed."""
    return structs.replace(outcome, fact=fact)


def made(match: Match, fact: Fact, start: int, end: int) -> Outcome:
    """A match that made a fact, cited at a stretch of the normal text."""
    return Outcome(rule=match.rule.id, start=start, end=end, words=match.words, fact=fact)


def fact_id(draft: Draft, kind: str, parties: tuple[str, ...], citation: Citation) -> FactId:
    """The digest of document, kind (with the type, title or name that tells facts of one passage apart), parties and citation."""
    return FactId(id_of(draft.article.id, kind, parties, citation.span.start, citation.span.end, citation.quote))


def facts_of(outcomes: Iterable[Outcome]) -> tuple[Fact, ...]:
    """The facts in order of their passage, kind and id; of facts with one id the first."""
    unique = {outcome.fact.id: outcome.fact for outcome in reversed(list(outcomes)) if outcome.fact is not None}
    return ordered(unique.values())


def ordered(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in order of their passage, kind and id."""
    return tuple(sorted(facts, key=_order))


def _order(fact: Fact) -> tuple[int, int, str, str]:
    return (fact.citation.span.start, fact.citation.span.end, KIND_OF[type(fact)], fact.id)


def skips_of(draft: Draft, outcomes: Iterable[Outcome]) -> tuple[Skip, ...]:
    """A skip for every match that made no fact."""
    skips = []
    for outcome in outcomes:
        if outcome.reason is None:
            continue
        citation = draft.citation(outcome.start, outcome.end)
        skips.append(
            Skip(
                reason=outcome.reason,
                detail=citation.quote,
                location=draft.article.location,
                document=draft.article.id,
                span=citation.span,
                rule=outcome.rule,
            )
        )
    return tuple(sorted(skips, key=lambda skip: (skip.span.start if skip.span else 0, skip.rule or "", skip.reason)))


def steps_of(draft: Draft, outcomes: Iterable[Outcome]) -> tuple[Step, ...]:
    """The steps of a trace, in order of place; spans lead into the text as given."""
    steps = []
    for outcome in outcomes:
        sentence = draft.sentence_at(outcome.start)
        span = sentence.span if sentence is not None else Span(start=outcome.start, end=outcome.end)
        steps.append(
            Step(
                rule=outcome.rule,
                words=tuple(draft.citation(word.start, word.end).span for word in outcome.words),
                sentence=draft.citation(span.start, span.end).span,
                fact=outcome.fact.id if outcome.fact is not None else None,
                reason=outcome.reason,
            )
        )
    return tuple(sorted(steps, key=lambda step: (step.sentence.start, step.words[0].start if step.words else 0, step.rule)))
