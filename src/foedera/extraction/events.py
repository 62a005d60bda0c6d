"""Events: the happenings a report tells of, each once, with parties, date, place, people and stance.

First every match becomes a happening with what its own clause says. Then a happening without date or place takes those of the event it
belongs to: the one before it of the same parties. Last, several passages about one happening fold into the one that says most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from foedera.extraction import occasions
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.outcomes import Outcome, fact_id, made, refused
from foedera.extraction.participants import Participants, enough, participants, several
from foedera.extraction.persons import Person
from foedera.extraction.stances import Judged, stance
from foedera.model.document import Span
from foedera.model.fact import Attendee, EventFact, Inference, MechanismFact, Support
from foedera.model.when import When, compatible, narrower

RANK = ("dialogue", "summit", "call", "talks", "meeting")
"""Encounters from the most to the least particular: in one sentence with the same parties they are one happening."""

MANY = frozenset({"summit", "exercise", "other", "aid"})
"""Types in which one, three or more parties are as usual as two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
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
    stopped: bool = True
    inferred: tuple[Inference, ...] = ()

    def of(self, code: str) -> set[str]:
        """The names of those of one party whom the clause names."""
        return {name for country, name in self.people if country == code}

    @property
    def headline(self) -> bool:
        """Whether the line has no stop at its end, as headlines and subheadings have none."""
        return not self.stopped

    @property
    def in_title(self) -> bool:
        """Whether only the title says so."""
        return self.match.sentence.kind == "title"


def events(context: Context, found: tuple[Match, ...], mechanisms: tuple[MechanismFact, ...]) -> list[Outcome]:
    """An outcome for every match of an event rule."""
    outcomes: list[Outcome] = []
    happenings: list[Happening] = []
    for match in found:
        happening = _happening(context, match)
        if isinstance(happening, str):
            outcomes.append(refused(match, happening))
            continue
        listed = several(context, match) if happening.type in LISTED else ()
        happenings += [_with(context, happening, who) for who in listed] or [happening]
    kept = _folded(_threaded(context, _one_a_sentence(happenings)))
    outcomes += [_outcome(context, happening, mechanisms) for happening in kept]
    told = {(happening.match.rule.id, happening.match.start) for happening in kept}
    folded = [happening.match for happening in happenings if (happening.match.rule.id, happening.match.start) not in told]
    return outcomes + [refused(match, "repeated") for match in folded]


STOPS = frozenset('.!?…。;"”’»)')
"""Signs at the end of a line that is a sentence."""

LISTED = frozenset({"talks", "meeting", "call", "visit"})
"""Types of which one sentence may tell several, of one subject with each of a list."""


def _with(context: Context, happening: Happening, who: Participants) -> Happening:
    """The same with one of the list; a visit goes to that one's place."""
    if happening.type != "visit":
        return replace(happening, who=who)
    goal = who.spans[-1]
    code = next((hit.value for hit in context.draft.hits.within(goal.start, goal.end, "actor")), None)
    name = occasions.country_name(context, code) if code else None
    return replace(happening, who=who, place=name or happening.place, place_span=goal if name else happening.place_span)


def _happening(context: Context, match: Match) -> Happening | str:
    """What the match's own clause says, or the reason why it is no event."""
    if match.silenced:
        return "unless"
    if match.sentence.kind == "caption":
        return "caption"
    type_ = match.rule.type
    date = occasions.own_date(context, match) if match.rule.date not in {"none", "story"} else None
    judged = stance(context.draft, match, date.when if date else None)
    if judged.reason is not None:
        return judged.reason
    if match.rule.date == "required" and date is None:
        return "no_date"
    who = participants(context, match, many=type_ in MANY)
    if not enough(context, who.codes, context.draft.register.least[type_]):
        return "no_parties"
    place = _destination(context, match) if type_ == "visit" else None
    place = place or occasions.own_place(context, match)
    return Happening(
        match=match,
        type=type_,
        who=who,
        judged=judged,
        when=occasions.stay(context, match, date) if date else None,
        when_span=date.span if date else None,
        place=place[0] if place else None,
        place_span=place[1] if place else None,
        stopped=context.draft.text[match.sentence.span.end - 1] in STOPS,
        people=tuple((person.country, person.name) for person in _people(context, match.clause) if person.country),
    )


