"""Document counts: how many papers were signed, by the numbers that stand with them, and which signing such a number belongs to.

The rules of the pack tell the words in which a number counts papers, and those in which it does not ("one of the ten agreements"). A
number belongs to the signing in whose words it stands, or to one that speaks of the papers counted in the sentence before ("they were
signed").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.numerals import numeral
from foedera.extraction.outcomes import Outcome, made, refused
from foedera.model.document import Span
from foedera.model.fact import EventFact, Property
from foedera.plumbing.text import lowered

TYPE = "document_count"
"""The type of the rules."""
PROPERTY: Property = "document_count"
"""What they give."""
SIGNING = "signing"
"""The type of event that is about papers."""
UNCOUNTED, FURTHER, BEFORE = "uncounted", "further", "before"
"""Marks of rules: the number is not how many were signed; the papers are others than those told of; they were counted before."""
LEAST, MOST = 2, 300
"""One paper is named, not counted; more than some hundreds are of no one signing."""
TOUCH = 3
"""Characters between the words of a signing and a number that stands right beside them."""
JOINS = frozenset({" ", "-", ""})
"""What may stand between the words of one number."""
PARTING = frozenset(".,/-–:")
"""Signs that join figures to a larger number, or to the end of a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCount:
    """A number of papers and the words that say it."""

    number: int
    match: Match
    start: int

    @property
    def span(self) -> Span:
        """The words, with the whole number."""
        return Span(start=self.start, end=self.match.end)

    @property
    def further(self) -> bool:
        """Whether they are others than the papers told of before."""
        return self.match.rule.mark == FURTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCounts:
    """All numbers of papers in a text, in order, and the words that speak of papers counted before."""

    counts: tuple[DocumentCount, ...]
    referring: tuple[Match, ...]

    def of(self, draft: Draft, match: Match) -> DocumentCount | None:
        """The number of papers of a signing; None where its words tell none."""
        if match.rule.type != SIGNING:
            return None
        here = [count for count in self.counts if count.match.sentence == match.sentence and _beside(count.span, match)]
        if here:
            return here[0]
        if not any(_meet(words, match) for words in self.referring):
            return None
        at = bisect_left(draft.sentences, match.sentence.span.start, key=lambda sentence: sentence.span.start)
        before = draft.sentences[at - 1] if at else None
        told = [count for count in self.counts if before is not None and count.match.sentence == before]
        return told[0] if len(told) == 1 else None


NONE = DocumentCounts(counts=(), referring=())
"""A text that counts no papers."""


def document_counts(draft: Draft, found: Iterable[Match]) -> DocumentCounts:
    """What the matches of the rules for numbers of papers say."""
    heard = [match for match in found if not match.silenced]
    counted = (_counted(draft, match) for match in heard if match.rule.mark in {None, FURTHER})
    return DocumentCounts(
        counts=tuple(count for count in counted if count is not None),
        referring=tuple(match for match in heard if match.rule.mark == BEFORE),
    )


def counting(draft: Draft, found: Iterable[Match], told: Iterable[Outcome]) -> list[Outcome]:
    """What became of each match: the signing whose number of papers it gave, or why it gave none."""
    facts = [outcome.fact for outcome in told if isinstance(outcome.fact, EventFact) and outcome.fact.document_count is not None]
    return [_outcome(draft, match, facts) for match in found]


def _outcome(draft: Draft, match: Match, signings: list[EventFact]) -> Outcome:
    if match.silenced:
        return refused(match, "unless")
    start, end = match.clause.start, match.clause.end
    if match.rule.mark == BEFORE:
        words = draft.citation(match.start, match.end).span
        giving = next((fact for fact in signings if fact.citation.span.holds(words) and _elsewhere(fact)), None)
        return made(match, giving, start, end) if giving else refused(match, UNCOUNTED)
    count = _counted(draft, match) if match.rule.mark != UNCOUNTED else None
    if count is None:
        return refused(match, UNCOUNTED)
    passage = draft.citation(count.span.start, count.span.end).span
    own = [fact for fact in signings if fact.document_count == count.number]
    giving = next((fact for fact in own if (_elsewhere(fact) or fact.citation.span).holds(passage)), None)
    return made(match, giving, start, end) if giving else refused(match, "repeated" if own else "not_signed")


def _elsewhere(fact: EventFact) -> Span | None:
    """The passage outside its own from which a signing has its number of papers."""
    return next((one.citation.span for one in fact.support if one.property == PROPERTY), None)


def _counted(draft: Draft, match: Match) -> DocumentCount | None:
    """The number that a match holds; None where it only gives a place in an order, is part of a date, or counts too few or too many."""
    words = {(word.start, word.end) for word in match.words}
    first = next((hit for hit in draft.hits.within(match.start, match.end, "number") if (hit.start, hit.end) in words), None)
    if first is None:
        return None
    start = _beginning(draft, first)
    numbers = {lowered(phrase.text): int(phrase.meaning) for phrase in draft.pack.dates.numbers}
    number = numeral(lowered(draft.text[start : first.end]), numbers, spaced=draft.pack.spaced)
    if number is None or not LEAST <= number <= MOST or _of_another_kind(draft, start, first.end):
        return None
    return DocumentCount(number=number, match=match, start=min(start, match.start))


def _beginning(draft: Draft, number: Hit) -> int:
    """Where a number of several words begins ("twenty-five")."""
    start = number.start
    while not draft.text[start].isdigit():
        before = [hit for hit in draft.hits.within(max(0, start - LONGEST), start, "number") if draft.text[hit.end : start] in JOINS]
        if not before or draft.text[before[0].start].isdigit():
            break
        start = before[0].start
    return start


LONGEST = 12
"""Characters of the longest word of a number."""


def _of_another_kind(draft: Draft, start: int, end: int) -> bool:
    """Whether a number is a place in an order, a part of a date or of a larger number, or the end of a range."""
    text, hits = draft.text, draft.hits
    ordinals = hits.within(max(0, start - LONGEST), end + LONGEST, "class", "ordinal")
    dates = hits.within(max(0, start - REACH), end + REACH, "date")
    return (
        any(hit.start < end and start <= hit.end for hit in ordinals)
        or any(hit.start < end and start < hit.end for hit in dates)
        or (start > 1 and text[start - 1] in PARTING and text[start - 2].isdigit())
    )


REACH = 60
"""Characters beside a number within which a date of which it is part begins and ends."""


def _beside(span: Span, match: Match) -> bool:
    """Whether a number stands in the words of a match, or touches them."""
    return span.start <= match.end + TOUCH and match.start <= span.end + TOUCH


def _meet(words: Match, match: Match) -> bool:
    return words.start < match.end and match.start < words.end
