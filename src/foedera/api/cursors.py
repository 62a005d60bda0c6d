"""Places in long lists ↔ the cursors that name them outside: hexadecimal, and saying nothing by themselves."""

from __future__ import annotations

from foedera.model.page import FIRST, Place
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

BETWEEN = "\x1f"


def place_of(cursor: str | None) -> Place:
    """The place that a cursor stands for; without one the beginning.

    Raises:
        UsageError: when it is none.
    """
    if cursor is None:
        return FIRST
    try:
        words = bytes.fromhex(cursor).decode(errors="replace")
    except ValueError as error:
        what = _("{cursor!r} is no cursor").format(cursor=cursor)
        raise UsageError(what, remedy=_("take the one that came with the page before, or none")) from error
    first, _between, second = words.replace("\0", "").partition(BETWEEN)
    return (first, second)


def cursor_of(place: Place | None) -> str | None:
    """The cursor of a place; None where nothing follows."""
    return BETWEEN.join(filter(None, place)).encode(errors="replace").hex() if place else None
