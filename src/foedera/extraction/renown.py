"""Renown: of which states a name is, by the world's well-known holders of offices.

A part of a well-known name may mean its bearer, and so may a longer one that begins and ends alike ("Ana Maria Ruiz" is Ana Ruiz).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from foedera.extraction import runs
from foedera.extraction.persons import tokens
from foedera.extraction.registers import Register

FULL = 2
"""Tokens of a name in full: given and family name."""
FULL_SIGNS = 3
"""Ideographs of a name in full."""


def states_of(register: Register, name: str) -> frozenset[str]:
    """The states of the well-known people whom a name may mean, in full or in part."""
    own = tokens(name)
    rows = min((register.known.get(token, ()) for token in sorted(own)), key=len, default=())
    among = {state for state, whole in rows if own <= whole}
    if not among and not runs.is_dense(name):
        ends = {token for word in (name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]) for token in tokens(word)}
        longer = (row for token in sorted(own) for row in register.known.get(token, ()))
        among = {state for state, whole in longer if len(whole) >= FULL and ends <= whole <= own}
    return frozenset(among)


def in_full(name: str) -> bool:
    """Whether a name is more than a family name, which people of many states may share."""
    return _length(name, tokens(name)) >= (FULL_SIGNS if runs.kind(name[0]) == runs.IDEOGRAPH else FULL)


def _length(name: str, own: AbstractSet[str]) -> int:
    return len(name) if runs.kind(name[0]) == runs.IDEOGRAPH else len(own)
