"""Levels: the partnerships that a report says states have, with the day they began where it tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction import inforce, occasions, postposed, rosters
from foedera.extraction.contexts import Context
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined
from foedera.extraction.matches import Match, by_sentence
from foedera.extraction.outcomes import Outcome, fact_id, repeated
from foedera.extraction.participants import PAIR, Participants, participants
from foedera.extraction.scopes import clause_at, scope
from foedera.extraction.sentences import Sentence
from foedera.extraction.stances import stance
from foedera.model.document import Span
from foedera.model.fact import EventFact, LevelFact, Support
from foedera.model.mention import Mention
from foedera.model.rule import Rule
from foedera.model.when import When

NAMED = "named"
"""Name of the rule that a bare title follows: the pack's own levels are its words."""

SAME = frozenset({"same", "same_since"})
"""Marks of rules whose words refer to the level named before, in the second case with the day it began."""

LIST = 3
"""Actors in a row from which on a sentence lists the partners of one state."""


class Said(Struct, frozen=True, kw_only=True):
    """A level as one passage says it."""

    match: Match
    hit: Hit
    region: Span
    former: bool = False
    """Whether it is the one that states leave ("from a strategic partnership to ...")."""


def levels(context: Context, found: tuple[Match, ...], events: list[Outcome]) -> list[Outcome]:
    """An outcome for every title of a level outside the names of mechanisms and instruments."""
    outcomes: list[Outcome] = []
    best: dict[tuple[tuple[str, ...], str], int] = {}
    upgrades = _upgrades(events)
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
            elif earlier.since is None and fact.since is not None:
                outcomes[at] = repeated(outcomes[at])
                best[key] = len(outcomes)
                outcomes.append(outcome)
            else:
                outcomes.append(repeated(outcome))
    return outcomes


def _said(context: Context, found: tuple[Match, ...]) -> list[Said]:
    """Every level named in title or body, with the stretch of the sentence that is its own."""
    said: list[Said] = []
    matches = by_sentence(found)
    for sentence in sorted(context.draft.sentences, key=lambda sentence: (sentence.kind == "title", sentence.span.start)):
        named = list(_regions(context, sentence, matches[sentence.span.start]))
        for hit, region, former in named:
            match = _rule_at(hit, region, matches[sentence.span.start], last=context.draft.pack.postposed)
            match = match or _bare(context.draft, sentence, hit)
            if match.rule.id.endswith(NAMED) and said and said[-1].match.rule.mark == "raised" and _goes_on(context, said[-1], hit):
                match = replace(match, rule=said[-1].match.rule)
            said.append(Said(match=match, hit=hit, region=region, former=former))
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
    return bool(leads) and "," not in between and not hits.within(first.end, second.start, "date") and len(between) <= CLOSE


def _referring(context: Context, sentence: Sentence, found: list[Match]) -> list[Said]:
    """A sentence that speaks of "this relationship" has the level named last before it, not further back than one paragraph."""
    match = next((match for match in found if match.rule.mark in SAME), None)
    if match is None:
        return []
    start = context.draft.paragraph_start(sentence.paragraph - 1)
    before = context.draft.hits.within(start, sentence.span.start, "level")
    return [Said(match=match, hit=before[-1], region=sentence.span)] if before else []


def _rule_at(hit: Hit, region: Span, found: list[Match], *, last: bool) -> Match | None:
    """The pack's level rule that covers the title or stands in its stretch; `last` where words that cover two titles are the last one's."""
    near = [match for match in found if region.start <= match.end and match.start <= region.end]
    if last and region.end > hit.end:
        near = [match for match in near if match.end <= region.end]
    over = [match for match in near if match.start <= hit.start and hit.end <= match.end] or [
        match for match in near if match.start >= region.start and match.end <= hit.start + 1
    ]
    return min(over, key=lambda match: (match.silenced, hit.start - match.start, match.rule.id)) if over else None


def _goes_on(context: Context, before: Said, hit: Hit) -> bool:
    """Whether the verb that raised the level before in the sentence raises this one too ("to A in 2015 and in 2021 to B")."""
    words = context.draft.hits.within(hit.start - LEAD, hit.start, "class", "up_to")
    return before.match.sentence.span.start <= hit.start < before.match.sentence.span.end and any(
        hit.start - word.end == 1 for word in words
    )


