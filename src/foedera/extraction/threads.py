"""Threads: date and place of a happening whose clause gives none, from the event it belongs to.

That is, of the same parties and stance, the talks before any other meeting told before it; the visit where the words say that they
speak of it; the dateline where they say "here".
"""

from __future__ import annotations

from msgspec.structs import replace

from foedera.extraction import occasions, places
from foedera.extraction.contexts import Context
from foedera.extraction.happenings import RANK, Happening
from foedera.extraction.participation import VISIT
from foedera.model.document import Span
from foedera.model.fact import Inference
from foedera.model.when import When, compatible

MOST = 100
"""Happenings told before or after another among which the one it belongs to is looked for: no report has as many."""


def threaded(context: Context, happenings: list[Happening]) -> list[Happening]:
    """Each with date and place, its own or those of the event it belongs to."""
    made: list[Happening] = []
    for index, happening in enumerate(happenings):
        if happening.match.rule.date not in {"thread", "story"} or happening.under_way or _recalled(context, happening):
            series = happening.match.rule.parties == "session"
            made.append(_of_the_document(context, _in_its_state(context, happening) if series else happening))
            continue
        beside = _beside(context, made[-MOST:], happening)
        if beside is not None:
            made.append(_inherited(context, happening, beside, made[-MOST:]))
            continue
        visit = _visit(context, made[-MOST:], happening)
        if visit is not None:
            made.append(_inherited(context, happening, visit, made))
            continue
        before = [other for other in made[-MOST:] if _leads(context, other, happening)]
        after = [other for other in happenings[index + 1 : index + 1 + MOST] if _leads(context, other, happening)]
        first, second = (after, before[::-1]) if happening.in_title else (before[::-1], after)
        made.append(_of_the_document(context, _inherited(context, happening, _source([*first, *second]), made)))
    return made


def _recalled(context: Context, happening: Happening) -> bool:
    """Whether the words speak of what came of an encounter of another day ("will carry out the outcomes of | the fourth session")."""
    match, hits = happening.match, context.draft.hits
    near = hits.within(max(match.clause.start, match.start - RECALLED), min(match.end + RECALLED, match.clause.end), "class", "recalled")
    if context.draft.pack.postposed:
        return any(0 <= word.start - match.end <= 1 for word in near)
    return any(word.end <= match.start and len(context.draft.text[word.end : match.start].split()) <= 1 for word in near)


RECALLED = 40
"""Characters of the words that speak of what came of an encounter."""


def _of_the_document(context: Context, happening: Happening) -> Happening:
    """With the day of the document where its heading says that the document itself is the statement."""
    known = context.draft.published
    if not happening.match.rule.heading or happening.type != "joint_statement" or happening.when is not None or known is None:
        return happening
    inferred = (*happening.inferred, Inference(property="date", reason="the_event_it_belongs_to"))
    return replace(happening, when=When(edtf=known.edtf, basis="inferred"), inferred=inferred)


def _visit(context: Context, earlier: list[Happening], happening: Happening) -> Happening | None:
    """The visit of the same parties told before, where the clause says that it speaks of what happened during the visit."""
    clause = happening.match.clause
    planned = happening.judged.stance.realis == "planned"
    if happening.when is not None or happening.type == VISIT:
        return None
    if not planned and not context.draft.hits.within(clause.start, clause.end, "class", "within_visit"):
        return None
    visits = [other for other in earlier if other.type == "visit" and other.who.codes == happening.who.codes and other.when]
    if context.draft.pack.postposed:
        visits = [other for other in visits if other.history == happening.history] or visits
    if not visits or visits[-1].judged.stance.realis != happening.judged.stance.realis:
        return None
    begun = visits[-1].when_span
    return None if not planned and begun is not None and _only_begins(context, begun) else visits[-1]


def _beside(context: Context, earlier: list[Happening], happening: Happening) -> Happening | None:
    """The gathering of whatever parties told before, where the clause says that it speaks of what happened on its sidelines."""
    clause = happening.match.clause
    if happening.when is not None or not context.draft.hits.within(clause.start, clause.end, "class", "sidelines"):
        return None
    gatherings = [other for other in earlier if other.type in GATHERINGS and other.when and len(other.who.codes) != PAIR]
    return gatherings[-1] if gatherings else None


