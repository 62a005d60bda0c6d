"""Levels: the partnerships that a report says states have, with the day they began where it tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from foedera.extraction import inforce, occasions, postposed
from foedera.extraction.contexts import Context
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.level_pairs import pairs_with
from foedera.extraction.level_starts import CLOSE, SAME, TIED, Said, began, upgrades_told
from foedera.extraction.matches import LIKENED, Match, by_sentence
from foedera.extraction.outcomes import Outcome, fact_id, repeated
from foedera.extraction.scopes import clause_at, scope
from foedera.extraction.sentences import Sentence
from foedera.extraction.stances import stance
from foedera.model.document import Span
from foedera.model.fact import EventFact, LevelFact, Support
from foedera.model.mention import Mention
from foedera.model.rule import Rule

HELD = "held"
"""Mark of rules whose words say by themselves that states have the level of a title which elsewhere tells of none ("its alliance with")."""

NAMED = "named"
"""Name of the rule that a bare title follows: the pack's own levels are its words."""


def levels(context: Context, found: tuple[Match, ...], events: list[Outcome]) -> list[Outcome]:
    """An outcome for every title of a level outside the names of mechanisms and instruments."""
    outcomes: list[Outcome] = []
    best: dict[tuple[tuple[str, ...], str], int] = {}
    upgrades = upgrades_told(events)
    for said in _said(context, found):
        for outcome in _outcomes(context, said, upgrades):
            fact = outcome.fact
            if not isinstance(fact, LevelFact):
                outcomes.append(outcome)
                continue
            key = (fact.parties, fact.level)
            at = best.get(key)
            earlier = outcomes[at].fact if at is not None else None
            if at is None or not isinstance(earlier, LevelFact):
                best[key] = len(outcomes)
                outcomes.append(outcome)
            elif _told_better(earlier, fact):
                outcomes[at] = repeated(outcomes[at])
                best[key] = len(outcomes)
                outcomes.append(outcome)
            else:
                outcomes.append(repeated(outcome))
    return outcomes


def _told_better(earlier: LevelFact, fact: LevelFact) -> bool:
    """Whether a level told again is told as one that states have, where it was only planned, or with the day it began."""
    firm, planned = fact.stance.realis == "asserted", earlier.stance.realis == "planned"
    later = earlier.since is None and fact.since is not None
    return later if not planned else firm and (later or (earlier.since is None) is (fact.since is None))


def _said(context: Context, found: tuple[Match, ...]) -> list[Said]:
    """Every level named in title or body, with the stretch of the sentence that is its own."""
    said: list[Said] = []
    matches = by_sentence(found)
    for sentence in sorted(context.draft.sentences, key=lambda sentence: (sentence.kind == "title", sentence.span.start)):
        named = list(_regions(context, sentence, matches[sentence.span.start]))
        for hit, region, former in named:
            match = _rule_at(hit, region, matches[sentence.span.start], last=context.draft.pack.postposed)
            match = _alike(match or _bare(context.draft, sentence, hit), region)
            if match.rule.id.endswith(NAMED) and said and said[-1].match.rule.mark == "raised" and _goes_on(context, said[-1], hit):
                match = replace(match, rule=said[-1].match.rule)
            if said and said[-1].former and said[-1].match.rule.mark == "raised" and said[-1].match.sentence == sentence:
                match = replace(match, rule=said[-1].match.rule)
            said.append(Said(match=match, hit=hit, region=region, former=former))
            if context.draft.pack.postposed and len(said) > 1 and _shares_its_verb(context, said[-2], said[-1]):
                said[-2] = replace(said[-2], match=replace(said[-2].match, rule=match.rule))
        if not named:
            said += _referring(context, sentence, matches[sentence.span.start])
    return said


