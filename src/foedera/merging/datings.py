"""Events → what they tell of dates that a report leaves open: the day of a report, and the year of a day.

A report without a day of its own is dated by the happenings it shares with others. A day without a year, of which no other report
gives the year, is the first such day after the last happening that its reports speak of as past, or else lies in the one year in which
those who hold office in it are known to have held it; that is an inference and says from what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from foedera.merging.people import Sights
from foedera.merging.sourcing import Reports
from foedera.model.document import DocumentId
from foedera.model.entry import Event
from foedera.model.fact import CommitmentFact, Fact, FactId, MechanismFact
from foedera.model.report import Report
from foedera.model.when import UNKNOWN_YEAR, When, compatible, day

NEAR = 3
"""The most days between the day a report gives without its year and the happening that tells the year."""
MONTH_DAY = len("XXXX-03-07")


def document_days(reports: Reports, events: Iterable[Event]) -> dict[DocumentId, str]:
    """Each report's day as ten characters, as far as it gives one or shares a dated happening that does."""
    shared: dict[DocumentId, set[str]] = defaultdict(set)
    for event in events:
        if event.tense == "past" and event.when and event.when.is_day:
            for fact in event.facts:
                shared[fact.document].add(event.when.edtf)
    found = {document: _day(report, sorted(shared[document])) for document, report in reports.items()}
    return {document: known for document, known in found.items() if known}


def promise_days(facts: Iterable[CommitmentFact], events: Iterable[Event], days: Mapping[DocumentId, str]) -> dict[FactId, str]:
    """Each promise's day: that of the earlier happening of which the same passage tells it, else that of its report."""
    happened: dict[DocumentId, list[tuple[Fact, str]]] = defaultdict(list)
    for event in events:
        if event.when and event.when.year_known and event.tense == "past":
            for fact in event.facts:
                happened[fact.document].append((fact, event.when.last))
    found = {}
    for promise in facts:
        beside = [last for other, last in happened[promise.document] if _overlap(promise, other)]
        told = min([*beside, days.get(promise.document, "9999")])
        if told != "9999":
            found[promise.id] = told
    return found


def _overlap(a: Fact, b: Fact) -> bool:
    return a.citation.span.start < b.citation.span.end and b.citation.span.start < a.citation.span.end


def with_years(events: Sequence[Event], facts: Iterable[Fact], reports: Reports, seen: Sights) -> tuple[Event, ...]:
    """The events, those that only lack the year with one that follows from what else their reports tell."""
    terms = _terms(seen)
    past: dict[DocumentId, list[tuple[str, FactId]]] = defaultdict(list)
    for event in events:
        if event.tense == "past" and event.when and event.when.year_known:
            for fact in event.facts:
                past[fact.document].append((event.when.last, fact.id))
    for document, told in _mechanisms(facts, events):
        past[document].append(told)
    days = document_days(reports, events)
    return tuple(_by_terms(_with_year(_by_report(event, days), past), terms) for event in events)


def _day(report: Report, shared: Sequence[str]) -> str | None:
    published = report.published
    if published and published.is_day:
        return published.edtf
    if published and not published.year_known:
        years = {one[:4] for one in shared if _is_close(one, published)}
        return published.first.replace("0000", years.pop(), 1) if len(years) == 1 else None
    return max((one for one in shared if compatible(published, When(edtf=one))), default=None)


def _is_close(known: str, published: When) -> bool:
    """Whether the day without a year may lie within days after the known one."""
    written = published.edtf.replace(UNKNOWN_YEAR, known[:4])
    return len(written) == MONTH_DAY and "X" not in written and -NEAR <= (day(written) - day(known)).days <= NEAR


def _lacks_year(event: Event) -> bool:
    if event.when is None or event.tense != "past":
        return False
    return event.when.edtf.startswith(UNKNOWN_YEAR) and len(event.when.edtf) == MONTH_DAY and "XX" not in event.when.edtf[4:]


