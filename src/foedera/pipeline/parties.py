"""Touched party sets → their entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from foedera.ledger.parts.names import Place
from foedera.ledger.parts.shelves import Rows, rows_of
from foedera.ledger.parts.store import Ledger
from foedera.merging.entries import Beside, held, of_parties
from foedera.merging.namings import writing
from foedera.merging.people import Sights
from foedera.merging.sourcing import Reports
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Person
from foedera.model.fact import FactId, TenureFact
from foedera.model.keys import Key, key_of
from foedera.pipeline.judged import Known


def derive(ledger: Ledger, keys: Sequence[Key], known: Known) -> None:
    """Derive the entries of each party set, of its facts, their reports, and the persons these show."""
    for key in keys:
        ledger.shelves.put(key, find(ledger, key, known))


def find(ledger: Ledger, key: Key, known: Known) -> Rows:
    """The rows of the entries of a party set; nothing is written."""
    return rows_of(entries_under(ledger, key, known))


def entries_under(ledger: Ledger, key: Key, known: Known) -> Entries:
    """The entries of a party set, derived now; nothing is written."""
    reports = ledger.reports_under(key)
    beside = Beside(reports=reports, seen=_seen(ledger, key, reports, known), world=known.world, ruled=known.ruled)
    return of_parties(held(ledger.facts_under(key)), beside)


def _seen(ledger: Ledger, key: Key, reports: Reports, known: Known) -> Sights:
    readings = {shape.state: shape.readings for shape in known.world.names}
    people: dict[Place, list[tuple[Person, frozenset[FactId]]]] = {}
    seen: dict[DocumentId, list[tuple[TenureFact, Person]]] = defaultdict(list)
    for fact in held(ledger.tenures_beside(key)):
        if isinstance(fact, TenureFact):
            place = (key_of(fact), writing(fact, reports, readings))
            if place not in people:
                whose = ledger.names.whose(place)
                people[place] = ledger.shelves.people_under(whose.person) if whose and whose.person else []
            seen[fact.document] += [(fact, person) for person, facts in people[place] if fact.id in facts]
    return seen
