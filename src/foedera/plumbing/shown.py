"""Values that a notebook shows as a page: they ask for it by the name notebooks know; a room above, which knows words, makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_makers: list[Callable[[Any], str | None]] = []


class Shown:
    """A value that can be looked at."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """What a notebook shows instead of the value's own representation; nothing where no room above makes pages."""
        return _makers[-1](self) if _makers else None


def made_by(maker: Callable[[Any], str | None]) -> None:
    """From now on this makes the pages."""
    if _makers[-1:] != [maker]:
        _makers.append(maker)
