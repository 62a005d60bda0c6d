"""How a batch stands, what it is made of, and what became of its items, in words."""

from __future__ import annotations

from foedera.plumbing.interface import _


def state_words(state: str) -> str:
    """How it stands."""
    words = {
        "waiting": _("waits to be read"),
        "running": _("is being read"),
        "done": _("read"),
        "cancelled": _("cancelled"),
        "failed": _("could not go on"),
    }
    return words[state]


def kind_words(kind: str) -> str:
    """What was handed over."""
    return {"files": _("Files"), "text": _("A text"), "addresses": _("Addresses"), "feed": _("A feed")}[kind]


def outcome_words(outcome: str) -> str:
    """What became of an item."""
    words = {
        "taken_in": _("taken in"),
        "there_already": _("was there already"),
        "left_out": _("left out by rule"),
        "bad": _("bad"),
    }
    return words[outcome]
