"""Date expressions: where a text speaks of a date, and what the words themselves say, before any is counted from the report's day.

All patterns of a pack make one RE2 expression that finds the places; the pattern that fits a place reads it. Of patterns that begin
at one place the first in the file wins, so a pack lists the fuller ones first. A pattern must end where a word ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from foedera.extraction import orders, runs
from foedera.extraction.fields import Expression, Vocabulary, expression, key, vocabulary
from foedera.model.document import Span
from foedera.model.pack import Dates, Pack, Phrase
from foedera.plumbing import patterns
from foedera.plumbing.once import once
from foedera.plumbing.patterns import Pattern
from foedera.plumbing.text import lowered

NO_DATE = "none"
"""The shape of a pattern that only keeps others away: "2+2", "the third", "24/7"."""
REACH = 96
"""Characters before an expression in which a cue of the future stands with it: a verb, its object and a place."""
KEPT = 20_000
"""Readings of words that a scanner remembers: a month's press repeats the same few thousand."""
SENTENCE = 200
"""Characters behind an expression in which its sentence ends, where the verb stands last."""
_NAMED = re.compile(r"\(\?P<\w+>")
_BREAKS = re.compile(r"[.,;:!?\n()\"“”]")
STOP = "\u3002"
_STOPS = re.compile(r"[\n\u3002]")


class _Scanner(Struct, frozen=True, kw_only=True):
    """A pack's patterns, compiled: all in one, and each with its shape."""

    places: Pattern | None
    readers: tuple[tuple[Pattern, str], ...]
    words: Vocabulary
    cues: tuple[str, ...]
    spaced: bool
    postposed: bool
    kept: dict[str, _Reading | None] = field(default_factory=dict)


class _Reading(Struct, frozen=True):
    """What words say, and the stretch of them that is the mention."""

    start: int
    end: int
    expression: Expression


def scan(text: str, pack: Pack) -> tuple[Expression, ...]:
    """All date expressions of a normal text, in order; they do not overlap."""
    scanner = _scanner(pack)
    return orders.settled(text, _found(text, (0, len(text)), scanner))


def _found(text: str, within: tuple[int, int], scanner: _Scanner) -> Iterator[Expression]:
    start, until = within
    if scanner.places is None or start >= until:
        return
    done = start
    for match in scanner.places.finditer(text[start:until]):
        first, last = start + match.start, start + match.end
        if first < done:
            yield from _found(text, (done, last), scanner)
            done = max(done, last)
            continue
        reading, last = _read_at(text, first, last, scanner)
        if reading is None:
            yield from _found(text, (_next_word(text, first, last) if scanner.spaced else first + 1, last), scanner)
        elif reading.expression.shape != NO_DATE:
            reading = _fuller(text, first, reading, scanner)
            done = first + reading.end
            yield _placed(text, (first + reading.start, done), reading.expression, scanner)


def _read_at(text: str, first: int, last: int, scanner: _Scanner) -> tuple[_Reading | None, int]:
    """The reading of a place and where it ends: the sign behind a word is no part of it, a closing bracket may be."""
    edged = scanner.spaced and last - first > 1 and not text[last - 1].isalnum()
    if edged and (text[last - 1].isspace() or _reading(text[first:last], scanner) is None):
        last -= 1
    free = _stands_free(text, first, last) and not (_cuts_word if scanner.spaced else runs.cuts)(text, first, last)
    return (_reading(text[first:last], scanner) if free else None), last


def _fuller(text: str, first: int, reading: _Reading, scanner: _Scanner) -> _Reading:
    """The reading of a place without the words around it, where that says more: "in March", "March 2024"."""
    if not reading.start or scanner.places is None:
        return reading
    begin = first + reading.start
    match = scanner.places.match(text[begin : begin + REACH])
    found = _read_at(text, begin, begin + match.end, scanner)[0] if match else None
    if found is None or found.expression.shape == NO_DATE or found.end <= reading.end - reading.start:
        return reading
    return _Reading(reading.start + found.start, reading.start + found.end, found.expression)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no number goes on at either side."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start].isdigit() and (
        before in {"/", "+", "$", "#"} or (before in {".", ",", "-", ":"} and text[start - 2 : start - 1].isdigit())
    ):
        return False
    if text[end - 1].isdigit() and (
        after in {"%", "+"} or (after in {"/", ".", ","} and text[end + 1 : end + 2].isalnum() and after != ".")
    ):
        return False
    return not (text[end - 1].isdigit() and after == "." and text[end + 1 : end + 2].isdigit())


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a word goes on at either side."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum())


def _next_word(text: str, start: int, end: int) -> int:
    at = start
    while at < end and text[at].isalnum():
        at += 1
    return max(at, start + 1)


def _reading(words: str, scanner: _Scanner) -> _Reading | None:
    if words not in scanner.kept:
        if len(scanner.kept) >= KEPT:
            scanner.kept.clear()
        scanner.kept[words] = _read(words, scanner)
    return scanner.kept[words]


