"""Naming: what the facts on tenures tell of one writing of a name in one state; whose name it is follows from these alone."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.keys import Key, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name (`key`: state and words) in one script, or in the reading of one language.

    `offices` are those that reports show the bearer in or name as former; `seen` are months (`2023-11`) in which one is shown in an office.
    """

    key: Key
    writing: str
    name: str
    offices: tuple[str, ...]
    seen: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def state(self) -> str | None:
        """The state, where reports tell it."""
        return name_of(self.key)[0]

    @property
    def words(self) -> frozenset[str]:
        """The words of the name."""
        return name_of(self.key)[1]

    @property
    def place(self) -> tuple[Key, str]:
        """What tells it from every other."""
        return (self.key, self.writing)
