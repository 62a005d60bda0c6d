"""Sentences: the title, captions and body of an article divided where a sentence ends, each with its clauses.

A stop ends a sentence unless it stands in a number, behind an initial, a list number or an abbreviation of the pack, or a small
letter follows. Abbreviations that the pack writes with a small letter may stand at an end: they do where the next word, elsewhere in
the text, is written small.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from foedera.extraction import quotes
from foedera.model.article import Part, PartKind
from foedera.model.document import Span
from foedera.model.pack import Pack
from foedera.plumbing.once import once

KINDS: tuple[PartKind, ...] = ("title", "caption", "body")
OPENERS = "\"'\u201c\u2018\u00ab(["
DENSE_STOPS = "\u3002\uff01\uff1f"
"""Stops of scripts without spaces: nothing need follow them."""
LONGEST = 2_000
"""Characters after which a sentence ends, stop or no stop: three times the longest of 2,600 in reports, so that none costs more."""
PARAGRAPH = 10_000
"""Characters after which a paragraph begins, whatever the lines say: what is looked for in a paragraph costs no more than that."""
LIST_NUMBER = 4
"""Characters of the longest number that a paragraph of a list begins with: "VIII", "12)"."""
_SEMICOLONS = ";\uff1b"
_QUOTES = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f"}


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of the normal text, the kind and the number of the part it stands in, and its clauses between semicolons."""

    span: Span
    kind: PartKind
    paragraph: int
    clauses: tuple[Span, ...]


