"""Problem: what a check found wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`where` is `file:line`, a rule's id or a document's id; `what` and `remedy` are sentences for the user."""

    where: str
    what: str
    remedy: str = ""
