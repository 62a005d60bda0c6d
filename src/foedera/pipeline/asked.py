"""A question on some states → the entries that can answer it, without loading the others where the derived ones are fresh.

With a day `known_at` they are derived anew from what was recorded by then, read by today's rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.ledger.parts.store import Ledger
from foedera.merging import entries as merging
from foedera.model.entries import Entries
from foedera.model.keys import Key
from foedera.model.pack import Knowledge
from foedera.pipeline import past, rebuild


def of_pair(ledger: Ledger, knowledge: Knowledge, pair: Sequence[str], known_at: str | None = None) -> Entries:
    """What is told of both states together, and the persons who are seen there."""
    if known_at is not None:
        return past.entries(ledger, knowledge, known_at)
    keys = ledger.shelves.keys(pair)
    people = sorted({person for key in keys for person in ledger.names.seen_beside(key)})
    return _loaded(ledger, knowledge, [*keys, *people])


def of_parties(ledger: Ledger, knowledge: Knowledge, parties: Sequence[str], known_at: str | None = None) -> Entries:
    """What is told of all of some states together; of none in particular: everything."""
    if known_at is not None:
        return past.entries(ledger, knowledge, known_at)
    return _loaded(ledger, knowledge, ledger.shelves.keys(parties)) if parties else rebuild.entries(ledger, knowledge)


def levels_of(ledger: Ledger, knowledge: Knowledge, state: str, known_at: str | None = None) -> Entries:
    """The levels that a state has with others; nothing follows up a level."""
    if known_at is not None:
        return past.entries(ledger, knowledge, known_at)
    return _loaded(ledger, knowledge, ledger.shelves.keys((state,)), kinds=("level", "disagreements"))


def people_of(ledger: Ledger, knowledge: Knowledge, states: Sequence[str], known_at: str | None = None) -> Entries:
    """The persons of some states; of none in particular: everything."""
    if known_at is not None:
        return past.entries(ledger, knowledge, known_at)
    return _loaded(ledger, knowledge, ledger.shelves.people(states)) if states else rebuild.entries(ledger, knowledge)


def _loaded(ledger: Ledger, knowledge: Knowledge, keys: Iterable[Key], *, kinds: Sequence[str] = ()) -> Entries:
    if not ledger.is_fresh(knowledge.digest):
        return rebuild.entries(ledger, knowledge)
    return merging.whole(map(merging.folded, ledger.parts(keys, kinds)))
