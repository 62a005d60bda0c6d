"""Coverage: how many rules each language has for each kind of thing, with the gaps."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.knowledge.terms import FACT_TYPES
from foedera.model.pack import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A table: `types` are its columns; each row is a language tag and the number of its rules for each of them."""

    types: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def coverage(knowledge: Knowledge) -> Coverage:
    """The rules of every language, counted by the kind of thing they find; 0 is a gap."""
    types = (*(event.id for event in knowledge.world.events), *sorted(FACT_TYPES))
    rows = []
    for pack in knowledge.packs:
        found = [rule.type for rule in pack.rules]
        rows.append((pack.tag, tuple(found.count(name) for name in types)))
    return Coverage(types=types, rows=tuple(rows))
