"""Two sides: the pair among the parties of a clause: people first, then actors named as parties, then a group, then the article's pair."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.extraction.contexts import Context, Party, states_of
from foedera.extraction.joins import SMALL, joined
from foedera.extraction.matches import Match
from foedera.extraction.meetings import MEETING, across, joining
from foedera.extraction.participation import PAIR, Participants, codes_of, inferred_by, occasional, of_the_pair, spans_of


def _subject_group(near: list[Party], match: Match) -> Party | None:
    """The group that opens the words of a match or stands right before: it is their subject, whoever else the sentence names."""
    return next(
        (party for party in near if party.kind == "group" and (party.start == match.start or 0 <= match.start - party.end <= 1)), None
    )


def two_sides(context: Context, near: list[Party], wide: list[Party], match: Match) -> Participants:
    """The two sides: people first, then actors named as parties, then a group, then the article's pair."""
    if any(party.kind == "group" for party in near):
        near, wide = (_without_witnesses(context, some) for some in (near, wide))
    people = [party for party in near if party.kind == "person"]
    groups = [party for party in near if party.kind == "group"]
    together = joining(context, near, match)
    if together:
        return Participants(codes=tuple(sorted(codes_of(together))), spans=spans_of(together))
    subject = _subject_group(groups, match)
    if subject is not None and subject.codes == context.pair and len(codes_of(people)) < PAIR:
        return Participants(codes=tuple(sorted(subject.codes)), spans=spans_of([subject]), inferred=inferred_by("the_two_sides"))
    if len(codes_of(people)) >= PAIR:
        return _with_a_body(context, people, match) or _chosen(context, people, match)
    named = [party for party in near if party.kind in {"actor", "unsaid"} and party.weight == 1]
    loose = [party for party in near if party.kind == "actor" and party.weight > 1]
    if groups and not people:
        best = min(groups, key=lambda party: match.distance(party.start, party.end))
        nearest = min((match.distance(party.start, party.end) for party in named), default=None)
        if nearest is None or len(codes_of(named)) < PAIR or match.distance(best.start, best.end) < nearest:
            return Participants(codes=tuple(sorted(best.codes)), spans=spans_of([best]), inferred=inferred_by("the_two_sides"))
    together = [*people, *named]
    for more in ([], loose, [party for party in wide if party.kind == "person"], [party for party in wide if party.weight == 1]):
        candidates = [*together, *more]
        if len(codes_of(candidates)) >= PAIR:
            return _chosen(context, candidates, match, first=together if more else people)
    return _completed(context, together or loose, match)


def of_a_capital(near: list[Party], match: Match) -> Participants | None:
    """The state whose capital stands before the verb of a level, and the first named behind it ("Seoul | has one with | Peru")."""
    acting = [party for party in near if party.weight == CAPITAL and len(party.codes) == 1 and 0 <= match.start - party.end <= VERB]
    named = [party for party in near if party.kind == "actor" and party.weight == 1]
    partner = next((party for party in named if party.start >= match.end and len(party.codes) == 1), None)
    led = acting and partner is not None and match.rule.type == LEVEL and all(party.start >= match.end for party in named)
    if not led or partner is None or any(party.kind == "person" for party in near):
        return None
    return Participants(codes=tuple(sorted({*acting[-1].codes, *partner.codes})), spans=spans_of([acting[-1], partner]))


def _without_witnesses(context: Context, found: list[Party]) -> list[Party]:
    """Those around a match without who only hosts or witnesses what two do ("the two met, hosted by | NAME")."""
    hits = context.draft.hits
    return [
        party
        for party in found
        if not any(word.end == party.start - 1 for word in hits.within(party.start - WITNESS, party.start, "class", "witnessed"))
    ]


WITNESS = 40
"""Characters of the words before one who hosts or witnesses: "under the mediation of"."""


LEVEL = "level"

CAPITAL, VERB = 2, 12
"""What a capital weighs that stands for its state, and the characters between it and its verb: "Seoul | already | has"."""


def _completed(context: Context, found: list[Party], match: Match) -> Participants:
    """One party of the clause with the other of the article, or the article's pair."""
    codes = codes_of(found)
    here = context.group_at(match.start, PAIR)
    if not codes:
        return of_the_pair(here)
    code = min(codes)
    likely = (*here, *context.main[: PAIR + 1]) if code in here else context.main[: PAIR + 1]
    other = whom_a_pronoun_means(context, match, code)
    other = other or next((candidate for candidate in likely if candidate != code and _acts(context, candidate)), None)
    if other is None:
        return Participants(codes=(code,), spans=spans_of(found))
    return Participants(codes=tuple(sorted((code, other))), spans=spans_of(found), inferred=inferred_by("the_articles_pair"))


