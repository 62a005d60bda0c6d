"""Names: where a personal name stands in a text, read off capitals, particles and honorifics; and what a name's shape tells."""

from __future__ import annotations

import functools

from msgspec import Struct

from foedera.extraction.covers import Covers, covers
from foedera.extraction.drafts import Draft
from foedera.model.world import NameShape
from foedera.plumbing import patterns
from foedera.plumbing.text import bare

FATHER = 60
"""Characters before a rank in which "son of" is looked for: three words, and one of them cut."""

MOST = 8
"""Tokens of the longest name: titles, given names, patronymic and family name of Malay and Arabic names."""

INNER = frozenset("'’-·")
"""Characters that may stand inside a name's token."""

GENITIVE = "'s"

SKIPPED = frozenset(' ,"“”‘’«»\n')
"""Characters that may stand between an office and its holder's name."""


class Limits(Struct, frozen=True, kw_only=True):
    """Positions at which no name goes on (an actor, an office, a date, a word that is never a name begins there), or is a place's."""

    starts: frozenset[int]
    words: dict[int, int]
    ends: dict[int, list[int]]
    """The same words by their end, each with where it begins."""
    weak: frozenset[int]
    """Where a state's weak form begins, which is a given name as well where two words of a name stand before it."""
    places: frozenset[int]
    honorifics: dict[int, int]
    honorific_ends: frozenset[int]
    appointed: dict[int, int]
    """Words that join a name to the office taken up ("was appointed"), by their end."""
    particles: frozenset[str]
    dates: Covers
    """The dates: a month is no name."""


def limits_of(draft: Draft) -> Limits:
    """What ends or opens a name in this draft."""
    hits = draft.hits
    honorifics = {hit.start: hit.end for hit in reversed(hits.of("class", "honorific"))}
    ending = [hit.start for kind in ("actor", "date") for hit in hits.of(kind)]
    ending += [hit.start for hit in hits.of("office") if honorifics.get(hit.start, 0) < hit.end]
    begun = {hit.start: hit.end for hit in hits.of("class", "no_name")}
    ends: dict[int, list[int]] = {}
    for start, end in begun.items():
        ends.setdefault(end, []).append(start)
    return Limits(
        starts=frozenset(ending),
        words=begun,
        ends=ends,
        weak=frozenset(hit.start for hit in hits.of("actor") if hit.weak and " " not in draft.text[hit.start : hit.end]),
        places=frozenset(hit.start for hit in hits.of("place") if not hit.weak),
        honorifics=honorifics,
        honorific_ends=frozenset(honorifics.values()),
        appointed={hit.end: hit.start for hit in reversed(hits.of("class", "appointed"))},
        particles=frozenset(word.lower() for word in draft.pack.names.particles),
        dates=covers((hit.start, hit.end) for hit in hits.of("date")),
    )


def _behind_number(text: str, at: int) -> int:
    """Where a name begins before which the number of a ruler stands ("the king, | XIII | NAME")."""
    stop = _token_end(text, at)
    number = stop - at > 1 and set(text[at:stop]) <= ROMAN and text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isupper()
    return stop + 1 if number else at


ROMAN = frozenset("IVX")


def name_after(text: str, position: int, limits: Limits, *, comma: bool = True) -> tuple[int, int] | None:
    """The name that begins right behind a position (white space, one comma and honorifics between), as (start, end)."""
    at = _skipped(text, position, comma=comma)
    while at in limits.honorifics and at not in limits.starts:
        at = _skipped(text, limits.honorifics[at], comma=False)
    at = _behind_number(text, at)
    tokens = 0
    end = at
    while tokens < MOST and at < len(text) and _goes_on(at, tokens, limits):
        behind = _ranks_of_the_father(text, at, limits)
        tokens += len(text[at:behind].split())
        at = behind
        if tokens >= MOST:
            break
        stop = _token_end(text, at)
        token = text[at:stop]
        if not token or not (
            _capital(token, limits)
            or (token.lower() in limits.particles and (tokens or (at not in limits.words and _opens(text, stop, limits))))
        ):
            break
        dotted = stop < len(text) and text[stop] == "."
        abbreviated = dotted and (len(token) == 1 or token.lower() in limits.particles)
        if _capital(token, limits):
            end = stop + abbreviated
        tokens += 1
        if dotted and not abbreviated:
            break
        at = stop + abbreviated
        if at < len(text) and text[at] == " ":
            at += 1
        elif not (abbreviated and text[at : at + 1].isupper()):
            break
    start = _first(text, position, limits, comma=comma)
    return (start, end) if end > start else None


def _goes_on(at: int, tokens: int, limits: Limits) -> bool:
    """Whether a name may go on at a position, behind so many of its words."""
    given = tokens >= GIVEN and at in limits.weak
    return (given or at not in limits.starts) and not (tokens and at in limits.words)