def _sure(context: Context, hit: Hit, found: list[Match]) -> bool:
    """Whether a form tells of a level by itself, or as one of the words of a rule other than that of bare titles, no gap before it."""
    if not hit.weak:
        return True
    own = Span(start=hit.start, end=hit.end)
    words = [word.end for match in found if match.rule.mark != "is" and own in match.words for word in match.words]
    if words:
        words += [word.end for word in context.draft.hits.within(hit.start - LEAD, hit.start, "class", "up_to")]
    return hit.start - 1 in words


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
    since, mention = _since(context, said, upgrades)
    judged = stance(draft, match, since)
    if judged.reason is not None:
        return [Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, reason=judged.reason)]
    if judged.stance.realis == "planned" and match.rule.mark == "raised" and not draft.pack.postposed:
        return [Outcome(rule=match.rule.id, start=match.clause.start, end=match.clause.end, words=match.words, reason="not_in_force")]
    citation = draft.citation(match.clause.start, match.clause.end)
    made = []
    for who, dated, own in _pairs(context, said):
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
    """Why a title is no level of two states here, or None."""
    hit, sentence = said.hit, said.match.sentence
    if sentence.kind == "caption":
        return "caption"
    for kind in ("mechanism", "instrument"):
        names = context.draft.hits.within(sentence.span.start, sentence.span.end, kind)
        if any(name.start <= hit.start and hit.end <= name.end and name[:2] != hit[:2] for name in names):
            return "part_of_a_name"
    return "unless" if said.match.silenced else inforce.not_held(context.draft, said.match, hit)


def _since(context: Context, said: Said, upgrades: list[tuple[int, EventFact]]) -> tuple[When | None, Mention | None]:
    """When it began: a date behind "since", in brackets or in the stretch of a raised level; else the day of the upgrade itself."""
    mark = said.match.rule.mark
    dates = occasions.dates_in(context, said.region.start, said.region.end)
    behind = [mention for mention in dates if mention.span.start >= said.hit.end]
    if context.draft.pack.postposed and said.match.start < said.hit.start:
        # The words that begin it stand before the title ("set up in 2011 | partnership"), and its date before them.
        told = [mention for mention in dates if mention.span.end <= said.match.start]
        return (told[-1].when, told[-1]) if told else (None, None)
    marked = [mention for mention in behind if _begins(context, mention, said.hit)]
    if not marked and not (mark == "since" and behind):
        marked = [mention for mention in dates if mention not in behind and _begins(context, mention, said.hit)]
    if marked:
        return _first(marked[0].when), marked[0]
    if said.former:
        return None, None
    upgrade = _upgrade(said, upgrades, said.region.end if context.draft.pack.postposed else said.hit.end)
    dates = [mention for mention in dates if not occasions.follows(context, mention, "deadline")]
    if _commemorated(context, said) and not behind:
        return None, None
    begins = mark in {"raised", "since", "same_since"} or (mark in SAME and context.draft.pack.postposed)
    if begins and dates and not (upgrade is not None and mark == "raised"):
        nearest = (behind or dates)[0]
        return nearest.when, nearest
    return (upgrade.when, None) if mark == "raised" and upgrade is not None else (None, None)


def _first(when: When | None) -> When | None:
    """The first of the years that frame an anniversary ("ten years of the partnership (2014-2024)")."""
    years = when is not None and when.is_interval and when.precision == 1
    return When(edtf=when.edtf.split("/")[0], basis=when.basis) if when is not None and years else when


def _commemorated(context: Context, said: Said) -> bool:
    """Whether the words before the title tell of its anniversary: their date is that of the feast."""
    return bool(context.draft.hits.within(max(said.region.start, said.hit.start - CLOSE), said.hit.start, "class", "anniversary"))


def _upgrades(events: list[Outcome]) -> list[tuple[int, EventFact]]:
    """The upgrades and signed papers told, by where their words begin."""
    facts = [(outcome.words, outcome.fact) for outcome in events]
    upgrades = [(words, fact) for words, fact in facts if isinstance(fact, EventFact) and fact.type in BEGINNINGS]
    return sorted(((word.start, fact) for words, fact in upgrades for word in words), key=_start)


BEGINNINGS = ("upgrade", "joint_statement", "signing")
"""Types of events with which a level begins, the surest first: a paper on it may be all that is told."""


def _upgrade(said: Said, upgrades: list[tuple[int, EventFact]], end: int) -> EventFact | None:
    """The upgrade that the same stretch tells of, up to the title where the verb stands before it."""
    low, high = (bisect_left(upgrades, at, key=_start) for at in (said.region.start, end + 1))
    found = [fact for _, fact in upgrades[low:high] if fact.stance.realis == "asserted"]
    return min(found, key=lambda fact: BEGINNINGS.index(fact.type), default=None)


def _start(upgrade: tuple[int, EventFact]) -> int:
    return upgrade[0]


def _begins(context: Context, mention: Mention, hit: Hit) -> bool:
    """Whether a date near the title is its beginning: behind "since", or in brackets right behind the title.

    What "and" joins to the title speaks of something else ("are strategic partners and have had an agreement since 2015").
    """
    near = -CLOSE <= mention.span.start - hit.end <= CLOSE
    joins = context.draft.hits.within(hit.end, hit.end + 8, "class", "and")
    if mention.span.start > hit.end and any(word.start - hit.end <= 1 for word in joins):
        return False
    return near and (occasions.follows(context, mention, "since") or _bracketed(context, mention, hit))


