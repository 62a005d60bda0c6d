"""The verb of a search with facets: the reports that hold the words, or all, sifted by what they tell and where they come from.

A report is looked at by its facts, so that a large ledger need not be read as a whole; beyond `LOOKED` reports the answer says that it
is not complete. Only `status` asks for entries, since no report alone tells what became of a promise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypedDict, Unpack

from foedera import ledger as stores
from foedera.api.actors import actor_code, area_id, event_type, language_tag, one_of
from foedera.api.days import first_day, last_day
from foedera.api.ledger import commitments, ledger_location
from foedera.api.packs import known
from foedera.ledger.parts.store import Ledger
from foedera.model.document import DocumentId
from foedera.model.fact import CommitmentFact, EventFact, Fact, LevelFact
from foedera.model.finding import Finding
from foedera.model.judgement import withdrawn
from foedera.model.report import Report
from foedera.model.sifting import FACETS, REVIEW, Sieve, Sifted
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location
from foedera.plumbing.words import sought

LOOKED = 500
"""Reports that are looked at, the best or latest first."""
STATUSES = ("considered", "urged", "planned", "agreed", "pledged", "reaffirmed", "under way", "postponed", "contradicted", "done")


class Facets(TypedDict, total=False):
    """What a search can be narrowed by: states, types, levels, areas, languages by any of their names; days as anywhere."""

    party: Iterable[str]
    start: str | None
    end: str | None
    type: str | None
    level: str | None
    area: str | None
    status: str | None
    lang: str | None
    publisher: str | None
    review: str | None


def sift(query: str = "", *, ledger: Location | None = None, **facets: Unpack[Facets]) -> Sifted:
    """The reports that hold all words of the query (or all reports) and bear every value that is asked for.

    Raises:
        UsageError: when a facet names what there is not, or the query holds no word.
    """
    if query and not sought(query).words:
        raise UsageError(_("{query!r} holds no word to search for").format(query=query), remedy=_("give one word or more"))
    sieve = _sieve(facets)
    status = dict(sieve.values).get("status")
    promised = {one.document for item in commitments(ledger=ledger) if item.status == status for one in item.reports} if status else set()
    with stores.glance(ledger_location(ledger)) as kept:
        candidates = list(_candidates(kept, query, sieve))
        ruled = _ruled(kept)
        left, counts = [], {name: Counter[str]() for name in FACETS}
        for finding, report in candidates[:LOOKED]:
            facts = _of(kept.ruled_in(report.document), sieve.parties)
            borne = _borne(report, facts, ruled=report.document in ruled)
            borne["status"] = {status} if status and report.document in promised else set()
            if (sieve.parties and not facts) or not all(value in borne[name] for name, value in sieve.values):
                continue
            if shown := finding or _told(report, facts, sieve):
                left.append(shown)
                for name, values in borne.items():
                    counts[name].update(values)
    every = tuple((name, tuple(sorted(counts[name].items(), key=lambda one: (-one[1], one[0])))) for name in FACETS if name != "status")
    return Sifted(findings=tuple(left), counts=every, complete=len(candidates) <= LOOKED)


def _sieve(facets: Facets) -> Sieve:
    """What is asked for, in the words of the ledger."""
    knowledge = known()
    titles = [level.title for level in knowledge.world.levels]
    find: dict[str, Callable[[str], str]] = {
        "type": lambda name: event_type(name, knowledge),
        "level": lambda name: one_of(name, titles, _("{name!r} is no level")),
        "area": lambda name: area_id(name, knowledge),
        "status": lambda name: one_of(name, STATUSES, _("{name!r} is no status")),
        "lang": lambda name: language_tag(name, knowledge),
        "publisher": str,
        "review": lambda name: one_of(name, REVIEW, _("{name!r} is no state of review")),
    }
    given = {name: str(facets.get(name) or "") for name in FACETS}
    start, end = first_day(facets.get("start")), last_day(facets.get("end"))
    if start and end and start > end:
        what = _("nothing lies between {start} and {end}").format(start=facets.get("start"), end=facets.get("end"))
        raise UsageError(what, remedy=_("give the earlier date first"))
    parties = tuple(actor_code(name, knowledge) for name in facets.get("party") or ())
    values = tuple((name, find[name](value)) for name, value in given.items() if value)
    return Sieve(parties=parties, start=start, end=end, values=values)


def _candidates(kept: Ledger, query: str, sieve: Sieve) -> Iterator[tuple[Finding | None, Report]]:
    """One more than are looked at of the reports that may fit: those found, or the latest."""
    if query:
        every: Iterable[tuple[Finding | None, Report]] = ((one, one.report) for one in kept.search(query, LOOKED + 1))
    else:
        dated = sorted(kept.reports(), key=lambda one: one.document)
        every = ((None, one) for one in sorted(dated, key=_out, reverse=True))
    asked = dict(sieve.values)
    number = 0
    for finding, report in every:
        out = _out(report)
        fits = all(asked.get(name, value) == value for name, value in (("lang", report.lang), ("publisher", report.publisher)))
        if fits and (sieve.start or "") <= out <= (sieve.end or "9999-12-31") and (out or not (sieve.start or sieve.end)):
            yield finding, report
            number += 1
        if number > LOOKED:
            return


def _out(report: Report) -> str:
    return report.published.first if report.published and report.published.year_known else ""


def _of(facts: Iterable[Fact], parties: tuple[str, ...]) -> list[Fact]:
    return [fact for fact in facts if set(parties) <= set(fact.parties)]


def _borne(report: Report, facts: Iterable[Fact], *, ruled: bool) -> dict[str, set[str]]:
    """The values that a report bears of each facet."""
    found: dict[str, set[str]] = {name: set() for name in FACETS}
    for fact in facts:
        if isinstance(fact, EventFact):
            found["type"].add(fact.type)
        elif isinstance(fact, LevelFact):
            found["level"].add(fact.level)
        elif isinstance(fact, CommitmentFact):
            found["area"].update(fact.areas)
    for name, value in (("lang", report.lang), ("publisher", report.publisher), ("review", REVIEW[0] if ruled else REVIEW[1])):
        found[name].update([value] if value else [])
    return found


def _told(report: Report, facts: list[Fact], sieve: Sieve) -> Finding | None:
    """A report that was not searched for by words, at the first fact that bears what is asked for; None where it tells nothing."""
    own = [fact for fact in facts if all(value in _borne(report, [fact], ruled=False)[name] for name, value in _told_by(sieve))]
    first = min(own or facts, key=lambda fact: (fact.citation.span.start, fact.id), default=None)
    return Finding(report=report, citation=first.citation, exact=True) if first else None


def _told_by(sieve: Sieve) -> list[tuple[str, str]]:
    return [(name, value) for name, value in sieve.values if name in {"type", "level", "area"}]


def _ruled(kept: Ledger) -> set[DocumentId]:
    """The documents with a ruling in force."""
    every = list(kept.judgements())
    gone = withdrawn(every)
    return {anchor.document for one in every if one.id not in gone and one.ruling != "undone" for anchor in one.anchors}
