"""Participants: which parties a match is about, from those of its clause, its people and the article's pair."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, structs

from foedera.extraction import bodies, postposed
from foedera.extraction.contexts import Context, Party, states_of
from foedera.extraction.hits import Hit
from foedera.extraction.joins import DATED, SMALL, joined
from foedera.extraction.matches import Match
from foedera.extraction.meetings import across, extent, joining
from foedera.extraction.scopes import asides
from foedera.model.document import Span
from foedera.model.fact import Inference

PAIR = 2


class Participants(Struct, frozen=True, kw_only=True):
    """Codes, sorted; where they were read; and the inference where the clause itself does not name them."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    inferred: tuple[Inference, ...] = ()


def participants(context: Context, match: Match, *, many: bool = False) -> Participants:
    """The parties of an event or level; `many` where three or more may take part (summits, exercises)."""
    found = _opened(context, match, _participants(context, match, many=many))
    if any(party.meant and Span(start=party.start, end=party.end) in found.spans for party in context.parties(*_around(match))):
        found = structs.replace(found, inferred=(*found.inferred, *_by("the_sentence_before")))
    heading = context.draft.heading
    if heading is None or found.inferred or heading.subject not in found.codes:
        return found
    said = any(party.kind != "unsaid" and heading.subject in party.codes for party in context.parties(match.scope.start, match.scope.end))
    return found if said else structs.replace(found, inferred=_by("the_heading"))


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
    return found if codes == found.codes else structs.replace(found, codes=codes)


GATHERED = frozenset({"summit", "dialogue"})
"""Types in which an organisation stands for those of its members who are named beside it."""

SERIES = 20
"""Characters between the words of a session and the organisation whose it is."""

MET = frozenset({"talks", "meeting", "call", "visit"})
"""Types in which an organisation that only gives the occasion takes no part."""


def _participants(context: Context, match: Match, *, many: bool) -> Participants:
    within = match.scope
    near = context.parties(within.start, within.end)
    wide = near if within == match.sentence.span else context.parties(match.sentence.span.start, match.sentence.span.end)
    near, wide = _without_asides(context, match, near, wide)
    if match.rule.type in MET:
        near, wide = ([party for party in some if not _occasion(context, party)] for some in (near, wide))
    if context.draft.pack.postposed:
        codes, met = postposed.told_before(context, match)
        if codes:
            return Participants(codes=codes, spans=_spans(met), inferred=_by("the_sentence_before") if met else ())
    rule = match.rule.parties
    if match.rule.type == VISIT:
        near, wide = (_without_venues(context, match, some) for some in (near, wide))
    if rule == "subject":
        near = [party for party in near if party.start < match.start]
    if match.rule.type == SUMMIT:
        group = _hosts(context, match)
        if group:
            return Participants(codes=group)
    if rule in {"all", "own"} or many:
        return _every(context, next((some for some in (near, wide) if any(not party.meant for party in some)), []), match)
    return _two(context, near, wide, match)


def _occasion(context: Context, party: Party) -> bool:
    return party.kind == "actor" and bodies.occasion(context.draft, Span(start=party.start, end=party.end), context.draft.register)


def _without_venues(context: Context, match: Match, found: list[Party]) -> list[Party]:
    """Those around a visit without the organisations behind its words, whose meetings are only why one goes ("to Lima for the G20")."""
    states = context.draft.register.states
    return [party for party in found if party.kind == "person" or party.start < match.end or set(party.codes) <= states]


def _without_asides(context: Context, match: Match, near: list[Party], wide: list[Party]) -> tuple[list[Party], list[Party]]:
    """Those around a match without those whom a clause between commas names only to tell of another.

    Within such a clause they are those whom it names, and the one before it, of whom it tells.
    """
    told = asides(context.draft, match.clause)
    own = next((aside for aside in told if aside.start <= match.start < aside.end), None)
    if own is not None:
        meant = [party for party in wide if party.end <= own.start][-1:]
        return [*meant, *near], [*meant, *near]
    outside = [[party for party in some if not any(aside.start <= party.start < aside.end for aside in told)] for some in (near, wide)]
    return outside[0], outside[1]


SUMMIT = "summit"
VISIT = "visit"