def _destination(context: Context, match: Match) -> tuple[str, Span] | None:
    """Where a visit goes: the first place or state behind the words of visiting."""
    end = min(match.clause.end, match.end + NEAR)
    hits = [*context.draft.hits.within(match.start, end, "place"), *context.draft.hits.within(match.start, end, "actor")]
    for hit in sorted((hit for hit in hits if not hit.weak or hit.kind == "actor"), key=lambda hit: (hit.start, hit.kind != "place")):
        name = hit.value if hit.kind == "place" else occasions.country_name(context, hit.value)
        if name is not None and hit.role != "adjective" and not _visitors(context, hit):
            return name, Span(start=hit.start, end=hit.end)
    return None


def _visitors(context: Context, hit: Hit) -> bool:
    """Whether a state only tells whose office or leader is spoken of ("the visit of the leader of Japan to ...")."""
    if any(block.start <= hit.start < block.end for block in context.blocks):
        return True
    words = [*context.draft.hits.within(max(0, hit.start - 25), hit.start, "class", "leader_noun")]
    words += context.draft.hits.within(max(0, hit.start - 25), hit.start, "class", "side")
    return any(hit.start - word.end <= 2 for word in words)  # noqa: PLR2004 - a space between


NEAR = 40
"""Characters behind the words of a visit within which its destination stands."""


def _one_a_sentence(happenings: list[Happening]) -> list[Happening]:
    """Encounters of one sentence, of the same parties and without different dates, are one: the most particular."""
    kept: list[Happening] = []
    for happening in sorted(happenings, key=lambda one: (RANK.index(one.type) if one.type in RANK else -1, one.match.start)):
        rival = next((other for other in kept if _same_encounter(other, happening)), None)
        if rival is None:
            kept.append(happening)
        elif _guessed(rival, happening):
            kept[kept.index(rival)] = _completed(happening, rival)
        else:
            kept[kept.index(rival)] = _completed(rival, happening)
    return sorted(kept, key=lambda one: (one.match.start, one.match.rule.id))


def _same_encounter(first: Happening, second: Happening) -> bool:
    return (
        first.type in RANK
        and second.type in RANK
        and first.match.sentence == second.match.sentence
        and (set(second.who.codes) <= set(first.who.codes) or _guessed(first, second))
        and first.judged.stance.realis == second.judged.stance.realis
        and (first.when is None or second.when is None or first.when == second.when)
    )


def _guessed(first: Happening, second: Happening) -> bool:
    """Whether the first only guesses at some of the parties that the second names."""
    return bool(first.who.inferred) and set(first.who.codes) < set(second.who.codes)


def _completed(first: Happening, second: Happening) -> Happening:
    """The first with what only the second says."""
    if first.when is None and second.when is not None:
        first = replace(first, when=second.when, when_span=second.when_span)
    if first.place is None and second.place is not None:
        first = replace(first, place=second.place, place_span=second.place_span)
    return first


def _threaded(context: Context, happenings: list[Happening]) -> list[Happening]:
    """Each with date and place, its own or those of the event it belongs to."""
    threaded: list[Happening] = []
    for index, happening in enumerate(happenings):
        if happening.match.rule.date not in {"thread", "story"}:
            threaded.append(happening)
            continue
        visit = _visit(context, threaded, happening)
        if visit is not None:
            threaded.append(_inherited(context, happening, visit))
            continue
        before = [other for other in threaded if _leads(context, other, happening)]
        after = [other for other in happenings[index + 1 :] if _leads(context, other, happening)]
        first, second = (after, before[::-1]) if happening.in_title else (before[::-1], after)
        threaded.append(_inherited(context, happening, _source([*first, *second])))
    return threaded


def _visit(context: Context, earlier: list[Happening], happening: Happening) -> Happening | None:
    """The visit of the same parties told before, where the clause says that it speaks of what happened during the visit."""
    clause = happening.match.clause
    if happening.when is not None or not context.draft.hits.within(clause.start, clause.end, "class", "within_visit"):
        return None
    visits = [other for other in earlier if other.type == "visit" and other.who.codes == happening.who.codes and other.when]
    return visits[-1] if visits and visits[-1].judged.stance == happening.judged.stance else None


