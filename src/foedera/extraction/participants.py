"""Participants: which parties a match is about, from those of its clause, its people and the article's pair."""

from __future__ import annotations

from msgspec import structs

from foedera.extraction import bodies, postposed
from foedera.extraction.contexts import Context, Party
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.participation import (
    PAIR,
    VISIT,
    Participants,
    codes_of,
    inferred_by,
    occasional,
    of_the_pair,
    spans_of,
    without_asides,
)
from foedera.extraction.two_sides import at_home, of_a_capital, two_sides
from foedera.model.document import Span


def participants(context: Context, match: Match, *, many: bool = False) -> Participants:
    """The parties of an event or level; `many` where three or more may take part (summits, exercises)."""
    found = _opened(context, match, _participants(context, match, many=many))
    if any(party.meant and Span(start=party.start, end=party.end) in found.spans for party in context.parties(*_around(match))):
        found = structs.replace(found, inferred=(*found.inferred, *inferred_by("the_sentence_before")))
    heading = context.draft.heading
    if heading is None or found.inferred or heading.subject not in found.codes:
        return found
    said = any(party.kind != "unsaid" and heading.subject in party.codes for party in context.parties(match.scope.start, match.scope.end))
    return found if said else structs.replace(found, inferred=inferred_by("the_heading"))


def _around(match: Match) -> tuple[int, int]:
    return match.sentence.span.start, match.sentence.span.end


def _opened(context: Context, match: Match, found: Participants) -> Participants:
    """With the members of a region instead of it; at a gathering of an organisation and its members the organisation alone."""
    register = context.draft.register
    codes = bodies.opened(found.codes, register)
    if match.rule.type in GATHERED and len(codes) > 1:
        low, high = max(match.clause.start, match.start - SERIES), min(match.clause.end, match.end + SERIES)
        beside = [hit.value for hit in context.draft.hits.within(low, high, "actor") if hit.value not in register.states]
        own = [body for body in beside if set(codes) - {body} <= register.members.get(body, frozenset())]
        codes = (own[0],) if own else codes
    elif match.rule.type == OTHER:
        codes = bodies.by_members(codes, register)
    return found if codes == found.codes else structs.replace(found, codes=codes)


OTHER = "other"

GATHERED = frozenset({"summit", "dialogue"})
"""Types in which an organisation stands for those of its members who are named beside it."""

SERIES = 20
"""Characters between the words of a session and the organisation whose it is."""

OF_TWO = frozenset({"talks", "meeting", "call", "visit", "upgrade", "establish_relations", "level"})
"""Types in which an organisation that only gives the occasion takes no part."""


def _participants(context: Context, match: Match, *, many: bool) -> Participants:
    within = match.scope
    near = context.parties(within.start, within.end)
    wide = near if within == match.sentence.span else context.parties(match.sentence.span.start, match.sentence.span.end)
    near, wide = without_asides(context, match, near, wide)
    if match.rule.type in OF_TWO:
        if any(_owns(context, party, match) for party in near):
            return Participants(codes=())
        near, wide = ([party for party in some if not occasional(context, party)] for some in (near, wide))
    if context.draft.pack.postposed:
        codes, met = postposed.told_before(context, match)
        if codes:
            return Participants(codes=codes, spans=spans_of(met), inferred=inferred_by("the_sentence_before") if met else ())
    rule = match.rule.parties
    if match.rule.type == VISIT:
        near, wide = (_without_venues(context, match, some) for some in (near, wide))
    if rule == "subject":
        near = [party for party in near if party.start < match.start]
    if group := _gathered(context, match):
        return Participants(codes=group)
    if rule in {"all", "own"} or many:
        return _every(context, next((some for some in (near, wide) if any(not party.meant for party in some)), []), match)
    return at_home(context, near, match) or of_a_capital(near, match) or two_sides(context, near, wide, match)


def _gathered(context: Context, match: Match) -> tuple[str, ...]:
    """Whom the name of a gathering itself tells: of a summit its states or its organisation, of a session the two in its title."""
    if match.rule.type == SUMMIT:
        return _compounded(context, match) or _hosts(context, match)
    if match.rule.type != DIALOGUE or context.draft.pack.postposed:
        return ()
    named = postposed.states_of_the_session(context, match)
    return named if len(named) == PAIR else ()


def _owns(context: Context, party: Party, match: Match) -> bool:
    """Whether the words of an encounter are those of a forum's own gathering ("meeting | of the | G20"), which is none of two states."""
    register, text = context.draft.register, context.draft.text
    if party.kind != "actor" or not register.forums.issuperset(party.codes):
        return False
    if context.draft.hits.within(match.start, party.start, "class", "sidelines"):
        return False
    space = text.find(" ", match.start, match.end)
    end = match.end if party.start >= match.end or space < 0 else space
    links = sum(hit.end - hit.start for hit in context.draft.hits.within(end, party.start, "class", "name_link"))
    return 0 <= party.start - end <= SERIES and len(text[end : party.start].replace(" ", "")) <= links


