"""Answers → answers for a model: words of reports within a fence, as text that orders nothing, and no more of them than it can hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from foedera import api

Json = dict[str, Any]
FENCE = "untrusted_text"
_FENCES = re.compile(rf"<(?=\s*/?\s*{FENCE})", re.IGNORECASE)
SPOKEN = frozenset(
    {
        "quote", "before", "behind", "title", "titles", "name", "names", "abbr", "attributed_to", "mechanism", "earlier", "later", "value",
        "report", "reports", "since_reports", "publisher", "url", "location", "detail", "reason", "office",
    }
)  # fmt: skip
"""Keys whose values may hold words of a report, or of whoever named it."""
TAGGED = "titles"
"""What holds words by the tags of their languages."""
PLAIN = re.compile(r"[A-Za-z0-9_.:/+-]{1,40}")
"""What is too short for an order and needs no fence where identifiers and values stand: one word, a date."""
IDENTIFIERS = frozenset({"reason", "value"})
QUOTED, SOURCES, LARGEST = 700, 5, 60_000
"""Characters of a passage, sources of an entry, and characters of an answer, at most."""
CUT = " [...]"


def fenced(answer: Any, key: str = "") -> Any:  # noqa: ANN401 - any part of an answer
    """The answer with every text of reports in a fence, cut where it is long; of many sources the first."""
    if isinstance(answer, dict):
        return {name: fenced(value, key if key == TAGGED else name) for name, value in _few(answer).items()}
    if isinstance(answer, list):
        return [fenced(one, key) for one in answer]
    if not isinstance(answer, str) or key not in SPOKEN or _is_ours(answer, key):
        return answer
    shown = answer if len(answer) <= QUOTED else answer[:QUOTED] + CUT
    return f"<{FENCE}>{_FENCES.sub('&lt;', shown)}</{FENCE}>"


def fitting(made: Callable[[int], Json], limit: int) -> Json:
    """The answer with so many items, or with as many as fit."""
    while True:
        answer: Json = fenced(made(limit))
        if limit == 1 or size(answer) <= LARGEST:
            return answer
        limit //= 2


def size(answer: Json) -> int:
    """The characters of an answer."""
    return len(json.dumps(answer, ensure_ascii=False))


def _is_ours(text: str, key: str) -> bool:
    """Whether a text is an identifier, or an office by the name that Foedera has for it."""
    if key == "office":
        return set(text.split("; ")) <= _offices()
    return key in IDENTIFIERS and PLAIN.fullmatch(text) is not None


@cache
def _offices() -> frozenset[str]:
    return frozenset(office.name for office in api.world().offices)


def _few(answer: Json) -> Json:
    sources = answer.get("sources")
    if not isinstance(sources, list) or len(sources) <= SOURCES:
        return answer
    return {**answer, "sources": sources[:SOURCES], "sources_left_out": len(sources) - SOURCES}
