"""The verbs of long lists, a page at a time: entries of a kind, facts, reports, what is disputed, what was left out, what changed.

A page begins behind the place at which the one before ended. Places are keys, so whoever walks a list meets everything that stood in it
from first to last, once, whatever arrives meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypedDict, TypeVar, Unpack

from foedera import ledger as stores
from foedera.api.actors import event_type, one_of
from foedera.api.asking import Filters, fitting, question
from foedera.api.days import first_day, last_day
from foedera.api.ledger import MODALITIES, ledger_location
from foedera.api.packs import known
from foedera.exports.parts.rows import kind_of
from foedera.ledger.parts.shelves import KINDS
from foedera.ledger.parts.store import Ledger
from foedera.model.document import DocumentId, Skip
from foedera.model.entry import Entry
from foedera.model.fact import Fact, FactId, TenureFact
from foedera.model.finding import Finding
from foedera.model.page import Change, Page, Passage, Place, Stretch, Told, place_of
from foedera.model.report import Report
from foedera.pipeline import asked, judge, paged
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location

T = TypeVar("T")
DAMAGED, SILENT = "a", "b"
"""What the places of what could not be read begin with, and of what was read and tells nothing."""
MARKED, UNMARKED = "0", "1"
"""What the places of findings begin with: those with the very marks come first."""
LAST = 2**63 - 1
START = Stretch()


class Which(TypedDict, total=False):
    """Which facts are wanted: of a kind, in a document, with all of some parties (codes)."""

    kind: str | None
    document: str | None
    party: Iterable[str]


def entries(kind: str, *, ledger: Location | None = None, stretch: Stretch = START, **filters: Unpack[Filters]) -> Page[Entry]:
    """A page of the entries of a kind (event, level, commitment, mechanism, instrument, person) that fit, by party set and id.

    Raises:
        UsageError: when there is no such kind, or a filter names what there is not.
    """
    chosen, then = one_of(kind, KINDS, _("{name!r} is no kind of entry")), last_day(filters.get("known_at"))
    wanted = filters.get("type")
    question_asked = question(filters, wanted and TYPES[chosen](wanted))
    with stores.glance(ledger_location(ledger)) as kept:
        fresh = then is None and kept.is_fresh(known().digest)
        if fresh and (question_asked.area is None or chosen == "commitment"):
            found: Iterable[Entry] = filter(question_asked.fits, paged.of_kind(kept, chosen, question_asked.parties, stretch.after))
        else:
            whole = asked.of_parties(kept, known(), (), then)
            fits = fitting(paged.of_kinds(whole, (chosen,)), question_asked, whole)
            found = paged.behind(fits, stretch.after)
        return _page(found, stretch, place_of)


def disagreements(*, ledger: Location | None = None, stretch: Stretch = START, **filters: Unpack[Filters]) -> Page[Entry]:
    """A page of the entries on which sources disagree, by party set and id; the filter is `party`."""
    parties = question(filters, None).parties
    with stores.glance(ledger_location(ledger)) as kept:
        if kept.is_fresh(known().digest):
            return _page(paged.disputed(kept, parties, stretch.after), stretch, place_of)
        every = paged.of_kinds(asked.of_parties(kept, known(), ()), paged.TOLD)
        own = [entry for entry in every if entry.disagreements and set(parties) <= set(entry.parties)]
        return _page(paged.behind(own, stretch.after), stretch, place_of)


def facts(*, ledger: Location | None = None, stretch: Stretch = START, **which: Unpack[Which]) -> Page[Told]:
    """A page of the facts that reports tell, as they were ruled to be, by id."""
    wanted = set(which.get("party") or ())
    with stores.glance(ledger_location(ledger)) as kept:
        every = kept.pages.facts(FactId(stretch.after[0]), kind=which.get("kind"), document=which.get("document"))
        found = _page((one for one in every if wanted <= _parties(one)), stretch, lambda one: (one.id, ""))
        return Page(items=tuple(_told(kept, found.items)), after=found.after)


def passage(name: str, *, ledger: Location | None = None, around: int = 200) -> Passage:
    """The passage of a fact (or of an entry's first), with so many characters before and behind it, and the entry it is in.

    Raises:
        UsageError: when it is the id of no fact.
    """
    with stores.glance(ledger_location(ledger)) as kept:
        fact = judge.as_ruled(kept, judge.meant(kept, name))
        article, entry = kept.article(fact.document), asked.entry_of(kept, known(), fact.id)
        (told,) = _told(kept, (fact,))
    if article is None:
        raise UsageError(_("{name!r} is the id of no report in this ledger").format(name=fact.document))
    span = fact.citation.span
    return Passage(
        told=told,
        before=article.text[max(0, span.start - around) : span.start],
        behind=article.text[span.end : span.end + around],
        entry=(kind_of(entry), entry.id) if entry else None,
    )


def reports(*, ledger: Location | None = None, stretch: Stretch = START) -> Page[Report]:
    """A page of the reports that were read, by the id of their document."""
    with stores.glance(ledger_location(ledger)) as kept:
        found = _page(kept.pages.documents(stretch.after[0]), stretch, lambda one: (one, ""))
        told = kept.reports_of(found.items)
        return Page(items=tuple(told[document] for document in found.items), after=found.after)


def search_page(query: str, *, ledger: Location | None = None, stretch: Stretch = START) -> Page[Finding]:
    """A page of the reports that hold all words of the query; without a word nothing is found."""
    marks, rank = (*stretch.after[0].split("."), "")[:2]
    after = (marks == UNMARKED, min(int(rank), LAST)) if rank.isdigit() else (False, -1)
    with stores.glance(ledger_location(ledger)) as kept:
        found = kept.search(query, stretch.limit + 1, after)
    return _page(found, stretch, lambda one: (f"{MARKED if one.exact else UNMARKED}.{one.rank}", ""))


def left_out(*, ledger: Location | None = None, stretch: Stretch = START, reason: str | None = None) -> Page[Skip]:
    """A page of what was left out: what could not be read, by location, then reports that tell nothing between states."""
    with stores.glance(ledger_location(ledger)) as kept:
        every = (one for one in _skips(kept, stretch.after) if reason in {None, one[1].reason})
        found = _page(every, stretch, lambda one: one[0])
        return Page(items=tuple(skip for _place, skip in found.items), after=found.after)


def changes(*, ledger: Location | None = None, stretch: Stretch = START, since: str | None = None) -> Page[Change]:
    """A page of what was done to the ledger since a day, in the order of the log: reports read, rulings made."""
    number = int(stretch.after[0]) if stretch.after[0].isdecimal() else 0
    with stores.glance(ledger_location(ledger)) as kept:
        lines = kept.pages.lines(number, first_day(since) or "")
        found = _page(lines, stretch, lambda one: (str(one.number), ""))
        told = kept.reports_of(one.deed.subject for one in found.items)
        items = (
            Change(line=one, report=told.get(DocumentId(one.deed.subject)), facts=kept.ruled_in(one.deed.subject)) for one in found.items
        )
        return Page(items=tuple(items), after=found.after)


def _page(found: Iterable[T], stretch: Stretch, place: Callable[[T], Place]) -> Page[T]:
    items = tuple(islice(found, stretch.limit + 1))
    shown = items[: stretch.limit]
    return Page(items=shown, after=place(shown[-1]) if len(items) > len(shown) else None)


def _skips(kept: Ledger, after: Place) -> Iterator[tuple[Place, Skip]]:
    stage, rest = after[0][:1], after[0][1:]
    if stage < SILENT:
        for skip in kept.pages.skips((rest, after[1])):
            yield (DAMAGED + skip.location, skip.reason), skip
    for document in kept.pages.documents(rest if stage == SILENT else "", silent=True):
        reading = kept.reading(document)
        for skip in reading.skips[:1] if reading else ():
            yield (SILENT + document, ""), skip


def _told(kept: Ledger, found: Iterable[Fact]) -> Iterator[Told]:
    items = tuple(found)
    reports_by_id = kept.reports_of({one.document for one in items})
    return (Told(fact=one, report=reports_by_id[one.document]) for one in items)


def _parties(fact: Fact) -> set[str]:
    return {fact.country} if isinstance(fact, TenureFact) and fact.country else set(fact.parties)


def _no_type(name: str) -> str:
    raise UsageError(_("{name!r}: entries of this kind have no types").format(name=name), remedy=_("leave the type out"))


def _office(name: str) -> str:
    return one_of(name, (office.name for office in known().world.offices), _("{name!r} is no office"))


TYPES: dict[str, Callable[[str], str]] = {
    "event": lambda name: event_type(name, known()),
    "level": _no_type,
    "commitment": lambda name: one_of(name, MODALITIES, _("{name!r} is no modality")),
    "mechanism": _no_type,
    "instrument": _no_type,
    "person": _office,
}
"""Kind of entry → what finds a type of it by any of its names."""