def _hosts(context: Context, match: Match) -> tuple[str, ...]:
    """The organisation whose summit it is, with the partner that a dash joins to it ("the ASEAN-Australia summit")."""
    low, high = max(match.clause.start, match.start - TITLE), min(match.clause.end, match.end + 2 * TITLE)
    hits = [hit for hit in context.draft.hits.within(low, high, "actor") if hit.start - match.end <= TITLE]
    bodied = [hit for hit in hits if hit.value not in context.draft.register.states and bodies.acts(context.draft, hit)]
    if not bodied:
        return ()
    body = min(bodied, key=lambda hit: max(0, match.start - hit.end, hit.start - match.end))
    joined = {hit.value for hit in hits if hit is not body and (_dashed(context, hit, body) or _anded(context, hit, body))}
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


def several(context: Context, match: Match, *, of_two: bool = False) -> tuple[Participants, ...]:
    """One subject with each member of a list behind the verb: whom he met one after the other, where he goes on a tour.

    `of_two` tells that the words themselves say that two meet at a time: the list may then stand further off, and others before.
    """
    if context.draft.pack.postposed:
        return _each(context, match)
    within = match.scope
    near = [party for party in context.parties(within.start, within.end) if party.kind != "group"]
    before = [party for party in near if party.weight <= PAIR and _precedes(party, match)]
    last = match.words[-1].start
    behind = [party for party in near if party.start > match.start and party.end > last]
    people = [party for party in before if party.kind == "person"]
    before = people[-1:] or before if of_two or match.rule.type == VISIT else before
    subject = _codes(before[-1:])
    run: list[Party] = []
    for party in behind:
        if not run and party.start - match.end > (FURTHER if of_two else CLOSE):
            break
        if not run and party.weight > PAIR and match.rule.type != VISIT:
            continue
        if run and (party.weight > PAIR or not _next_to(context, run[-1], party)):
            break
        run.append(party)
    states = context.draft.register.states
    listed = [party for party in run if not set(party.codes) & subject and (match.rule.type != VISIT or set(party.codes) <= states)]
    if len(subject) != 1 or len(_codes(listed)) < PAIR or (len(_codes(before)) > 1 and not of_two):
        return ()
    return tuple(Participants(codes=tuple(sorted({*subject, *party.codes})), spans=_spans([before[-1], party])) for party in listed)


def _next_to(context: Context, first: Party, second: Party) -> bool:
    start, end = extent(context, first)[1], extent(context, second)[0]
    return any(joined(context.draft, start, end, words) for words in (SMALL, DATED))


def _each(context: Context, match: Match) -> tuple[Participants, ...]:
    """The subject with each of a list of companions, where the verb stands behind them all."""
    who = postposed.acting(context, match.sentence.span.start, match.start)
    if match.rule.type == VISIT and len(who) == 1:
        there = [(goal, code) for goal, code in postposed.goals(context, match) if code not in who]
        if len({code for _, code in there}) >= PAIR:
            return tuple(Participants(codes=tuple(sorted({*who, code})), spans=(goal,)) for goal, code in there)
    met = [party for party in postposed.companions(context, match) if not set(party.codes) & set(who)]
    if len(who) != 1 or len(_codes(met)) < PAIR:
        return ()
    return tuple(Participants(codes=tuple(sorted({*who, *party.codes})), spans=_spans([party])) for party in met)


def _precedes(party: Party, match: Match) -> bool:
    """Whether a party stands before the words of a match, or is the subject that they leave out."""
    return party.end <= match.start and (party.start < match.start or party.kind == "unsaid")


FURTHER = 100
"""Characters between such words and the list ("with other leaders who are present, among them ...")."""

CLOSE = 40
"""Characters between a verb and the first member of the list that it governs."""


def _every(context: Context, found: list[Party], match: Match) -> Participants:
    """All that take part, groups opened; without any, the article's pair."""
    sure = [party for party in found if party.weight <= PAIR] or found
    last = max((party.start for party in sure if not party.meant and party.end <= match.start), default=0)
    sure = [party for party in sure if not party.meant or party.start >= last]
    named = [party for party in sure if party.kind != "group"]
    sure = named if len(_codes(named)) >= PAIR else sure if len(_codes(sure)) >= PAIR else found
    codes = _codes(sure)
    if match.rule.parties == "all" and len(codes) < PAIR:
        group = context.group_before(match.start)
        return _inferred(group) if len(group) >= PAIR else Participants(codes=tuple(sorted(codes)))
    heading = context.draft.heading
    if heading is not None and codes == {heading.subject}:
        codes = {heading.subject, heading.other}
    return Participants(codes=tuple(sorted(codes)), spans=_spans(sure))


