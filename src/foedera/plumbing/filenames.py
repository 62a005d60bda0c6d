"""A name that a stranger gave to a file → one that a file here can have: no folder, nothing unseen, not hidden, not too long."""

from __future__ import annotations

import unicodedata

LONGEST = 200
"""Bytes of a name: file systems take 255, and those who write beside it add an ending."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that nobody sees, or that turn the direction of writing."""
UNNAMED = "unnamed"


def plain(name: str) -> str:
    """The name without folders and unseen characters; an ending that tells the kind of file stays."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in UNSEEN).strip()
    if seen.startswith(".") and not last.startswith("."):
        seen = UNNAMED + seen
    seen = seen.lstrip(".").strip()
    stem, dot, ending = seen.rpartition(".")
    if not dot or len(ending.encode()) > LONGEST // 4:
        return _cut(seen, LONGEST) or UNNAMED
    return f"{_cut(stem, LONGEST - len(ending.encode()) - 1) or UNNAMED}.{ending}"


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
