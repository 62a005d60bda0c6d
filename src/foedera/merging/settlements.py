"""Entries → the same with the values that a person ruled: what other reports say of the property stays in their facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from foedera.merging.properties import FIELDS
from foedera.model.entry import Entry
from foedera.model.fact import Fact, FactId
from foedera.model.when import compatible

E = TypeVar("E", bound=Entry)
CONFIRMABLE = frozenset({"date", "place", "document_count", "target_date", "amount"})
"""The properties on which reports may differ: who confirms a fact says that its value is the right one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A fact of which a person gave (or, `confirmed`, only approved) the value of a property."""

    fact: FactId
    property: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlements:
    """All of them in order of time, so that the last one counts; `vague` are places that say less than others."""

    all: tuple[Settlement, ...] = ()
    vague: frozenset[str] = frozenset()
    by_fact: Mapping[FactId, tuple[int, ...]] = field(default_factory=dict)

    def settled(self, entry: E) -> E:
        """The entry with the values that were ruled on its facts."""
        if not self.by_fact:
            return entry
        own = {fact.id: fact for fact in entry.facts if fact.id in self.by_fact}
        for at in sorted(at for name in own for at in self.by_fact[name]):
            one = self.all[at]
            entry = self._with(entry, own[one.fact], one)
        return entry

    def _with(self, entry: E, fact: Fact, one: Settlement) -> E:
        name = FIELDS[type(fact)][one.property]
        value: Any = getattr(fact, name)
        if one.property == "tense":
            name, value = "tense", "past" if value.realis == "asserted" else "planned"
        if not hasattr(entry, name) or (one.confirmed and self._agrees(getattr(entry, name), value, one.property)):
            return entry
        changes: dict[str, Any] = {name: value}
        return replace(entry, **changes)

    def _agrees(self, held: Any, value: Any, name: str) -> bool:  # noqa: ANN401 - any value of a property
        """Whether the entry's own value may stand beside the confirmed one, for it is as good or better."""
        if value is None:
            return True
        if name in {"date", "target_date"}:
            return held is not None and compatible(held, value)
        return held == value or (name == "place" and held is not None and value in self.vague)


def settlements(found: Iterable[Settlement], vague: Iterable[str]) -> Settlements:
    """All settlements, to be found by fact."""
    every = tuple(found)
    by_fact: dict[FactId, list[int]] = {}
    for at, one in enumerate(every):
        by_fact.setdefault(one.fact, []).append(at)
    return Settlements(all=every, vague=frozenset(vague), by_fact={name: tuple(places) for name, places in by_fact.items()})


UNSETTLED = Settlements()
"""Nothing was ruled."""
