"""What a person typed → the identifier it means: actors by any of their names, languages, event types, policy areas, offices.

Exact names come before folded ones (marks and case off), strong before weak; what fits nothing is told the nearest names.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from foedera.model.pack import Knowledge
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.text import fold

NEAREST = 3


def actor_code(name: str, knowledge: Knowledge) -> str:
    """The code of the state or organisation that `name` means, in any language of the packs.

    Raises:
        UsageError: when no name fits, or several actors bear it.
    """
    wanted = name.strip()
    codes = {actor.code.upper(): actor.code for actor in knowledge.world.actors}
    if wanted.upper() in codes:
        return codes[wanted.upper()]
    for same in (str, _folded):
        for forms in _tiers(knowledge):
            found = {code for form, code in forms if same(form) == same(wanted)}
            if len(found) == 1:
                return found.pop()
            if found:
                raise _ambiguous(name, sorted(found))
    every = {form: code for forms in _tiers(knowledge) for form, code in forms}
    nearest = list({every[form]: f"{form} ({every[form]})" for form in reversed(_nearest(wanted, every))}.values())[::-1]
    raise _unknown(_("{name!r} is no state or organisation known here"), name, nearest)


def language_tag(tag: str, knowledge: Knowledge) -> str:
    """The tag of a language that has a pack, from the tag or the language's own or English name.

    Raises:
        UsageError: when no pack fits.
    """
    names = {form: pack.tag for pack in knowledge.packs for form in (pack.tag, pack.name, pack.english)}
    primary = tag.split("-", maxsplit=1)[0].lower()
    if primary in {pack.tag for pack in knowledge.packs}:  # en-US is read as en, as in a record
        return primary
    return _among(names, tag, _("{name!r} is no language with a pack"))


def event_type(name: str, knowledge: Knowledge) -> str:
    """The id of an event type, from the id or the type's name.

    Raises:
        UsageError: when there is none.
    """
    names = {form: event.id for event in knowledge.world.events for form in (event.id, event.name)}
    return _among(names, name, _("{name!r} is no type of event"))


def area_id(name: str, knowledge: Knowledge) -> str:
    """The id of a policy area, from the id or the area's name.

    Raises:
        UsageError: when there is none.
    """
    names = {form: area.id for area in knowledge.world.areas for form in (area.id, area.name)}
    return _among(names, name, _("{name!r} is no policy area"))


def one_of(name: str, choices: Iterable[str], otherwise: str) -> str:
    """The choice that `name` is, without regard to case and separators; `otherwise` says of a `{name!r}` that it is none.

    Raises:
        UsageError: when it is none of them.
    """
    return _among({choice: choice for choice in choices}, name, otherwise)


def _tiers(knowledge: Knowledge) -> Iterator[list[tuple[str, str]]]:
    """Forms and their codes, those that bind most first: English and ISO names, names in the packs, weak names, other forms."""
    actors = knowledge.world.actors
    phrases = [phrase for pack in knowledge.packs for phrase in pack.actors]
    yield [(form, actor.code) for actor in actors for form in (actor.code, actor.iso3, actor.name) if form]
    yield [(phrase.text, phrase.meaning) for phrase in phrases if phrase.role == "name" and not phrase.weak]
    yield [(phrase.text, phrase.meaning) for phrase in phrases if phrase.role == "name" and phrase.weak]
    yield [(phrase.text, phrase.meaning) for phrase in phrases if phrase.role != "name"]


def _among(names: dict[str, str], wanted: str, message: str) -> str:
    found = names.get(wanted) or {_folded(form): value for form, value in names.items()}.get(_folded(wanted))
    if found is None:
        raise _unknown(message, wanted, list(dict.fromkeys(names[form] for form in _nearest(wanted, names))) or sorted(set(names.values())))
    return found


def _nearest(wanted: str, forms: Iterable[str]) -> list[str]:
    """The forms most like `wanted`, at most one a folded spelling."""
    by_fold: dict[str, str] = {}
    for form in forms:
        by_fold.setdefault(_folded(form), form)
    return [by_fold[close] for close in difflib.get_close_matches(_folded(wanted), by_fold, n=NEAREST)]


def _folded(text: str) -> str:
    return fold(text).replace("_", " ").replace("-", " ").strip()


def _ambiguous(name: str, codes: list[str]) -> UsageError:
    return UsageError(_("{name!r} may mean any of {codes}").format(name=name, codes=", ".join(codes)), remedy=_("give the code"))


def _unknown(message: str, name: str, nearest: list[str]) -> UsageError:
    remedy = _("nearest: {names}").format(names=", ".join(nearest)) if nearest else _("give an ISO 3166 code or an English name")
    return UsageError(message.format(name=name), remedy=remedy)
