"""Events: the happenings a report tells of, each once, with parties, date, place, people and stance.

First every match becomes a happening with what its own clause says, a signing with how many papers. Then a happening without date or
place takes those of the event it belongs to. Last, several passages about one happening fold into the one that says most.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from foedera.extraction.attendances import people_in
from foedera.extraction.contexts import Context
from foedera.extraction.document_counts import NONE, PROPERTY, DocumentCount, DocumentCounts
from foedera.extraction.foldings import folded, one_a_sentence
from foedera.extraction.happenings import RANK, UNDOING, Happening, happenings
from foedera.extraction.matches import Match
from foedera.extraction.outcomes import Outcome, fact_id, made, refused
from foedera.extraction.participation import VISIT
from foedera.extraction.places import country_name, own_state, state_of_place
from foedera.extraction.stays import settled
from foedera.extraction.threads import threaded
from foedera.model.document import Span
from foedera.model.fact import Attendee, EventFact, MechanismFact, Property, Support
from foedera.model.when import compatible


def events(
    context: Context, found: tuple[Match, ...], mechanisms: tuple[MechanismFact, ...] = (), papers: DocumentCounts = NONE
) -> list[Outcome]:
    """An outcome for every match of an event rule; `papers` are the numbers of papers in the text."""
    outcomes: list[Outcome] = []
    told: list[Happening] = []
    undone: list[Happening] = []
    for index, match in enumerate(found):
        here = happenings(context, found, index, told)
        if isinstance(here, str):
            outcomes.append(refused(match, here))
        elif here[0].undone:
            undone += here
            outcomes.append(refused(match, "cancelled"))
        else:
            told += _numbered(here, papers.of(context.draft, match))
    placed = [replace(happening, land=_land(context, happening)) for happening in one_a_sentence(told)]
    kept = settled(context, folded(threaded(context, placed))) + folded(undoings(undone))
    seen: Counter[tuple[str, tuple[str, ...], int]] = Counter()
    for happening in kept:
        key = (happening.type, happening.who.codes, happening.match.clause.start)
        fact = _fact(context, happening, mechanisms, seen[key])
        there = _attendees(context, _own(happening, kept), fact.parties)
        start, end = happening.match.clause.start, happening.match.clause.end
        outcomes.append(made(happening.match, dataclasses.replace(fact, attendees=there), start, end))
        seen[key] += 1
    known = {(happening.match.rule.id, happening.match.start) for happening in kept}
    rest = [happening.match for happening in told if (happening.match.rule.id, happening.match.start) not in known]
    return outcomes + [refused(match, "repeated") for match in rest]


def _land(context: Context, happening: Happening) -> str | None:
    """The state of the place that the clause itself tells of an encounter."""
    if happening.type not in RANK:
        return None
    there = own_state(context, happening.match) if happening.place is None else None
    place = there[0] if there is not None else happening.place
    if place is None:
        return None
    named = (code for code in context.draft.register.states if country_name(context, code) == place)
    return state_of_place(context, place) or next(named, None)


def _numbered(happenings: list[Happening], count: DocumentCount | None) -> list[Happening]:
    """The happenings of one match, the first with how many papers were signed; papers beside others were signed by themselves."""
    if count is None:
        return happenings
    first = happenings[0]
    return [replace(first, papers=count, besides=first.besides or count.further), *happenings[1:]]


def undoings(found: list[Happening]) -> list[Happening]:
    """Each undoing of a clause once: that of an encounter or visit by its own rule, that of a paper by the words that take it back."""
    encounters = {one.match.clause.start for one in found if one.match.rule.type in MET}
    papers = {one.match.clause.start for one in found if one.match.rule.type not in MET and one.match.rule.type != UNDOING}
    back = {one.match.clause.start for one in found if one.judged.stance.undone == TAKEN_BACK} - encounters
    kept = []
    for one in found:
        clause, general = one.match.clause.start, one.match.rule.type == UNDOING
        put_off = one.judged.stance.undone != TAKEN_BACK
        again = clause in encounters | papers if put_off else clause in encounters
        if not (general and again) and not (clause in papers & back and put_off):
            kept.append(one)
    return kept


MET = frozenset({*RANK, VISIT, "exercise"})
"""Types of events that states come together for."""
TAKEN_BACK = "taken_back"


def _fact(context: Context, happening: Happening, mechanisms: tuple[MechanismFact, ...], earlier: int) -> EventFact:
    """The fact of a happening but for who was there; `earlier` tells how many of its type and parties its passage tells of before it."""
    draft, match = context.draft, happening.match
    start, end = match.clause.start, match.clause.end
    citation = draft.citation(start, end)
    session = _session(mechanisms, citation.span) if happening.type in RANK[:2] else None
    return EventFact(
        id=fact_id(draft, f"event:{happening.type}{f':{earlier}' if earlier else ''}", happening.who.codes, citation),
        document=draft.article.id,
        rule=match.rule.id,
        parties=happening.who.codes,
        citation=citation,
        stance=happening.judged.stance,
        support=_support(context, happening, start, end),
        inferred=(*happening.who.inferred, *happening.inferred),
        type=happening.type,
        when=happening.when,
        place=happening.place,
        mechanism=session.name if session else None,
        edition=session.edition if session else None,
        document_count=happening.papers.number if happening.papers else None,
    )


def _session(mechanisms: tuple[MechanismFact, ...], passage: Span) -> MechanismFact | None:
    """The standing dialogue, of all in order of their passages, that is named in this one."""
    at = bisect_right(mechanisms, passage.start, key=lambda fact: fact.citation.span.end)
    return mechanisms[at] if at < len(mechanisms) and mechanisms[at].citation.span.meets(passage) else None


def _support(context: Context, happening: Happening, start: int, end: int) -> tuple[Support, ...]:
    """The passages outside the citation that gave date, place or the number of papers."""
    papers = happening.papers.span if happening.papers else None
    given: tuple[tuple[Property, Span | None], ...] = (("date", happening.when_span), ("place", happening.place_span), (PROPERTY, papers))
    return tuple(
        Support(property=name, citation=context.draft.citation(span.start, span.end))
        for name, span in given
        if span is not None and not (start <= span.start and span.end <= end)
    )


def _own(happening: Happening, kept: Iterable[Happening]) -> Span:
    """Where those who took part are named: in the clause, but of what another of its days is told of as well, beside its own words."""
    match = happening.match
    others = (other for other in kept if other.match.clause == match.clause and other.type != happening.type)
    recalled = any(other.when and happening.when and not compatible(other.when, happening.when) for other in others)
    return match.scope if happening.history or recalled else match.clause


def _attendees(context: Context, within: Span, codes: tuple[str, ...]) -> tuple[Attendee, ...]:
    """The people named in a stretch who belong to the parties, in order."""
    there = [person for person in people_in(context, within) if person.country in codes]
    return tuple(Attendee(name=person.name, office=person.office, country=person.country) for person in there)
