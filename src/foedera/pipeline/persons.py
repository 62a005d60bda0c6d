"""Touched names → whose they are, and the entries of these persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from foedera.ledger.parts.names import SEPARATOR
from foedera.ledger.parts.shelves import rows_of
from foedera.ledger.parts.store import Ledger
from foedera.merging.entries import held
from foedera.merging.namings import Readings, namings, with_more, writing
from foedera.merging.origins import firsts
from foedera.merging.people import home, led, person, regrouped, seen_again
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.fact import FactId, TenureFact
from foedera.model.keys import Key, key_of, name_of, stateless
from foedera.model.report import Report
from foedera.model.world import World
from foedera.pipeline import judged
from foedera.pipeline.judged import Known


def derive(ledger: Ledger, keys: Sequence[Key], known: Known) -> None:
    """Group names anew where one of a state tells something new, and derive all persons who have a touched name."""
    told, added = Told(ledger), Added(ledger, known)
    people: set[Key | None] = set()
    states: set[str] = set()
    for key in keys:
        before = ledger.names.under(key)
        people |= {one.person for one in before}
        more = added.under(key) if before else None
        known_before = [one.naming for one in before]
        found = with_more(known_before, namings(*more, known.world)) if more else namings(*told.under(key), known.world)
        if set(found) != set(known_before):
            ledger.names.put(key, found)
            states |= {state for state in (name_of(key)[0],) if state}
    moved = {key for state in sorted(states) for key in _lead(ledger, state, known.world)}
    moved |= {key for name in sorted({stateless(key) for key in (*keys, *moved)}) for key in _lead_stateless(ledger, name)}
    shown, others = _give(ledger, {*keys, *moved}, known)
    for name in sorted(name for name in people | shown if name):
        if name in others or not added.put(name, keys):
            _put_person(ledger, name, told, known)


class Told:
    """The tenures of names and their reports, each loaded once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[Key, tuple[list[TenureFact], dict[DocumentId, Report]]] = {}

    def under(self, key: Key) -> tuple[list[TenureFact], dict[DocumentId, Report]]:
        """Those of a name that make entries."""
        if key not in self._known:
            facts = [fact for fact in held(self._ledger.facts_under(key)) if isinstance(fact, TenureFact)]
            self._known[key] = (facts, self._ledger.reports_under(key))
        return self._known[key]


class Added:
    """The tenures of names that reports show of which none showed that name before, and the reports; where nobody ruled on the name."""

    def __init__(self, ledger: Ledger, known: Known) -> None:
        self._ledger = ledger
        self._ruled = judged.ruled_keys(known)
        self._added: dict[Key, tuple[list[TenureFact], dict[DocumentId, Report]]] = {}

    def under(self, key: Key) -> tuple[list[TenureFact], dict[DocumentId, Report]] | None:
        """Those of a name; None where something else changed too."""
        documents = set[DocumentId]() if key in self._ruled else self._ledger.vicinities.added(key)
        if documents and key not in self._added:
            facts = [fact for fact in held(self._ledger.facts_among(key, documents)) if isinstance(fact, TenureFact)]
            self._added[key] = (facts, self._ledger.reports_of(documents))
        return self._added.get(key)

    def put(self, key: Key, touched: Sequence[Key]) -> bool:
        """Keep a person with what was added to the names; False where all has to be derived."""
        names = {one.naming.key for one in self._ledger.names.of_person(key)}
        kept = self._ledger.shelves.people_under(key)
        if len(kept) != 1 or names & self._ruled or not names.intersection(touched) <= self._added.keys():
            return False
        (before, ids), added = kept[0], [self._added[name] for name in sorted(names.intersection(touched))]
        facts = [fact for own, _ in added for fact in own]
        reports = {document: report for _, own in added for document, report in own.items()}
        is_known = any(fact.id in ids for fact in self._ledger.tenures_in(reports))
        if not facts or is_known or any(report.origin for report in reports.values()):
            return False
        after = seen_again(before, person(facts, reports))
        if after is None:
            return False
        self._ledger.shelves.fold(key, after, {*ids, *(fact.id for fact in facts)})
        others = (before.id, before.name) != (after.id, after.name)
        for name in sorted(names) if others or before.tenures != after.tenures else ():
            self._ledger.touch_shown(name, yearless=not others)
        return True


