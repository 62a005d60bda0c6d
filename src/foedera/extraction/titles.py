"""Titles: the proper names of mechanisms and instruments, grown from a head word over the words that belong to it."""

from __future__ import annotations

import functools

from foedera.extraction import run_titles
from foedera.extraction.drafts import Draft
from foedera.extraction.matches import Match
from foedera.model.document import Span
from foedera.plumbing import patterns

LONGEST = 14
"""Words of a title beside its head: conventions of the United Nations have the longest."""

ABBREVIATION = patterns.compile(r"^[\s\x{300D}]?\(\s?([\"“']?)(?P<abbr>\p{Lu}[\p{Lu}\p{Ll}&/-]{1,11})[\"”']?\s?\)")


def title(draft: Draft, match: Match) -> Span:
    """The stretch of the title that a match belongs to: behind the head, before it, or the words of the pattern alone."""
    if not draft.pack.spaced:
        return run_titles.title(draft, match)
    start, end = match.start, match.end
    if match.rule.mark in {"after", None}:
        end = _forward(draft, end, match.clause.end)
    if match.rule.mark == "before" or (match.rule.mark == "kind" and draft.text[start].isupper()):
        start = _backward(draft, start, match.clause.start)
        end = _forward(draft, end, match.clause.end)
    return Span(start=start, end=end)


def is_name(draft: Draft, match: Match, name: str) -> bool:
    """Whether it is a name, not "an agreement": it has a capital that does not merely begin the sentence.

    In a headline in capitals throughout, capitals tell nothing.
    """
    if not draft.pack.spaced:
        return run_titles.is_name(match, name)
    if draft.text[match.sentence.span.start : match.sentence.span.end].isupper():
        return False
    words = name.split()
    opens = title(draft, match).start == match.sentence.span.start
    return any(word[:1].isupper() or word[:1].isdigit() for word in words[1 if opens else 0 :])


def abbreviation(draft: Draft, end: int) -> tuple[str, int] | None:
    """The abbreviation in brackets right behind a title, and where the bracket ends."""
    found = ABBREVIATION.search(draft.text[end : end + 20])
    return (found.groups["abbr"], end + found.end) if found is not None else None


def edition(draft: Draft, span: Span, clause: Span) -> tuple[int, Span] | None:
    """The number of a session that stands in or near a title: the nearest ordinal of the clause."""
    numbers = {phrase.text.lower(): phrase.meaning for phrase in draft.pack.dates.numbers}
    low, high = max(clause.start, span.start - NEAR), min(clause.end, span.end + NEAR)
    found: list[tuple[int, int, Span]] = []
    for pattern in draft.pack.ordinals:
        for match in _compiled(pattern).finditer(draft.text[low:high]):
            word = match.groups.get("n", "").lower()
            digits = word if word.isdigit() else numbers.get(word, "")
            if digits.isdigit():
                where = Span(start=low + match.start, end=low + match.end)
                found.append((max(0, where.start - span.end, span.start - where.end), int(digits), where))
    if not found:
        return None
    _, number, nearest = min(found, key=lambda item: (item[0], item[2].start))
    return number, nearest


NEAR = 40
"""Characters between a title and the number of its session."""


@functools.cache
def _compiled(pattern: str) -> patterns.Pattern:
    return patterns.compile(pattern)


def _forward(draft: Draft, end: int, limit: int) -> int:
    """Over capitalised words, numbers, states and, between such, linking words and dashes."""
    links = {hit.start: hit.end for hit in draft.hits.within(end, limit, "class", "name_link")}
    actors = {hit.start: hit.end for kind in ("office", "actor") for hit in draft.hits.within(end, limit, kind)}
    foreign = {hit.start for kind in ("place", "date") for hit in draft.hits.within(end, limit, kind)} - actors.keys()
    at, kept = end, end
    for _ in range(LONGEST):
        begin = _skip(draft.text, at, limit)
        if begin is None or begin in foreign:
            break
        stop = actors.get(begin) or _word_end(draft.text, begin, limit)
        word = draft.text[begin:stop]
        if begin in links and begin not in actors and not word[:1].isupper():
            at = links[begin]
            continue
        if not (begin in actors or word[:1].isupper() or word[:1].isdigit()):
            break
        kept = at = stop
    return kept


def _backward(draft: Draft, start: int, floor: int) -> int:
    """The same towards the beginning."""
    links = {hit.end: hit.start for hit in draft.hits.within(floor, start, "class", "name_link")}
    numbers = {hit.start for hit in draft.hits.within(floor, start, "number") if not hit.value.isdigit()}
    foreign = {hit.start for hit in draft.hits.within(floor, start, "place")} - {
        hit.start for hit in draft.hits.within(floor, start, "actor")
    }
    at, kept = start, start
    for _ in range(LONGEST):
        stop = at
        while stop > floor and draft.text[stop - 1] in ' -–"“':
            stop -= 1
        if at != start and at - stop > len(" - "):
            break
        begin = stop
        while begin > floor and not draft.text[begin - 1].isspace():
            begin -= 1
        word = draft.text[begin:stop].strip('"“”(')
        if not word or word[-1] in ",.;:)":
            break
        if stop in links and not word[:1].isupper():
            at = links[stop]
            continue
        if not (word[:1].isupper() or word[:1].isdigit()) or _opens_sentence(draft, begin, word) or begin in numbers or begin in foreign:
            break
        kept = at = begin + draft.text[begin:stop].index(word)
    return kept


def _opens_sentence(draft: Draft, begin: int, word: str) -> bool:
    """Whether the word is only capitalised because it begins the sentence: an article or another word that is never a name."""
    sentence = draft.sentence_at(begin)
    blocked = draft.hits.within(begin, begin + len(word), "class", "no_name")
    return sentence is not None and begin == sentence.span.start and bool(blocked)


def _skip(text: str, at: int, limit: int) -> int | None:
    """The start of the next word, spaces and dashes between; None at punctuation."""
    begin = at
    while begin < limit and text[begin] in ' -–"“':
        begin += 1
    return begin if begin < limit and (text[begin].isalnum() or text[begin] in "+&") else None


def _word_end(text: str, begin: int, limit: int) -> int:
    end = begin
    while end < limit and (text[end].isalnum() or text[end] in "+&'’-/"):
        end += 1
    return max(end, begin + 1)