GATHERINGS = frozenset({"summit", "dialogue", "meeting"})
PAIR = 2


def _source(leading: list[Happening]) -> Happening | None:
    """Of the events that can lend a date, nearest first: the talks before any other meeting, a visit last."""
    return min(leading, key=lambda other: (other.type == VISIT, other.type not in LEADING), default=None)


LEADING = frozenset({"talks", "dialogue", "summit"})
"""Encounters at which statements are made and papers signed."""


def _leads(context: Context, other: Happening, happening: Happening) -> bool:
    """Whether a happening can lend its date: same parties and stance, told as news and on its own day, not as history."""
    if (
        other.type == "establish_relations"
        or other.who.codes != happening.who.codes
        or other.when is None
        or other.judged.stance.realis != happening.judged.stance.realis
    ):
        return False
    if other.land and happening.land and other.land != happening.land:
        return False
    known = context.draft.published
    vague = other.when.precision < DAY and other.when.basis not in {"relative", "inferred"} and not other.when.edtf.startswith(SOME_DAY)
    if other.when_span is None or vague or (other.type == VISIT and other.when.is_interval):
        return False
    if other.type == VISIT and other.match.sentence != happening.match.sentence and _only_begins(context, other.when_span):
        return False
    return known is None or not known.year_known or not other.when.year_known or _days_apart(other.when, known) <= NEWS_DAYS


def _only_begins(context: Context, date: Span) -> bool:
    """Whether a day only tells since when somebody stays ("on a visit since Monday")."""
    found = [mention for mention in occasions.dates_in(context, date.start, date.end) if mention.when and not mention.when.is_interval]
    return any(occasions.follows(context, mention, "since") for mention in found)


DAY = 3
SOME_DAY = "XXXX-XX-"
"""How a day begins of which neither month nor year is told: that of a report that nothing dates."""
NEWS_DAYS = 45
"""Days between a happening and its report beyond which it is history and lends its date to nothing."""


def _days_apart(first: When, second: When) -> int:
    year, month, day = (int(part) for part in first.last.split("-"))
    year2, month2, day2 = (int(part) for part in second.first.split("-"))
    return abs((year2 - year) * 365 + (month2 - month) * 30 + (day2 - day))


def _where_the_visit_went(context: Context, happening: Happening, earlier: list[Happening]) -> Happening | None:
    """The visit to a town, of the same parties or of a guest of it, of which the same sentence tells first ("went to Lima and met ...")."""
    for visit in reversed(earlier[-MOST:]):
        if visit.match.sentence != happening.match.sentence:
            break
        where = visit.place_span
        common = visit.who.codes == happening.who.codes or (visit.under_way and set(visit.who.codes) & set(happening.who.codes))
        same = visit.type == VISIT and common and visit.match.start < happening.match.start
        if same and where is not None and context.draft.hits.within(where.start, where.end, "place"):
            return visit
    return None


def _abroad(context: Context, happening: Happening, earlier: list[Happening]) -> Happening | None:
    """The visit to a town of the same parties told before and on the same day, where the dateline lies in another state.

    A report from the visitor's own capital does not tell where the two met.
    """
    place = places.dateline_place(context)
    told = happening.place is not None or places.says_here(context, happening.match)
    if place is None or told or happening.judged.stance.realis == "planned" or happening.type not in AT_A_VISIT:
        return None
    home = places.state_of_place(context, place[0])
    for visit in reversed(earlier[-MOST:]):
        there = visit.type == VISIT and visit.who.codes == happening.who.codes and visit.place_span is not None
        if there and visit.goal not in {None, home} and not visit.history and _same_day(visit.when, happening.when):
            where = visit.place_span
            return visit if where and context.draft.hits.within(where.start, where.end, "place") else None
    return None


AT_A_VISIT = frozenset({"talks", "meeting", "signing", "joint_statement"})
"""Types of events that take place where a guest is received."""


