"""The reports of a party set → by what each may meet others where entries are told apart, and those that one report reaches.

Two reports can give an entry together, or date each other, only where they tell of days that lie near each other, of the same day of
whatever year, or of a happening that is unique, or where they are copies. Whoever is not reached by that stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec import Struct

from foedera.merging.commitments import DAYS
from foedera.merging.ends import OCCASION, called, objects_of
from foedera.merging.events import DATING
from foedera.merging.happenings import MONTH
from foedera.merging.resemblance import STAY
from foedera.merging.stages import beside
from foedera.merging.strands import Strand
from foedera.merging.turns import ACT, turns_of
from foedera.model.document import DocumentId
from foedera.model.fact import EventFact, Fact, InstrumentFact, LevelFact, MechanismFact
from foedera.model.report import EntryId, Report
from foedera.model.when import UNKNOWN_YEAR, When, day
from foedera.model.world import World

GAP = max(DAYS, OCCASION.days, STAY)
"""Days between what two reports tell beyond which neither one happening nor one promise is theirs: no stage joins across more."""
ROUND = GAP + 2
"""Days around a day of an unknown year within which it may meet others; a leap year may shift it by one."""
ANY = "any"
"""What a date is that may mean days all over the year."""
UNIQUE, FIRST = "unique", "first"
"""Tags: what may meet on whatever days, and what tells a year by the first session of a dialogue."""
MONTH_DAY = len("XXXX-03-07")
KINDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "mechanism": (frozenset({"mechanism"}), frozenset({"session"})),
    "instrument": (frozenset({"instrument"}), frozenset({"act"})),
    "level": (frozenset({"level"}), frozenset({"turn"})),
}
"""Kind of entry that reports of all times make together → what a changed report tells of it, and what any that it reaches changes it by."""


class Vicinity(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What a report tells of a party set, as far as others meet it there; `day` is that of the report.

    `points` are the days told, from first to last; `yearless` the days of unknown years; `tags` whatever else it shares with those that it
    meets; `concerns` the kinds of what it tells; `names` of mechanisms; `entries` and `strands` what is kept of it.
    """

    day: str | None = None
    points: tuple[tuple[int, int], ...] = ()
    yearless: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    entries: tuple[tuple[str, EntryId], ...] = ()
    strands: tuple[Strand, ...] = ()


