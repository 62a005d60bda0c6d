"""Scope: the part of a sentence in which a cue or a date governs a match."""

from __future__ import annotations

from foedera.extraction.drafts import Draft
from foedera.extraction.sentences import Sentence
from foedera.model.document import Span


def scope(draft: Draft, sentence: Sentence, position: int, *, through: str | None = None) -> Span:
    """The part of the sentence around a position: between semicolons and words that begin a new clause.

    Words that are of the class `through` as well are no break.
    """
    clause = clause_at(sentence, position)
    opening = draft.hits.within(clause.start, clause.end, "class", "clause")
    if not opening:
        return clause
    dates = [*draft.hits.within(clause.start, clause.end, "date")]
    dates += draft.hits.within(clause.start, clause.end, "class", through) if through else ()
    breaks = [hit for hit in opening if not any(date.start <= hit.start < date.end for date in dates)]
    start = max((hit.start for hit in breaks if hit.end <= position), default=clause.start)
    end = min((hit.start for hit in breaks if hit.start > position), default=clause.end)
    return Span(start=start, end=end)


def clause_at(sentence: Sentence, position: int) -> Span:
    """The clause of a sentence (as semicolons divide it) that holds a position."""
    if len(sentence.clauses) == 1:
        return sentence.clauses[0]
    return next((clause for clause in sentence.clauses if clause.start <= position < clause.end), sentence.span)