@dataclass(frozen=True)
class _Reader:
    text: str
    signs: _Signs

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the text writes with a small first letter."""
        return frozenset(word for word in self.text.split() if word[0].islower())

    @cached_property
    def stops(self) -> list[int]:
        """Where the text has a stop, and its end."""
        stops = frozenset(self.signs.stops)
        return [*(at for at, sign in enumerate(self.text) if sign in stops), len(self.text)]

    def stop_from(self, at: int) -> int:
        """Where the first stop at a position or behind it stands; the end of the text where none does."""
        return self.stops[bisect_left(self.stops, at)]

    def word(self, at: int) -> str:
        end = at
        while end < len(self.text) and self.text[end].isalpha():
            end += 1
        return self.text[at:end]


class _Signs(Struct, frozen=True, kw_only=True):
    stops: str
    closers: str
    never: frozenset[str]
    """Abbreviations that end no sentence, in lower case."""
    perhaps: frozenset[str]
    dense: bool
    """Whether the stops are those of a script without spaces, where a quotation of whole sentences goes on after its end."""


def sentences(text: str, parts: tuple[Part, ...], pack: Pack) -> tuple[Sentence, ...]:
    """The sentences of a normal text, in order."""
    reader = _Reader(text, _signs(pack))
    found: list[Sentence] = []
    number = -1
    for part in parts:
        number, begin = number + 1, part.span.start
        for span in _divided(reader, part.span) if part.kind in KINDS else ():
            if span.start - begin >= PARAGRAPH:
                number, begin = number + 1, span.start
            found.append(Sentence(span=span, kind=part.kind, paragraph=number, clauses=_clauses(text, span)))
    return tuple(found)


def _divided(reader: _Reader, part: Span) -> Iterator[Span]:
    start = at = part.start
    quoted = quotes.enclosed(reader.text, part.start, part.end) if reader.signs.dense else []
    while at < part.end:
        at = min(reader.stop_from(at), part.end, max(at, start + LONGEST))
        if at == part.end:
            break
        if at - start >= LONGEST:
            cut = max(reader.text.rfind(" ", start, at), start + LONGEST // 2)
            yield from _trimmed(reader.text, start, cut)
            start = cut
        if reader.text[at] in reader.signs.stops and not (quoted and quotes.within(quoted, at)):
            last = _last_stop(reader, at, part)
            end = _end(reader, at, last, part)
            if end is not None:
                yield from _trimmed(reader.text, start, end)
                start = end
            at = max(last, end or 0)
        at += 1
    yield from _trimmed(reader.text, start, part.end)


def _last_stop(reader: _Reader, at: int, part: Span) -> int:
    """Where the last of several stops in a row stands."""
    while at + 1 < part.end and reader.text[at + 1] in reader.signs.stops:
        at += 1
    return at


def _end(reader: _Reader, stop: int, at: int, part: Span) -> int | None:
    """Where the sentence ends whose stops stand between two positions; None if it goes on."""
    text, signs = reader.text, reader.signs
    end = at + 1
    while end < part.end and text[end] in signs.closers and not _opens_quote(text, end, part):
        end += 1
    following = end
    while following < part.end and (text[following].isspace() or text[following] in OPENERS):
        following += 1
    if following >= part.end:
        return end
    if text[at] in DENSE_STOPS:
        return end
    after = text[following]
    spaced = text[end].isspace()
    if after.islower() or not (spaced or end > at + 1 or _glued(text, stop, end)):
        return None
    ends = text[at] != "." or at > stop or not _abbreviates(reader, stop, part, following)
    return end if ends else None


def _opens_quote(text: str, at: int, part: Span) -> bool:
    """Whether a straight quotation mark behind a stop opens the next sentence: a letter follows it directly."""
    return text[at] in "\"'" and at + 1 < part.end and text[at + 1].isalnum() and text[at - 1].isspace()


def _glued(text: str, at: int, end: int) -> bool:
    """Whether the space between two sentences got lost: "...khu vuc.Hai ben ...", but not an address or an initial."""
    before, after = text[max(0, at - 2) : at], text[end : end + 2]
    return len(before) == len(after) == 2 and before.isalpha() and before.islower() and after[0].isupper() and after[1].islower()  # noqa: PLR2004


def _abbreviates(reader: _Reader, at: int, part: Span, following: int) -> bool:
    text, signs = reader.text, reader.signs
    start = at
    while start > part.start and not text[start - 1].isspace() and text[start - 1] not in OPENERS:
        start -= 1
    start = max(start, text.rfind("-", start, at) + 1)
    token = text[start : at + 1].lower()
    if start == part.start and len(token) <= LIST_NUMBER + 1 and (token[:-1].isdigit() or set(token[:-1]) <= set("ivx")):
        return True
    if token in signs.never and (text[start].isupper() or text[following].isdigit()):
        return True
    if len(token) == len("a.") and text[start].isupper():
        return True
    dated = any(sign.isdigit() for sign in token) and start > part.start
    inner = token.count(".") > 1 and not dated and all(len(part) <= 1 for part in token.split("."))
    if token in signs.perhaps or inner:
        following_word = reader.word(following)
        return not (following_word and following_word.lower() in reader.small)
    return False


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end = start + len(raw.strip())
    if any(sign.isalnum() for sign in text[start:end]):
        yield Span(start=start, end=end)


def _clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches between semicolons that stand in no quotation."""
    if not any(text.find(sign, span.start, span.end) >= 0 for sign in _SEMICOLONS):
        return (span,)
    last = {sign: text.rfind(sign, span.start, span.end) for sign in ('"', *_QUOTES.values())}
    found: list[Span] = []
    start, closing = span.start, ""
    for at in range(span.start, span.end):
        sign = text[at]
        if closing:
            closing = "" if sign == closing else closing
        elif sign in _QUOTES or sign == '"':
            closing = _QUOTES.get(sign, sign)
            closing = closing if at < last[closing] else ""
        elif sign in _SEMICOLONS:
            found.extend(_trimmed(text, start, at))
            start = at + 1
    return (*found, *_trimmed(text, start, span.end))


@once
def _signs(pack: Pack) -> _Signs:
    known = pack.sentences
    return _Signs(
        stops=known.terminators,
        closers=known.closers,
        never=frozenset(form.lower() for form in known.abbreviations if form[0].isupper()),
        perhaps=frozenset(form.lower() for form in known.abbreviations if not form[0].isupper()),
        dense=not pack.spaced,
    )