def _regions(context: Context, sentence: Sentence, found: list[Match]) -> Iterator[tuple[Hit, Span, bool]]:
    """The titles of a sentence, each with the stretch that is its own, from the title before it to the next; and whether it is left.

    Where each has a date before it and the last has none behind it, up to the title itself ("in 2015 A, in 2021 B"). The words before
    a title that is left speak of the one it is left for.
    """
    hits = [hit for hit in context.draft.hits.within(sentence.span.start, sentence.span.end, "level") if _sure(context, hit, found)]
    starts = [sentence.span.start, *(hit.end for hit in hits)]
    last = bool(hits) and not occasions.dates_in(context, hits[-1].end, sentence.span.end)
    before = last and len(hits) > 1 and all(occasions.dates_in(context, start, hit.start) for start, hit in zip(starts, hits, strict=False))
    before = before and not any(
        _left_for(context, first, second) or _dated_behind(context, first, second) for first, second in pairwise(hits)
    )
    ends = [hit.end for hit in hits] if before else [*(hit.start for hit in hits[1:]), sentence.span.end]
    begun = sentence.span.start
    for index, (hit, start, end) in enumerate(zip(hits, starts, ends, strict=False)):
        former = index + 1 < len(hits) and _left_for(context, hit, hits[index + 1])
        begun = begun if index and _left_for(context, hits[index - 1], hit) else start
        yield hit, Span(start=begun, end=end), former


def _left_for(context: Context, first: Hit, second: Hit) -> bool:
    """Whether only words that lead from one title to the next stand between ("from a comprehensive to a strategic partnership")."""
    hits = context.draft.hits
    leads = [word for word in hits.within(first.end, second.start, "class", "up_to") if second.start - word.end <= 1]
    between = context.draft.text[first.end : second.start]
    plain = "," not in between and not hits.within(first.end, second.start, "date")
    told = bool(hits.within(first.end, first.end + len(", which"), "class", "relative"))
    return bool(leads) and (plain or told) and len(between) <= CLOSE


def _dated_behind(context: Context, first: Hit, second: Hit) -> bool:
    """Whether "since" and a date stand right behind a title that is followed by another ("a partnership since 2017, was raised to ...")."""
    dates = occasions.dates_in(context, first.end, second.start)
    return bool(dates) and dates[0].span.start - first.end <= TIED and occasions.follows(context, dates[0], "since")


def _referring(context: Context, sentence: Sentence, found: list[Match]) -> list[Said]:
    """A sentence that speaks of "this relationship" has the level named last before it, not further back than one paragraph."""
    match = next((match for match in found if match.rule.mark in SAME), None)
    if match is None:
        return []
    start = context.draft.paragraph_start(sentence.paragraph - 1)
    before = context.draft.hits.within(start, sentence.span.start, "level")
    return [Said(match=match, hit=before[-1], region=sentence.span)] if before else []


def _alike(match: Match, region: Span) -> Match:
    """With what names the two who have such a level as its own clause, since the wish before it is not about them."""
    own = Span(start=match.start, end=region.end)
    return replace(match, clause=own, scope=own) if match.rule.mark == LIKENED else match


def _rule_at(hit: Hit, region: Span, found: list[Match], *, last: bool) -> Match | None:
    """The pack's level rule that covers the title or stands in its stretch; `last` where words that cover two titles are the last one's."""
    near = [match for match in found if region.start <= match.end and match.start <= region.end]
    if last and region.end > hit.end:
        near = [match for match in near if match.end <= region.end]
    over = [match for match in near if match.start <= hit.start and hit.end <= match.end] or [
        match for match in near if match.start >= region.start and match.end <= hit.start + 1
    ]
    return min(over, key=lambda match: (match.silenced, match.rule.mark != LIKENED, hit.start - match.start, match.rule.id), default=None)


def _goes_on(context: Context, before: Said, hit: Hit) -> bool:
    """Whether the verb that raised the level before in the sentence raises this one too ("to A in 2015 and in 2021 to B")."""
    words = context.draft.hits.within(hit.start - LEAD, hit.start, "class", "up_to")
    return before.match.sentence.span.start <= hit.start < before.match.sentence.span.end and any(
        hit.start - word.end == 1 for word in words
    )