def _acts(context: Context, code: str) -> bool:
    """Whether somebody is a state, or an organisation of which more is told than that its gathering gave the occasion."""
    named = (party for party in context.named if code in party.codes)
    return code in context.draft.register.states or any(not occasional(context, party) for party in named)


def at_home(context: Context, near: list[Party], match: Match) -> Participants | None:
    """The one state of which one meets another, which concerns no other ("the minister, who had met his prime minister").

    In the press of one state an office alone is given to that state, rightly or not: there it does not count as one who meets.
    """
    people = [party for party in near if party.kind == "person"]
    before = codes_of([party for party in near if party.end <= match.start])
    met = [other for other in people if match.start <= other.start <= match.end + NEXT and other.end > match.end]
    hits, alone = context.draft.hits, len(context.draft.pack.home) == 1
    meets = [one for one in people if one.end <= match.start and (not alone or hits.within(one.start, one.end, "person"))]
    home = match.rule.type in MEETING and met and meets and codes_of(people) == before and len(before) == 1
    return Participants(codes=tuple(before), spans=spans_of(people)) if home else None


NEXT = 5
"""Characters between the words of an encounter and whom it is with: a space, an article."""


def whom_a_pronoun_means(context: Context, match: Match, code: str) -> str | None:
    """The state of the person whom a pronoun before the verb means: the last one named before the sentence."""
    if not context.draft.hits.within(match.clause.start, match.start, "class", "pronoun"):
        return None
    earlier = context.parties(context.draft.paragraph_start(match.sentence.paragraph - 1), match.sentence.span.start)
    people = [party.codes[0] for party in earlier if party.kind == "person" and party.codes[0] != code]
    return people[-1] if people else None


def _chosen(context: Context, found: list[Party], match: Match, first: Iterable[Party] = ()) -> Participants:
    """Two of several: a list that stands together is taken whole, else one on each side of the match, else the article's pair."""
    codes = codes_of(found)
    regions = [party for party in found if party.kind == "actor" and len(party.codes) > PAIR]
    if regions:
        beside = [party for party in found if party in regions or any(_beside(context, party, region) for region in regions)]
        behind = regions[0].start >= match.end or context.draft.pack.postposed
        beside += [party for party in found if behind and party.weight == 1 and party.end <= match.start][-1:]
        return Participants(codes=tuple(sorted(codes_of(beside))), spans=spans_of(beside))
    if len(codes) > PAIR:
        states = set(states_of(codes, context.draft))
        codes = states if len(states) >= PAIR else codes
    if len(codes) == PAIR:
        return Participants(codes=tuple(sorted(codes)), spans=spans_of(found))
    listed = _listed(context, [party for party in found if set(party.codes) <= codes])
    others = codes - codes_of(listed)
    if listed and match.rule.type in COMPARED and len(others) == PAIR:
        return Participants(codes=tuple(sorted(others)), spans=spans_of([party for party in found if set(party.codes) <= others]))
    if listed:
        opposite = others if _one_side(listed, match) else set()
        return Participants(codes=tuple(sorted(codes_of(listed) | opposite)), spans=spans_of(listed))
    met = across(context, found, match)
    pinned = codes_of(first)
    pair = tuple(sorted(codes_of(met))) or context.group_at(match.start, PAIR)
    if len(pair) == PAIR and set(pair) <= codes and (met or not pinned or pinned & set(pair)):
        return Participants(codes=pair, spans=spans_of([party for party in found if set(party.codes) <= set(pair)]))
    nearest: list[str] = sorted(pinned)[:1]
    for party in sorted(found, key=lambda party: (party.weight, match.distance(party.start, party.end), party.start)):
        nearest += [code for code in party.codes if code not in nearest and code in codes]
    return Participants(codes=tuple(sorted(nearest[:PAIR])), spans=spans_of(found))


def _with_a_body(context: Context, found: list[Party], match: Match) -> Participants | None:
    """The one who acts and the organisation whose officer is met, whatever state was met before ("had talks with A, | met | B of C")."""
    people = [party for party in found if party.kind == "person" and len(party.codes) == 1]
    before = [party for party in people if party.end <= match.start and party.codes[0] in context.draft.register.states]
    met = [party for party in people if match.start <= party.start <= match.end + NEXT and party.end > match.end]
    if (
        len(codes_of(found)) == PAIR
        or match.rule.type not in MEETING
        or not before
        or not met
        or met[0].codes[0] in context.draft.register.states
    ):
        return None
    return Participants(codes=tuple(sorted({*before[0].codes, *met[0].codes})), spans=spans_of([before[0], met[0]]))


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
        best = run[:] if len(codes_of(run)) > len(codes_of(best)) else best
    return best if len(codes_of(best)) > PAIR else []


def _one_side(parties: list[Party], match: Match) -> bool:
    """Whether all stand behind the match or all before it, so that those on the other side take part as well."""
    return all(party.start >= match.end for party in parties) or all(party.end <= match.start for party in parties)
