"""Proposals → the words in which terminal and desk tell of them."""

from __future__ import annotations

from foedera.plumbing.interface import _, noop

STATES = {"open": noop("nobody has ruled on it"), "admitted": noop("admitted"), "declined": noop("declined")}
REASONS = {
    "no_such_quote": noop("its quote is not in the report"),
    "long_quote": noop("its quote is too long for a passage"),
    "no_such_word": noop("a field has a value that Foedera does not know"),
    "no_parties": noop("it has too few parties"),
    "party_not_named": noop("the report does not name one of its parties"),
    "level_not_quoted": noop("its quote does not name the partnership"),
    "said_by_a_rule": noop("a rule reads the same there"),
    "said_before": noop("it was proposed before"),
}


def state_words(state: str) -> str:
    """The state of a proposal."""
    return _(STATES[state])


def reason_words(reason: str) -> str:
    """Why a candidate is no proposal."""
    return _(REASONS[reason])
