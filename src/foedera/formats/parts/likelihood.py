"""A decoded text → how likely it is that it was decoded rightly: 0 (noise) to 1, by the shape of its words.

Words with letters outside ASCII are looked at, each kind of script by its own law: a Vietnamese syllable has one tone on one of its
vowels, Japanese has hiragana between characters of the first level, words of the west have few accents and these are small letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

SAMPLE = 20_000
"""Characters looked at."""
_WORDS = re.compile(r"[^\W\d_]+", re.UNICODE)
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|gi|qu|[pktc]h|nh|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?", re.IGNORECASE | re.ASCII
)  # fmt: skip
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHAPES = frozenset("\u0302\u0306\u031b")
_BARRED = {0x110: "D", 0x111: "d"}
_SIGNS = frozenset(
    "\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u00a0\u00ab\u00bb\u00a9\u00ae\u00b0\u00a3\u20ac\u2122\u00b7\u00a7\u00bd\u00b2\u00ad"
)
"""Signs that western texts have beside their letters."""
_WITHIN = re.compile(
    "[\u00ae\u00b0\u2122\u00b7\u00bd\u00b2](?=[^\\W\\d_])|(?<=[^\\W\\d_])[\u00a3\u20ac\u00a7\u00a9\u00ab\u2026](?=[^\\W\\d_])"
)
"""Signs that stand in no word."""
_HIRAGANA, _KATAKANA, _IDEOGRAPHS, _HALVED = (0x3041, 0x309F), (0x30A0, 0x30FF), (0x4E00, 0x9FFF), (0xFF61, 0xFF9F)
_FULL = ((0x3000, 0x303F), (0xFF01, 0xFF5E))
_LATIN = frozenset((*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_SECOND_LEVEL = 0xD0
"""The lead byte in EUC-JP from which the characters are those of the second level, which few texts use much of."""
BARE = 0.7
"""What a headline of ideographs alone is worth: those of other languages look the same."""
MOST_SHAPES = 2
"""Vowels of a syllable that are not the plain ones."""
FEW = 3
"""Words or letters below which a share tells little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """`share` of what was looked at that is as it should be; `told`: how much there was to look at."""

    share: float
    told: int


def vietnamese(text: str) -> Likelihood:
    """How many of the words with a mark are syllables of Viet Nam's writing; a letter alone may be a dash of another set."""
    words = [word for word in _WORDS.findall(text[:SAMPLE]) if not word.isascii() and len(word) > 1]
    strange = sum(not letter.isascii() and letter not in _SIGNS and not letter.isalpha() for letter in text[:SAMPLE])
    good = sum(_is_syllable(word) for word in words)
    return Likelihood(share=good / max(1, len(words) + strange), told=len(words))


def _is_syllable(word: str) -> bool:
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    letters = unicodedata.normalize("NFD", word.translate(_BARRED))
    marks = [letter for letter in letters if unicodedata.combining(letter)]
    shapes = sum(mark in _SHAPES for mark in marks)
    tones = sum(mark in _TONES for mark in marks)
    if tones > 1 or shapes > MOST_SHAPES or tones + shapes < len(marks):
        return False
    return _SYLLABLE.fullmatch("".join(letter for letter in letters if not unicodedata.combining(letter))) is not None


def japanese(text: str) -> Likelihood:
    """How many of the letters are hiragana, katakana or characters of the first level; without any hiragana they tell less."""
    letters = [letter for letter in text[:SAMPLE] if not letter.isascii()]
    good = sum(map(_is_japanese, letters))
    syllables = sum(_HIRAGANA[0] <= ord(letter) <= _HIRAGANA[1] for letter in letters)
    share = good / max(1, len(letters))
    return Likelihood(share=share if syllables * 20 >= len(letters) else share * BARE, told=len(letters))


def _is_japanese(letter: str) -> bool:
    code = ord(letter)
    if any(first <= code <= last for first, last in (_HIRAGANA, _KATAKANA, *_FULL)):
        return True
    if not _IDEOGRAPHS[0] <= code <= _IDEOGRAPHS[1]:
        return False
    try:
        return letter.encode("euc_jp")[0] < _SECOND_LEVEL
    except UnicodeEncodeError:
        return False


def western(text: str) -> Likelihood:
    """How many of the letters with marks stand in words that are mostly plain, and are not capitals within them; signs count as right."""
    sample = text[:SAMPLE]
    good = told = 0
    for word in _WORDS.findall(sample):
        marked = sum(not letter.isascii() for letter in word)
        if marked:
            told += marked
            good += marked if marked * 2 <= len(word) and (word.isupper() or word[1:].islower() or word.istitle()) else 0
    strange = sum(not letter.isascii() and not letter.isalpha() and letter not in _SIGNS for letter in sample)
    strange += len(_WITHIN.findall(sample))
    signs = sum(letter in _SIGNS for letter in sample)
    return Likelihood(share=(good + signs) / max(1, told + strange + signs), told=told)


def legible(text: str) -> float:
    """The share of letters and signs that our languages are written with: the measure of a text in sixteen bits a character."""
    sample = text[:SAMPLE]
    good = sum(letter.isascii() or _is_japanese(letter) or letter in _SIGNS or ord(letter) in _LATIN for letter in sample)
    return good / max(1, len(sample))


def broken(text: str) -> bool:
    """Whether the text holds what no right decoding gives: replacement characters, controls, private or unassigned code points."""
    return any(
        letter == "\N{REPLACEMENT CHARACTER}" or (unicodedata.category(letter) in {"Cc", "Co", "Cn", "Cs"} and letter not in "\t\n\r\f\v")
        for letter in set(text)
    )


def misread(text: str) -> bool:
    """Whether UTF-8 was taken for windows-1252 before it came here: the text read back as bytes is UTF-8 with letters in it."""
    if text.isascii():
        return False
    marked = re.findall("[\u0080-\u2122]{2,}", text[:SAMPLE])
    again = 0
    for run in marked:
        try:
            again += len(run.encode("cp1252").decode("utf-8")) < len(run)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return again * 2 > len(marked) and again > 0
