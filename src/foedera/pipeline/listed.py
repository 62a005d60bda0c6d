"""A ledger → all its entries as a list, party set by party set and kind by kind, then the people, state by state.

From a fresh ledger a few keys are held at a time, so that memory does not grow with the list; else all is derived first, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from foedera.ledger.parts.store import Ledger
from foedera.merging import entries as merging
from foedera.model.entries import Entries
from foedera.model.entry import Entry, Person
from foedera.model.keys import STATE, Key, name_of, parties_of

AT_ONCE = 500
"""Entries of party sets that are loaded together, or those of one set where it has more: fewer cost more queries, more cost memory."""


def in_order(entries: Entries) -> Iterator[Entry]:
    """All of some entries."""
    kinds: tuple[Iterable[Entry], ...] = (entries.events, entries.levels, entries.commitments, entries.mechanisms, entries.instruments)
    yield from sorted((entry for kind in kinds for entry in kind), key=lambda entry: entry.parties)
    yield from sorted(entries.people, key=_state)


def stored(ledger: Ledger, parties: Sequence[str] = ()) -> Iterator[Entry]:
    """Those of a fresh ledger; of some parties, what all of them take part in, and the people of any."""
    shelves, sizes = ledger.shelves, ledger.shelves.sizes()
    every: list[Key] = [*shelves.keys(parties), *shelves.people(sorted(set(parties)))] if parties else list(sizes)
    for keys in _batches(sorted((key for key in every if STATE not in key), key=parties_of), sizes):
        yield from in_order(_loaded(ledger, keys))
    people = sorted((key for key in every if STATE in key), key=_state_of)
    for _state, names in groupby(people, key=_state_of):
        yield from in_order(_loaded(ledger, list(names)))


def _batches(keys: Iterable[Key], sizes: Mapping[Key, int]) -> Iterator[list[Key]]:
    """The keys in their order, so many together that their entries are few."""
    batch: list[Key] = []
    held = 0
    for key in keys:
        if batch and held + sizes.get(key, 0) > AT_ONCE:
            yield batch
            batch, held = [], 0
        batch.append(key)
        held += sizes.get(key, 0)
    if batch:
        yield batch


def _loaded(ledger: Ledger, keys: Sequence[Key]) -> Entries:
    return merging.whole(map(merging.folded, ledger.parts(keys)))


def _state(person: Person) -> str:
    return person.country or ""


def _state_of(key: Key) -> str:
    return name_of(key)[0] or ""