def _by_report(event: Event, days: Mapping[DocumentId, str]) -> Event:
    """With the year that brings it next to the day of its report, where that is known from another happening of the report."""
    known = {days[fact.document] for fact in event.facts if fact.document in days}
    if event.when is None or not _lacks_year(event) or len(known) != 1:
        return event
    (told,) = known
    years = (f"{int(told[:4]) + later:04d}" for later in (-1, 0, 1))
    written = [event.when.edtf.replace(UNKNOWN_YEAR, year) for year in years]
    meant = min((one for one in written if not one.endswith("-02-29")), key=lambda one: abs((day(one) - day(told)).days), default=None)
    if meant is None:
        return event
    evidence = tuple(sorted({fact.id for fact in event.facts}))
    return replace(event, when=When(edtf=meant, basis="inferred"), year_from=evidence)


def _with_year(event: Event, past: Mapping[DocumentId, Sequence[tuple[str, FactId]]]) -> Event:
    known = [told for fact in event.facts for told in past[fact.document] if told[1] != fact.id]
    if event.when is None or not _lacks_year(event) or not known:
        return event
    latest = max(known)[0]
    years = (f"{int(latest[:4]) + later:04d}" for later in (0, 1))
    follows = next((one for one in (event.when.edtf.replace(UNKNOWN_YEAR, year) for year in years) if one > latest), None)
    if follows is None or follows.endswith("-02-29"):
        return event
    evidence = tuple(sorted({fact for one, fact in known if one == latest}))
    return replace(event, when=When(edtf=follows, basis="inferred"), year_from=evidence)


def _by_terms(event: Event, terms: Mapping[DocumentId, Sequence[tuple[str, str, FactId]]]) -> Event:
    """With the only year in which the day lies within the known terms of all who hold office in its reports."""
    known = [term for document in sorted({fact.document for fact in event.facts}) for term in terms.get(document, ())]
    if event.when is None or not _lacks_year(event):
        return event
    years = [
        {
            f"{year:04d}"
            for year in range(int(first[:4]), int(last[:4]) + 1)
            if first <= event.when.edtf.replace(UNKNOWN_YEAR, f"{year:04d}") <= last
        }
        for first, last, _ in known
    ]
    fitting = set.intersection(*found) if (found := [one for one in years if one]) else set()
    if len(fitting) != 1 or event.when.edtf.endswith("-02-29"):
        return event
    meant = event.when.edtf.replace(UNKNOWN_YEAR, fitting.pop())
    evidence = tuple(sorted({fact for first, last, fact in known if first <= meant <= last}))
    return replace(event, when=When(edtf=meant, basis="inferred"), year_from=evidence)


def _terms(seen: Sights) -> dict[DocumentId, list[tuple[str, str, FactId]]]:
    """Document → from when to when those whom it shows in an office are known to have held it, with the fact that shows them."""
    found: dict[DocumentId, list[tuple[str, str, FactId]]] = defaultdict(list)
    for document, shown in seen.items():
        for fact, person in shown:
            spans = {one.office: (one.first.first, one.last.last) for one in person.tenures if one.first and one.last}
            if fact.office in spans:
                found[document].append((*spans[fact.office], fact.id))
    return found


def _mechanisms(facts: Iterable[Fact], events: Iterable[Event]) -> Iterator[tuple[DocumentId, tuple[str, FactId]]]:
    """Reports that speak of a dialogue as one that exists → the day of its first session, which they must come after."""
    first: dict[tuple[tuple[str, ...], str], tuple[str, FactId]] = {}
    for event in events:
        if event.edition == 1 and event.tense == "past" and event.when and event.when.is_day:
            for topic in event.topics:
                first[(event.parties, topic)] = (event.when.last, event.facts[0].id)
    for fact in facts:
        if isinstance(fact, MechanismFact):
            for topic in fact.topics:
                told = first.get((fact.parties, topic))
                if told:
                    yield fact.document, told
