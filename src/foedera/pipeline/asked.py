"""A question on some states → the entries that can answer it, without loading the others.

While somebody writes, the party sets whose entries wait to be derived are derived for the answer, from what is kept by then. Their persons
and origins are those of the last derivation, so that such an answer may still part what the finished ledger puts together; a small ledger
is rather derived as a whole. With a day `known_at` the entries are derived anew from what was recorded by then, read by today's rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from foedera.ledger.parts.store import Ledger
from foedera.ledger.parts.wave import ALL
from foedera.merging import entries as merging
from foedera.merging import pairs
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.fact import Fact, TenureFact
from foedera.model.keys import Key, parties_of
from foedera.model.pack import Knowledge
from foedera.model.relation import Holding
from foedera.model.report import Report
from foedera.pipeline import judge, judged, parties, past, rebuild

SMALL = 1_000
"""The most reports of a ledger that is derived as a whole while it is not fresh: two seconds (`./run bench ledger`: 1.4 ms a report)."""


def of_pair(ledger: Ledger, knowledge: Knowledge, pair: Sequence[str], known_at: str | None = None) -> Entries:
    """What is told of both states together, and the persons who are seen there, as far as they are."""
    if (whole := _whole(ledger, knowledge, known_at)) is not None:
        return whole
    keys, waiting = ledger.shelves.keys(pair), _waiting(ledger, pair)
    people = sorted({person for key in {*keys, *waiting} for person in ledger.names.seen_beside(key)})
    told = [*ledger.parts(keys, beside=waiting), *_anew(ledger, knowledge, waiting)]
    return _put_together(told, ledger.people_in(people, _reports(told)))


def of_parties(ledger: Ledger, knowledge: Knowledge, states: Sequence[str], known_at: str | None = None) -> Entries:
    """What is told of all of some states together; of none in particular: everything."""
    if (whole := _whole(ledger, knowledge, known_at)) is not None:
        return whole
    waiting, keys = _waiting(ledger, states), ledger.shelves.keys(states) if states else None
    found = (ledger.parts(keys, beside=waiting), _anew(ledger, knowledge, waiting))
    return _put_together(*found, reports=() if states else ledger.reports())


def events_of(ledger: Ledger, knowledge: Knowledge, states: Sequence[str], known_at: str | None = None) -> Entries:
    """The events of all of some states together, with what follows from them; of none in particular: all events."""
    if (whole := _whole(ledger, knowledge, known_at)) is not None:
        return whole
    waiting, keys = _waiting(ledger, states), ledger.shelves.keys(states) if states else None
    return _put_together(ledger.parts(keys, ("event", "disagreements", "followups"), beside=waiting), _anew(ledger, knowledge, waiting))


def levels_of(ledger: Ledger, knowledge: Knowledge, state: str, known_at: str | None = None) -> Entries:
    """The levels that a state has with others; nothing follows up a level."""
    if (whole := _whole(ledger, knowledge, known_at)) is not None:
        return whole
    keys, waiting = ledger.shelves.keys((state,)), _waiting(ledger, (state,))
    return _put_together(ledger.parts(keys, ("level", "disagreements"), beside=waiting), _anew(ledger, knowledge, waiting))


def people_of(ledger: Ledger, knowledge: Knowledge, states: Sequence[str], known_at: str | None = None) -> Entries:
    """The persons of some states, as they were last derived; of none in particular: everything."""
    if not states:
        return of_parties(ledger, knowledge, (), known_at)
    whole = _whole(ledger, knowledge, known_at)
    return whole if whole is not None else _put_together(ledger.parts(ledger.shelves.people(states)))


def entry_of(ledger: Ledger, knowledge: Knowledge, name: str) -> Entry | None:
    """The entry that a fact is in, by the id of either; None where the fact makes none.

    Raises:
        UsageError: when it is the id of no fact.
    """
    fact = judge.meant(ledger, name)
    found = around(ledger, knowledge, fact)
    kinds = (found.events, found.levels, found.commitments, found.mechanisms, found.instruments, found.people)
    entries: Iterable[Entry] = chain(*kinds)
    return next((entry for entry in entries if any(one.id == fact.id for one in entry.facts)), None)


def around(ledger: Ledger, knowledge: Knowledge, fact: Fact) -> Entries:
    """The entries of the party set, or of the persons, that a fact is of; with the reports that tell of them."""
    if (whole := _whole(ledger, knowledge, None)) is not None:
        return whole
    key = ledger.key_of(fact.id)
    keys = sorted({whose.person for whose in ledger.names.under(key) if whose.person}) if isinstance(fact, TenureFact) else [key]
    waiting = _waiting(ledger, ()) & set(keys)
    told = [*ledger.parts(keys, beside=waiting), *_anew(ledger, knowledge, waiting)]
    return _put_together(told, reports=_reports(told).values())


def pairs_of(ledger: Ledger, knowledge: Knowledge, state: str | None = None) -> tuple[Holding, ...]:
    """How much is told of each pair alone (of a state); while somebody writes, of a large ledger as it was last derived."""
    if (whole := _whole(ledger, knowledge, None)) is not None:
        return tuple(one for one in pairs.holdings(whole) if state is None or state in one.parties)
    kept = ledger.pairs
    keys = None if state is None else kept.of(state)
    found = pairs.holdings(_put_together(ledger.parts(kept.having("level") if keys is None else keys, ("level",))))
    levels = {one.parties: one.levels for one in found}
    last = kept.latest() if keys is None else kept.latest_of(keys)
    return tuple(
        Holding(parties=parties_of(key), entries=number, levels=levels.get(parties_of(key), ()), last=last.get(key))
        for key, number in (kept.counts() if keys is None else kept.count(keys)).items()
    )


def _whole(ledger: Ledger, knowledge: Knowledge, known_at: str | None) -> Entries | None:
    """All entries, where there is no other way than to derive them: of an earlier day, with other knowledge, or of a small ledger."""
    if known_at is not None:
        return past.entries(ledger, knowledge, known_at)
    if ledger.is_fresh(knowledge.digest):
        return None
    if ledger.is_derived_with(knowledge.digest) and ledger.has_more_than(SMALL):
        return None
    return rebuild.derive(ledger, knowledge)


def _waiting(ledger: Ledger, states: Sequence[str]) -> frozenset[Key]:
    """The party sets with all of some states whose entries are not derived from what is kept now."""
    return frozenset(key for key in ledger.touched("parties", ALL) if set(states) <= set(parties_of(key)))


def _anew(ledger: Ledger, knowledge: Knowledge, waiting: Collection[Key]) -> list[Entries]:
    """The entries of those that wait, as they are now."""
    if not waiting:
        return []
    known = judged.known(ledger, knowledge)
    return [parties.entries_under(ledger, key, known) for key in sorted(waiting)]


def _reports(parts: Iterable[Entries]) -> dict[DocumentId, Report]:
    """The reports of entries."""
    kinds = (
        kind for part in parts for kind in (part.events, part.levels, part.commitments, part.mechanisms, part.instruments, part.people)
    )
    entries: Iterable[Entry] = chain.from_iterable(kinds)
    return {report.document: report for entry in entries for report in entry.reports}


def _put_together(*found: Iterable[Entries], reports: Iterable[Report] = ()) -> Entries:
    return merging.whole(map(merging.folded, chain(*found)), reports=reports)
