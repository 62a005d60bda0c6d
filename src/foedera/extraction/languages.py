"""Language: the tag of a text's language, by script, then by letters, then by a detector, then by the words that part close languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

from foedera.model.pack import Discriminator, Knowledge, Pack
from foedera.plumbing.once import once
from foedera.plumbing.text import lowered

UNKNOWN = "und"
LEAST = 20
"""Letters below which a text tells no language."""
SAMPLE = 600
"""Characters the detector reads: it walks every byte, and more changed no answer on our texts."""
KNOWN = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "hi", "hu", "id", "it", "ja", "km", "ko", "lo", "ms", "my",
    "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""Languages the detector may answer beside those that have a pack: they would be taken for one of these."""
_BY_SCRIPT = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my",
    "GREEK": "el", "HEBREW": "he", "GEORGIAN": "ka", "ARMENIAN": "hy", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te",
    "SINHALA": "si", "MONGOLIAN": "mn", "TIBETAN": "bo", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml",
    "ETHIOPIC": "am",
}  # fmt: skip
_DENSE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_WEIGHT = 3
"""Letters of an alphabet that one character of East Asia is worth."""
_SCRIPT_SHARE = 0.3
"""Kana and hangul among letters of East Asia: Japanese has half its letters in kana, a Chinese text that quotes a name has none."""
_LETTERS_SHARE = 0.06
"""Share of a language's own letters above which a text is in it: Vietnamese press has 0.2, an English text about Viet Nam below 0.02."""
_COMMON_SHARE = 0.15
"""Share of a language's commonest words from which a text is in it: running English has 0.35, Malay 0.2, Dutch has 0.07 of the English."""
_FEW_WORDS = 25
"""Words of the sample below which the shares mean nothing and the detector is asked."""
_PLAIN = re.compile(r"[a-zA-Z\s\d.,;:!?\"'()-]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


def language(text: str, knowledge: Knowledge, *, declared: str | None = None) -> str:
    """The BCP 47 tag of the language a text is written in; `und` where it is too short to tell.

    A declared tag with a pack wins, unless the script contradicts it.
    """
    counts = _scripts(text)
    letters = sum(counts.values())
    weight = letters + (_WEIGHT - 1) * sum(counts[name] for name in _DENSE)
    script = _of_script(counts, letters)
    tag = _declared(declared, knowledge)
    if tag is not None and (weight < LEAST or _fits(tag, script, knowledge)):
        return tag
    if weight < LEAST:
        return UNKNOWN
    if script is not None and script != "LATIN":
        return script if script in _BY_SCRIPT.values() else _detected(text, knowledge)
    own = next((pack.tag for pack in knowledge.packs if _own_letters(text, pack.letters) > _LETTERS_SHARE * letters), None)
    return own or _discriminated(text, _by_common_words(text, knowledge) or _detected(text, knowledge), knowledge)


def _own_letters(text: str, own: str) -> int:
    return sum(map(text.count, own))


def _by_common_words(text: str, knowledge: Knowledge) -> str | None:
    """The pack whose commonest words the text is full of; of close languages any, for the discriminators tell them apart."""
    words = _WORDS.findall(lowered(text[:SAMPLE]))
    if len(words) < _FEW_WORDS:
        return None
    shares = [(sum(word in common for word in words) / len(words), tag) for tag, common in _common(knowledge)]
    share, tag = max(shares, default=(0.0, ""))
    return tag if share >= _COMMON_SHARE else None


def _common(knowledge: Knowledge) -> Iterator[tuple[str, frozenset[str]]]:
    for pack in knowledge.packs:
        if pack.common:
            yield pack.tag, _words_of(pack)


@once
def _words_of(pack: Pack) -> frozenset[str]:
    return frozenset(pack.common)


def _scripts(text: str) -> Counter[str]:
    """How many letters the text has of each script, by the first word of their Unicode names."""
    rare = _PLAIN.sub("", text)
    counts: Counter[str] = Counter()
    for letter, number in Counter(rare).items():
        if letter.isalpha():
            counts[_script(letter)] += number
    counts["LATIN"] += sum(map(str.isalpha, text)) - counts.total()
    return +counts


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").replace("HALFWIDTH ", "").replace("FULLWIDTH ", "").split(" ")[0].split("-")[0]


def _of_script(counts: Counter[str], letters: int) -> str | None:
    """The language the script tells, else the name of the script; None where there are no letters."""
    if not letters:
        return None
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    dense = sum(counts[name] for name in _DENSE)
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
    return script is None or (
        (script == "LATIN") == latin and (latin or script in {tag, tag.split("-", maxsplit=1)[0]} or script.isupper())
    )


def _detected(text: str, knowledge: Knowledge) -> str:
    return str(_identifier(tuple(pack.tag for pack in knowledge.packs)).classify(text[:SAMPLE])[0])


@cache
def _identifier(packs: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file("data/model.npz.xz")
    identifier.set_languages(sorted({*KNOWN, *packs} & set(identifier.nb_classes)))
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
    ours, theirs = _sides(close)
    known = set(words)
    for length in range(2, 1 + max((len(phrase.split()) for phrase in ours | theirs), default=1)):
        known.update(map(" ".join, zip(*(words[at:] for at in range(length)), strict=False)))
    return len(known & ours), len(known & theirs)


@once
def _sides(close: Discriminator) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(lowered, close.ours)), frozenset(map(lowered, close.theirs))
