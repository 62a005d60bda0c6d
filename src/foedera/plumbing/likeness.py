"""Two names → how alike they are spelled, or sound when one of them is in another script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from anyascii import anyascii
from rapidfuzz import fuzz

from foedera.plumbing.text import fold

Script = Literal["latin", "kana", "han", "hangul", "other"]
_SCRIPTS: tuple[tuple[str, Script], ...] = (
    ("LATIN", "latin"),
    ("KATAKANA", "kana"),
    ("HIRAGANA", "kana"),
    ("CJK", "han"),
    ("HANGUL", "hangul"),
)
_MERGED = str.maketrans({"l": "r", "v": "b", "c": "k", "q": "k", "j": "z", "m": "n", "f": "p"})
"""Sounds that one script or another does not tell apart."""
_SPELLINGS = (("ph", "f"), ("th", "t"), ("ch", "c"), ("sh", "s"), ("ts", "t"), ("x", "s"))
NAMES = 65_536
"""Names of which what they are is kept: more than the persons of a busy ledger."""
_SILENT = re.compile("[^a-z]|[aeiouywh]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=NAMES)
def script(name: str) -> Script:
    """The script of the first letter; ideographs with kana behind them are ideographs."""
    for letter in name:
        if letter.isalpha():
            called = unicodedata.name(letter, "")
            return next((script for start, script in _SCRIPTS if called.startswith(start)), "other")
    return "other"


@lru_cache(maxsize=NAMES)
def words(name: str) -> frozenset[str]:
    """The words of a name without regard to marks and case."""
    return frozenset(fold(name).split())


def sounds_alike(name: str, other: str) -> float:
    """0 to 1: how far the consonants agree, word by word, when both are written in Latin letters.

    Meant for kana, Hangul or Chinese names in ideographs against Latin ones; Japanese names in ideographs do not tell their sound.
    """
    ours, theirs = _sounds(name), _sounds(other)
    if not ours or not theirs:
        return 0.0
    fewer, more = sorted((ours, theirs), key=len)
    return sum(max(fuzz.ratio(word, against) for against in more) for word in fewer) / len(fewer) / 100


def spelled_alike(name: str, other: str) -> float:
    """0 to 1: how far two spellings in one script agree, whatever the order of words."""
    return float(fuzz.token_sort_ratio(name, other)) / 100


@lru_cache(maxsize=8192)
def _sounds(name: str) -> tuple[str, ...]:
    words = re.split(r"[\s\-・·]+", anyascii(re.sub("[・·]", " ", name)).lower())
    return tuple(found for found in map(_skeleton, words) if found)


def _skeleton(word: str) -> str:
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word).translate(_MERGED))
