"""Renowned: well-known holders of offices whom a text names without saying their office ("Boateng and Yamakawa met again")."""

from __future__ import annotations

import re

from foedera.extraction.covers import Covers
from foedera.extraction.drafts import Draft
from foedera.extraction.persons import tokens

LONGEST = 4
"""Words of a well-known name; longer ones hold such a one."""

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.?")


def renowned(draft: Draft, introduced: Covers) -> dict[str, str]:
    """Each such name as the text has it, in full, with the state; a name that people of two states bear says nothing.

    `introduced` are the people whose office the text gives.
    """
    register, text = draft.register, draft.text
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    found: dict[str, str] = {}
    past = 0
    for at, (start, end) in enumerate(words):
        if (
            at < past
            or introduced.hold(start, end)
            or not text[start].isupper()
            or not tokens(text[start:end].rstrip(".")) & register.known.keys()
        ):
            continue
        for size in range(LONGEST, 0, -1):
            last = words[min(at + size, len(words)) - 1]
            name = text[start : last[1]].rstrip(".")
            state = register.famous.get(tokens(name)) if text[last[0]].isupper() else None
            if state is not None and "\n" not in name:
                found[name] = state
                past = at + size
                break
    return found
