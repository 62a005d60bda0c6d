"""Language: the tag of a text's language, by script, then by letters, then by a detector, then by the words that part close languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

from foedera.model.pack import Discriminator, Knowledge
from foedera.plumbing.once import once
from foedera.plumbing.text import lowered

UNKNOWN = "und"
LEAST = 20
"""Letters below which a text tells no language."""
SAMPLE = 3_000
"""Characters the detector reads: it walks every byte, and more changes no answer."""
KNOWN = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "lo", "km", "ms", "my", "nl", "no",
    "pl", "pt", "ro", "ru", "sr", "sv", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
_BY_SCRIPT = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "GREEK": "el",
    "HEBREW": "he", "GEORGIAN": "ka", "ARMENIAN": "hy", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "SINHALA": "si", "MONGOLIAN": "mn",
    "TIBETAN": "bo", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "ETHIOPIC": "am",
}  # fmt: skip
_SCRIPT_SHARE = 0.3
"""Kana and hangul among letters of East Asia: Japanese has half its letters in kana, a Chinese text that quotes a name has none."""
_HORNED = 0.06
"""Share of letters with horn, dot below, hook or bar above which a Latin text is Vietnamese: its press has 0.2, no other language 0.02."""
_PLAIN = re.compile(r"[a-zA-Z\s\d.,;:!?\"'()-]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_LONGEST_PHRASE = 4


def language(text: str, knowledge: Knowledge, *, declared: str | None = None) -> str:
    """The BCP 47 tag of the language a text is written in; `und` where it is too short to tell.

    A declared tag with a pack wins, unless the script contradicts it.
    """
    counts = _scripts(text)
    letters = sum(counts.values())
    script = _of_script(counts, letters)
    tag = _declared(declared, knowledge)
    if tag is not None and (letters < LEAST or _fits(tag, script, knowledge)):
        return tag
    if letters < LEAST:
        return UNKNOWN
    if script is not None and script != "LATIN":
        return script if script in _BY_SCRIPT.values() else _detected(text)
    if _horned(text) > _HORNED * letters:
        return "vi"
    return _discriminated(text, _detected(text), knowledge)


def _scripts(text: str) -> Counter[str]:
    """How many letters the text has of each script, by the first word of their Unicode names."""
    rare = _PLAIN.sub("", text)
    counts: Counter[str] = Counter()
    for letter, number in Counter(rare).items():
        if letter.isalpha():
            counts[_script(letter)] += number
    counts["LATIN"] += sum(letter.isalpha() for letter in text) - counts.total()
    return +counts


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").replace("HALFWIDTH ", "").replace("FULLWIDTH ", "").split(" ")[0].split("-")[0]


def _of_script(counts: Counter[str], letters: int) -> str | None:
    """The language the script tells, else the name of the script; None where there are no letters."""
    if not letters:
        return None
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    dense = kana + counts["CJK"] + counts["HANGUL"]
    if dense > letters * _SCRIPT_SHARE:
        ranked = (("ko", counts["HANGUL"]), ("ja", kana))
        return next((tag for tag, number in ranked if number > dense * _SCRIPT_SHARE / 3), "zh")
    main = max(sorted(counts), key=lambda name: counts[name])
    return _BY_SCRIPT.get(main, main)


def _declared(declared: str | None, knowledge: Knowledge) -> str | None:
    if declared is None or not _TAG.fullmatch(declared):
        return None
    whole = declared.lower()
    tags = {pack.tag.lower(): pack.tag for pack in knowledge.packs}
    return tags.get(whole, tags.get(whole.split("-")[0]))


def _fits(tag: str, script: str | None, knowledge: Knowledge) -> bool:
    pack = knowledge.pack(tag)
    latin = pack is not None and pack.script == "Latn"
    return script is None or (script == "LATIN") == latin and (latin or script in {tag, tag.split("-")[0]} or script.isupper())


def _horned(text: str) -> int:
    """Letters that only Vietnamese uses in number: of Latin Extended Additional from A with dot below on, horned o and u, barred d."""
    return sum(0x1EA0 <= code <= 0x1EF9 or code in {0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0} for code in map(ord, text))  # noqa: PLR2004


def _detected(text: str) -> str:
    return str(_identifier().classify(text[:SAMPLE])[0])


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file("data/model.npz.xz")
    identifier.set_languages(sorted(set(KNOWN) & set(identifier.nb_classes)))
    return identifier


def _discriminated(text: str, tag: str, knowledge: Knowledge) -> str:
    """The tag, or a close language's where the words that only one of the two writes speak for that."""
    for pack in knowledge.packs:
        for close in pack.discriminators:
            if tag in {pack.tag, close.against}:
                ours, theirs = _told(text, close)
                tag = pack.tag if ours > theirs else close.against if theirs > ours else tag
    return tag


def _told(text: str, close: Discriminator) -> tuple[int, int]:
    words = _WORDS.findall(lowered(text))
    known = set(words)
    for length in range(2, _LONGEST_PHRASE + 1):
        known.update(" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
    ours, theirs = _sides(close)
    return len(known & ours), len(known & theirs)


@once
def _sides(close: Discriminator) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(lowered, close.ours)), frozenset(map(lowered, close.theirs))
