"""Text: the normal form with its way back to the text as given, and the foldings for search and for comparing names."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\u2028\u2029\u0085"
_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_WIDE = "\uff05\uff08\uff09\uff0b-\uff1a\uff1d\uff21-\uff3b\uff3d\uff41-\uff5a"
"""Letters, digits, signs of numbers and brackets in the width of a Chinese character; stops keep it, since they end sentences."""
_HALF = "\uff61-\uff9f"
"""Kana and their stops in half the width of a Chinese character, and the marks that follow them as signs of their own."""
_ETH = "\u00d0"
"""The capital of Icelandic that older Vietnamese press writes for its own, which looks the same; in Icelandic no word begins with it."""
_ODD = re.compile(f"[{_SPACES}{_BREAKS}{_HIDDEN}{_WIDE}{_HALF}{_ETH}\r]")
_SPACE = re.compile(f"[{_SPACES}]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if re.match(f"[{_WIDE}]", chr(code))} | {ord(_ETH): 0x0110}
_HALVED = re.compile(f"[{_HALF}]+")
_HIDE = re.compile(f"[{_HIDDEN}]")
_UNEVEN = re.compile(r"[\x00-\x0c\x0e-\x7f]?[^\x00-\x7f]+|\r\n?")
"""A stretch in which the normal form may differ: letters outside ASCII with the letter they may combine with, or a line end."""

_JOINING = ((0x1161, 0x1176), (0x11A8, 0x11C3), (0x16D63, 0x16D6B), (0xFF9E, 0xFFA0))
"""Letters that combine with the one before though they are no marks: Hangul vowels and finals, Kirat Rai vowels, marks of halved kana."""

_MARKS = (
    (0x0300, 0x0370),
    (0x0591, 0x05BE),
    (0x05BF, 0x05C8),
    (0x064B, 0x0660),
    (0x0670, 0x0671),
    (0x1AB0, 0x1B00),
    (0x1DC0, 0x1E00),
)
"""Marks that search leaves out. Those of South and South-East Asian scripts and of kana make another letter and stay."""

_LETTERS = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_DENSE = "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_DENSE_RUN = re.compile(f"[{_DENSE}]+")


class _Piece(Struct, frozen=True):
    """A stretch of the normal text and the stretch of the given text it stands for; `whole` ones are mapped undivided."""

    start: int
    source: int
    source_end: int
    whole: bool


class Normal(Struct, frozen=True, kw_only=True):
    """A text in normal form that knows where each of its characters came from."""

    text: str
    _pieces: tuple[_Piece, ...] = ()
    _starts: tuple[int, ...] = ()
    _before: Normal | None = None

    def of(self, before: Normal) -> Normal:
        """The same text, made of one that was in normal form before: it leads back to what that was made of."""
        return replace(self, _before=before)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the given text for a span of the normal text, with the whole of each combining sequence it touches."""
        if self._pieces:
            start, end = self._own(start, end)
        return self._before.source(start, end) if self._before is not None else (start, end)

    def _own(self, start: int, end: int) -> tuple[int, int]:
        if start == end:
            at = self._begin(start) if start < len(self.text) else self._pieces[-1].source_end
            return at, at
        return self._begin(start), self._end(end)

    def _begin(self, at: int) -> int:
        piece = self._pieces[bisect_right(self._starts, at) - 1]
        return piece.source if piece.whole else piece.source + at - piece.start

    def _end(self, at: int) -> int:
        piece = self._pieces[bisect_right(self._starts, at - 1) - 1]
        return piece.source_end if piece.whole else piece.source + at - piece.start