def _subject_group(near: list[Party], match: Match) -> Party | None:
    """The group that opens the words of a match or stands right before: it is their subject, whoever else the sentence names."""
    return next(
        (party for party in near if party.kind == "group" and (party.start == match.start or 0 <= match.start - party.end <= 1)), None
    )


def _two(context: Context, near: list[Party], wide: list[Party], match: Match) -> Participants:
    """The two sides: people first, then actors named as parties, then a group, then the article's pair."""
    people = [party for party in near if party.kind == "person"]
    groups = [party for party in near if party.kind == "group"]
    together = joining(context, near, match)
    if together:
        return Participants(codes=tuple(sorted(_codes(together))), spans=_spans(together))
    subject = _subject_group(groups, match)
    if subject is not None and subject.codes == context.pair and len(_codes(people)) < PAIR:
        return Participants(codes=tuple(sorted(subject.codes)), spans=_spans([subject]), inferred=_by("the_two_sides"))
    if len(_codes(people)) >= PAIR:
        return _chosen(context, people, match)
    named = [party for party in near if party.kind in {"actor", "unsaid"} and party.weight == 1]
    loose = [party for party in near if party.kind == "actor" and party.weight > 1]
    if groups and not people:
        best = min(groups, key=lambda party: _distance(party, match))
        if len(_codes(named)) < PAIR or _distance(best, match) < min(_distance(party, match) for party in named):
            return Participants(codes=tuple(sorted(best.codes)), spans=_spans([best]), inferred=_by("the_two_sides"))
    together = [*people, *named]
    for more in ([], loose, [party for party in wide if party.kind == "person"], [party for party in wide if party.weight == 1]):
        candidates = [*together, *more]
        if len(_codes(candidates)) >= PAIR:
            return _chosen(context, candidates, match, first=together if more else people)
    return _completed(context, together or loose, match)


def _completed(context: Context, found: list[Party], match: Match) -> Participants:
    """One party of the clause with the other of the article, or the article's pair."""
    codes = _codes(found)
    here = context.group_at(match.start, PAIR)
    if not codes:
        return _inferred(here)
    code = min(codes)
    likely = (*here, *context.main[: PAIR + 1]) if code in here else context.main[: PAIR + 1]
    other = _meant(context, match, code) or next((candidate for candidate in likely if candidate != code), None)
    if other is None:
        return Participants(codes=(code,), spans=_spans(found))
    return Participants(codes=tuple(sorted((code, other))), spans=_spans(found), inferred=_by("the_articles_pair"))


def _meant(context: Context, match: Match, code: str) -> str | None:
    """The state of the person whom a pronoun before the verb means: the last one named before the sentence."""
    if not context.draft.hits.within(match.clause.start, match.start, "class", "pronoun"):
        return None
    earlier = context.parties(context.draft.paragraph_start(match.sentence.paragraph - 1), match.sentence.span.start)
    people = [party.codes[0] for party in earlier if party.kind == "person" and party.codes[0] != code]
    return people[-1] if people else None


def _chosen(context: Context, found: list[Party], match: Match, first: Iterable[Party] = ()) -> Participants:
    """Two of several: a list that stands together is taken whole, else one on each side of the match, else the article's pair."""
    codes = _codes(found)
    regions = [party for party in found if party.kind == "actor" and len(party.codes) > PAIR]
    if regions:
        beside = [party for party in found if party in regions or any(_beside(context, party, region) for region in regions)]
        return Participants(codes=tuple(sorted(_codes(beside))), spans=_spans(beside))
    if len(codes) > PAIR:
        states = set(states_of(codes, context.draft))
        codes = states if len(states) >= PAIR else codes
    if len(codes) == PAIR:
        return Participants(codes=tuple(sorted(codes)), spans=_spans(found))
    listed = _listed(context, [party for party in found if set(party.codes) <= codes])
    others = codes - _codes(listed)
    if listed and match.rule.type in COMPARED and len(others) == PAIR:
        return Participants(codes=tuple(sorted(others)), spans=_spans([party for party in found if set(party.codes) <= others]))
    if listed:
        opposite = others if _one_side(listed, match) else set()
        return Participants(codes=tuple(sorted(_codes(listed) | opposite)), spans=_spans(listed))
    met = across(context, found, match)
    pinned = _codes(first)
    pair = tuple(sorted(_codes(met))) or context.group_at(match.start, PAIR)
    if len(pair) == PAIR and set(pair) <= codes and (met or not pinned or pinned & set(pair)):
        return Participants(codes=pair, spans=_spans([party for party in found if set(party.codes) <= set(pair)]))
    nearest: list[str] = sorted(pinned)[:1]
    for party in sorted(found, key=lambda party: (party.weight, _distance(party, match), party.start)):
        nearest += [code for code in party.codes if code not in nearest and code in codes]
    return Participants(codes=tuple(sorted(nearest[:PAIR])), spans=_spans(found))


