"""Happenings: what the clause of a match says of an event, before the rest of the report is asked.

A sentence that tells of one subject and a list ("met the ministers of A, B and C") holds a happening for each of the list.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction import counted_days, finals, occasions, places, postposed, previews
from foedera.extraction.attendances import named_in, people_in, untitled_in
from foedera.extraction.companions import own_dates, several
from foedera.extraction.contexts import Context
from foedera.extraction.destinations import destination, state_at
from foedera.extraction.document_counts import DocumentCount
from foedera.extraction.matches import Match
from foedera.extraction.participants import enough, participants
from foedera.extraction.participation import PAIR, VISIT, Participants
from foedera.extraction.reaches import own_stretch
from foedera.extraction.repetitions import repetitions
from foedera.extraction.sessions import outcome, session
from foedera.extraction.stances import Judged, is_earlier, is_later, sets_off_for, stance
from foedera.extraction.travels import travelled
from foedera.model.document import Span
from foedera.model.fact import Inference
from foedera.model.when import When

RANK = ("dialogue", "summit", "call", "talks", "meeting")
"""Encounters from the most to the least particular: in one sentence with the same parties they are one happening."""

SUMMIT, SEVERAL = "summit", 3
"""The type that talks of more than three are."""

MANY = frozenset({"summit", "exercise", "other", "aid"})
"""Types in which one, three or more parties are as usual as two."""

CALL = "call"
"""The type of event that has no place: who calls whom sits at home."""

LISTED = frozenset({"talks", "meeting", "call", "visit"})
"""Types of which one sentence may tell several, of one subject with each of a list."""

STOPS = frozenset('.!?…。;"”’»)」）')
"""Signs at the end of a line that is a sentence."""


class Happening(Struct, frozen=True, kw_only=True):
    """A match on its way to a fact."""

    match: Match
    type: str
    who: Participants
    judged: Judged
    when: When | None
    when_span: Span | None
    place: str | None
    place_span: Span | None
    people: tuple[tuple[str, str], ...] = ()
    """Country and name of each person in the clause."""
    met: tuple[tuple[str, str], ...] = ()
    """The same of those behind the match, up to the next encounter: whom it was with."""
    hosts: frozenset[str] = frozenset()
    """The offices of those who are met, where the words put them right before the verb."""
    strangers: frozenset[str] = frozenset()
    """Names in the clause of people of whom no state is known."""
    goal: str | None = None
    """The state that a visit goes to."""
    land: str | None = None
    """The state in which the place lies that the report itself tells of an encounter."""
    level: str | None = None
    """The level that an upgrade raises to."""
    under_way: bool = False
    """Whether a visit is told of its guest alone ("the visiting president"), so that the date of the clause is not its own."""
    ends: bool = False
    """Whether the date is that of a visit's end ("ended a visit to Peru on 12 May")."""
    undated: bool = False
    """Whether the clause gives a day that cannot be told (a "today" in a report without a date)."""
    stopped: bool = True
    besides: bool = False
    """Whether its words say that it is a further act ("they also signed")."""
    apart: bool = False
    """Whether it is a remark without a subject that names a town of its own: a visit apart from that of the remark before."""
    papers: DocumentCount | None = None
    """How many papers were signed."""
    history: bool = False
    """Whether it took place long before the report."""
    inferred: tuple[Inference, ...] = ()

    def of(self, code: str) -> set[str]:
        """The names of those of one party whom the clause names."""
        return {name for country, name in self.people if country == code}

    @property
    def undone(self) -> bool:
        """Whether the report says that it was put off, called off or taken back, so that it is no event."""
        return self.judged.stance.undone is not None

    @property
    def headline(self) -> bool:
        """Whether the line has no stop at its end, as headlines and subheadings have none."""
        return not self.stopped

    @property
    def in_title(self) -> bool:
        """Whether only the title says so."""
        return self.match.sentence.kind == "title"


