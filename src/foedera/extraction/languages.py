"""Language: the tag of a text's language, by script, then by letters, then by a detector, then by the words that part close languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

from foedera.model.pack import Discriminator, Knowledge
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
_CLOSE_SHARE = 0.08
"""The same of a language and those close to it, where words that only one of them has stand in the text: Italian has 0.04 of Malay."""
_FEW_WORDS = 25
"""Words of the sample below which the shares mean nothing and the detector is asked."""
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(byte for byte in range(256) if not (byte < len(_ASCII) and chr(byte).isalpha()))
"""The bytes of UTF-8 that are no letter of ASCII: texts are counted as bytes, since that takes a tenth of the time."""
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


def language(text: str, knowledge: Knowledge, *, declared: str | None = None) -> str:
    """The BCP 47 tag of the language a text is written in; `und` where it is too short to tell.

    A declared tag with a pack wins, unless the script contradicts it.
    """
    rare = _rare(text)
    counts = _scripts(text, rare)
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
    own = next((pack.tag for pack in knowledge.packs if _own_letters(rare, pack.letters) > _LETTERS_SHARE * letters), None)
    return own or _by_words(text, knowledge)


def _own_letters(rare: Counter[str], own: str) -> int:
    return sum([rare[letter] for letter in own]) if rare else 0


def _by_words(text: str, knowledge: Knowledge) -> str:
    """The language by its commonest words, by the detector where they do not tell, and by the words that part it from close ones."""
    words = _WORDS.findall(lowered(text[:SAMPLE]))
    if len(words) < _FEW_WORDS:
        return _discriminated(text, _detected(text, knowledge), knowledge)[0]
    share, tag = max([(_share(words, one.own), one.tag) for one in _commons(knowledge)], default=(0.0, ""))
    if share >= _COMMON_SHARE:
        return _discriminated(text, tag, knowledge)[0]
    if any(_share(words, one.close) >= _CLOSE_SHARE for one in _commons(knowledge) if one.tag == tag):
        # Close languages share the detector's doubts: where words part them, it need not be asked.
        told, sure = _discriminated(text, tag, knowledge)
        if sure:
            return told
    return _discriminated(text, _detected(text, knowledge), knowledge)[0]


def _share(words: list[str], common: frozenset[str]) -> float:
    return sum(map(common.__contains__, words)) / len(words)


class _Common(NamedTuple):
    """The commonest words of a language that has a pack, and the same with those of the languages close to it."""

    tag: str
    own: frozenset[str]
    close: frozenset[str]


@once
def _commons(knowledge: Knowledge) -> tuple[_Common, ...]:
    own = {pack.tag: frozenset(pack.common) for pack in knowledge.packs}
    near = {pack.tag: [own.get(close.against, frozenset()) for close in pack.discriminators] for pack in knowledge.packs}
    return tuple(_Common(tag, words, words.union(*near[tag])) for tag, words in own.items() if words)


def _rare(text: str) -> Counter[str]:
    """How often the text has each letter outside ASCII."""
    if text.isascii():
        return Counter()
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return Counter({sign: number for sign, number in Counter(beyond).items() if sign.isalpha()})


def _scripts(text: str, rare: Counter[str]) -> Counter[str]:
    """How many letters the text has of each script, by the first word of their Unicode names."""
    counts: Counter[str] = Counter()
    for letter, number in rare.items():
        counts[_script(letter)] += number
    counts["LATIN"] += len(text.encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS))
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


def _discriminated(text: str, tag: str, knowledge: Knowledge) -> tuple[str, bool]:
    """The tag, or a close language's where the words that only one of the two writes speak for that; and whether they spoke at all."""
    words: list[str] = []
    known: set[str] = set()
    spoke = False
    for pack in knowledge.packs:
        for close in pack.discriminators:
            if tag in {pack.tag, close.against}:
                words = words or _WORDS.findall(lowered(text))
                known = known or set(words)
                ours, theirs = (_told(words, known, side) for side in _sides(close))
                tag = pack.tag if ours > theirs else close.against if theirs > ours else tag
                spoke = spoke or ours != theirs
    return tag, spoke


def _told(words: list[str], known: set[str], side: _Side) -> int:
    """How many of the words and phrases of a side stand among the words of a text, whatever signs stand between them."""
    begun = [phrase for word in known & side.phrases.keys() for phrase in side.phrases[word]]
    spoken = f" {' '.join(words)} " if begun else ""
    return len(known & side.words) + sum([phrase in spoken for phrase in begun])


class _Side(NamedTuple):
    """The words that speak for a language, and by their first word the phrases of several, each between spaces."""

    words: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]


@once
def _sides(close: Discriminator) -> tuple[_Side, _Side]:
    return _side(close.ours), _side(close.theirs)


def _side(forms: Iterable[str]) -> _Side:
    told = set(map(lowered, forms))
    phrases = {form for form in told if " " in form}
    begun = {phrase.split(" ")[0] for phrase in phrases}
    return _Side(
        frozenset(told - phrases), {word: tuple(f" {phrase} " for phrase in phrases if phrase.split(" ")[0] == word) for word in begun}
    )