def _shares_its_verb(context: Context, before: Said, said: Said) -> bool:
    """Whether a title with a date of its own has no verb but that of the next ("in 2017 | A, in 2024 | B | it was made")."""
    told = before.match.rule.mark == "is" and said.match.rule.mark in {"raised", "since"}
    start = before.match.sentence.span.start
    if not told or start != said.match.sentence.span.start or before.match.silenced:
        return False
    between = context.draft.text[before.hit.end : before.hit.end + 2].lstrip("\u300d")
    return between[:1] in postposed.COMMAS and bool(occasions.dates_in(context, before.region.start, before.hit.start))


def _sure(context: Context, hit: Hit, found: list[Match]) -> bool:
    """Whether a form tells of a level by itself, or as one of the words of a rule other than that of bare titles, no gap before it."""
    if not hit.weak:
        return True
    own = Span(start=hit.start, end=hit.end)
    if any(match.rule.mark == HELD and match.start <= hit.start and hit.end <= match.end for match in found):
        return True
    words = [word.end for match in found if match.rule.mark != "is" and own in match.words for word in match.words]
    if words:
        words += [word.end for word in context.draft.hits.within(hit.start - LEAD, hit.start, "class", "up_to")]
    return hit.start - context.draft.pack.spaced in words


LEAD = 25
"""Characters of the longest words that lead up to a title."""


def _bare(draft: Draft, sentence: Sentence, hit: Hit) -> Match:
    """A title by itself, under the rule of bare titles."""
    rule = Rule(id=f"{draft.pack.tag}.level.{NAMED}", type="level", say=(), examples=(), silents=(), mark="is")
    words = (Span(start=hit.start, end=hit.end),)
    clause = clause_at(sentence, hit.start)
    return Match(
        rule=rule,
        start=hit.start,
        end=hit.end,
        words=words,
        sentence=sentence,
        clause=clause,
        scope=scope(draft, sentence, hit.start),
    )


def _outcomes(context: Context, said: Said, upgrades: list[tuple[int, EventFact]]) -> list[Outcome]:
    draft, match, hit = context.draft, said.match, said.hit
    reason = _reason(context, said)
    if reason is not None:
        return [Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, reason=reason)]
    since, mention = began(context, said, upgrades)
    judged = stance(draft, match, since)
    if judged.reason is not None:
        return [Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, reason=judged.reason)]
    citation = draft.citation(match.clause.start, match.clause.end)
    made = []
    for who, dated, own in pairs_with(context, said):
        fact = LevelFact(
            id=fact_id(draft, f"level:{hit.value}", who.codes, citation),
            document=draft.article.id,
            rule=match.rule.id,
            parties=who.codes,
            citation=citation,
            stance=judged.stance,
            support=_support(context, match, mention if dated else own),
            inferred=who.inferred,
            level=hit.value,
            title=draft.words(hit.start, hit.end),
            since=since if dated else own.when if own is not None else None,
        )
        made.append(Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, fact=fact))
    return made or [Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, reason="no_parties")]


def _reason(context: Context, said: Said) -> str | None:
    """Why a title is no level of two states here, or None; that a treaty on it was signed says that they have it."""
    hit, sentence = said.hit, said.match.sentence
    if sentence.kind == "caption":
        return "caption"
    signed = said.match.rule.mark in inforce.TOLD
    for kind in ("mechanism",) if signed else ("mechanism", "instrument"):
        names = context.draft.hits.within(sentence.span.start, sentence.span.end, kind)
        if any(name.start <= hit.start and hit.end <= name.end and name[:2] != hit[:2] for name in names):
            return "part_of_a_name"
    if said.match.silenced:
        return "unless"
    if context.draft.text[sentence.span.end - 1] in ASKED:
        return "hypothetical"
    return None if said.match.rule.mark == LIKENED else inforce.not_held(context.draft, said.match, hit)


ASKED = frozenset("?\N{FULLWIDTH QUESTION MARK}")
"""Signs at the end of a question, which tells of no level."""


def _support(context: Context, match: Match, mention: Mention | None) -> tuple[Support, ...]:
    if mention is None or match.clause.holds(mention.span):
        return ()
    return (Support(property="date", citation=context.draft.citation(mention.span.start, mention.span.end)),)
