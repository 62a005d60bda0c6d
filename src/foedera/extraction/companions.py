"""Companions: whom one party meets one after the other, and the states of a tour: one subject with each member of a list."""

from __future__ import annotations

from foedera.extraction import goals, occasions, postposed
from foedera.extraction.contexts import Context, Party
from foedera.extraction.joins import DATED, SMALL, joined
from foedera.extraction.matches import Match
from foedera.extraction.meetings import extent
from foedera.extraction.participation import PAIR, VISIT, Participants, codes_of, occasional, precedes, spans_of
from foedera.model.document import Span
from foedera.model.mention import Mention


def several(context: Context, match: Match, *, of_two: bool = False) -> tuple[Participants, ...]:
    """One subject with each member of a list behind the verb: whom he met one after the other, where he goes on a tour.

    `of_two` tells that the words themselves say that two meet at a time: the list may then stand further off, and others before.
    """
    if context.draft.pack.postposed:
        return _each(context, match, of_two=of_two)
    within = match.scope
    near = _one_by_one(context, context.parties(within.start, within.end), match)
    before = [party for party in near if party.weight <= PAIR and precedes(party, match) and len(party.codes) == 1]
    last = match.words[-1].start
    if any(party.start <= last < party.end for party in near) or match.rule.type == VISIT:
        last = match.start
    behind = [party for party in near if party.start > match.start and party.end > last and not (party.meant and party.end <= match.end)]
    people = [party for party in before if party.kind == "person"]
    opens = context.draft.hits.within(match.start, match.words[0].end, "class", "of_two")
    before = (people[:1] if opens else people[-1:]) or before if of_two or match.rule.type == VISIT else before
    subject = codes_of(before[-1:])
    run: list[Party] = []
    for party in behind:
        if not run and party.start - match.end > (FURTHER if of_two else CLOSE):
            break
        if party.weight > PAIR and match.rule.type != VISIT:
            continue
        if run and (party.weight > PAIR or not _next_to(context, run[-1], party)):
            break
        run.append(party)
    states = context.draft.register.states
    listed = [party for party in run if not set(party.codes) & subject and (match.rule.type != VISIT or set(party.codes) <= states)]
    if len(subject) != 1 or len(codes_of(listed)) < PAIR or (len(codes_of(before)) > 1 and not of_two):
        return ()
    return tuple(Participants(codes=tuple(sorted({*subject, *party.codes})), spans=spans_of([before[-1], party])) for party in listed)


def _one_by_one(context: Context, near: list[Party], match: Match) -> list[Party]:
    """Those who may be met one after the other: no groups, nor the body of a gathering; nobody where "the two" stands right behind."""
    if any(party.kind == "group" and len(party.codes) == PAIR and 0 <= party.start - match.end <= 1 for party in near):
        return []
    single = [party for party in near if party.kind != "group"]
    return [party for party in single if match.rule.type == VISIT or not occasional(context, party)]


def _next_to(context: Context, first: Party, second: Party) -> bool:
    start, end = extent(context, first)[1], extent(context, second)[0]
    return any(joined(context.draft, start, end, words) for words in (SMALL, DATED))


def _each(context: Context, match: Match, *, of_two: bool) -> tuple[Participants, ...]:
    """The subject with each of a list of companions, where the verb stands behind them all.

    Hosts of one state are met one after the other where the words say so (`of_two`), or where none of them is of another's company.
    """
    who = postposed.acting(context, match.sentence.span.start, match.start)
    left_out = postposed.left_out(context, match) if match.rule.type in MET and not who else None
    who = (left_out,) if left_out is not None else who
    if match.rule.type == VISIT and len(who) == 1:
        there = [(goal, code) for goal, code in goals.goals(context, match) if code not in who]
        if len({code for _, code in there}) >= PAIR:
            return tuple(Participants(codes=tuple(sorted({*who, code})), spans=(goal,)) for goal, code in there)
    met = [party for party in postposed.companions(context, match) if not set(party.codes) & set(who)]
    if len(who) != 1 or (len(codes_of(met)) < PAIR and not _hosts_in_turn(context, match, met, of_two=of_two)):
        return ()
    return tuple(Participants(codes=tuple(sorted({*who, *party.codes})), spans=spans_of([party])) for party in met)


def _hosts_in_turn(context: Context, match: Match, met: list[Party], *, of_two: bool) -> bool:
    """Whether each of several office holders of one state receives the one guest by himself."""
    if len(met) < PAIR or match.rule.type not in MET or any(party.kind != "person" for party in met):
        return False
    offices = [block.office for party in met for block in context.blocks if party.start <= block.start < party.end]
    near = context.parties(match.sentence.span.start, met[0].start)
    guests = [party for party in near if party.kind == "person" and not set(party.codes) & set(met[0].codes)]
    apart = of_two or context.draft.register.heads.issuperset(offices)
    return apart and len(set(offices)) == len(met) and len(guests) <= 1


def own_dates(context: Context, start: int, listed: list[Span]) -> list[Mention | None]:
    """The date of each of a list before its verb: behind the "with" of each ("Peru | with | in 2012"), else right before each."""
    behind = [_behind_with(context, span.end) for span in listed]
    if all(behind):
        return behind
    starts = [start, *(span.end for span in listed[:-1])]
    before = [occasions.dates_in(context, begin, span.start)[-1:] for begin, span in zip(starts, listed, strict=True)]
    return [dates[0] if dates else None for dates in before]


def _behind_with(context: Context, end: int) -> Mention | None:
    words = [word.end for word in context.draft.hits.within(end, end + WITH, "class", "with") if word.start == end]
    return next((date for date in occasions.dates_in(context, end, end + WITH + DATE) if date.span.start in words), None)


WITH = 4
"""Characters of the longest word that says "with"."""
DATE = 16
"""Characters of the longest date in figures behind it."""


MET = frozenset({"talks", "meeting"})
"""Types of encounters that each host has for himself."""


FURTHER = 100
"""Characters between such words and the list ("with other leaders who are present, among them ...")."""


CLOSE = 40
"""Characters between a verb and the first member of the list that it governs."""
