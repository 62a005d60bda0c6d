"""Network: which states met or acted together in a span of time, how often, and the level in force between them."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.relation import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Two parties, the number of events of both that took place, and their level in force, where one is known."""

    parties: tuple[str, str]
    events: int
    standing: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The contacts within a span (days; None where it is open), those with most events first."""

    start: str | None
    end: str | None
    contacts: tuple[Contact, ...]