def normal(text: str) -> Normal:
    """The normal form: NFC, plain spaces, line feeds as the only line ends, no invisible characters, all letters of plain width.

    A text that is in normal form already comes back as it is.
    """
    if (text.isascii() and "\r" not in text) or (not _ODD.search(text) and unicodedata.is_normalized("NFC", text)):
        return Normal(text=text)
    made: list[str] = []
    pieces: list[_Piece] = []
    length = at = 0

    def keep(until: int) -> None:
        nonlocal length
        if until > at:
            pieces.append(_Piece(length, at, until, whole=False))
            made.append(text[at:until])
            length += until - at

    for start, end, form in _changes(text):
        keep(start)
        at = end
        if form:
            pieces.append(_Piece(length, start, end, whole=True))
            made.append(form)
            length += len(form)
    keep(len(text))
    return Normal(text="".join(made), _pieces=tuple(pieces), _starts=tuple(piece.start for piece in pieces))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of the given text whose normal form differs, with that form."""
    for uneven in _UNEVEN.finditer(text):
        stretch = uneven.group()
        if stretch[0] == "\r":
            yield (*uneven.span(), "\n")
        elif _ODD.search(stretch) or not unicodedata.is_normalized("NFC", stretch):
            yield from _changed_clusters(stretch, uneven.start())


def _changed_clusters(stretch: str, offset: int) -> Iterator[tuple[int, int, str]]:
    for start, end in _clusters(stretch):
        cluster = stretch[start:end]
        whole = _HALVED.sub(_widened, _HIDE.sub("", cluster))
        form = _SPACE.sub(" ", unicodedata.normalize("NFC", whole)).translate(_NARROW)
        form = "\n" if form in _BREAKS and form else form
        if form != cluster:
            yield (offset + start, offset + end, form)


def _widened(halved: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", halved.group())


def _clusters(stretch: str) -> Iterator[tuple[int, int]]:
    """Letters with the marks that may combine with them; invisible characters stand alone unless a mark follows them."""
    start = end = 0
    for at, character in enumerate(stretch):
        if _HIDE.match(character):
            continue
        if end and _joins(character):
            end = at + 1
            continue
        if end > start:
            yield (start, end)
        if at > end:
            yield (end, at)
        start, end = at, at + 1
    if end > start:
        yield (start, end)
    if len(stretch) > end:
        yield (end, len(stretch))


def _joins(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character)[0] == "M" or any(first <= code < last for first, last in _JOINING)


def lowered(text: str) -> str:
    """Lower case, character for character: a letter whose lower case is longer stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


class _Folding(dict[int, str]):
    """Code point → its folded form, worked out when first met."""

    def __init__(self, *, words: bool, marks: bool = False) -> None:
        self.words = words
        self.marks = marks

    def __missing__(self, code: int) -> str:
        form, before = chr(code), ""
        while form != before:
            before = form
            form = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", form).casefold())
            form = form if self.marks else "".join(_LETTERS.get(letter, letter) for letter in form if not _is_mark(letter))
        form = unicodedata.normalize("NFC", form)
        if self.words:
            form = "".join(letter if unicodedata.category(letter)[0] in "LNM" else " " for letter in form)
        self[code] = form
        return form


def _is_mark(letter: str) -> bool:
    code = ord(letter)
    return any(first <= code < last for first, last in _MARKS)


_WORDS = _Folding(words=True)
_MARKED = _Folding(words=True, marks=True)
_BARE = _Folding(words=False)


def fold(text: str) -> str:
    """The form for full-text search: folded words with single spaces; Chinese characters and kana as overlapping pairs."""
    return " ".join(_DENSE_RUN.sub(_pairs, flat(text)).split())


def flat(text: str, *, marks: bool = False) -> str:
    """Folded words with white space between them, Chinese characters and kana as they run; `marks` keeps the marks of letters."""
    visible = unicodedata.normalize("NFKC", _HIDE.sub("", text))
    return unicodedata.normalize("NFC", visible.translate(_MARKED)) if marks else visible.translate(_WORDS)


def runs(word: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a folded word, and whether each is one of Chinese characters and kana."""
    at = 0
    for run in _DENSE_RUN.finditer(word):
        if run.start() > at:
            yield (at, run.start(), False)
        yield (*run.span(), True)
        at = run.end()
    if at < len(word):
        yield (at, len(word), False)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The letters of a text, each with the marks that may combine with it, end to end."""
    return _clusters(text)


def _pairs(run: re.Match[str]) -> str:
    letters = run.group()
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)] or [letters]
    return f" {' '.join(pairs)} "


def bare(text: str) -> str:
    """Letters without marks and in lower case, all else as it is: the form in which names are compared."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).translate(_BARE)