Vicinities = Mapping[DocumentId, Vicinity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The reports that may have to do with changed ones, and the kinds of entries that may be other ones by that."""

    documents: frozenset[DocumentId]
    kinds: frozenset[str]


def vicinities(facts: Iterable[Fact], reports: Mapping[DocumentId, Report], world: World) -> dict[DocumentId, Vicinity]:
    """Of each report, without what is kept of it."""
    told: dict[DocumentId, list[Fact]] = defaultdict(list)
    for fact in facts:
        told[fact.document].append(fact)
    unique = frozenset(event.id for event in world.events if event.unique in DATING)
    return {document: _vicinity(own, reports[document], world, unique) for document, own in told.items()}


def reached(changed: Mapping[DocumentId, Vicinity | None], kept: Vicinities) -> Stretch:
    """All that changed reports reach, as they were kept and as they are now (None: no longer)."""
    known = [*kept.items(), *((document, one) for document, one in changed.items() if one)]
    tags_of, told_by = _tags(known)
    concerned: dict[str, set[DocumentId]] = defaultdict(set)
    for document, one in known:
        for concern in one.concerns:
            concerned[concern].add(document)
    documents, kinds = _closed(changed, tags_of, told_by), set[str]()
    while met := {kind for kind in KINDS.keys() - kinds if _is_met(kind, changed.keys(), documents, concerned)}:
        kinds |= met
        beside = {document for kind in met for concerns in KINDS[kind] for one in concerns for document in concerned[one]}
        documents = _closed(documents | beside, tags_of, told_by)
    return Stretch(documents=frozenset(documents), kinds=frozenset(kinds))


def _is_met(
    kind: str, changed: AbstractSet[DocumentId], documents: AbstractSet[DocumentId], concerned: Mapping[str, set[DocumentId]]
) -> bool:
    own, met = KINDS[kind]
    return any(not changed.isdisjoint(concerned.get(one, ())) for one in own | met) or any(
        not documents.isdisjoint(concerned.get(one, ())) for one in met
    )


def _closed(
    first: Iterable[DocumentId], tags_of: Mapping[DocumentId, set[object]], told_by: Mapping[object, set[DocumentId]]
) -> set[DocumentId]:
    found, todo, seen = set(first), sorted(first), set[object]()
    while todo:
        for tag in tags_of.get(todo.pop(), set()) - seen:
            seen.add(tag)
            new = told_by[tag] - found
            found |= new
            todo += new
    return found


def _tags(known: Sequence[tuple[DocumentId, Vicinity]]) -> tuple[dict[DocumentId, set[object]], dict[object, set[DocumentId]]]:
    """By what each report meets others, and who does: tags, runs of days without a gap, days of unknown years."""
    tags_of: dict[DocumentId, set[object]] = defaultdict(set)
    told_by: dict[object, set[DocumentId]] = defaultdict(set)
    around = {one: _around(one) for _, vicinity in known for one in vicinity.yearless}
    found = [(document, tag) for document, one in known for tag in one.tags]
    found += [(document, tag) for document, one in known for tag in _days_met(one, around)] if around else []
    for document, tag in (*found, *_runs(known)):
        tags_of[document].add(tag)
        told_by[tag].add(document)
    return tags_of, told_by


def _runs(known: Sequence[tuple[DocumentId, Vicinity]]) -> Iterator[tuple[DocumentId, int]]:
    """Each report with the first day of the runs of days, without a gap, in which it tells of one."""
    run, end = 0, -GAP
    for first, last, document in sorted((first, last, document) for document, one in known for first, last in one.points):
        if first - end > GAP:
            run = first
        end = max(end, last)
        yield document, run


def _around(yearless: str) -> frozenset[str]:
    """The days of the year (`03-07`) near one of an unknown year."""
    if yearless == ANY:
        return frozenset()
    # Of a leap year, which has all days.
    middle = date.fromisoformat(yearless.replace(UNKNOWN_YEAR, "2000", 1))
    return frozenset(str(middle + timedelta(days=apart))[5:] for apart in range(-ROUND, ROUND + 1))


def _days_met(one: Vicinity, around: Mapping[str, frozenset[str]]) -> Iterator[str]:
    days = {str(date.fromordinal(first))[5:] for first, last in one.points if first == last} | {each[5:] for each in one.yearless}
    vague = any(first != last for first, last in one.points)
    for yearless, near in around.items():
        if vague or yearless == ANY or ANY in one.yearless or not near.isdisjoint(days):
            yield yearless


def _vicinity(facts: Sequence[Fact], report: Report, world: World, unique: frozenset[str]) -> Vicinity:
    events = [fact for fact in facts if isinstance(fact, EventFact)]
    mechanisms = [fact for fact in facts if isinstance(fact, MechanismFact)]
    meets = {UNIQUE} if any(fact.type in unique for fact in events) else set()
    yearless = {_yearless(fact.when, meets) for fact in events if fact.when and not fact.when.year_known}
    is_open = bool(mechanisms) and any(fact.when is None or not fact.when.year_known for fact in events)
    meets |= {FIRST} if is_open or any(fact.edition == 1 for fact in events) else set()
    meets |= {f"={report.origin}"} if report.origin else set()
    objects = objects_of(world)
    return Vicinity(
        points=tuple(sorted({point for fact in events for point in _points(fact, report)} | set(_published(report)))),
        yearless=tuple(sorted(yearless)),
        tags=tuple(sorted(meets)),
        concerns=tuple(sorted(_concerns(facts, events, world))),
        names=tuple(sorted({name for fact in mechanisms if not fact.stance.undone for name in called(fact, objects)})),
    )


def _yearless(when: When, meets: AbstractSet[str]) -> str:
    """A day of an unknown year; where a unique happening may tell the year, and of what is vaguer, any day."""
    return when.edtf if len(when.edtf) == MONTH_DAY and when.precision > 1 and not meets else ANY


def _points(fact: EventFact, report: Report) -> Iterator[tuple[int, int]]:
    """The days that it may mean; without a date, the month before and after the report."""
    if fact.when is None:
        yield from ((first - MONTH, last + MONTH) for first, last in _published(report))
    elif fact.when.year_known:
        yield (_number(fact.when.first), _number(fact.when.last))


def _published(report: Report) -> Iterator[tuple[int, int]]:
    if report.published and report.published.year_known:
        yield (_number(report.published.first), _number(report.published.last))


def _number(text: str) -> int:
    return day(text).toordinal()


def _concerns(facts: Sequence[Fact], events: Sequence[EventFact], world: World) -> Iterator[str]:
    """The kinds of entries of all times that the report tells of, or changes by what else it tells."""
    of_kind = {"mechanism": MechanismFact, "instrument": InstrumentFact, "level": LevelFact}
    yield from (name for name, kind in of_kind.items() if any(isinstance(fact, kind) for fact in facts))
    if any(fact.mechanism for fact in events):
        yield "session"
    if any(fact.type == ACT and turns_of(world).keys() & set(fact.topics) for fact in events):
        yield "turn"
    named = [fact for fact in facts if isinstance(fact, InstrumentFact)]
    if named and any(beside(fact, named) for fact in events):
        yield "act"