GIVEN = 2
"""Words of a name before a last one that is the weak form of a state as well ("Lê Hoài | Trung")."""


def _ranks_of_the_father(text: str, at: int, limits: Limits) -> int:
    """Behind the honorifics that stand within a name, right behind "son of": they are no names."""
    if text[:at].rstrip(" ").rpartition(" ")[2].lower() in limits.particles:
        while at in limits.honorifics and at not in limits.starts:
            at = _skipped(text, limits.honorifics[at], comma=False)
    return at


def name_before(text: str, position: int, limits: Limits, floor: int) -> tuple[int, int] | None:
    """The name that ends right before a position: the longest run of capitalised tokens, not before `floor`.

    A comma stands between, or words of appointment.
    """
    joint = limits.appointed.get(position - 1)
    end = position if joint is None else joint
    for start in () if joint is not None else limits.ends.get(position - 1, ()):
        if start > floor and text[start - 1] == " ":
            end = start
    while end > floor and text[end - 1] in " ,":
        end -= 1
    if joint is None and "," not in text[end:position]:
        return None
    at = end
    start = end
    for _ in range(MOST):
        begin = at
        while begin > floor and (text[begin - 1].isalpha() or text[begin - 1] in INNER or text[begin - 1] == "."):
            begin -= 1
        token = text[begin:at]
        known = token and (_capital(token, limits) or token.lower() in limits.particles)
        if not known or limits.dates.hold(begin, at) or begin in limits.starts or begin in limits.places or begin in limits.words:
            break
        if _capital(token, limits) and not _honorific(limits, begin):
            start = begin
        titled = _honorific(limits, begin) or begin - 1 in limits.honorific_ends
        if (titled and not _fathers(text, begin, limits)) or begin == floor or text[begin - 1] != " ":
            break
        at = begin - 1
    return (start, end) if start < end else None


def _opens(text: str, stop: int, limits: Limits) -> bool:
    """Whether a capital follows a particle that begins a name ("de Gaulle")."""
    at = stop + 1
    return text[stop : stop + 1] == " " and text[at : at + 1].isupper() and at not in limits.starts and at not in limits.words


def _fathers(text: str, start: int, limits: Limits) -> bool:
    """Whether the rank at or before a position is the father's: "son of" stands before it."""
    words = text[max(0, start - FATHER) : start].split(" ")[-3:]
    return any(word.lower() in limits.particles for word in words if word)


def _capital(token: str, limits: Limits) -> bool:
    """Whether a token begins with a capital, a particle joined to it aside ("al-Thani")."""
    particle, _, rest = token.partition("-")
    return token[0].isupper() or (rest[:1].isupper() and particle.lower() in limits.particles)


def fits(name: str, shape: NameShape) -> bool | None:
    """Whether a name looks like one of a state's: a known family name in its place, or every token of the right shape.

    None where the state's names have no shape of their own, so that an unknown family name says nothing.
    """
    tokens = bare(name).replace("-", " ").split()
    if not tokens:
        return False
    ends = {"family_first": tokens[:1], "family_last": tokens[-1:], "either": [tokens[0], tokens[-1]]}[shape.order]
    if shape.surnames and shape.surnames & set(ends):
        return True
    if shape.syllables is None:
        return None
    return all(_shape(shape.syllables).fullmatch(token) is not None for token in tokens)


def surely(name: str, shape: NameShape) -> bool:
    """Whether a name has both a known family name of a state in its place and, in every token, the shape of that state's names."""
    tokens = bare(name).replace("-", " ").split()
    shaped = shape.syllables is not None and all(_shape(shape.syllables).fullmatch(token) is not None for token in tokens)
    return shaped and len(tokens) > 1 and tokens[0 if shape.order == "family_first" else -1] in shape.surnames


@functools.cache
def _shape(syllables: str) -> patterns.Pattern:
    return patterns.compile(syllables)


def _honorific(limits: Limits, start: int) -> bool:
    return start in limits.honorifics


def _first(text: str, position: int, limits: Limits, *, comma: bool) -> int:
    at = _skipped(text, position, comma=comma)
    while at in limits.honorifics and at not in limits.starts:
        at = _skipped(text, limits.honorifics[at], comma=False)
    return _behind_number(text, at)


def _skipped(text: str, position: int, *, comma: bool) -> int:
    at = position
    commas = 0
    while at < len(text) and text[at] in SKIPPED and at - position < len(" , "):
        commas += text[at] == ","
        if commas > comma:
            break
        at += 1
    return at


def _token_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and (text[end].isalpha() or (text[end] in INNER and end > start and text[end + 1 : end + 2].isalpha())):
        end += 1
    return end - len(GENITIVE) if text[start:end].replace("’", "'").endswith(GENITIVE) else end
