"""Problem: what a check found wrong, where, and what to do about it; and Unused: what is no mistake, but does nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`where` is `file:line`, a rule's id or a document's id; `what` and `remedy` are sentences for the user."""

    where: str
    what: str
    remedy: str = ""


UnusedKind = Literal["class", "cue", "form", "rule", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """What of a language pack has no effect.

    `kind`: a `class` of words that no rule names, a `cue` without phrases, a `form` that can match nowhere, a `rule` that no report
    of a corpus speaks to, a `language` of which the corpus has no report.
    """

    language: str
    kind: UnusedKind
    name: str
    where: str
    what: str
    remedy: str
