"""Phrases of a language's data files: forms with what they mean, and the checks that a form means one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from foedera.knowledge.files import Item
from foedera.knowledge.known import Known, check_name
from foedera.knowledge.pack_schemas import ActorForms, Ministers, OfficeMark, Offices
from foedera.model.pack import Phrase
from foedera.plumbing.interface import _

ROLES = ("name", "adjective", "people", "government")
_FIELD, _HEAD, _DEPUTY = "{field}", "{head}", "{deputy_head}"


def phrases(forms: Mapping[str, Iterable[str]], *, role: str = "name", cased: bool = False) -> tuple[Phrase, ...]:
    """A phrase for each form of each meaning."""
    return tuple(Phrase(text=text, meaning=meaning, role=role, cased=cased) for meaning, texts in forms.items() for text in texts)


def actor_phrases(tables: Iterable[Item[ActorForms]], known: Known) -> tuple[Phrase, ...]:
    """The forms of all actors, by role, strong and weak. One strong name of two actors is a mistake."""
    found: list[Phrase] = []
    names: dict[str, str] = {}
    for table in tables:
        code = str(table.path[0])
        check_name(table, (), code, known.actors)
        for phrase in _forms(table.value, code):
            found.append(phrase)
            if phrase.role == "name" and not phrase.weak and names.setdefault(phrase.text, code) != code:
                what = _("{text} is already a name of {code}").format(text=phrase.text, code=names[phrase.text])
                table.complain(("name",), what, _("make one of them weak_name"))
    return tuple(dict.fromkeys(found))


def _forms(forms: ActorForms, code: str) -> Iterator[Phrase]:
    for role in ROLES:
        for weak in (False, True):
            for text in getattr(forms, f"weak_{role}" if weak else role):
                yield Phrase(text=text, meaning=code, role=role, weak=weak, cased=True)


def office_phrases(item: Item[Offices], known: Known) -> tuple[Phrase, ...]:
    """The forms of all offices: those written out, then ministers put together from head and field."""
    value = item.value
    for name in value.offices:
        if not known.has_office(name):
            check_name(item, ("offices", name), name, known.offices)
    check_one_meaning(item, ("offices",), value.offices)
    found = {text.casefold(): (text, name) for name, texts in value.offices.items() for text in texts}
    if value.ministers is not None:
        _check_ministers(item, value.ministers, known)
        for text, name in _ministers(value.ministers):
            found.setdefault(text.casefold(), (text, name))
    holders = _holders(item, set(found), known)
    return tuple(Phrase(text=text, meaning=name, role=holders.get(text.casefold(), "name")) for text, name in found.values())


def _holders(item: Item[Offices], forms: set[str], known: Known) -> dict[str, str]:
    """Form → the one state that has an office of this form."""
    states: dict[str, str] = {}
    for state, texts in item.value.holders.items():
        check_name(item, ("holders", state), state, known.states)
        for number, text in enumerate(texts):
            if text.casefold() not in forms:
                item.complain(("holders", state, number), _("{text} is the form of no office").format(text=text), _("add it to [offices]"))
            states[text.casefold()] = state
    return states


def _check_ministers(item: Item[Offices], ministers: Ministers, known: Known) -> None:
    for field in ministers.fields:
        if f"{field} minister" not in known.offices:
            check_name(item, ("ministers", "fields", field), f"{field} minister", known.offices)
    for number, pattern in enumerate(ministers.patterns):
        if _FIELD not in pattern or (_HEAD in pattern) == (_DEPUTY in pattern):
            what = _("the pattern needs {field} and one of {head} and {deputy}").format(field=_FIELD, head=_HEAD, deputy=_DEPUTY)
            item.complain(("ministers", "patterns", number), what, _("write both once"))
    check_one_meaning(item, ("ministers", "fields"), ministers.fields)


def _ministers(ministers: Ministers) -> Iterator[tuple[str, str]]:
    own = [pattern.replace(_DEPUTY, _HEAD) for pattern in ministers.patterns if _DEPUTY in pattern]
    heads = [pattern for pattern in ministers.patterns if _DEPUTY not in pattern]
    for prefix, words, patterns in (("", ministers.head, heads), ("deputy ", ministers.deputy_head, own or heads)):
        frames = [pattern.replace(_HEAD, word) for pattern in patterns for word in words]
        for field, forms in ministers.fields.items():
            name = f"{prefix}{field} minister"
            for frame in frames:
                for form in forms:
                    yield frame.replace(_FIELD, form), name


def portfolios(value: Offices) -> tuple[Phrase, ...]:
    """The fields of ministers by themselves, as they are spelled."""
    return phrases(value.ministers.fields, cased=True) if value.ministers is not None else ()


def office_marks(marks: Iterable[OfficeMark]) -> tuple[Phrase, ...]:
    """The words that change an office."""
    return tuple(Phrase(text=mark.text, meaning=mark.meaning, role=mark.side) for mark in marks)


def check_one_meaning(item: Item[Any], key: tuple[str, ...], forms: Mapping[str, Iterable[str]]) -> None:
    """Complain about a form (without regard to case) that stands under two meanings."""
    first: dict[str, str] = {}
    for meaning, texts in forms.items():
        for number, text in enumerate(texts):
            if first.setdefault(text.casefold(), meaning) != meaning:
                what = _("{text} also means {meaning}").format(text=text, meaning=first[text.casefold()])
                item.complain((*key, meaning, number), what, _("keep one"))
