"""Rulings → words: what was ruled, and why one comes back for review."""

from __future__ import annotations

from foedera.model.judgement import Difference, Judgement, Ruling
from foedera.plumbing.interface import _


def ruling_words(item: Judgement) -> str:
    """What was ruled."""
    if item.correction:
        value = item.correction.value or _("none")
        return _("corrected: {property} is {value}").format(property=item.correction.property, value=value)
    return _ruling(item.ruling)


def difference_words(one: Difference) -> str:
    """Why it comes back, in words."""
    if one.reason == "no_passage":
        return _("no fact is read in this passage any more")
    if one.reason == "contradicted":
        return _("another ruling, or other parties, keep the two apart")
    words = _("{property} was {ruled} and is read as {read} now")
    nothing = _("nothing")
    return words.format(property=one.property, ruled=one.ruled or nothing, read=one.read or nothing)


def _ruling(ruling: Ruling) -> str:
    return {
        "same": _("one entry"),
        "different": _("two entries"),
        "struck": _("struck"),
        "confirmed": _("confirmed"),
        "undone": _("undone"),
    }.get(ruling, ruling)
