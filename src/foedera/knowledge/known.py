"""Known: the identifiers that other data files may refer to, and the checks of such references."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from foedera.knowledge.files import Item
from foedera.knowledge.locator import Path
from foedera.plumbing import patterns
from foedera.plumbing.interface import _

_PREFIX = "deputy "


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What exists, by kind. `sites` are places and countries by name; `read` the names of the files that make up the world."""

    actors: AbstractSet[str]
    states: AbstractSet[str]
    offices: AbstractSet[str]
    areas: AbstractSet[str]
    topics: AbstractSet[str]
    levels: AbstractSet[str]
    events: AbstractSet[str]
    places: AbstractSet[str]
    sites: AbstractSet[str]
    read: AbstractSet[str]

    def has_office(self, name: str) -> bool:
        """Whether an office exists by itself or as the deputy of one that does."""
        return name in self.offices or name.removeprefix(_PREFIX) in self.offices


def check_name(item: Item[Any], key: Path, name: str | None, among: AbstractSet[str]) -> None:
    """Complain if `name` is not `among` what exists; None refers to nothing."""
    if name is None or name in among:
        return
    near = get_close_matches(name, sorted(among), n=3)
    remedy = _("did you mean {names}?").format(names=", ".join(near)) if near else _("add it to the data, or correct the name")
    item.complain(key, _("{name} is not known").format(name=name), remedy)


def check_names(item: Item[Any], key: Path, names: Iterable[str], among: AbstractSet[str]) -> None:
    """Complain about each of `names` that is not `among` what exists."""
    for number, name in enumerate(names):
        check_name(item, (*key, number), name, among)


def check_expression(item: Item[Any], key: Path, source: str, groups: AbstractSet[str]) -> None:
    """Complain if an RE2 expression does not compile or names a group that nobody reads."""
    try:
        pattern = patterns.compile(source)
    except ValueError as error:
        item.complain(key, _("no RE2 pattern: {error}").format(error=error), _("correct it; look-around does not exist in RE2"))
        return
    for group in sorted(set(pattern.names) - groups):
        remedy = _("use one of {names}").format(names=", ".join(sorted(groups))) if groups else _("leave the group without a name")
        item.complain(key, _("unknown group {name}").format(name=group), remedy)


def check_unique(items: Iterable[Item[Any]], key: str) -> None:
    """Complain about every item whose `key` an earlier one has."""
    first: dict[str, Item[Any]] = {}
    for item in items:
        name = getattr(item.value, key)
        if name in first:
            earlier = first[name].file.where(first[name].path)
            item.complain((key,), _("{name} stands twice").format(name=name), _("it is already in {where}").format(where=earlier))
        first.setdefault(name, item)
