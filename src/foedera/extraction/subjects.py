"""Subjects: who stands before a verb and commits himself, and whom the promise concerns."""

from __future__ import annotations

from foedera.extraction import postposed
from foedera.extraction.contexts import Context, Party
from foedera.extraction.joins import SMALL, joined
from foedera.extraction.matches import Match
from foedera.model.document import Span
from foedera.model.fact import Inference

SURE = 2
"""Weight up to which a party counts as a subject: a name or a government, not a place or a mere adjective."""

BEFORE = 7
"""Characters between a word such as "with" and the party it joins: a space, or an article."""


def subject(context: Context, match: Match, within: Span, before: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[Inference, ...]]:
    """Codes of who commits himself.

    The party nearest before the verb, a list or group of them; else `before`, the subject of the sentence's verb before it; else the
    last person named; else the article's pair.
    """
    if context.draft.pack.postposed:
        return postposed.subject(context, match, before)
    if match.rule.by == "both":
        return context.group_at(match.start, 2), ()
    own = _speaker(context, match, within) or named(context, within.start, max(match.start, match.words[0].end)) or before
    if own:
        both = len(own) == 1 and own[0] in context.pair and _with_the_other(context, within.start, match.start)
        both = both or (match.rule.modality == "agreed" and _met_the_other(context, match, own))
        return context.group_at(match.start, 2) if both else own, _stood_for(context, within.start, match.start)
    opening = named(context, match.sentence.span.start, match.clause.start) if match.clause.start > match.sentence.span.start else ()
    if opening:
        return _opener(context, match), ()
    if match.rule.by == "subject" or context.draft.hits.within(within.start, match.start, "class", "pronoun"):
        earlier = context.parties(_paragraph(context, match), match.sentence.span.start)
        people = [party for party in earlier if party.kind == "person"]
        if people:
            return people[-1].codes, (Inference(property="party", reason="the_sentence_before"),)
    return context.group_at(match.start, 2), (Inference(property="party", reason="the_articles_pair"),)


def _stood_for(context: Context, start: int, end: int) -> tuple[Inference, ...]:
    """That the sentence before tells who is meant, where nothing but a pronoun or a bare office stands there."""
    found = context.parties(start, end)
    return (Inference(property="party", reason="the_sentence_before"),) if found and all(party.meant for party in found) else ()


def _with_the_other(context: Context, start: int, end: int) -> bool:
    """Whether "and" joins the other side, whom only "counterpart" or "host" names, to the subject."""
    hits = context.draft.hits
    others = hits.within(start, end, "class", "other_side")
    joints = {word.end for other in others for word in hits.within(max(start, other.start - 12), other.start, "class", "and")}
    parties = context.parties(start, end)
    return any(other.start - 1 in joints and not any(party.start >= other.start for party in parties) for other in others)


def _met_the_other(context: Context, match: Match, own: tuple[str, ...]) -> bool:
    """Whether the sentence names, before "agreed", somebody of each side of a pair, and nobody says or tells anything there."""
    start = match.sentence.span.start
    people = [party for party in context.parties(start, match.start) if party.kind == "person"]
    told = context.draft.hits.within(start, match.start, "class", "speaks")
    pair = {code for party in people for code in party.codes}
    return not told and len(people) > 1 and len(pair) == PAIR and pair > set(own) and pair == set(context.group_at(match.start, PAIR))


PAIR = 2


def _speaker(context: Context, match: Match, within: Span) -> tuple[str, ...]:
    """Who opens the clause and speaks, where what stands before the verb is only the object of what he says.

    "The minister thanked A for its support of B and asked ..." is the minister's; "the minister said that A will ..." is A's, since A
    stands right before the verb.
    """
    found = [party for party in context.parties(within.start, match.start) if party.weight <= SURE]
    if len(found) < 2 or joined(context.draft, found[0].end, found[-1].start, SMALL):  # noqa: PLR2004 - a subject and an object
        return ()
    hits = context.draft.hits
    speaks = any(hit.start - found[0].end <= SPEAKS for hit in hits.within(found[0].end, match.start, "class", "speaks"))
    again = hits.within(found[-1].end, match.start, "class", "and")
    return found[0].codes if speaks and again and "," not in context.draft.text[found[-1].end : match.start] else ()


SPEAKS = 15
"""Characters between a subject and its verb of saying."""


def _opener(context: Context, match: Match) -> tuple[str, ...]:
    """The subject of the sentence, which a later clause without one of its own goes on with: the first party of it."""
    found = [party for party in context.parties(match.sentence.span.start, match.clause.start) if party.weight <= SURE]
    return found[0].codes


def named(context: Context, start: int, end: int) -> tuple[str, ...]:
    """The codes of the subject that stands in a stretch before a verb; empty where none stands there."""
    if context.draft.pack.postposed:
        return postposed.acting(context, start, end)
    found = [party for party in context.parties(start, end) if party.weight <= SURE]
    while len(found) > 1 and _companion(context, found[-1]) and not _companion(context, found[0]):
        found.pop()
    return _listed(context, found) if found else ()


def concerned(context: Context, who: tuple[str, ...], behind: list[Party], at: int) -> tuple[str, ...]:
    """The parties of a promise: those who commit themselves, and for one alone the other side."""
    if len(who) > 1:
        return tuple(sorted(who))
    pair = context.group_at(at, 2)
    if set(who) <= set(pair) and len(pair) > 1:
        return pair
    states = context.draft.register.states
    acting = [party for party in behind if party.weight <= SURE]
    others = [code for party in acting for code in party.codes if code not in who]
    other = next((code for code in others if code in states or code in context.main[:PAIR]), None)
    other = other or next((code for code in context.main if code not in who), None)
    return tuple(sorted({*who, other} if other else set(who)))


def _listed(context: Context, before: list[Party]) -> tuple[str, ...]:
    """The last party before the verb, with those joined to it by "and" or commas."""
    last = before[-1]
    if last.kind == "group":
        return last.codes
    codes = list(last.codes)
    end = last.start
    for party in reversed(before[:-1]):
        if not joined(context.draft, party.end, end, SMALL):
            break
        codes += [code for code in party.codes if code not in codes]
        end = party.start
    return tuple(sorted(codes))


def _companion(context: Context, party: Party) -> bool:
    """Whether "with" and the like stand before the party, so that it is not the subject."""
    hits = context.draft.hits
    joins = hits.within(max(0, party.start - 25), party.start, "class", "with")
    both = {hit.start for hit in hits.within(max(0, party.start - 25), party.start, "class", "and")}
    return any(party.start - hit.end <= BEFORE and hit.start not in both for hit in joins)


def _paragraph(context: Context, match: Match) -> int:
    return context.draft.paragraph_start(match.sentence.paragraph - 1)
