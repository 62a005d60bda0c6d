"""A property and a value as a person types them → the words of the exchange format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from foedera.api.actors import actor_code, area_id, event_type, one_of
from foedera.api.days import is_date
from foedera.api.packs import known
from foedera.merging.properties import NEEDED, SEPARATOR, TENSES, properties
from foedera.model.fact import FactKind, Modality
from foedera.model.judgement import Correction
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.text import fold

NOTHING = "none"
"""What is typed for a property that has no value."""
PAIR = 2
"""The fewest parties of what two sides share."""
SHARED = frozenset({"level", "commitment"})
BOTH = "both"
_YEARLESS = re.compile(r"XXXX-(?:\d\d|XX-\d\d|\d\d-\d\d)")
_MONEY = re.compile(r"(?P<before>[A-Za-z]{3})?\s*(?P<value>[\d,]+)\s*(?P<after>[A-Za-z]{3})?")


def correction(kind: FactKind, name: str, value: str | None) -> Correction:
    """The property of a fact of this kind, and its value in the words of the exchange format; `none` (or None): it has none.

    Raises:
        UsageError: when such a fact has no such property, or the property cannot have that value.
    """
    chosen = one_of(name, properties(kind), _("{name!r} is no property of such a fact"))
    if value is None or value.strip().lower() in {"", NOTHING}:
        if chosen in NEEDED:
            raise UsageError(_("a fact cannot be without its {name}").format(name=chosen), remedy=_("strike it, or give a value"))
        return Correction(property=chosen, value=None)
    words = CHECKS.get(chosen, _text)(value.strip())
    if chosen == "parties" and kind in SHARED and len(words.split(SEPARATOR)) < PAIR:
        raise UsageError(_("{value!r} is one party").format(value=value), remedy=_("give two or more: JP,VN"))
    return Correction(property=chosen, value=words)


def _text(value: str) -> str:
    return " ".join(value.split())


def _date(value: str) -> str:
    ends = value.split("/")
    good = all(_is_end(end) for end in ends) and (len(ends) == 1 or (len(ends) == PAIR and "X" not in value and ends[0] <= ends[1]))
    if not good:
        remedy = _("give it as EDTF: 2023, 2023-11, 2023-11-27, 2023-11-25/2023-11-27 or, without a year, XXXX-11-27")
        raise UsageError(_("{value!r} is no date").format(value=value), remedy=remedy)
    return value


def _is_end(text: str) -> bool:
    if _YEARLESS.fullmatch(text):
        # A leap year has every day that a day without a year may mean; a month of 31 days every day without a month.
        return is_date(text.replace("XXXX", "2024", 1).replace("XX", "01", 1))
    return is_date(text)


def _place(value: str) -> str:
    world = known().world
    names = [*(place.name for place in world.places), *(actor.name for actor in world.actors)]
    return next((name for name in names if fold(name) == fold(value)), _text(value))


def _codes(value: str) -> str:
    return SEPARATOR.join(sorted({actor_code(name, known()) for name in re.split(r"[,;+]", value) if name.strip()}))


def _code(value: str) -> str:
    return actor_code(value, known())


def _side(value: str) -> str:
    return BOTH if fold(value) in {BOTH, "all"} else _code(value)


def _areas(value: str) -> str:
    return SEPARATOR.join(dict.fromkeys(area_id(name.strip(), known()) for name in re.split(r"[,;]", value) if name.strip()))


def _amount(value: str) -> str:
    found = _MONEY.fullmatch(value)
    currency = found and (found["before"] or found["after"])
    number = found["value"].replace(",", "") if found else ""
    if not (number and currency):
        remedy = _("give whole units and an ISO 4217 code: 500000000 USD")
        raise UsageError(_("{value!r} is no amount").format(value=value), remedy=remedy)
    return f"{int(number)} {currency.upper()}"


def _number(value: str) -> str:
    if not (value.isascii() and value.isdigit() and int(value)):
        raise UsageError(_("{value!r} is no number").format(value=value), remedy=_("give a whole number above 0"))
    return str(int(value))


def _type(value: str) -> str:
    return event_type(value, known())


def _level(value: str) -> str:
    return _text(value).lower()


def _modality(value: str) -> str:
    return one_of(value, get_args(Modality), _("{name!r} is no modality"))


def _tense(value: str) -> str:
    return one_of(value, TENSES, _("{name!r} is no tense"))


CHECKS: Mapping[str, Callable[[str], str]] = {
    "date": _date,
    "target_date": _date,
    "place": _place,
    "parties": _codes,
    "country": _code,
    "by": _side,
    "areas": _areas,
    "amount": _amount,
    "edition": _number,
    "document_count": _number,
    "type": _type,
    "level": _level,
    "office": _level,
    "modality": _modality,
    "tense": _tense,
}
"""Property → what makes the words of the exchange format of what was typed; any other is text."""
