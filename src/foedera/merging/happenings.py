"""Facts on events of one kind between the same parties → groups that each tell of one happening.

What is dated to the day comes first: facts of one day belong together unless persons, places or numbers speak against it. Two days
stay two happenings, unless two reports put one happening on two days (a unique one, such as the upgrade to a level, and what else these
two reports tell of these days; a copied report; the same persons in the same city on neighbouring days). Then vaguer dates join the
one happening that they fit best and else stand alone, so they never join two. A fact without any date joins only what happened within
a month of its report, and else stands with the undated facts of the same type of reports of the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from foedera.merging.circumstances import Circumstances, Slip
from foedera.merging.dates import is_stay, length
from foedera.merging.resemblance import days_apart, fits_in_time, is_possible, is_same_but_for_its_day, strength
from foedera.model.document import DocumentId
from foedera.model.fact import EventFact
from foedera.model.report import Report
from foedera.model.when import When, day

MONTH = 31
"""The most days that a date to the month leaves open, that a stay lasts, and between a happening and an undated report of it."""
STAYS = frozenset({"visit", "exercise"})
"""Families whose happenings last for days."""

Group = list[EventFact]
Days = Mapping[tuple[DocumentId, str], str]
"""(document, its date without a year) → the day that it means."""
YEAR_MONTH = len("2023-11")


class Dated:
    """Groups, to be found by the months of the date of their first fact; a date that is vaguer than a month is found from every other."""

    def __init__(self, groups: Iterable[Group] = ()) -> None:
        self.groups: list[Group] = []
        self._months: dict[str, list[int]] = defaultdict(list)
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        """Take in another group."""
        for month in _months(group[0].when) or ("",):
            self._months[month].append(len(self.groups))
        self.groups.append(group)

    def all(self) -> list[tuple[int, Group]]:
        """All groups with their places."""
        return list(enumerate(self.groups))

    def near(self, when: When | None) -> list[tuple[int, Group]]:
        """The groups whose first fact may have a date that fits, with their places, in order."""
        months = _months(when)
        if not months:
            return self.all()
        places = {place for month in ("", *months) for place in self._months.get(month, ())}
        return [(place, self.groups[place]) for place in sorted(places)]


@lru_cache(maxsize=65_536)
def _months(when: When | None) -> tuple[str, ...]:
    """The months of a date that is as good as a month; none of others."""
    if when is None or not when.year_known or length(when) > MONTH:
        return ()
    between = str(day(when.first) + timedelta(days=length(when) // 2))
    return tuple(sorted({one[:YEAR_MONTH] for one in (when.first, between, when.last)}))


def happenings(
    facts: Iterable[EventFact], known: Circumstances, *, slips: frozenset[Slip] = frozenset(), days: Days | None = None
) -> list[Group]:
    """The facts in groups, each fact in one.

    `slips` and `days` are what other happenings of the same parties tell of the dates of the reports.
    """
    given = {fact.id: fact for fact in facts}
    completed = [_completed(fact, days or {}) for fact in given.values()]
    ordered = sorted(completed, key=lambda fact: _order(fact, known))
    dated = Dated()
    for fact in (fact for fact in ordered if _is_dated(fact, known)):
        _join(fact, dated, known, tie=True)
    dated = Dated(_slipped(dated.groups, known, slips))
    for fact in (fact for fact in ordered if not _is_dated(fact, known) and fact.when):
        _join(fact, dated, known, tie=False)
    groups = dated.groups + _undated([fact for fact in ordered if fact.when is None], dated.groups, known)
    return [[given[fact.id] for fact in group] for group in groups]


def slips(groups: Iterable[Sequence[EventFact]]) -> Iterator[Slip]:
    """The pairs of reports that put one happening on different days."""
    for group in groups:
        for a in group:
            for b in group:
                if a.when and b.when and days_apart(a, b):
                    yield (a.document, a.when.edtf, b.document, b.when.edtf)


def completed_days(groups: Iterable[Sequence[EventFact]]) -> Iterator[tuple[tuple[DocumentId, str], str]]:
    """The dates without a year, or month, in groups that another report dates to the day."""
    for group in groups:
        found = {fact.when.edtf for fact in group if fact.when and fact.when.is_day}
        for fact in group:
            fitting = [one for one in sorted(found) if fact.when and not fact.when.year_known and one.endswith(fact.when.edtf[-2:])]
            if fact.when and len(fact.when.edtf) == len("XXXX-XX-27") and len(fitting) == 1:
                yield (fact.document, fact.when.edtf), fitting[0]


def _completed(fact: EventFact, days: Days) -> EventFact:
    meant = days.get((fact.document, fact.when.edtf)) if fact.when else None
    return replace(fact, when=When(edtf=meant, basis="inferred")) if meant else fact


def _is_dated(fact: EventFact, known: Circumstances) -> bool:
    if fact.when is None:
        return False
    return fact.when.is_day or (known.families.get(fact.type) in STAYS and is_stay(fact.when) and length(fact.when) <= MONTH)


def _order(fact: EventFact, known: Circumstances) -> tuple[bool, int, int, bool, str, str]:
    """Stays first (the longest before what it holds), then from narrow to vague, and what tells most before what tells less."""
    when = fact.when
    span = length(when) if when else 0
    stays = known.families.get(fact.type) in STAYS and bool(when and is_stay(when)) and span <= MONTH
    return (not stays, -span if stays else span, -len(fact.attendees), fact.place is None, when.edtf if when else "", fact.id)


def _join(fact: EventFact, groups: Dated, known: Circumstances, *, tie: bool) -> None:
    """Put a fact into the group that it fits best, or a new one; of several equally good ones the first where a `tie` is no matter."""
    near = groups.all() if fact.id in known.subjects else groups.near(fact.when)
    fitting = [(at, group) for at, group in near if _fits(fact, group, known)]
    scored = [(max(strength(fact, other, known) for other in group), -at, group) for at, group in fitting]
    best = max(scored, default=None, key=lambda one: one[:2])
    if best and (tie or sum(one[0] == best[0] for one in scored) == 1):
        best[2].append(fact)
    else:
        groups.add([fact])


def _fits(fact: EventFact, group: Group, known: Circumstances) -> bool:
    if not all(is_possible(fact, other, known) for other in group):
        return False
    against = group
    if group[0].when and is_stay(group[0].when) and known.families.get(fact.type) in STAYS:
        # A stay holds days that do not fit each other.
        against = group[:1]
    if not all(fits_in_time(fact, other, known) for other in against):
        return False
    when = fact.when
    if when is None or when.year_known or fact.id in known.subjects:
        return True
    # A day without a year joins only what is dated to the month or better, or in the same way.
    return any(other.when and (not other.when.year_known or length(other.when) <= MONTH) for other in group)


def _slipped(groups: list[Group], known: Circumstances, slips: frozenset[Slip]) -> list[Group]:
    """Groups of different days together where their reports put one happening on two days."""
    merged: list[Group] = []
    told = {document for slip in slips for document in (slip[0], slip[2])}
    places: dict[str, list[int]] = defaultdict(list)
    for group in groups:
        near = {place for key in _slip_keys(group, known, told, apart=1) for place in places[key]}
        found = next((place for place in sorted(near) if _is_slip(group, merged[place], known, slips)), len(merged))
        if found == len(merged):
            merged.append([])
        merged[found] += group
        for key in _slip_keys(group, known, told):
            places[key].append(found)
    return merged


def _slip_keys(group: Group, known: Circumstances, told: AbstractSet[DocumentId], *, apart: int = 0) -> set[str]:
    """What two groups share that a slip can have parted: a day, or one of so many days before or after, an origin, reports of slips."""
    days = [day(fact.when.edtf) for fact in group if fact.when and fact.when.is_day]
    keys = {str(one + timedelta(days=later)) for one in days for later in range(-apart, apart + 1)}
    keys |= {origin for fact in group if (origin := known.reports[fact.document].origin)}
    return keys | {"slip" for fact in group if fact.document in told}


def _is_slip(group: Group, other: Group, known: Circumstances, slips: frozenset[Slip]) -> bool:
    if not all(is_possible(a, b, known) for a in group for b in other):
        return False
    return any(_told_by_slip(a, b, known, slips) or is_same_but_for_its_day(a, b, known) for a in group for b in other)


def _told_by_slip(a: EventFact, b: EventFact, known: Circumstances, slips: frozenset[Slip]) -> bool:
    apart = days_apart(a, b)
    copied = known.is_copy(a, b) and a.type == b.type and apart is not None and apart <= known.windows.get(a.type, 0)
    return copied or bool(a.when and b.when and (a.document, a.when.edtf, b.document, b.when.edtf) in slips)


def _undated(facts: Sequence[EventFact], groups: list[Group], known: Circumstances) -> list[Group]:
    """Each into the single best group near its report, else with those of the same type of reports of the same day."""
    alone: dict[tuple[str, str], list[EventFact]] = defaultdict(list)
    dated = [(group, min((fact.when for fact in group if fact.when), key=length)) for group in groups]
    for fact in facts:
        near = [group for group, when in dated if _is_near(fact, known.reports[fact.document], when)]
        fitting = [group for group in near if all(is_possible(fact, other, known) for other in group)]
        scores = [max(strength(fact, other, known) for other in group) for group in fitting]
        best = [group for group, score in zip(fitting, scores, strict=True) if score == max(scores)]
        if len(best) == 1:
            best[0].append(fact)
        else:
            alone[_occasion(fact, known.reports[fact.document])].append(fact)
    return [group for _, together in sorted(alone.items()) for group in _apart(together, known)]


def _apart(together: Sequence[EventFact], known: Circumstances) -> list[Group]:
    """Undated facts of one occasion; those that cannot be one happening stand apart."""
    groups = Dated()
    for fact in together:
        _join(fact, groups, known, tie=True)
    return groups.groups


def _occasion(fact: EventFact, report: Report) -> tuple[str, str]:
    """What undated facts must share to be one happening: the type, and the day of their reports (else the document)."""
    published = report.published
    return (fact.type, published.edtf if published and published.is_day else fact.document)


def _is_near(fact: EventFact, report: Report, when: When) -> bool:
    """Whether something dated happened in the month before the report, or for a plan, is to happen in the month after."""
    published = report.published
    if not (published and published.year_known and when.year_known):
        return False
    month = timedelta(days=MONTH)
    first, last = day(published.first), day(published.last)
    if fact.stance.realis == "planned":
        return day(when.last) >= first and day(when.first) - last <= month
    return day(when.first) <= last and first - day(when.last) <= month