def _source(leading: list[Happening]) -> Happening | None:
    """Of the events that can lend a date, nearest first: the talks before any other meeting, a visit last."""
    return min(leading, key=lambda other: (other.type == "visit", other.type not in LEADING), default=None)


LEADING = frozenset({"talks", "dialogue", "summit"})
"""Encounters at which statements are made and papers signed."""


def _leads(context: Context, other: Happening, happening: Happening) -> bool:
    """Whether a happening can lend its date: same parties and stance, told as news and on its own day, not as history."""
    if other.who.codes != happening.who.codes or other.when is None or other.judged.stance.realis != happening.judged.stance.realis:
        return False
    known = context.draft.published
    vague = other.when.precision < DAY and other.when.basis not in {"relative", "inferred"}
    if other.when_span is None or vague or (other.type == "visit" and other.when.is_interval):
        return False
    return known is None or not known.year_known or not other.when.year_known or _days_apart(other.when, known) <= NEWS_DAYS


DAY = 3
NEWS_DAYS = 45
"""Days between a happening and its report beyond which it is history and lends its date to nothing."""


def _days_apart(first: When, second: When) -> int:
    year, month, day = (int(part) for part in first.last.split("-"))
    year2, month2, day2 = (int(part) for part in second.first.split("-"))
    return abs((year2 - year) * 365 + (month2 - month) * 30 + (day2 - day))


def _inherited(context: Context, happening: Happening, source: Happening | None) -> Happening:
    inferred = list(happening.inferred)
    if happening.place is None and happening.type != "visit" and _of_the_dateline(context, happening):
        place = occasions.dateline_place(context)
        if place is not None:
            happening = replace(happening, place=place[0], place_span=place[1])
            inferred.append(Inference(property="place", reason="dateline"))
    if source is not None and happening.when is None:
        happening = replace(happening, when=replace(source.when, basis="inferred") if source.when else None, when_span=source.when_span)
        inferred.append(Inference(property="date", reason="the_event_it_belongs_to"))
    lends = source is not None and source.type != "visit" and compatible(source.when, happening.when)
    if happening.place is None and happening.type != "visit" and source is not None and source.place is not None and lends:
        happening = replace(happening, place=source.place, place_span=source.place_span)
        inferred.append(Inference(property="place", reason="the_event_it_belongs_to"))
    if happening.place is None and happening.type != "call":
        place = occasions.own_state(context, happening.match)
        if place is not None:
            happening = replace(happening, place=place[0], place_span=place[1])
    return replace(happening, inferred=tuple(inferred))


def _of_the_dateline(context: Context, happening: Happening) -> bool:
    """Whether the report's dateline tells the place: the clause says "here", or it is the lead's news and the place lies in a party."""
    if occasions.says_here(context, happening.match):
        return True
    place = occasions.dateline_place(context)
    if place is None or happening.type not in {*RANK, "signing"} or happening.type == "call":
        return False
    body = [sentence for sentence in context.draft.sentences if sentence.kind == "body"]
    return happening.match.sentence in body[:2] and occasions.state_of_place(context, place[0]) in happening.who.codes


def _folded(happenings: list[Happening]) -> list[Happening]:
    """One for each happening: same type (talks and meeting are one word's breadth apart), parties, stance, and dates that agree."""
    kept: list[Happening] = []
    for happening in sorted(happenings, key=lambda one: (one.in_title, one.match.start)):
        rival = next((other for other in kept if _same_happening(other, happening)), None)
        if rival is None:
            kept.append(happening)
            continue
        kept[kept.index(rival)] = _fuller(rival, happening)
    return sorted(kept, key=lambda one: (one.match.start, one.match.rule.id))


def _same_happening(first: Happening, second: Happening) -> bool:
    if _refers(first, second):
        return True
    same_type = first.type == second.type or {first.type, second.type} <= {"talks", "meeting"}
    if not same_type or first.type == "other":
        same_type = same_type and first.match.rule.id == second.match.rule.id
    return (
        same_type
        and first.who.codes == second.who.codes
        and (first.judged.stance.realis == second.judged.stance.realis or second.in_title)
        and _agree(first.when, second.when)
        and not (first.type in RANK and _other_people(first, second))
    )