def happenings(context: Context, found: tuple[Match, ...], index: int, told: Sequence[Happening] = ()) -> list[Happening] | str:
    """What the clause of a match says, or the reason why it is no event.

    `found` are all matches, for where the next begins; `told` are the happenings before.
    """
    match = found[index]
    happening = _happening(context, match, told, own_stretch(context, found, index))
    if isinstance(happening, str):
        return happening
    following = next((other for other in found[index + 1 :] if other.rule.type in RANK and other.start > match.end), None)
    end = following.start if following is not None and following.start < match.clause.end else match.clause.end
    stretch = Span(start=match.start, end=end)
    if context.draft.pack.postposed:
        earlier = [other.end for other in found[:index] if other.rule.type in RANK and match.clause.start <= other.start < match.start]
        stretch = Span(start=max([match.clause.start, *earlier]), end=match.end)
    happening = replace(happening, met=named_in(context, stretch) or untitled_in(context, stretch), hosts=_hosts(context, match))
    of_two = happening.type != VISIT and _of_two(context, match)
    kinds = LISTED | occasions.LASTING if context.draft.pack.postposed else LISTED
    listed = several(context, match, of_two=of_two) if happening.type in kinds or of_two else ()
    if context.draft.pack.postposed:
        return _in_turn(context, happening, listed) or [happening]
    ends = [who.spans[-1].start for who in listed[1:]] + [match.scope.end]
    ahead = [places.place_ahead(context, who.spans[-1]) for who in listed]
    if happening.place_span is not None and any(place is not None and place[1] == happening.place_span for place in ahead[1:]):
        happening = _at(
            replace(happening, place=None, place_span=None), places.place_in(context, Span(start=match.clause.start, end=match.start))
        )
    ends = [place[1].start if place is not None else end for place, end in zip([*ahead[1:], None], ends, strict=False)]
    each = [_at(_with(context, happening, who, end), place) for who, end, place in zip(listed, ends, ahead, strict=False)]
    return each or [happening, *_repeated(context, happening)]


def _at(happening: Happening, place: tuple[str, Span] | None) -> Happening:
    """The same at a place of its own; a visit goes where it goes."""
    moved = place is not None and happening.type != VISIT
    return replace(happening, place=place[0], place_span=place[1]) if place is not None and moved else happening


def _hosts(context: Context, match: Match) -> frozenset[str]:
    """The offices of the companions of an encounter, in languages that put them right before their verb."""
    if not context.draft.pack.postposed or match.rule.type not in RANK:
        return frozenset()
    met = postposed.companions(context, match)
    before = [block for block in context.blocks if match.start - ALSO <= block.start and block.end <= match.end]
    there = {office for party in met for office in _offices_in(context, Span(start=party.start, end=party.end))}
    return frozenset(there or (block.office for block in before[-1:]))


def _offices_in(context: Context, span: Span) -> frozenset[str]:
    """The offices named in a stretch."""
    return frozenset(block.office for block in context.blocks if span.start <= block.start < span.end)


def _of_two(context: Context, match: Match) -> bool:
    """Whether the words say that two meet at a time ("bilateral talks with the leaders of Norway and Chile")."""
    return bool(context.draft.hits.within(max(match.clause.start, match.start - OF_TWO), match.end + OF_TWO, "class", "of_two"))


OF_TWO = 20
"""Characters beside a match in which a word says that two meet at a time: an adjective before or behind the noun."""


def _with(context: Context, happening: Happening, who: Participants, end: int) -> Happening:
    """The same with one of the list, up to the next one; with the date that follows, and for a visit that one's place."""
    goal = who.spans[-1]
    happening = _dated(context, happening, goal.end, end)
    if happening.type != "visit":
        return replace(happening, who=who)
    code = next((hit.value for hit in context.draft.hits.within(goal.start, goal.end, "actor")), None)
    town = next((hit.value for hit in context.draft.hits.within(goal.start, goal.end, "place")), None)
    name = town or (places.country_name(context, code) if code else None)
    return replace(happening, who=who, place=name or happening.place, place_span=goal if name else happening.place_span, goal=code)


