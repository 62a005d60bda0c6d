"""Two facts on events of one kind between the same parties → whether they may tell of one happening, and how strongly that is told."""

from __future__ import annotations

from foedera.merging.circumstances import Circumstances
from foedera.model.fact import EventFact
from foedera.model.when import compatible, day
from foedera.plumbing.text import fold

PERSONS, SIDE, TYPE, PLACE, SUBJECT, SAME_DAY = 4, 2, 2, 2, 3, 2
"""Weights: persons of both sides, of one side, the very type, the very place, the subject or a copied report, the very day."""

STAY = 2
"""Days between two that are of one visit: most last three days or fewer."""

MET = frozenset({"encounter", "visit"})
"""Families of events that other persons make another event."""


def is_possible(a: EventFact, b: EventFact, known: Circumstances) -> bool:
    """Whether nothing but their dates speaks against it: one report tells of a happening once, with the same persons and numbers."""
    ours, theirs = known.subjects.get(a.id), known.subjects.get(b.id)
    if ours and theirs and ours != theirs:
        return False
    if a.document == b.document:
        return known.unique.get(a.type) is not None and compatible(a.when, b.when)
    if a.edition is not None and b.edition is not None and a.edition != b.edition:
        return False
    return not _others(a, b, known) and not _elsewhere(a, b, known)


def fits_in_time(a: EventFact, b: EventFact, known: Circumstances) -> bool:
    """Whether their dates may mean one day, or differ only as reports of one unique happening do."""
    if compatible(a.when, b.when) or _is_one_stay(a, b, known):
        return True
    subject = known.subjects.get(a.id)
    if subject is None or subject != known.subjects.get(b.id):
        return False
    apart = days_apart(a, b)
    return apart is None or apart <= max(known.windows.get(a.type, 0), known.windows.get(b.type, 0))


def _is_one_stay(a: EventFact, b: EventFact, known: Circumstances) -> bool:
    """Whether two days are of one visit: near each other, by the same person, to the same state; each report names the day it saw."""
    apart = days_apart(a, b) if known.families.get(a.type) == "visit" else None
    state = known.state(a)
    same = apart is not None and apart <= STAY and state is not None and state == known.state(b)
    return same and any(known.sides(a, b).values())


def strength(a: EventFact, b: EventFact, known: Circumstances) -> int:
    """How much speaks for it."""
    sides = sum(known.sides(a, b).values())
    same_subject = a.id in known.subjects and known.subjects[a.id] == known.subjects.get(b.id)
    return (
        (PERSONS if sides > 1 else SIDE * sides)
        + TYPE * (a.type == b.type)
        + PLACE * (a.place is not None and a.place == b.place)
        + SUBJECT * (same_subject or known.is_copy(a, b))
        + SUBJECT * bool(a.mechanism and b.mechanism and fold(a.mechanism) == fold(b.mechanism))
        + SUBJECT * (a.edition is not None and a.edition == b.edition)
        + SAME_DAY * bool(a.when and b.when and a.when.first[5:] == b.when.first[5:] and a.when.last[5:] == b.when.last[5:])
    )


def is_same_but_for_its_day(a: EventFact, b: EventFact, known: Circumstances) -> bool:
    """Whether persons of both sides met in the same city on two neighbouring days by two reports: a slip, or two time zones."""
    both = sum(known.sides(a, b).values()) > 1
    city = known.city(a)
    return both and city is not None and city == known.city(b) and a.type == b.type and days_apart(a, b) == 1


def days_apart(a: EventFact, b: EventFact) -> int | None:
    """The number of days between two days of known years; None where one of them is vaguer."""
    if not (a.when and b.when and a.when.is_day and b.when.is_day):
        return None
    return abs((day(a.when.first) - day(b.when.first)).days)


def _others(a: EventFact, b: EventFact, known: Circumstances) -> bool:
    """Whether a side of which both name persons sent different ones; at a signing one report names who signs, another who watches."""
    return known.families.get(a.type) in MET and not all(known.sides(a, b).values())


def _elsewhere(a: EventFact, b: EventFact, known: Circumstances) -> bool:
    """Whether they were in two states; or in two cities, unless the same persons or the same subject say that one report errs."""
    states = known.state(a), known.state(b)
    if all(states) and states[0] != states[1]:
        return True
    cities = known.city(a), known.city(b)
    if not all(cities) or cities[0] == cities[1] or known.families.get(a.type) != "encounter":
        return False
    return not any(known.sides(a, b).values())
