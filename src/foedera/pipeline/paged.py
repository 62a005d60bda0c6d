"""A fresh ledger → its entries of a kind behind a place, loaded a party set at a time, so that a page costs the same in every ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from foedera.ledger.parts.shelves import KINDS
from foedera.ledger.parts.store import Ledger
from foedera.merging import entries as merging
from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.keys import Key
from foedera.model.page import Place, place_of

TOLD = ("event", "level", "commitment", "mechanism", "instrument")
"""The kinds that are told of a party set."""


def of_kind(ledger: Ledger, kind: str, parties: Sequence[str], after: Place) -> Iterator[Entry]:
    """The entries of a kind behind a place; of some parties, what all of them take part in, or the people of any."""
    if kind == "person":
        yield from _people(ledger, parties, after)
        return
    keys: Iterable[Key] = _behind(ledger.shelves.keys(parties), after) if parties else ledger.pages.keys(kind, after[0])
    for key in chain([after[0]] if after[0] and not parties else [], keys):
        yield from behind(_entries(ledger, [key], (kind,)), after)


def disputed(ledger: Ledger, parties: Sequence[str], after: Place) -> Iterator[Entry]:
    """The entries on which sources disagree, behind a place."""
    for key in chain([after[0]] if after[0] else [], ledger.pages.disputed(after[0])):
        if set(parties) <= set(key.split("+")):
            yield from (entry for entry in behind(_entries(ledger, [key], TOLD), after) if entry.disagreements)


def of_kinds(entries: Entries, kinds: Iterable[str]) -> list[Entry]:
    """Those of some kinds."""
    return [entry for kind in kinds for entry in getattr(entries, KINDS[kind])]


def behind(entries: Iterable[Entry], after: Place) -> list[Entry]:
    """Those behind a place, in order."""
    return sorted((entry for entry in entries if place_of(entry) > after), key=place_of)


def _people(ledger: Ledger, parties: Sequence[str], after: Place) -> Iterator[Entry]:
    if parties:
        yield from behind(_entries(ledger, ledger.shelves.people(sorted(set(parties))), ("person",)), after)
        return
    for key, name in ledger.pages.people(after[1]):
        yield from (entry for entry in _entries(ledger, [key], ("person",)) if entry.id == name)


def _behind(keys: Iterable[Key], after: Place) -> list[Key]:
    return [key for key in sorted(keys) if key >= after[0]]


def _entries(ledger: Ledger, keys: Sequence[Key], kinds: Iterable[str]) -> list[Entry]:
    return of_kinds(merging.whole(map(merging.folded, ledger.parts(keys))), kinds)