def _in_turn(context: Context, happening: Happening, listed: Sequence[Participants]) -> list[Happening]:
    """The same with each of a list before the verb, whose date and place stand before it, or before an earlier one of the list."""
    made, when, span, start = list[Happening](), happening.when, happening.when_span, happening.match.clause.start
    dated = any(occasions.dates_in(context, one.spans[-1].end, other.spans[-1].start) for one, other in pairwise(listed))
    told = own_dates(context, start, [who.spans[-1] for who in listed]) if dated else [None] * len(listed)
    for who, date in zip(listed, told, strict=True):
        goal = who.spans[-1]
        if date is not None:
            when, span = date.when, date.span
        one = _with(context, replace(happening, when=when, when_span=span), who, goal.end)
        if happening.type in RANK:
            one = replace(one, met=named_in(context, goal), hosts=_offices_in(context, goal))
        place = places.standing_in(context, Span(start=start, end=goal.start)) if happening.type != VISIT else None
        made.append(one if place is None else replace(one, place=place[0], place_span=place[1]))
        start = goal.end
    return made


def _dated(context: Context, happening: Happening, start: int, end: int) -> Happening:
    """With the date that stands behind one of a list, else behind those after it; without any, that before the list.

    A place of its own stands before the next one.
    """
    match = happening.match
    dates = occasions.dates_in(context, start, match.scope.end)
    behind = dates and happening.when_span is not None and happening.when_span.start >= match.end
    if behind and dates[0].span != happening.when_span:
        date = counted_days.ahead(context, dates[0]) if happening.judged.stance.realis == "planned" else dates[0]
        happening = replace(happening, when=date.when, when_span=date.span)
    place = places.place_in(context, Span(start=start, end=end))
    return happening if place is None or happening.type == VISIT else replace(happening, place=place[0], place_span=place[1])


def _repeated(context: Context, happening: Happening) -> list[Happening]:
    """The further occasions that the verb tells, each cited by its own words; a visit goes to the same place again."""
    if happening.when_span is None or context.draft.pack.postposed:
        return []
    again = []
    for occasion in repetitions(context, happening.match, happening.when_span):
        passage = occasion.passage
        place, where = occasion.place or ((happening.place, happening.place_span) if happening.type == VISIT else (None, None))
        match = replace(happening.match, start=passage.start, end=passage.end, clause=passage, scope=passage)
        again.append(replace(happening, match=match, when=occasion.date.when, when_span=occasion.date.span, place=place, place_span=where))
    return again


def _aside(context: Context, match: Match) -> str | None:
    """Why the words of a match tell of nothing by themselves, or None."""
    if match.silenced:
        return "unless"
    if match.sentence.kind == "caption":
        return "caption"
    return "in_passing" if context.draft.pack.postposed and finals.quoted(context.draft, match) else None


def _happening(context: Context, match: Match, told: Sequence[Happening], stretch: Span) -> Happening | str:
    """What the match's own clause says, or the reason why it is no event."""
    reason = _aside(context, match)
    if reason is not None:
        return reason
    type_ = OTHER if match.rule.type == UNDOING else match.rule.type
    date = occasions.own_date(context, match, stretch) if match.rule.date not in {"none", "story"} else None
    judged = stance(context.draft, match, date.when if date else None)
    if judged.reason is not None and judged.stance.undone is None:
        return judged.reason
    coming = previews.on_the_way(context, match, date, told) if date is not None and judged.stance.realis == "asserted" else None
    planned = coming is not None or (date is None and previews.within_a_plan(context, match, told))
    if planned and judged.stance.realis == "asserted":
        date, judged = coming, Judged(stance=dataclasses.replace(judged.stance, realis="planned"))
    if date is not None and _until(context, match):
        date = None  # the day is that of the end of a stay told before
    if date is not None and sets_off_for(context.draft, match) and not is_later(context.draft, date.when):
        date = None  # the day is that on which somebody set off
    if date is not None and judged.stance.realis == "planned":
        date = counted_days.ahead(context, date)
        date = None if is_earlier(context.draft, date.when) else date  # the year or month is that in which it was planned
    if match.rule.date == "required" and date is None:
        return "no_date"
    place = destination(context, match) if type_ == VISIT else None
    goal = state_at(context, place[1]) if place is not None else None
    known = session(context, match, told)
    type_, who = known if known is not None else (type_, participants(context, match, many=match.rule.type in MANY))
    type_ = SUMMIT if type_ == "talks" and len(who.codes) > SEVERAL else type_
    who = outcome(match, who, [other for other in told if other.judged.stance.realis == judged.stance.realis])
    if place is not None:
        who = travelled(context, match, goal, [one for one in told if one.type == VISIT]) or who
    nowhere = type_ == VISIT and place is None and not set(who.codes) <= set(context.draft.register.states)
    alone = nowhere or (type_ == VISIT and _stations_alone(context, match, who))
    if alone or not enough(context, who.codes, context.draft.register.least[type_]):
        return "no_parties"
    place = place or (_own_place(context, match, told) if type_ != CALL else None)
    return Happening(
        match=match,
        type=type_,
        who=who,
        judged=judged,
        when=counted_days.stay(context, match, date) if date else None,
        when_span=date.span if date else None,
        place=place[0] if place else None,
        place_span=place[1] if place else None,
        stopped=context.draft.text[match.sentence.span.end - 1] in STOPS,
        besides=bool(context.draft.hits.within(max(match.clause.start, match.start - ALSO), match.end, "class", "besides")),
        apart=place is not None and _apart(context, match, place[1]),
        people=named_in(context, match.clause),
        strangers=frozenset(person.name for person in people_in(context, match.clause) if not person.country),
        under_way=type_ == VISIT and context.draft.pack.postposed and finals.under_way(context.draft, match),
        goal=goal,
        ends=type_ == VISIT and bool(context.draft.hits.within(max(match.clause.start, match.start - ALSO), match.end, "class", "ended")),
        level=_level(context, match),
        undated=date is None and _untold(context, match),
        history=date is not None and occasions.long_past(context, date.when),
    )