def _read(words: str, scanner: _Scanner) -> _Reading | None:
    meaning = scanner.words.relative.get(key(words))
    if meaning is not None:
        return _Reading(0, len(words), Expression(span=Span(start=0, end=0), shape="relative", relative=meaning))
    for pattern, shape in scanner.readers:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        if shape == NO_DATE:
            return _Reading(0, len(words), Expression(span=Span(start=0, end=0), shape=shape))
        found = expression(match.groups, shape, scanner.words)
        if found is not None:
            start, end = match.spans.get("x", (0, len(words)))
            lead = len(words[start:end]) - len(words[start:end].lstrip(" ([,"))
            tail = len(words[start:end]) - len(words[start:end].rstrip(" )],"))
            return _Reading(start + lead, end - tail, found)
    return None


def _placed(text: str, span: tuple[int, int], reading: Expression, scanner: _Scanner) -> Expression:
    start, end = span
    end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    future = (_ends_in_future if scanner.postposed else _has_future_before)(text, start, end, scanner.cues)
    opened = text.rfind(STOP, max(0, start - SENTENCE), start) + 1 if scanner.postposed else 0
    return replace(reading, span=Span(start=start, end=end), sentence=opened, in_brackets=bracketed, future=future)


def _has_future_before(text: str, start: int, end: int, cues: tuple[str, ...]) -> bool:
    """Whether a word of the future stands before a date, in its clause, ends it, or stands right behind it."""
    before = _BREAKS.split(lowered(text[max(0, start - REACH) : start]))[-1]
    own = lowered(text[start:end])
    after = lowered(text[end : end + REACH // 4]).lstrip()
    subject = _BREAKS.split(text[end : end + REACH].lstrip(" ,"))[0] if len(before.strip()) <= OPENING else ""
    around = f"{before}\n{own}\n{after}\n{subject}"
    near = [cue for cue in cues if cue in around]
    return any(_holds(before, cue) or _opens(after, cue) or own.endswith(f" {cue}") or _led_to(subject, cue) for cue in near)


def _led_to(words: str, cue: str) -> bool:
    """Whether a word of the future follows a short subject: two words, or more that are names ("On Friday the king will ...")."""
    subject, found, _ = words.partition(f" {cue} ")
    before = subject.split()
    return bool(found) and (len(before) <= SUBJECT or all(word[0].isupper() for word in before))


SUBJECT = 2
"""Words of a subject that is a pronoun, or an article and a noun."""

OPENING = 4
"""Characters of the word that may stand before a date which opens its clause: "on", "pada"."""


def _ends_in_future(text: str, _start: int, end: int, cues: tuple[str, ...]) -> bool:
    """Whether a word of the future stands right behind a date or ends its sentence, where verbs stand last."""
    following = _STOPS.split(text[end : end + SENTENCE], maxsplit=1)[0].rstrip(")\u300d")
    return following.startswith(cues) or following.endswith(cues)


def _holds(words: str, cue: str) -> bool:
    return cue in words and f" {cue} " in f" {words} "


def _opens(words: str, cue: str) -> bool:
    return words.startswith(cue) and not words[len(cue) : len(cue) + 1].isalnum()


@once
def _scanner(pack: Pack) -> _Scanner:
    dates = pack.dates
    sources = [(_filled(pattern.pattern, dates), pattern.shape) for pattern in dates.patterns]
    every = [source for source, _shape in sources] + ([_alternatives(dates.relative)] if dates.relative else [])
    edge = r"(?:[^\pL\pN/]|$)" if pack.spaced else ""
    joined = "|".join(f"(?:{_NAMED.sub('(?:', source)})" for source in every)
    return _Scanner(
        places=patterns.compile(f"(?i)(?:{joined}){edge}") if every else None,
        readers=tuple((patterns.compile(f"(?i){source}"), shape) for source, shape in sources),
        words=vocabulary(dates, spaced=pack.spaced),
        cues=tuple(lowered(cue) for cue in dates.future_cues),
        spaced=pack.spaced,
        postposed=pack.postposed,
    )


def _filled(pattern: str, dates: Dates) -> str:
    """A pattern with the pack's own words in place of `{month}` and its like."""
    words = {
        "month": dates.months,
        "weekday": dates.weekdays,
        "number": dates.numbers,
        "relative": dates.relative,
        "unit": dates.units,
        "era": dates.eras,
    }
    for name, phrases in words.items():
        if f"{{{name}}}" in pattern:
            pattern = pattern.replace(f"{{{name}}}", _alternatives(phrases))
    return pattern


def _alternatives(phrases: tuple[Phrase, ...]) -> str:
    forms = sorted({phrase.text for phrase in phrases}, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(re.escape(form).replace(chr(92) + ' ', ' +') for form in forms)})"
