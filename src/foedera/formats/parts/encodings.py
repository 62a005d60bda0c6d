"""Bytes and the encoding that somebody declared → text and its encoding, and whether to doubt it.

UTF-8 that holds is UTF-8, whatever was declared. Otherwise the declared encoding, those of Japan and Viet Nam and windows-1252 are
tried, and the likeliest text wins; where two are about as likely, the text is doubtful, and where nothing speaks for it, none at all.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedera.formats.parts import charsets, likelihood
from foedera.formats.parts.likelihood import Likelihood

UTF8 = "utf-8"
LIKELY = 0.9
"""Share of likely words or letters from which a text is taken without doubt."""
POSSIBLE = 0.6
"""Share from which it is taken at all; below lies noise."""
MARGIN = 0.1
"""By how much the likeliest text must lead."""
_MARKS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
_VIETNAMESE = ("cp1258", "tcvn3", "tcvn", "vni", "viscii")
_JAPANESE = ("cp932", "euc_jp")
_LATIN = ("cp1252",)
_PLAIN = {
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "cp949": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Names that pages use for a wider set, as browsers read them."""
_OWN = {
    "tcvn": "tcvn",
    "tcvn3": "tcvn3",
    "tcvn5712": "tcvn",
    "tcvn5712-1": "tcvn",
    "vni": "vni",
    "viscii": "viscii",
    "x-viscii": "viscii",
    "x-vni": "vni",
}
_STRANGE = (UnicodeDecodeError, UnicodeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was read with, and whether another is about as likely."""

    text: str
    charset: str
    doubtful: bool = False


def decode(body: bytes, declared: str | None = None) -> Decoded | None:
    """The likeliest text, composed (NFC) where it was not UTF-8; None where the bytes are no text in any known encoding."""
    for mark, charset in _MARKS:
        if body.startswith(mark):
            text = _tried(body if charset == UTF8 else body[len(mark) :], charset)
            return Decoded(text=text, charset=charset, doubtful="\N{REPLACEMENT CHARACTER}" in text) if text is not None else None
    if b"\x1b" in body and any(escape in body for escape in _ESCAPES):
        text = _tried(body, "iso2022_jp")
        if text is not None:
            return Decoded(text=text, charset="iso2022_jp")
    text = _tried(body, UTF8)
    if text is not None and "\0" not in text:
        return Decoded(text=text, charset=UTF8, doubtful="\N{REPLACEMENT CHARACTER}" in text or likelihood.misread(text))
    return _wide(body) if b"\0" in body else _likeliest(body, _known(declared))


def _tried(body: bytes, charset: str) -> str | None:
    try:
        if charset in charsets.DECODERS:
            return charsets.decode(body, charset)
        text = body.decode(charset)
    except _STRANGE:
        return None
    return text if charset == UTF8 else unicodedata.normalize("NFC", text)


def _known(declared: str | None) -> str | None:
    """The name here of a declared encoding; None where it is none, or one that anything passes for."""
    name = (declared or "").strip(" \"'").lower()
    if name in _OWN:
        return _OWN[name]
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Codecs that are no encodings of text (hex, zip) and escapes are nobody's to declare.
    return _PLAIN.get(found.name, found.name) if getattr(found, "_is_text_encoding", False) and found.name not in _NEVER else None


_NEVER = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "mbcs", "oem", "undefined", UTF8, "utf-8-sig"})


def _wide(body: bytes) -> Decoded | None:
    """UTF-16 without its mark, in the order of bytes that gives legible letters."""
    tried = ((charset, _tried(body, charset)) for charset in ("utf-16-le", "utf-16-be"))
    found = [(likelihood.legible(text), charset, text) for charset, text in tried if text is not None and not likelihood.broken(text)]
    share, charset, text = max(found, default=(0.0, "", ""))
    return Decoded(text=text, charset=charset) if share >= LIKELY else None


def _likeliest(body: bytes, declared: str | None) -> Decoded | None:
    """The text that its words speak for; a declared encoding counts where it is as likely as any."""
    found = list(_candidates(body, declared))
    if not found:
        return None
    best = max(found, key=lambda one: (one.likelihood.share, one.charset == declared and one.charset not in _LATIN))
    rivals = [one for one in found if one.text != best.text and one.likelihood.share > best.likelihood.share - MARGIN]
    if best.likelihood.share < POSSIBLE:
        return _believed(found, declared)
    return Decoded(text=best.text, charset=best.charset, doubtful=_doubtful(best, rivals, declared))


def _doubtful(best: _Candidate, rivals: list[_Candidate], declared: str | None) -> bool:
    """Whether another reading is as likely, or little speaks for this one.

    A declaration decides between equals, unless it is the one that every editor writes by itself.
    """
    told = best.likelihood.told
    if best.likelihood.share < LIKELY:
        return True
    if best.charset in _LATIN:
        return any(one.likelihood.told for one in rivals) or (told > 0 and best.charset != declared)
    if best.charset == declared:
        return False
    return told < likelihood.FEW or any(one.charset not in _LATIN for one in rivals)


def _believed(found: list[_Candidate], declared: str | None) -> Decoded | None:
    """What was declared, with doubt, where nothing speaks for it or for another."""
    own = next((one for one in found if one.charset == declared), None)
    return Decoded(text=own.text, charset=own.charset, doubtful=True) if own else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    text: str
    charset: str
    likelihood: Likelihood


def _candidates(body: bytes, declared: str | None) -> Iterator[_Candidate]:
    families: tuple[tuple[tuple[str, ...], Callable[[str], Likelihood]], ...] = (
        (_JAPANESE, likelihood.japanese),
        (_VIETNAMESE, likelihood.vietnamese),
        (_LATIN, likelihood.western),
    )
    known = {charset for charsets_of, _ in families for charset in charsets_of}
    if declared and declared not in known:
        families = (((declared,), _foreign), *families)
    for names, likely in families:
        for charset in names:
            text = _tried(body, charset)
            if text is not None and not likelihood.broken(text):
                yield _Candidate(text=text, charset=charset, likelihood=likely(text))


def _foreign(text: str) -> Likelihood:
    """An encoding of other languages, which nothing here can judge, is believed when it fits the bytes."""
    letters = sum(not letter.isascii() for letter in text)
    return Likelihood(share=LIKELY, told=letters)