CLOSE = 60
"""Characters between a title and the "since" of its date: "for peace and prosperity in Asia and the world" has 45."""


def _bracketed(context: Context, mention: Mention, hit: Hit) -> bool:
    """Whether the date stands in brackets right behind the title."""
    between = context.draft.text[hit.end : mention.span.start]
    return between.strip() == "(" and mention.span.start > hit.end


def _pairs(context: Context, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The pairs that have the level: the two sides, and one state with each of a list.

    Each with whether the passage's date is theirs, and the date that stands in brackets behind a state of the list.
    """
    match = said.match
    sentence = match.sentence.span
    roster = rosters.rows(context, sentence, said.hit, said.region.end) if context.draft.pack.spaced else []
    if roster:
        alike = not any(row.date for row in roster)
        return [(Participants(codes=row.codes), alike, row.date) for row in roster]
    each = _each(context, match) if context.draft.pack.postposed else []
    if each:
        return each
    parties = context.parties(sentence.start, sentence.end)
    codes = [party.codes[0] for party in parties if party.kind == "actor"]
    run = _list(context, codes, sentence)
    raised = match.rule.mark == "raised"
    if len(run) < LIST:
        who = participants(context, match)
        return [(who, True, None)] if len(who.codes) >= PAIR else []
    outside = [code for party in parties for code in party.codes if code not in run]
    anchor = _anchor(context, outside, said.hit.value)
    own = {hit.value: _own_date(context, hit) for hit in run.values()}
    dated = not raised and not any(own.values())
    listed = [(Participants(codes=tuple(sorted((anchor, code)))), dated, own[code]) for code in run if anchor and code != anchor]
    pair = tuple(sorted(dict.fromkeys(outside)))
    return [(Participants(codes=pair), True, None), *listed] if raised and len(pair) == PAIR else listed


def _each(context: Context, match: Match) -> list[tuple[Participants, bool, Mention | None]]:
    """The topic with each of its companions before the title ("Peru | Brazil (2003), Mexico (2014) with | has one")."""
    start = match.sentence.span.start
    who = postposed.acting(context, start, match.start, ("topic_mark", "agent_mark"))
    met = [party for party in postposed.companions(context, match, start) if party.kind == "actor" and not set(party.codes) & set(who)]
    if len(who) != 1 or len(met) < PAIR:
        return []
    own = [_date_behind(context, party.end) for party in met]
    alike = not any(own)
    rows = zip(met, own, strict=True)
    return [(Participants(codes=tuple(sorted({*who, *party.codes}))), alike, date) for party, date in rows]


def _own_date(context: Context, hit: Hit) -> Mention | None:
    """The date that stands in brackets right behind a state: when the level with that state began."""
    return _date_behind(context, hit.end)


def _date_behind(context: Context, end: int) -> Mention | None:
    behind = occasions.dates_in(context, end, end + BRACKET)
    return next((date for date in behind if context.draft.text[end : date.span.start].strip() == "("), None)


BRACKET = 20
"""Characters behind a state within which its date in brackets stands."""


def _anchor(context: Context, outside: list[str], level: str) -> str | None:
    """Whose partners are listed: of those outside the list the one that ranks the level on a ladder of its own, else the main actor."""
    ranking = context.draft.register.ranking.get(level, frozenset())
    choice = sorted(outside or context.main, key=lambda code: (code not in ranking, code not in context.main))
    return choice[0] if choice else None


def _list(context: Context, codes: list[str], sentence: Span) -> dict[str, Hit]:
    """The states that stand in a row in the sentence, only commas, "and" and dates in brackets between."""
    hits = context.draft.hits.within(sentence.start, sentence.end, "actor")
    best: list[Hit] = []
    run: list[Hit] = []
    for hit in hits:
        if run and not joined(context.draft, _closed(context, run[-1]), hit.start):
            run = []
        run.append(hit)
        best = run[:] if len(run) > len(best) else best
    row: dict[str, Hit] = {}
    for hit in best:
        if hit.value in codes:
            row.setdefault(hit.value, hit)
    return row


def _closed(context: Context, hit: Hit) -> int:
    """Where a state of a list ends, with its date in brackets."""
    date = _own_date(context, hit)
    closed = date is not None and context.draft.text[date.span.end : date.span.end + 1] == ")"
    return date.span.end + 1 if date is not None and closed else hit.end


def _support(context: Context, match: Match, mention: Mention | None) -> tuple[Support, ...]:
    if mention is None or match.clause.holds(mention.span):
        return ()
    return (Support(property="date", citation=context.draft.citation(mention.span.start, mention.span.end)),)
