"""Text → text that a spreadsheet takes for text, and never for a formula."""

from __future__ import annotations

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "\uff0b", "\uff0d", "\uff1d", "\uff20")
"""What a cell must not begin with: what begins a formula, also in full width, and what a spreadsheet skips before one."""


def guarded(cell: str | int | None) -> str | int | None:
    """The cell, with an apostrophe before what would begin a formula; numbers are as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS) else cell