def _inherited(context: Context, happening: Happening, source: Happening | None, earlier: list[Happening]) -> Happening:
    inferred = list(happening.inferred)
    there = _there(context, happening, earlier) or _abroad(context, happening, earlier)
    if there is not None:
        happening = replace(happening, place=there.place, place_span=there.place_span)
        inferred.append(Inference(property="place", reason="the_event_it_belongs_to"))
        source = there if there.when is not None and there.when.precision == DAY and not there.when.is_interval else source
    if happening.place is None and happening.type != VISIT and _of_the_dateline(context, happening):
        place = places.dateline_place(context)
        if place is not None:
            happening = replace(happening, place=place[0], place_span=place[1])
            inferred.append(Inference(property="place", reason="dateline"))
    if source is not None and happening.when is None and not happening.undated:
        happening = replace(
            happening, when=When(edtf=source.when.edtf, basis="inferred") if source.when else None, when_span=source.when_span
        )
        inferred.append(Inference(property="date", reason="the_event_it_belongs_to"))
    planned = happening.judged.stance.realis == "planned"
    lends = source is not None and (source.type != VISIT or planned) and _same_day(source.when, happening.when)
    if happening.place is None and happening.type != VISIT and source is not None and source.place is not None and lends:
        happening = replace(happening, place=source.place, place_span=source.place_span)
        inferred.append(Inference(property="place", reason="the_event_it_belongs_to"))
    town = _where_the_visit_went(context, happening, earlier) if happening.place is None and happening.type != VISIT else None
    if town is not None:
        happening = replace(happening, place=town.place, place_span=town.place_span)
        inferred.append(Inference(property="place", reason="the_event_it_belongs_to"))
    heading = context.draft.heading
    if happening.place is None and heading is not None and heading.places and heading.subject in happening.who.codes:
        place_name = heading.places[0] if len(heading.places) == 1 else places.country_name(context, heading.state)
        happening = replace(happening, place=place_name, place_span=heading.span)
    return _in_its_state(context, replace(happening, inferred=tuple(inferred)))


def _in_its_state(context: Context, happening: Happening) -> Happening:
    """With the state that stands behind "in", where no town is told."""
    place = places.own_state(context, happening.match) if happening.place is None and happening.type != "call" else None
    return replace(happening, place=place[0], place_span=place[1]) if place is not None else happening


def _there(context: Context, happening: Happening, earlier: list[Happening]) -> Happening | None:
    """The happening told right before whose place a sentence means that opens with "here"."""
    start = happening.match.sentence.span.start
    opens = context.draft.hits.within(start, start + OPENING, "class", "here")
    told = earlier[-1] if earlier else None
    if happening.place is not None or happening.type == VISIT or not opens or opens[0].start != start or told is None:
        return None
    return told if told.place_span is not None and told.match.sentence != happening.match.sentence else None


OPENING = 20
"""Characters of the word that says "here" at the head of a sentence."""


def _same_day(first: When | None, second: When | None) -> bool:
    """Whether two dates may be one; a bare year ("in 2014") is not that of a day without a year."""
    if first is not None and second is not None and not first.year_known and second.precision < DAY:
        return False
    return compatible(first, second)


def _of_the_dateline(context: Context, happening: Happening) -> bool:
    """Whether the report's dateline tells the place: the clause says "here", or it is the lead's news and the place lies in a party."""
    if places.says_here(context, happening.match):
        return True
    place = places.dateline_place(context)
    if happening.judged.stance.realis == "planned":
        return False
    if place is None or happening.type not in {*RANK, "signing", "joint_statement"} or happening.type == "call":
        return False
    state = places.state_of_place(context, place[0])
    elsewhere = places.own_state(context, happening.match)
    if elsewhere is not None and state is not None and elsewhere[0] != places.country_name(context, state):
        return False
    body = [sentence for sentence in context.draft.sentences if sentence.kind == "body" and sentence.span.start >= place[1].start]
    return happening.match.sentence in body[:2] and state in happening.who.codes
