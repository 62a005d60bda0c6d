"""What was read before: the marks by which a server tells that nothing is new, and the stamps of files and of entries of feeds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

MARKS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
"""Headers of an answer that mark its state, and those that ask for a later one."""


@dataclass(slots=True, kw_only=True)
class Memory:
    """By address: the marks of the last answer; by file or entry of a feed: the stamp it was read with."""

    marks: dict[str, dict[str, str]] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)

    def asking(self, url: str) -> dict[str, str]:
        """The headers that ask for what is new."""
        marks = self.marks.get(url, {})
        return {header: marks[mark] for mark, header in MARKS.items() if mark in marks}

    def keep(self, url: str, headers: dict[str, str]) -> None:
        """Keep the marks of an answer."""
        marks = {name: headers[name] for name in MARKS if name in headers}
        if marks:
            self.marks[url] = marks
        else:
            self.marks.pop(url, None)

    def forget(self, url: str) -> None:
        """Forget the marks of an answer, so that it is asked for as if it were new."""
        self.marks.pop(url, None)

    def has_read(self, name: str, stamp: str) -> bool:
        """Whether this was read with this very stamp."""
        return self.read.get(name) == stamp


def load(path: Path) -> Memory:
    """The memory in a file; an empty one where there is none, or it is broken: then all is fetched again, and no harm done."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Memory(marks=dict(found["marks"]), read=dict(found["read"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Memory()


def save(memory: Memory, path: Path) -> None:
    """Put the memory into a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps({"marks": memory.marks, "read": memory.read}), encoding="utf-8")
    part.replace(path)
