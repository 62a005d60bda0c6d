"""Packs → what of their words does nothing: classes that no rule names, cues without phrases, forms that can match nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from foedera.extraction.hits import NEUTRAL, Hits, hits
from foedera.extraction.lexicon import Key, Lexicon, lexicon
from foedera.knowledge.terms import CUES
from foedera.model.pack import Knowledge, Pack, Phrase
from foedera.model.pattern import Class, Element, Words, parse
from foedera.model.problem import Unused
from foedera.model.rule import Rule
from foedera.plumbing.interface import _
from foedera.plumbing.text import lowered, normal


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a data file, what it stands for, and the key under which its hits are kept."""

    file: str
    text: str
    value: str
    key: Key


def unused(knowledge: Knowledge, tags: Iterable[str] = ()) -> tuple[Unused, ...]:
    """What does nothing in the packs of these languages (of all, when none is named)."""
    wanted = set(tags)
    packs = [pack for pack in knowledge.packs if not wanted or pack.tag in wanted]
    return tuple(found for pack in packs for found in (*_classes(pack), *_cues(pack), *_forms(pack, lexicon(knowledge, pack.tag))))


def _classes(pack: Pack) -> Iterator[Unused]:
    named = {element.name for rule in pack.rules for element in _elements(rule) if isinstance(element, Class)}
    for name in pack.words:
        if name not in named:
            what, remedy = _("no rule names this class"), _("name it in a rule, or leave it out")
            yield Unused(language=pack.tag, kind="class", name=name, where=_where(pack, "words.toml"), what=what, remedy=remedy)


def _cues(pack: Pack) -> Iterator[Unused]:
    for name in sorted(CUES):
        if not pack.cues.get(name):
            what, remedy = _("no phrase is given"), _("give some, if the language has them")
            yield Unused(language=pack.tag, kind="cue", name=name, where=_where(pack, "cues.toml"), what=what, remedy=remedy)


def _forms(pack: Pack, known: Lexicon) -> Iterator[Unused]:
    """Each form that no text is read with, or that does not count even where the text is that form alone."""
    covers = {lowered(text) for text in (*pack.masks, *pack.cues.get(NEUTRAL[1], ()))}
    for form in dict.fromkeys(_written(pack)):
        text = normal(form.text).text
        if text != form.text:
            what = _("{text!r} is not composed (NFC) or holds signs that no text is read with").format(text=form.text)
        elif lowered(text) in covers and not _counts(form, hits(text, known)):
            what = _("{text!r} never counts: it is a mask or a neutral phrase as well").format(text=form.text)
        else:
            continue
        remedy = _("leave it out, or correct what stands in its way")
        yield Unused(language=pack.tag, kind="form", name=form.value, where=_where(pack, form.file), what=what, remedy=remedy)


def _counts(form: _Form, found: Hits) -> bool:
    """Whether the form is found in a text of its own: what surrounds it elsewhere can only take more away."""
    return any(hit.end - hit.start == len(form.text) and hit.value == form.value for hit in found.of(*form.key))


def _written(pack: Pack) -> Iterator[_Form]:
    classes: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = (("words", pack.words), ("cues", pack.cues))
    for file, named in classes:
        yield from (_Form(f"{file}.toml", text, name, ("class", name)) for name, texts in named.items() for text in texts)
    phrases: tuple[tuple[str, tuple[Phrase, ...]], ...] = (
        ("actor", pack.actors),
        ("office", pack.offices),
        ("place", pack.places),
        ("level", pack.levels),
        ("area", pack.areas),
        ("topic", pack.topics),
    )
    for kind, forms in phrases:
        yield from (_Form(f"{kind}s.toml", phrase.text, phrase.meaning, (kind, "")) for phrase in forms)
    for rule in pack.rules:
        words = (element.text for element in _elements(rule) if isinstance(element, Words))
        yield from (_Form(f"rules/{rule.type}.toml", text, text.lower(), ("words", text.lower())) for text in words)


def _elements(rule: Rule) -> Iterator[Element]:
    for say in (*rule.say, *rule.unless, *rule.unless_here):
        for pattern in parse(say):
            yield from pattern.elements


def _where(pack: Pack, file: str) -> str:
    return f"languages/{pack.tag}/{file}"