def _without_venues(context: Context, match: Match, found: list[Party]) -> list[Party]:
    """Those around a visit without the organisations behind its words, whose meetings are only why one goes ("to Lima for the G20")."""
    states = context.draft.register.states
    return [party for party in found if party.kind == "person" or party.start < match.end or set(party.codes) <= states]


SUMMIT, DIALOGUE = "summit", "dialogue"


def _compounded(context: Context, match: Match) -> tuple[str, ...]:
    """The states that make one word with the gathering, in scripts without spaces ("Japan-China-Korea summit" in eight signs)."""
    if context.draft.pack.spaced:
        return ()
    named = context.draft.hits.within(match.sentence.span.start, match.sentence.span.end, "actor")
    for word in match.words:
        codes, at = set[str](), word.start
        while (before := next((hit for hit in named if hit.end == at), None)) is not None:
            codes.add(before.value)
            at = before.start
        if len(codes) > PAIR:
            return tuple(sorted(codes))
    return ()


def _hosts(context: Context, match: Match) -> tuple[str, ...]:
    """The organisation whose summit it is, with the partner that a dash joins to it ("the ASEAN-Australia summit")."""
    low, high = max(match.clause.start, match.start - TITLE), min(match.clause.end, match.end + 2 * TITLE)
    hits = [hit for hit in context.draft.hits.within(low, high, "actor") if hit.start - match.end <= TITLE]
    bodied = [hit for hit in hits if hit.value not in context.draft.register.states and bodies.acts(context.draft, hit)]
    if not bodied:
        return ()
    body = min(bodied, key=lambda hit: max(0, match.start - hit.end, hit.start - match.end))
    named = context.draft.hits.within(match.clause.start, match.clause.end, "actor")
    same, others = ([hit for hit in named if (hit.value == body.value) is wanted] for wanted in (True, False))
    joined = {hit.value for hit in others if any(_dashed(context, hit, one) or _anded(context, hit, one) for one in same)}
    if body.value in context.draft.register.groups and not joined:
        return ()  # a region's states are met by somebody
    return tuple(sorted({body.value, *joined}))


TITLE = 30
"""Characters around the word for a summit in which the organisation's name belongs to it."""


def _dashed(context: Context, hit: Hit, body: Hit) -> bool:
    """Whether a dash joins two actors, or nothing stands between them in a script without spaces."""
    text = context.draft.text
    between = text[hit.end : body.start] if hit.end <= body.start else text[body.end : hit.start]
    touching = not between and not context.draft.pack.spaced
    return touching or (between.strip(" ()") in {"-", "–", "—", "+", "\u30fb"} and len(between) <= len(") - "))


def _anded(context: Context, hit: Hit, body: Hit) -> bool:
    """Whether only "and" stands between a state and the organisation ("the summit of ASEAN and Australia")."""
    first, second = sorted((hit, body), key=lambda one: one.start)
    words = context.draft.hits.within(first.end, second.start, "class", "and")
    return any(word.start - first.end <= 1 and second.start - word.end <= 1 for word in words)


def _every(context: Context, found: list[Party], match: Match) -> Participants:
    """All that take part, groups opened; without any, the article's pair."""
    sure = [party for party in found if party.weight <= PAIR] or found
    last = max((party.start for party in sure if not party.meant and party.end <= match.start), default=0)
    sure = [party for party in sure if not party.meant or party.start >= last]
    named = [party for party in sure if party.kind != "group"]
    sure = named if len(codes_of(named)) >= PAIR else sure if len(codes_of(sure)) >= PAIR else found
    codes = codes_of(sure)
    if match.rule.parties == "all" and len(codes) < PAIR:
        group = context.group_before(match.start)
        return of_the_pair(group) if len(group) >= PAIR and codes <= set(group) else Participants(codes=tuple(sorted(codes)))
    heading = context.draft.heading
    if heading is not None and codes == {heading.subject}:
        codes = {heading.subject, heading.other}
    return Participants(codes=tuple(sorted(codes)), spans=spans_of(sure))


def enough(context: Context, codes: tuple[str, ...], least: int) -> bool:
    """Whether there are as many parties as a type of event needs; an organisation is many, and a list of travels names two at most."""
    least = min(least, PAIR) if context.draft.heading is not None else least
    return len(codes) >= least or any(code not in context.draft.register.states for code in codes)
