"""Stays: where a visit went whose words do not say, and so where the encounters of its days took place.

A guest goes to the state that is not his own: to the town of the dateline where that lies there, else the state is named.
"""

from __future__ import annotations

from msgspec.structs import replace

from foedera.extraction import places
from foedera.extraction.contexts import Context, Party
from foedera.extraction.happenings import RANK, Happening
from foedera.extraction.participation import VISIT
from foedera.model.fact import Inference
from foedera.model.when import When

PAIR = 2

BEHIND = 80
"""Characters behind the words of a visit within which the guest stands ("arrived here on Monday with President NAME")."""

LINK = 4
"""Characters of the word between a guest and the visit that is his."""

HOSTED = "hosted"
"""The mark of rules whose words tell that a guest is received, who stands behind them."""

CALL = "call"
"""The encounter that takes place nowhere."""


def settled(context: Context, told: list[Happening]) -> list[Happening]:
    """Happenings with the place of each visit, and of the encounters that took place in its days."""
    placed = [_visit(context, one) if one.type == VISIT and one.place is None else one for one in told]
    visits = [one for one in placed if one.type == VISIT and one.place is not None]
    placed = [_abroad(context, one, visits) if _of_the_dateline(context, one) else one for one in placed]
    return [_within(context, one, visits) if one.place is None and one.type in RANK and one.type != CALL else one for one in placed]


def _visit(context: Context, visit: Happening) -> Happening:
    """A visit with the state that is not the guest's."""
    guest = _guest(context, visit)
    states = [code for code in visit.who.codes if code not in guest]
    name = places.country_name(context, states[0]) if len(visit.who.codes) == PAIR and len(states) == 1 else None
    if name is None:
        return visit
    town = places.dateline_place(context)
    here = town is not None and not visit.history and places.state_of_place(context, town[0]) == states[0]
    place, span = town if town is not None and here else (name, None)
    inference = Inference(property="place", reason="dateline" if here else "the_articles_pair")
    return replace(visit, place=place, place_span=span, inferred=(*visit.inferred, inference))


def _guest(context: Context, visit: Happening) -> tuple[str, ...]:
    """The state of the first person before the words of a visit, else of the first one behind them.

    Where words stand behind what they mark, it is the person whom the words of a visit make their object ("the host | NAME received"),
    or the one whose visit it is said to be ("the host and the guest met | on the guest's visit").
    """
    match, codes = visit.match, set(visit.who.codes)
    near = context.parties(match.scope.start, min(match.scope.end, match.end + BEHIND))
    people = [party for party in near if party.kind == "person" and len(party.codes) == 1 and set(party.codes) <= codes]
    before: list[Party] = [party for party in people if party.start < match.start]
    owning = [party for party in before if party.end in _owners(context, match.start)] if context.draft.pack.postposed else []
    received = [party for party in before if party.end == match.start] if context.draft.pack.postposed else []
    told = [party for party in before[-1:] if not context.draft.pack.postposed and _told_of(context, party.end, match.start)]
    if match.rule.mark == HOSTED:
        told = [party for party in people if party.start > match.start][:1]
    told = told or ([] if near or context.draft.pack.postposed else _before_the_clause(context, visit))
    chosen = received if received and _object(context, match.start) else owning or told or before[:1] or people[:1]
    return chosen[0].codes if chosen else ()


def _before_the_clause(context: Context, visit: Happening) -> list[Party]:
    """Of whom a clause tells that names nobody itself: the last one before it ("the leader, | who came on a visit to the country")."""
    match, codes = visit.match, set(visit.who.codes)
    before = context.parties(match.sentence.span.start, match.start)
    return [party for party in before if len(party.codes) == 1 and set(party.codes) <= codes][-1:]


def _told_of(context: Context, end: int, start: int) -> bool:
    """Whether the words of a visit begin a clause that tells of a person: "received the king | who | is on a visit"."""
    hits = context.draft.hits
    words = [hit for name in ("relative", "visiting") for hit in hits.within(end, start + LINK + 1, "class", name)]
    between = context.draft.text[end:start]
    return any(word.start - end <= LINK for word in words) and len(between) <= RELATIVE and "\n" not in between


RELATIVE = 24
"""Characters between a guest and the verb of the clause that tells of him: ", who was then"."""


def _owners(context: Context, start: int) -> set[int]:
    """Where a name may end whose visit it is that begins at a position: before the linking word, or the office before that."""
    ends = {link.start for link in context.draft.hits.within(max(0, start - LINK), start, "class", "office_link") if link.end == start}
    low = max(0, start - BEHIND)
    return ends | {office.start for office in context.draft.hits.within(low, start, "office") if office.end in ends}


def _object(context: Context, start: int) -> bool:
    """Whether the words of a visit begin with a word of goal, so that who stands before them is received."""
    return any(hit.start == start for hit in context.draft.hits.within(start, start + LEAST, "class", "goal_mark"))


LEAST = 2
"""Characters of a word of goal."""


def _of_the_dateline(context: Context, one: Happening) -> bool:
    """Whether a place was worked out, and is that of the dateline in the end."""
    town = places.dateline_place(context)
    return town is not None and one.place == town[0] and any(item.property == "place" for item in one.inferred)


def _abroad(context: Context, one: Happening, visits: list[Happening]) -> Happening:
    """What the dateline placed at home, at the place of the visit whose days it falls into: its agency only reports it from there."""
    home = places.state_of_place(context, one.place) if one.place is not None else None
    for visit in visits:
        away = visit.goal not in {None, home} and one.type != VISIT
        if away and visit.who.codes == one.who.codes and _covers(visit.when, one.when):
            told = tuple(item for item in one.inferred if item.property != "place")
            inference = Inference(property="place", reason="the_event_it_belongs_to")
            return replace(one, place=visit.place, place_span=visit.place_span, inferred=(*told, inference))
    return one


def _within(context: Context, met: Happening, visits: list[Happening]) -> Happening:
    """An encounter in the town of the visit of the same parties that it is part of."""
    for visit in visits:
        town = _town(context, visit)
        if (
            town is not None
            and visit.who.codes == met.who.codes
            and visit.judged.stance.realis == met.judged.stance.realis
            and _covers(visit.when, met.when)
        ):
            return replace(met, place=town, inferred=(*met.inferred, Inference(property="place", reason="the_event_it_belongs_to")))
    return met


def _town(context: Context, visit: Happening) -> str | None:
    """The town of a visit; where its place is a state, the town of the dateline if it lies there."""
    if visit.place is not None and places.state_of_place(context, visit.place) is not None:
        return visit.place
    town = places.dateline_place(context)
    state = places.state_of_place(context, town[0]) if town is not None else None
    return town[0] if town is not None and state and places.country_name(context, state) == visit.place else None


def _covers(stay: When | None, day: When | None) -> bool:
    """Whether a day lies within a stay, both told."""
    return stay is not None and day is not None and stay.first <= day.first and day.last <= stay.last
