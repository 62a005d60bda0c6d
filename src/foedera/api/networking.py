"""The verb that tells which states were in contact within a span of time."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from foedera.api.days import first_day, last_day
from foedera.api.ledger import events
from foedera.api.lookups import relations
from foedera.model.network import Contact, Network
from foedera.plumbing.settings import Location


def network(*, ledger: Location | None = None, start: str | None = None, end: str | None = None) -> Network:
    """The pairs with an event or a level in force; an event of several parties counts for each two of them.

    Raises:
        UsageError: when a date is none, or the span holds no day.
    """
    past = [one for one in events(ledger=ledger, start=start, end=end) if one.tense == "past"]
    met = Counter(pair for one in past for pair in combinations(sorted(one.parties), 2))
    held = {tuple(sorted(one.parties)): one.standing for one in relations(ledger=ledger) if len(one.parties) == len("ab")}
    pairs = {*met, *((a, b) for (a, b), standing in held.items() if standing)}
    contacts = [Contact(parties=pair, events=met[pair], standing=held.get(pair)) for pair in pairs]
    ordered = sorted(contacts, key=lambda one: (-one.events, one.parties))
    return Network(start=first_day(start), end=last_day(end), contacts=tuple(ordered))