def _until(context: Context, match: Match) -> bool:
    """Whether a visit is told by what comes before its end ("before ending | his visit to Peru on Friday, he will ...")."""
    ended = context.draft.hits.within(max(match.clause.start, match.start - ALSO), match.end, "class", "ended")
    before = context.draft.hits.within(match.clause.start, ended[0].start, "class", "earlier_than") if ended else ()
    return match.rule.type == VISIT and any(ended[0].start - word.end <= 1 for word in before)


def _stations_alone(context: Context, match: Match, who: Participants) -> bool:
    """Whether those of a visit are only its stations, and nobody is named who goes there."""
    there = context.parties(match.start, match.clause.end)
    stations = {code for party in there if party.kind == "actor" for code in party.codes if party.start >= match.start}
    return len(who.codes) > PAIR and not context.draft.pack.postposed and set(who.codes) <= stations


UNDOING, OTHER = "undoing", "other"
"""The type of rules whose words say that something was put off or taken back, and the type of event of what that is."""

ALSO = 25
"""Characters before a verb in which a word such as "also" makes it a further act."""


def _own_place(context: Context, match: Match, told: Sequence[Happening]) -> tuple[str, Span] | None:
    """The place of the clause: behind the match where another event of the sentence has the one before it, never where one went after."""
    place = places.own_place(context, match)
    told_here = [one for one in told if one.match.sentence == match.sentence and one.place_span is not None]
    if place is not None and not context.draft.pack.postposed and any(one.place_span == place[1] for one in told_here):
        place = places.place_in(context, Span(start=match.end, end=match.scope.end)) or place
    if place is None or all(one.type != VISIT or one.place_span != place[1] for one in told_here):
        return place
    after = context.draft.hits.within(place[1].end, match.start, "class", "then")
    return None if any(match.start - word.end <= ALSO for word in after) else place


def _apart(context: Context, match: Match, where: Span) -> bool:
    hits = context.draft.hits
    return bool(hits.within(match.clause.start, match.clause.start + 1, "unsaid") and hits.within(where.start, where.end, "place"))


def _level(context: Context, match: Match) -> str | None:
    """The level named in or behind the match."""
    hits = context.draft.hits.within(match.start, match.clause.end, "level")
    if context.draft.pack.postposed:
        hits = context.draft.hits.within(match.start, match.end, "level")[-1:]
    return hits[0].value if hits else None


def _untold(context: Context, match: Match) -> bool:
    """Whether a date of the clause has no value, since nothing tells when the report was written."""
    return any(date.when is None for date in context.draft.dates_within(match.scope.start, match.scope.end))


def detail(happening: Happening) -> tuple[bool, bool, int]:
    """How much a passage says by itself: no headline, a date of its own, the people it names."""
    own = happening.when is not None and not any(item.property == "date" for item in happening.inferred)
    return (not happening.in_title and not happening.headline, own, min(2, len(happening.people)))
