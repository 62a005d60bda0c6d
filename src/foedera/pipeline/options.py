"""What a run may choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from foedera.model.document import Skip
from foedera.model.reading import Reading
from foedera.plumbing.settings import DEFAULT_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`limit` bytes a text; `jsonl`: standard input holds records; `lang` and `published` fill what a record lacks.

    `recorded` is the day or moment to record instead of the clock's; `progress` is called with each item done.
    """

    limit: int = DEFAULT_LIMIT
    jsonl: bool = False
    lang: str | None = None
    published: str | None = None
    recorded: str | None = None
    progress: Callable[[Reading | Skip], None] | None = None


DEFAULT = Options()
