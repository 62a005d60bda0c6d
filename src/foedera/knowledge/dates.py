"""Dates and amounts of a language from its data files."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from foedera.knowledge import pack_schemas as shapes
from foedera.knowledge.files import Item
from foedera.knowledge.known import check_expression, check_name, check_unique
from foedera.knowledge.locator import Path
from foedera.knowledge.phrases import check_one_meaning, phrases
from foedera.knowledge.terms import DATE_GROUPS, PLACEHOLDERS, RELATIVE, SHAPES, UNITS
from foedera.model.pack import Amounts, DatePattern, Dates
from foedera.plumbing.interface import _

_MONTHS = frozenset(str(number) for number in range(1, 13))
_WEEKDAYS = frozenset(str(number) for number in range(1, 8))


def read_dates(item: Item[shapes.Dates] | None) -> Dates:
    """The words and patterns for dates; none of them where there is no file."""
    if item is None:
        return Dates(months=(), weekdays=(), relative=(), numbers=(), patterns=())
    value = item.value
    for key, allowed in (("months", _MONTHS), ("weekdays", _WEEKDAYS), ("relative", RELATIVE), ("units", UNITS)):
        for meaning in getattr(value, key):
            check_name(item, (key, meaning), _without_count(meaning) if key == "relative" else meaning, allowed)
        check_one_meaning(item, (key,), getattr(value, key))
    _check_numbers(item, ("numbers",), value.numbers)
    _check_numbers(item, ("eras",), value.eras)
    _check_numbers(item, ("ordinals",), value.ordinals)
    for number, pattern in enumerate(value.pattern):
        check_name(item, ("pattern", number, "shape"), pattern.shape, SHAPES)
        check_pattern(item, ("pattern", number, "pattern"), _whole(pattern.pattern, value.fragments), DATE_GROUPS)
    patterns = enumerate(value.pattern)
    check_unique([Item(file=item.file, path=("pattern", number), value=pattern) for number, pattern in patterns], "id")
    return Dates(
        months=phrases(value.months),
        weekdays=phrases(value.weekdays),
        relative=phrases(value.relative),
        numbers=phrases(value.numbers),
        patterns=tuple(DatePattern(id=each.id, pattern=_whole(each.pattern, value.fragments), shape=each.shape) for each in value.pattern),
        future_cues=value.future_cues,
        units=phrases(value.units),
        eras=phrases(value.eras),
        ordinals=phrases(value.ordinals),
    )


def _whole(pattern: str, fragments: Mapping[str, str]) -> str:
    """A pattern with the pieces in place of their names; a piece may hold others that stand before it."""
    for name, piece in reversed(list(fragments.items())):
        pattern = pattern.replace(f"{{{name}}}", piece)
    return pattern


def _without_count(meaning: str) -> str:
    head = meaning.rstrip("0123456789")
    return head[:-1] if head != meaning and head[-1:] in {"+", "-"} else meaning


def check_pattern(item: Item[Any], key: Path, source: str, groups: AbstractSet[str]) -> None:
    """Complain about a pattern with placeholders for the pack's words that does not compile or names unknown groups."""
    for name in PLACEHOLDERS:
        source = source.replace(f"{{{name}}}", "(?:x)")
    check_expression(item, key, source, groups)


def read_amounts(item: Item[shapes.Amounts] | None) -> Amounts:
    """The words for money; none of them where there is no file."""
    if item is None:
        return Amounts(currencies=(), scales=(), decimal=".", group=",")
    value = item.value
    for key in ("currencies_before", "currencies_after"):
        check_one_meaning(item, (key,), getattr(value, key))
        for code in getattr(value, key):
            if not (len(code) == len("EUR") and code.isascii() and code.isupper()):
                item.complain((key, code), _("{name} is no ISO 4217 code").format(name=code), _("write three capitals"))
    _check_numbers(item, ("scales",), value.scales)
    currencies = (*phrases(value.currencies_before, role="before"), *phrases(value.currencies_after, role="after"))
    return Amounts(currencies=currencies, scales=phrases(value.scales), decimal=value.decimal, group=value.group, compound=value.compound)


def _check_numbers(item: Item[Any], key: Path, forms: dict[str, tuple[str, ...]]) -> None:
    for number in forms:
        if not (number.isascii() and number.isdigit()):
            item.complain((*key, number), _("{name} is no whole number").format(name=number), _("write it in digits"))
