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
    told = asides(draft, clause)
    inside = next((aside for aside in told if aside.start <= position < aside.end), None)
    if inside is not None:
        return inside
    breaks = [hit for hit in breaks if hit.start > position or not any(aside.start <= hit.start < aside.end for aside in told)]
    start = max((hit.start for hit in breaks if hit.end <= position), default=clause.start)
    end = min((hit.start for hit in breaks if hit.start > position), default=clause.end)
    return Span(start=start, end=end)


def asides(draft: Draft, clause: Span) -> list[Span]:
    """Clauses between two commas that tell of the noun before them ("NAME of Peru, who is in Rome for a summit, met ...").

    Right behind the one who acts no comma need stand before them, and the word "also" may end them ("he who came today also met ...").
    """
    found: list[Span] = []
    for hit in draft.hits.within(clause.start, clause.end, "class", "relative"):
        if found and hit.start < found[-1].end:
            continue
        if draft.text[hit.start - 2 : hit.start] != ", " and not _of_one_who_acts(draft, hit.start):
            continue
        dates = draft.hits.within(hit.end, clause.end, "date")
        end = draft.text.find(",", hit.end + SHORTEST, clause.end)
        while end >= 0 and any(date.start < end < date.end for date in dates):
            end = draft.text.find(",", end + 1, clause.end)
        if end < 0 and draft.text[hit.start - 2] != ",":
            more = draft.hits.within(hit.end + SHORTEST, clause.end, "class", "besides")
            end = next((also.start for also in more if any(date.end <= also.start for date in dates)), -1)
        if end >= 0:
            found.append(Span(start=hit.start, end=end))
    return found


def _of_one_who_acts(draft: Draft, position: int) -> bool:
    """Whether a person, or a pronoun for one, stands right before a position."""
    low = max(0, position - NAMED)
    before = (*draft.hits.within(low, position, "person"), *draft.hits.within(low, position, "class", "he"))
    return any(hit.end == position - 1 for hit in before)


NAMED = 60
"""Characters of the longest name."""


SHORTEST = 5
"""Characters behind the first word of the shortest clause that tells of a noun: "who is ill"."""


def clause_at(sentence: Sentence, position: int) -> Span:
    """The clause of a sentence (as semicolons divide it) that holds a position."""
    if len(sentence.clauses) == 1:
        return sentence.clauses[0]
    return next((clause for clause in sentence.clauses if clause.start <= position < clause.end), sentence.span)
