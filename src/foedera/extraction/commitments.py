"""Commitments: what governments say they will do, one for each clause and modality, with who, in which areas, for how much, by when.

A sentence is cut where the modality changes; a bare "will" counts only where no stronger verb governs the clause, and not where it tells of
a visit, a meeting or a signing, which are events.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from msgspec import Struct

from foedera.extraction import finals, occasions
from foedera.extraction.areas import areas
from foedera.extraction.contexts import Context
from foedera.extraction.drafts import Draft
from foedera.extraction.gifts import to_be_given
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined
from foedera.extraction.matches import Match, by_sentence
from foedera.extraction.outcomes import Outcome, fact_id, made, refused
from foedera.extraction.stances import attribution
from foedera.extraction.subjects import concerned, named, subject
from foedera.model.document import Span
from foedera.model.fact import CommitmentFact, Stance
from foedera.model.when import When

ADJACENT = 14
"""Characters between two verbs of which the first only leads to the second ("agreed to consider")."""

BOTH = "both"


class Promise(Struct, frozen=True, kw_only=True):
    """A match and the stretch of the sentence that it governs; `subject` is where its subject is looked for."""

    match: Match
    start: int
    end: int
    subject: Span


def commitments(context: Context, found: tuple[Match, ...], events: list[Outcome]) -> list[Outcome]:
    """An outcome for every match of a commitment rule."""
    outcomes: list[Outcome] = []
    told = _beginnings(events)
    for _start, here in sorted(by_sentence(found).items()):
        live: list[Match] = []
        for match in here:
            reason = _reason(context, match, told)
            if reason is None:
                live.append(match)
            else:
                outcomes.append(refused(match, reason))
        governing, led = _governing(context, live)
        outcomes += [refused(match, "part_of_another_promise") for match in led]
        who: tuple[str, ...] = ()
        weak = False
        for promise in _cut(context, governing):
            planned = promise.match.rule.modality == "planned"
            # What is told as done goes on with no subject of what lies ahead: "signed a pact on ships that Peru will sell, and | vowed".
            outcome = _outcome(context, promise, () if weak and not planned and context.draft.pack.spaced else who)
            outcomes.append(outcome)
            if isinstance(outcome.fact, CommitmentFact):
                who, weak = outcome.fact.parties if outcome.fact.by == BOTH else (outcome.fact.by,), planned
    return outcomes


def _reason(context: Context, match: Match, told: list[tuple[int, int, int]]) -> str | None:
    """Why a match is no commitment, or None."""
    if match.silenced:
        return "unless"
    if match.sentence.kind != "body" or _is_headline(context, match):
        return "caption" if match.sentence.kind == "caption" else "title"
    return _unsaid(context, match) or ("event" if match.rule.modality == "planned" and _is_event(match, told) else None)


def _unsaid(context: Context, match: Match) -> str | None:
    """The cue that takes the promise back, or None."""
    draft, within = context.draft, match.scope
    if draft.pack.postposed:
        cues = ("denied", "cancelled", "hypothetical", "hope") if match.rule.modality != "considering" else ("denied", "cancelled", "hope")
        ruled = next((cue for cue in cues if finals.governs(draft, cue, within, match)), None)
        return ruled or ("in_passing" if finals.in_passing(draft, match) else None)
    for cue, reach in (("denied", 40), ("hope", 40), ("hypothetical", 300)):
        for hit in draft.hits.within(within.start, within.end, "class", cue):
            inside = hit.start >= match.start and hit.end <= match.end
            if inside or (0 <= match.start - hit.end <= reach and not _of_another_verb(draft, hit, match)):
                return cue
    return None


def _of_another_verb(draft: Draft, cue: Hit, match: Match) -> bool:
    """Whether "and" joins the promise as a verb of its own to what is denied or supposed ("denied that talks failed and | pledged")."""
    joins = draft.hits.within(cue.end, match.start, "class", "and")
    return bool(joins) and match.start - joins[-1].end <= AUXILIARY and joins[0].start - cue.end >= TOLD


AUXILIARY = 6
"""Characters of the word between "and" and a verb: "has", "also"."""

TOLD = 20
"""Characters of what is denied or supposed, where it is a clause and no verb joined to the next ("did not agree and pledge")."""


def _is_headline(context: Context, match: Match) -> bool:
    """Whether the line has no stop and stands before the first that has one: a headline that a crawl left in the body."""
    return match.sentence.span.start < context.first_stop


def _beginnings(events: list[Outcome]) -> list[tuple[int, int, int]]:
    """Where the words of each event begin, with the passage it is told in, in order; aid that is to be given is a promise."""
    told = (outcome for outcome in events if outcome.fact is not None and outcome.words and not to_be_given(outcome.fact))
    return sorted((outcome.words[0].start, outcome.start, outcome.end) for outcome in told)


def _is_event(match: Match, told: list[tuple[int, int, int]]) -> bool:
    """Whether the words right behind a bare "will" tell of an event."""
    low, high = bisect_left(told, (match.start - ADJACENT,)), bisect_left(told, (match.end + 3 * ADJACENT + 1,))
    return any(start <= match.start < end for _word, start, end in told[low:high])


def _governing(context: Context, matches: list[Match]) -> tuple[list[Match], list[Match]]:
    """The matches that govern a stretch of their own, and those that another one leads or outweighs."""
    if context.draft.pack.postposed:
        return finals.kept(matches, [not _other_subject(context, first, second) for first, second in pairwise(matches)])
    governing: list[Match] = []
    led: list[Match] = []
    for index, match in enumerate(matches):
        following = matches[index + 1] if index + 1 < len(matches) else None
        earlier = [other for other in governing if other.clause == match.clause]
        weak = match.rule.modality == "planned"
        strong = [other for other in matches if other.clause == match.clause and other.rule.modality != "planned"]
        leading = following is not None and following.clause == match.clause and _leads(match, following)
        outweighed = weak and any(other.start < match.start and not _other_subject(context, other, match) for other in strong)
        repeated = bool(earlier) and earlier[-1].rule.modality == match.rule.modality and not _other_subject(context, earlier[-1], match)
        (led if leading or outweighed or repeated else governing).append(match)
    return governing, led


def _other_subject(context: Context, earlier: Match, match: Match) -> bool:
    """Whether a new clause with a subject of its own begins between two verbs of one modality."""
    if context.draft.pack.postposed:
        theirs = named(context, earlier.end, match.start)
        return bool(theirs) and theirs != named(context, match.clause.start, earlier.start)
    within = match.scope
    start = within.start if within.start >= earlier.end else _new_clause(context, earlier.end, match.start)
    if start is None:
        return False
    theirs = named(context, start, match.start)
    return bool(theirs) and theirs != named(context, match.clause.start, earlier.start)


def _new_clause(context: Context, start: int, end: int) -> int | None:
    """Where a party stands right behind a comma or "and" and right before a verb: a new clause with its own subject."""
    parties = [party for party in context.parties(start, end) if party.weight == 1]
    if not parties or end - parties[-1].end > NEAR or "," in context.draft.text[parties[-1].end : end]:
        return None
    first = parties[-1]
    for party in reversed(parties[:-1]):
        if not joined(context.draft, party.end, first.start):
            break
        first = party
    before = context.draft.text[start : first.start].rstrip()
    ands = context.draft.hits.within(max(start, first.start - 10), first.start, "class", "and")
    return first.start if before.endswith(",") or any(first.start - word.end <= 1 for word in ands) else None


NEAR = 25
"""Characters between a subject and its verb: an auxiliary, an adverb."""


def _leads(first: Match, second: Match) -> bool:
    """Whether the first verb only leads to the second: they stand side by side and the second says more than a bare will."""
    return second.start - first.end <= ADJACENT and second.rule.modality not in {first.rule.modality, "planned"}


def _cut(context: Context, matches: list[Match]) -> list[Promise]:
    """Each match with its stretch: from the clause's beginning or the previous promise's end to the next promise or the clause's end."""
    promises: list[Promise] = []
    if context.draft.pack.postposed:
        for match, first, last in finals.stretches(context, matches):
            start, end = _trimmed(context, first, last)
            promises.append(Promise(match=match, start=start, end=end, subject=Span(start=start, end=match.start)))
        return promises
    for index, match in enumerate(matches):
        following = next((other for other in matches[index + 1 : index + 2] if other.clause == match.clause), None)
        first = index == 0 or matches[index - 1].clause != match.clause
        start = match.clause.start if first else _opening(context, matches[index - 1], match)
        end = _opening(context, match, following) if following is not None else match.clause.end
        start, end = _trimmed(context, start, end)
        subject = Span(start=match.clause.start if first else start, end=match.start)
        promises.append(Promise(match=match, start=start, end=end, subject=subject))
    return promises


