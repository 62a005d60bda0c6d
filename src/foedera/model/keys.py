"""Facts → the keys under which they are merged: what several reports tell meets there, and nowhere else."""

from __future__ import annotations

from foedera.model.fact import Fact, TenureFact
from foedera.plumbing.likeness import words

Key = str
"""`JP+VN` for what is told of a party set, `JP:fumio kishida` for who bears a name in a state."""
STRUCK = "!"
"""The key of what a person ruled to be wrong, under which nothing is merged."""
STATE = ":"
"""What stands between a state and the words of a name; no party set holds it."""


def key_of(fact: Fact) -> Key:
    """The key of a fact: its parties, or of a tenure the state and the words of the name."""
    return name_key(fact.country, fact.name) if isinstance(fact, TenureFact) else party_key(fact.parties)


def party_key(parties: tuple[str, ...]) -> Key:
    """The key of a party set (sorted codes)."""
    return "+".join(parties)


def name_key(state: str | None, name: str) -> Key:
    """The key of a name in a state: its words without regard to order, marks and case."""
    return f"{state or ''}{STATE}{' '.join(sorted(words(name)))}"


def parties_of(key: Key) -> tuple[str, ...]:
    """The party set of a key."""
    return tuple(key.split("+")) if key else ()


def stateless(key: Key) -> Key:
    """The key of the same words without a state."""
    return key[key.index(STATE) :]


def name_of(key: Key) -> tuple[str | None, frozenset[str]]:
    """The state and the words of a name's key."""
    state, _, words = key.partition(STATE)
    return state or None, frozenset(words.split())
