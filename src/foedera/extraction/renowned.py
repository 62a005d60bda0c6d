"""Renowned: well-known holders of offices whom a text names without saying their office ("Boateng and Yamakawa met again")."""

from __future__ import annotations

import re
from itertools import islice

from foedera.extraction.covers import Covers
from foedera.extraction.drafts import Draft
from foedera.extraction.persons import tokens

LONGEST = 4
"""Words of a well-known name; longer ones hold such a one."""

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.?")
_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*")
"""Words that may begin with a capital, and ends of words from a letter outside ASCII on: few, so that a text is looked through quickly."""


def renowned(draft: Draft, introduced: Covers) -> dict[str, str]:
    """Each such name as the text has it, in full, with the state; a name that people of two states bear says nothing.

    `introduced` are the people whose office the text gives.
    """
    text, famous, known = draft.text, draft.register.famous, draft.register.known.keys()
    found: dict[str, str] = {}
    past = 0
    words_of = {word for word in set(_CAPITAL.findall(text)) if word[0].isupper() and not known.isdisjoint(tokens(word))}
    for capital in _CAPITAL.finditer(text) if words_of else ():
        start = capital.start()
        if start < past or capital.group() not in words_of or not _begins(text, start):
            continue
        words = [word.span() for word in islice(_WORD.finditer(text, start), LONGEST)]
        if introduced.hold(*words[0]):
            continue
        for first, end in reversed(words):
            name = text[start:end].rstrip(".")
            state = famous.get(tokens(name)) if text[first].isupper() else None
            if state is not None and "\n" not in name:
                found[name] = state
                past = end
                break
    return found


def _begins(text: str, at: int) -> bool:
    """Whether a word begins at a letter: no letter stands before it, nor one with a sign that joins the two."""
    before = text[max(0, at - 2) : at]
    return not before[-1:].isalpha() and not (before[-1:] in {"'", "’", "-"} and before[:1].isalpha())