def _opening(context: Context, before: Match, match: Match) -> int:
    """Where the stretch of a later promise begins: at its own subject if it has one behind the last comma, else at its verb."""
    within = match.scope
    if within.start > before.end:
        return within.start
    comma = context.draft.text.rfind(", ", before.end, match.start)
    if comma >= 0 and any(party.start > comma for party in context.parties(before.end, match.start)):
        return comma + 2
    return match.start


def _trimmed(context: Context, start: int, end: int) -> tuple[int, int]:
    """Without white space, commas and an "and" at the ends."""
    text = context.draft.text
    for _ in range(2):
        start, end = _stripped(text, start, end)
        last = context.draft.hits.within(max(start, end - 12), end, "class", "and")
        end = last[-1].start if last and last[-1].end == end else end
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;\u3001"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;\u3001"):
        end -= 1
    return start, end


def _outcome(context: Context, promise: Promise, before: tuple[str, ...]) -> Outcome:
    draft, match = context.draft, promise.match
    least = finals.short(draft.pack)
    short = promise.end - match.words[0].end < least and match.start - promise.start < least
    if short and not any(promise.start <= mention.span.start < promise.end for mention in draft.amounts):
        return refused(match, "too_short")
    who, inferred = subject(context, match, promise.subject, before)
    parties = concerned(context, who, context.parties(match.end, promise.end), match.start)
    if not parties:
        return refused(match, "no_parties")
    modality = match.rule.modality or "planned"
    citation = draft.citation(promise.start, promise.end)
    fact = CommitmentFact(
        id=fact_id(draft, f"commitment:{modality}", parties, citation),
        document=draft.article.id,
        rule=match.rule.id,
        parties=parties,
        citation=citation,
        stance=Stance(attributed_to=attribution(draft, match.sentence)),
        inferred=inferred,
        by=who[0] if len(who) == 1 else BOTH,
        modality=modality,
        areas=areas(draft, promise.start, promise.end, parties),
        target=_target(context, promise),
        amount=next(
            (mention.amount for mention in draft.amounts if promise.start <= mention.span.start and mention.span.end <= promise.end),
            None,
        ),
    )
    return made(match, fact, promise.start, promise.end)


def _target(context: Context, promise: Promise) -> When | None:
    """The deadline: a date behind "by", "before" or "until", or a year or date that lies ahead of the publication."""
    start = promise.start if context.draft.pack.postposed else promise.match.start
    dates = occasions.dates_in(context, start, promise.end)
    for mention in dates:
        if occasions.follows(context, mention, "deadline"):
            return mention.when
    known = context.draft.published
    if known is None or not known.year_known:
        return None
    return next((mention.when for mention in dates if mention.when and mention.when.year_known and mention.when.first > known.last), None)
