"""Entries and judgements → what is uncertain about them, what would change a relation most first.

A property is uncertain where no fact that gives the entry's value states it; what a person confirmed or corrected is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from foedera.merging.followups import ENOUGH
from foedera.merging.properties import FIELDS, RULED, values
from foedera.merging.rulings import rulings
from foedera.merging.severings import is_ruled, owners_of
from foedera.merging.sourcing import Reports, sourcing
from foedera.model.disagreement import Disagreement
from foedera.model.entries import Entries
from foedera.model.entry import Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.fact import KIND_OF, Fact, FactId
from foedera.model.followup import FollowUp
from foedera.model.judgement import Judgement
from foedera.model.report import EntryId, EntryKind
from foedera.model.uncertainty import Doubt, Uncertainty
from foedera.model.when import When, compatible

NEAR = 0.5
"""How far above the least strength a link is still near it: a single shared field or two areas may have made the difference."""
TURNS = frozenset({"upgrade", "establish_relations"})
"""Types of events that change where two states stand."""
ORDER: Mapping[EntryKind, int] = {"level": 0, "event": 1, "commitment": 2, "mechanism": 3, "instrument": 4, "person": 5}
"""What a kind of entry changes in a relation, most first; an event that is a turn counts as a level."""
REASONS: Mapping[Doubt, int] = {
    "disagreement": 0,
    "one_origin": 1,
    "publication_date": 2,
    "inferred_value": 3,
    "another_passage": 4,
    "weak_link": 5,
}
GIVEN = {"parties": "party", "country": "country", "office": "office", "place": "place"}
"""Property → what inferences and support call it; dates have a basis of their own."""
ELSEWHERE = frozenset({"parties", "country", "office"})
"""Properties that are less sure where another passage gives them."""
WORKED_OUT = "later_than_what_it_tells"
"""Why a day has a year that no report gives."""
COMPLETED = "date_completed"
"""Why a date says more than its passage, where the report itself completes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The reports, the entries by id, and the facts that a person confirmed."""

    reports: Reports
    entries: Mapping[EntryId, Entry]
    confirmed: frozenset[FactId]

    def is_settled(self, entry: Entry, name: str) -> bool:
        """Whether a person said what the property is."""
        given = GIVEN.get(name, name)
        ruled = any(one.property == given and one.reason == RULED for fact in entry.facts for one in fact.inferred)
        return ruled or any(fact.id in self.confirmed and name in values(fact) for fact in entry.facts)


def uncertain(entries: Entries, judgements: Iterable[Judgement] = ()) -> tuple[Uncertainty, ...]:
    """All that is uncertain, levels and upgrades first."""
    kinds = (entries.levels, entries.events, entries.commitments, entries.mechanisms, entries.instruments, entries.people)
    every: list[Entry] = [entry for kind in kinds for entry in kind]
    later = (fact for link in entries.followups for fact in link.later_facts)
    facts = {fact.id: fact for fact in (*later, *(fact for entry in every for fact in entry.facts))}
    _facts, ruled = rulings(facts.values(), judgements)
    by_id = {entry.id: entry for entry in every}
    known = _Known(reports={one.document: one for one in entries.reports}, entries=by_id, confirmed=ruled.confirmed)
    owners = owners_of(entries, entries.followups)
    found = [one for entry in every for one in _of_entry(entry, known)]
    found += [one for claim in entries.disagreements for one in _of_disagreement(claim, known)]
    found += [
        _of_link(link, known) for link in entries.followups if link.strength < ENOUGH + NEAR and not is_ruled(link, ruled.upheld, owners)
    ]
    return tuple(sorted(found, key=_weight))


def _weight(one: Uncertainty) -> tuple[int, int, tuple[str, ...], str, str, str]:
    place = 0 if one.type in TURNS else ORDER[one.kind]
    return (place, REASONS[one.reason], one.parties, one.entry, one.property or "", one.earlier or "")


def _of_entry(entry: Entry, known: _Known) -> Iterator[Uncertainty]:
    names = FIELDS[type(entry.facts[0])]
    for name in ("date", "target_date"):
        if name in names and not known.is_settled(entry, name):
            yield from _of_date(entry, name, known)
    for name in GIVEN:
        if (name in names or name == "parties") and not known.is_settled(entry, name):
            yield from _of_property(entry, name, known)
    sole = entry.origins == 1 and (isinstance(entry, HeldLevel) or (isinstance(entry, Event) and entry.type in TURNS))
    if sole and not any(fact.id in known.confirmed for fact in entry.facts):
        yield _made(entry, "one_origin", entry.facts, known)


def _of_date(entry: Entry, name: str, known: _Known) -> Iterator[Uncertainty]:
    when: When | None = getattr(entry, FIELDS[type(entry.facts[0])][name], None)
    if when is None or when.basis not in {"inferred", "publication"}:
        return
    own = [(fact, cast("When | None", getattr(fact, FIELDS[type(fact)][name]))) for fact in entry.facts]
    giving = [fact for fact, given in own if given and compatible(given, when)]
    year_from = entry.year_from if isinstance(entry, Event) else ()
    because = sorted({one.reason for fact in giving for one in fact.inferred if one.property == name})
    because += [WORKED_OUT] if year_from else []
    if when.basis == "inferred":
        more = {"values": (when.edtf,), "because": tuple(because) or (COMPLETED,)}
        yield _made(entry, "inferred_value", giving or entry.facts, known, property=name, **more)
    else:
        yield _made(entry, "publication_date", giving or entry.facts, known, property=name, values=(when.edtf,))


def _of_property(entry: Entry, name: str, known: _Known) -> Iterator[Uncertainty]:
    """Where every fact that gives the value takes it from elsewhere."""
    value = getattr(entry, name, None)
    giving = [fact for fact in entry.facts if name in {"parties", "office"} or values(fact).get(name) == value]
    given = GIVEN[name]
    inferred = [{one.reason for one in fact.inferred if one.property == given} for fact in giving]
    supported = [any(one.property == given for one in fact.support) for fact in giving]
    words = (",".join(value) if isinstance(value, tuple) else value,) if value else ()
    if giving and all(inferred):
        because = tuple(sorted({reason for reasons in inferred for reason in reasons}))
        yield _made(entry, "inferred_value", giving, known, property=name, values=words, because=because)
    elif giving and name in ELSEWHERE and all(reasons or other for reasons, other in zip(inferred, supported, strict=True)):
        yield _made(entry, "another_passage", giving, known, property=name, values=words)


def _of_disagreement(one: Disagreement, known: _Known) -> Iterator[Uncertainty]:
    entry = known.entries[one.entry]
    if not known.is_settled(entry, one.property):
        facts = [fact for claim in one.claims for fact in claim.facts]
        yield _made(entry, "disagreement", facts, known, property=one.property, values=tuple(claim.value for claim in one.claims))


def _of_link(link: FollowUp, known: _Known) -> Uncertainty:
    # What only says that something was put off or taken back is of no entry.
    entry = known.entries.get(link.later) or known.entries[link.earlier]
    because = tuple(ground for ground, _what in link.grounds)
    facts = (*link.earlier_facts, *link.later_facts)
    return _made(entry, "weak_link", facts, known, property=link.kind, because=because, earlier=link.earlier)


def _made(entry: Entry, reason: Doubt, facts: Sequence[Fact], known: _Known, **more: Any) -> Uncertainty:  # noqa: ANN401 - the fields of the noun
    shared = sourcing({fact.id: fact for fact in facts}.values(), known.reports)
    kind = KIND_OF[type(entry.facts[0])]
    return Uncertainty(
        entry=entry.id,
        kind="person" if kind == "tenure" else kind,
        type=_type(entry) or kind,
        parties=entry.parties,
        reason=reason,
        facts=shared.facts,
        reports=shared.reports,
        **more,
    )


def _type(entry: Entry) -> str | None:
    if isinstance(entry, Event):
        return entry.type
    if isinstance(entry, HeldLevel):
        return entry.level
    return entry.name if isinstance(entry, (Person, Mechanism, Instrument)) else None
