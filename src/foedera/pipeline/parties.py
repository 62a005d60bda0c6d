"""Touched party sets → their entries: of the reports that changed and those that they reach, or of all where that is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foedera.ledger.parts import codec
from foedera.ledger.parts.names import Place
from foedera.ledger.parts.shelves import Replaced, Rows, rows_of
from foedera.ledger.parts.store import Ledger
from foedera.merging.entries import Beside, held, of_parties
from foedera.merging.namings import writing
from foedera.merging.people import Sights
from foedera.merging.sourcing import Reports
from foedera.merging.stretches import Amendment, amended, derived
from foedera.merging.vicinities import Stretch, Vicinities, Vicinity, reached, vicinities
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Person
from foedera.model.fact import Fact, FactId, TenureFact
from foedera.model.keys import Key, key_of
from foedera.pipeline import judged
from foedera.pipeline.judged import Known

PART = 2
"""A party set is derived as a whole where changed reports reach more than one in so many: little would be saved."""


def derive(ledger: Ledger, keys: Sequence[Key], known: Known) -> None:
    """Derive the entries of each party set, of its facts, their reports, and the persons these show."""
    for key in keys:
        if part := _part(ledger, key, known):
            made = amended(part.facts, part.beside, part.stretch, part.kept)
            ledger.shelves.amend(key, rows_of(made.entries, made.vicinities), _replaced(made))
        else:
            ledger.shelves.put(key, find(ledger, key, known))


def find(ledger: Ledger, key: Key, known: Known) -> Rows:
    """The rows of the entries of a party set, derived as a whole; nothing is written."""
    return rows_of(*derived(*_whole(ledger, key, known)))


def entries_under(ledger: Ledger, key: Key, known: Known) -> Entries:
    """The entries of a party set, derived now; nothing is written."""
    return of_parties(*_whole(ledger, key, known))


def _whole(ledger: Ledger, key: Key, known: Known) -> tuple[list[Fact], Beside]:
    """The facts of a party set, and what its entries depend on beside them."""
    reports = ledger.reports_under(key)
    seen = _seen(ledger, held(ledger.tenures_beside(key)), reports, known)
    return held(ledger.facts_under(key)), Beside(reports=reports, seen=seen, world=known.world, ruled=known.ruled)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The facts of the reports that changed ones reach, and what their entries depend on beside these."""

    facts: list[Fact]
    beside: Beside
    stretch: Stretch
    kept: Vicinities


def _part(ledger: Ledger, key: Key, known: Known) -> _Part | None:
    """None where the whole party set has to be derived: it is not known what changed, a ruling is on it, or most of it is reached."""
    changed, kept = ledger.vicinities.changed(key), _kept(ledger, key)
    if not changed or not kept or key in judged.ruled_keys(known):
        return None
    own = held(ledger.facts_among(key, changed))
    now: Mapping[DocumentId, Vicinity] = vicinities(own, ledger.reports_of(changed), known.world)
    stretch = reached({document: now.get(document) for document in changed}, kept)
    if len(stretch.documents) * PART > len(kept):
        return None
    facts = held(ledger.facts_among(key, stretch.documents))
    reports = ledger.reports_of(stretch.documents)
    seen = _seen(ledger, held(ledger.tenures_in(stretch.documents)), reports, known)
    beside = Beside(reports=reports, seen=seen, world=known.world, ruled=known.ruled)
    return _Part(facts=facts, beside=beside, stretch=stretch, kept=kept) if facts else None


def _kept(ledger: Ledger, key: Key) -> Vicinities:
    return {document: codec.decode(body, Vicinity, key) for document, body in ledger.vicinities.under(key).items()}


def _replaced(made: Amendment) -> Replaced:
    return Replaced(entries=made.gone, kinds=made.kinds, later=made.later, documents=made.documents)


def _seen(ledger: Ledger, tenures: Iterable[Fact], reports: Reports, known: Known) -> Sights:
    """The persons in some documents, with the facts that show them."""
    readings = {shape.state: shape.readings for shape in known.world.names}
    people: dict[Place, list[tuple[Person, frozenset[FactId] | None]]] = {}
    seen: dict[DocumentId, list[tuple[TenureFact, Person]]] = defaultdict(list)
    for fact in tenures:
        if isinstance(fact, TenureFact):
            place = (key_of(fact), writing(fact, reports, readings))
            if place not in people:
                people[place] = _people(ledger, place)
            seen[fact.document] += [(fact, person) for person, facts in people[place] if facts is None or fact.id in facts]
    return seen


def _people(ledger: Ledger, place: Place) -> list[tuple[Person, frozenset[FactId] | None]]:
    """Whose a name is, with the facts of each where it is more than one person's by ruling; a person's facts are many."""
    whose = ledger.names.whose(place)
    if not whose or not whose.person:
        return []
    found = ledger.shelves.names_under(whose.person)
    several = ledger.shelves.people_under(whose.person) if len(found) > 1 else []
    return [(person, facts) for person, facts in several] if several else [(person, None) for person in found]