def _beside(context: Context, party: Party, region: Party) -> bool:
    """Whether only "and" stands between a party and a region."""
    first, second = sorted((party, region), key=lambda one: one.start)
    return joined(context.draft, first.end, second.start, SMALL)


COMPARED = frozenset({"upgrade", "level"})
"""Types in whose sentences a list names others that have the same, not those who take part."""


def _listed(context: Context, found: list[Party]) -> list[Party]:
    """A run of three or more parties with nothing but commas and "and" between them; empty where there is none."""
    best: list[Party] = []
    run: list[Party] = []
    for party in sorted(found, key=lambda party: party.start):
        if run and not joined(context.draft, run[-1].end, party.start):
            run = []
        run.append(party)
        best = run[:] if len(_codes(run)) > len(_codes(best)) else best
    return best if len(_codes(best)) > PAIR else []


def _one_side(parties: list[Party], match: Match) -> bool:
    """Whether all stand behind the match or all before it, so that those on the other side take part as well."""
    return all(party.start >= match.end for party in parties) or all(party.end <= match.start for party in parties)


def _codes(parties: Iterable[Party]) -> set[str]:
    return {code for party in parties for code in party.codes}


def _spans(parties: Iterable[Party]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(Span(start=party.start, end=party.end) for party in parties if party.kind != "unsaid"))


def _distance(party: Party, match: Match) -> int:
    return max(0, match.start - party.end, party.start - match.end)


def _by(reason: str) -> tuple[Inference, ...]:
    return (Inference(property="party", reason=reason),)


def _inferred(codes: tuple[str, ...]) -> Participants:
    return Participants(codes=codes, inferred=_by("the_articles_pair"))


def travelled(context: Context, match: Match, goal: str | None) -> Participants | None:
    """The parties of a visit: the state it goes to, and that of the visitor, the first person or actor of the clause who is of another."""
    if goal is None:
        return None
    within = match.scope
    near = context.parties(within.start, within.end)
    near, _ = _without_asides(context, match, near, context.parties(match.sentence.span.start, match.sentence.span.end))
    first = [
        party for party in near if (party.start < match.start or party.kind == "unsaid") and party.weight == 1 and party.kind != "group"
    ]
    people = [party for party in near if party.kind == "person"]
    if within.start > match.sentence.span.start and not context.draft.pack.postposed:
        before = context.parties(match.sentence.span.start, within.start)
        first += [party for party in before if party.kind == "person"]
    for party in (*people, *first):
        if goal not in party.codes:
            inferred = _by("the_sentence_before") if party.meant else ()
            return Participants(codes=tuple(sorted({goal, *party.codes})), spans=_spans([party]), inferred=inferred)
    meant = _meant(context, match, goal)
    if meant is not None:
        return Participants(codes=tuple(sorted((goal, meant))), inferred=_by("the_sentence_before"))
    traveller = postposed.left_out(context, match) if context.draft.pack.postposed else None
    traveller = traveller if traveller not in {None, goal} else _on_tour(context, match, goal)
    return Participants(codes=tuple(sorted((goal, traveller))), inferred=_by("the_articles_pair")) if traveller is not None else None


def _on_tour(context: Context, match: Match, goal: str) -> str | None:
    """Who goes on to a state of which the passage so far does not speak: the home of the press, if it is one of the article's pair."""
    homes = context.draft.pack.home
    known = {code for party in context.parties(match.sentence.span.start, match.start) for code in party.codes if party.kind != "unsaid"}
    told = goal in context.pair or known - set(context.pair) or len(homes) != 1
    return next((home for home in homes if home in context.pair and home != goal and not told), None)


def enough(context: Context, codes: tuple[str, ...], least: int) -> bool:
    """Whether there are as many parties as a type of event needs; an organisation is many, and a list of travels names two at most."""
    least = min(least, PAIR) if context.draft.heading is not None else least
    return len(codes) >= least or any(code not in context.draft.register.states for code in codes)