def _refers(first: Happening, second: Happening) -> bool:
    """Whether a later "the talks" without date, place or people of its own speaks of the encounter told before."""
    bare = not any(_detail(second)[1:]) and second.place_span is None and second.type in {"talks", "meeting"}
    alike = first.who.codes == second.who.codes and first.judged.stance.realis == second.judged.stance.realis
    return bare and alike and first.type in RANK and not second.in_title


def _agree(first: When | None, second: When | None) -> bool:
    """Whether two dates of one article may be one: a day without a year is not that of a bare year told as history."""
    if first is None or second is None:
        return True
    vague = first.year_known != second.year_known and min(first.precision, second.precision) < MONTH
    return compatible(first, second) and not vague


MONTH = 2


def _other_people(first: Happening, second: Happening) -> bool:
    """Whether both name people of one party, and not the same: the king's audience is not the prime minister's talks."""
    return any(theirs and ours and not theirs & ours for code in first.who.codes for theirs, ours in ((first.of(code), second.of(code)),))


def _fuller(first: Happening, second: Happening) -> Happening:
    """The passage that says more, else the first; with the finer date and the place of either."""
    lead, other = (second, first) if _detail(second) > _detail(first) else (first, second)
    if other.when is not None and lead.when != other.when and narrower(lead.when, other.when) is other.when:
        lead = _taken(replace(lead, when=other.when, when_span=other.when_span), other, "date")
    if lead.place is None and other.place is not None:
        lead = _taken(replace(lead, place=other.place, place_span=other.place_span), other, "place")
    if {lead.type, other.type} == {"talks", "meeting"}:
        lead = replace(lead, type="talks")
    return lead


def _taken(lead: Happening, other: Happening, name: str) -> Happening:
    """With the inference that came with a property of another passage."""
    kept = tuple(item for item in lead.inferred if item.property != name)
    return replace(lead, inferred=kept + tuple(item for item in other.inferred if item.property == name))


def _detail(happening: Happening) -> tuple[bool, bool, int]:
    """How much a passage says by itself: no headline, a date of its own, the people it names."""
    own = happening.when is not None and not any(item.property == "date" for item in happening.inferred)
    return (not happening.in_title and not happening.headline, own, min(2, len(happening.people)))


def _outcome(context: Context, happening: Happening, mechanisms: tuple[MechanismFact, ...]) -> Outcome:
    draft, match = context.draft, happening.match
    start, end = match.clause.start, match.clause.end
    citation = draft.citation(start, end)
    session = next((fact for fact in mechanisms if fact.citation.span.meets(citation.span)), None) if happening.type in RANK[:2] else None
    fact = EventFact(
        id=fact_id(draft, f"event:{happening.type}", happening.who.codes, citation),
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
        attendees=_attendees(context, start, end, happening.who.codes),
        mechanism=session.name if session else None,
        edition=session.edition if session else None,
    )
    return made(match, fact, start, end)


def _support(context: Context, happening: Happening, start: int, end: int) -> tuple[Support, ...]:
    """The passages outside the citation that gave date or place."""
    found: list[Support] = []
    for name, span in (("date", happening.when_span), ("place", happening.place_span)):
        if span is not None and not (start <= span.start and span.end <= end):
            passage = context.draft.citation(span.start, span.end)
            found.append(Support(property="date" if name == "date" else "place", citation=passage))
    return tuple(found)


def _attendees(context: Context, start: int, end: int, codes: tuple[str, ...]) -> tuple[Attendee, ...]:
    """The people named in the passage who belong to the parties, in order."""
    there = [person for person in _people(context, Span(start=start, end=end)) if person.country in codes]
    return tuple(Attendee(name=person.name, office=person.office, country=person.country) for person in there)


def _people(context: Context, span: Span) -> list[Person]:
    """The people of the article who are named in a stretch."""
    there: list[Person] = []
    for hit in context.draft.hits.within(span.start, span.end, "person"):
        name = context.draft.text[hit.start : hit.end]
        exact = [person for person in context.people if person.name == name]
        meant = exact or [person for person in context.people if name in person.name.split()]
        here = [person for person in meant if span.start <= person.start < span.end]
        there += [person for person in (here or meant)[:1] if person not in there]
    return there