def _lead(ledger: Ledger, state: str, world: World) -> Iterator[Key]:
    """Group the names of a state by person; those of which that changes."""
    found = ledger.names.of_state(state)
    leaders = led((one.naming for one in found), world)
    for one in found:
        leader = SEPARATOR.join(leaders[one.naming.place])
        if leader != one.leader:
            ledger.names.lead(one.naming.place, leader)
            yield one.naming.key


def _lead_stateless(ledger: Ledger, key: Key) -> Iterator[Key]:
    for one in ledger.names.under(key):
        leader = home(key, ledger.names.namesakes(key)) or SEPARATOR.join((key, ""))
        if leader != one.leader:
            ledger.names.lead(one.naming.place, leader)
            yield key


def _give(ledger: Ledger, keys: Iterable[Key], known: Known) -> tuple[set[Key | None], set[Key | None]]:
    """Give each name to the person whose it is by name and rulings; those who have one of the names, and who gain or lose one."""
    put_together = _together(ledger, known)
    found = [one for key in sorted(keys) for one in ledger.names.under(key)] + ledger.names.ruled()
    found += [one for leader in sorted(put_together) for one in ledger.names.led(leader)]
    people: set[Key | None] = set()
    others: set[Key | None] = set()
    for one in found:
        person = put_together.get(one.leader or "", one.leader or "")
        people |= {person, one.person}
        if person != one.person:
            ledger.names.give(one.naming.place, person)
            ledger.touch_shown(one.naming.key, yearless=False)
            others |= {person, one.person}
    return people, others


def _together(ledger: Ledger, known: Known) -> dict[Key, Key]:
    """Persons by name whom rulings put together → the first of them."""
    leaders: dict[FactId, Key] = {}
    for name in {name for link in known.ruled.links.together for name in (link.a, link.b)}:
        fact = known.facts.get(name)
        if isinstance(fact, TenureFact):
            reports = ledger.reports_under(key_of(fact))
            whose = ledger.names.whose((key_of(fact), writing(fact, reports, _readings(known)))) if fact.document in reports else None
            leaders |= {name: whose.leader} if whose and whose.leader else {}
    return firsts((leaders[link.a], leaders[link.b]) for link in known.ruled.links.together if link.a in leaders and link.b in leaders)


def _readings(known: Known) -> Readings:
    return {shape.state: shape.readings for shape in known.world.names}


def _put_person(ledger: Ledger, key: Key, told: Told, known: Known) -> None:
    """Derive a person; who is shown beside one of that name meets another person where id, name or terms changed."""
    leader_of = {one.naming.place: one.leader for one in ledger.names.of_person(key)}
    names = sorted({name for name, _ in leader_of})
    facts = [fact for name in names for fact in told.under(name)[0]]
    reports = {document: report for name in names for document, report in told.under(name)[1].items()}
    groups: dict[Key | None, list[TenureFact]] = defaultdict(list)
    for fact in facts:
        place = (key_of(fact), writing(fact, reports, _readings(known)))
        if place in leader_of:
            groups[leader_of[place]].append(fact)
    ruled = known.ruled.among({fact.id for fact in facts})
    found = regrouped(groups.values(), reports, ruled)
    before = {fact: (who.id, who.name, who.tenures) for who, of in ledger.shelves.people_under(key) for fact in of}
    after = {fact.id: (who.id, who.name, who.tenures) for who in found for fact in who.facts}
    ledger.shelves.put(key, rows_of(Entries(people=tuple(found))))
    kept = before.keys() & after.keys()
    others = any(before[name][:2] != after[name][:2] for name in kept)
    for name in names if others or any(before[one] != after[one] for one in kept) else ():
        ledger.touch_shown(name, yearless=not others)
