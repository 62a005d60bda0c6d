"""Pairs of levels: which states have the level that a passage names: its two sides, or one state with each of a list."""

from __future__ import annotations

from foedera.extraction import occasions, postposed, rosters
from foedera.extraction.companions import own_dates
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined
from foedera.extraction.level_ranks import ranked
from foedera.extraction.level_starts import Said
from foedera.extraction.matches import LIKENED, Match
from foedera.extraction.participants import participants
from foedera.extraction.participation import PAIR, Participants
from foedera.extraction.sequels import sequels
from foedera.model.document import Span
from foedera.model.mention import Mention

LIST = 3
"""Actors in a row from which on a sentence lists the partners of one state."""


def pairs_with(context: Context, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The pairs that have the level: the two sides, and one state with each of a list.

    Each with whether the passage's date is theirs, and the date that stands in brackets behind a state of the list.
    """
    match = said.match
    if match.rule.mark == LIKENED:
        return _likened(context, said)
    sentence = _clause(context, match)
    counted = ranked(context, said)
    if counted:
        dates = [_dated(context, sentence, pair) for pair in counted]
        first = not any(dates)
        return [
            (Participants(codes=pair), first and not index, date) for index, (pair, date) in enumerate(zip(counted, dates, strict=True))
        ]
    roster = _roster(context, sentence, said) if context.draft.pack.spaced else []
    if roster:
        alike = not any(row.date for row in roster)
        return [(Participants(codes=row.codes), alike, row.date) for row in roster]
    each = (
        _of_the_noun(context, said) or _each(context, match)
        if context.draft.pack.postposed
        else _with_whom(context, said) or _own_partner(context, sentence, said) or _fronted(context, said)
    )
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


def _likened(context: Context, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The two whom the words name, and the first of them with each that a further "with" names ("and also has with Chile")."""
    named = context.draft.hits.within(said.hit.end, said.match.end, "actor")
    rest = context.parties(said.match.end, said.region.end)
    joins = context.draft.hits.within(said.match.end, said.region.end, "class", "with")
    more = [party for party in rest if party.kind == "actor" and any(0 <= party.start - hit.end <= ARTICLE for hit in joins)]
    whose, *partners = dict.fromkeys([*(hit.value for hit in named), *(party.codes[0] for party in more)])
    pairs = [Participants(codes=tuple(sorted((whose, code)))) for code in partners]
    return [(who, not index, None) for index, who in enumerate(pairs)]


def _dated(context: Context, within: Span, pair: tuple[str, str]) -> Mention | None:
    """The date in brackets behind the one of a pair that has one."""
    named = (hit for hit in context.draft.hits.within(within.start, within.end, "actor") if hit.value in pair)
    return next((date for hit in named if (date := _own_date(context, hit)) is not None), None)


def _clause(context: Context, match: Match) -> Span:
    """The sentence, or what stands behind its last semicolon before the words where that names two states by itself.

    Where a contrast parts it ("Kenya has been a partner since 2017, while ..."), the part that names one state and a title of its own.
    """
    sentence, text = match.sentence.span, context.draft.text
    titles = context.draft.hits.within(sentence.start, sentence.end, "level")
    dated = any(word.start == match.scope.start for word in context.draft.hits.within(match.scope.start, sentence.end, "class", "since"))
    apart = match.scope != sentence and not dated
    if apart and not all(match.scope.start <= title.start < match.scope.end for title in titles):
        states = {hit.value for hit in context.draft.hits.within(match.scope.start, match.scope.end, "actor")}
        if len(states) == 1 and not context.draft.pack.postposed:
            return match.scope
    start = text.rfind("; ", sentence.start, match.start) + 1
    named = context.draft.hits.within(start, sentence.end, "actor") if start else ()
    states = {hit.value for hit in named} if any(hit.start < match.start for hit in named) else set()
    return Span(start=start, end=sentence.end) if len(states) >= PAIR else sentence


def _roster(context: Context, sentence: Span, said: Said) -> list[rosters.Row]:
    end = said.region.end
    return sequels(context, sentence, said.hit, end) or rosters.rows(context, sentence, said.hit, end)


def _each(context: Context, match: Match) -> list[tuple[Participants, bool, Mention | None]]:
    """The topic with each of its companions before the title ("Peru | Brazil (2003), Mexico (2014) with | has one").

    The date of each stands in brackets behind it, behind its "with", or before it.
    """
    start = match.sentence.span.start
    who = postposed.acting(context, start, match.start, ("topic_mark", "agent_mark"))
    if not who and (left := postposed.left_out(context, match)) is not None:
        who = (left,)
    met = [party for party in postposed.companions(context, match, start) if party.kind == "actor" and not set(party.codes) & set(who)]
    if len(who) != 1 or len(met) < PAIR:
        return []
    own = [_date_behind(context, party.end) for party in met]
    if not any(own):
        told = own_dates(context, start, [Span(start=party.start, end=party.end) for party in met])
        own = told if all(told) else own
    alike = not any(own)
    rows = zip(met, own, strict=True)
    return [(Participants(codes=tuple(sorted({*who, *party.codes}))), alike, date) for party, date in rows]


def _of_the_noun(context: Context, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The companions with the state that the verb behind the title tells of ("with Peru | a partnership | having | Brazil's")."""
    hits, end = context.draft.hits, said.hit.end
    verbs = {word.end for word in hits.within(end, end + BRACKET, "class", "relative_verb")}
    noun = next((party for party in context.parties(end, end + 2 * BRACKET) if party.start in verbs and len(party.codes) == 1), None)
    met = postposed.companions(context, said.match, said.match.sentence.span.start) if noun is not None else []
    codes = [party.codes[0] for party in met if party.kind == "actor"]
    if noun is None or not codes or noun.codes[0] in codes:
        return []
    return [(Participants(codes=tuple(sorted((noun.codes[0], code)))), True, None) for code in codes]


def _own_partner(context: Context, sentence: Span, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The state behind the title with the one that has other titles with others ("a pact with Peru, a | union | with Chile: Oslo ...")."""
    draft = context.draft
    parties = [party for party in context.parties(sentence.start, sentence.end) if len(party.codes) == 1]
    joins = draft.hits.within(sentence.start, sentence.end, "class", "with")
    partners = [party for party in parties if any(0 <= party.start - hit.end <= ARTICLE for hit in joins)]
    others = {party.codes[0] for party in partners}
    own = next((party for party in partners if 0 <= party.start - said.hit.end <= BEHIND), None)
    hub = {party.codes[0] for party in parties} - others
    if own is None or len(others) < PAIR or len(hub) != 1:
        return []
    date = next(iter(occasions.dates_in(context, own.end, own.end + BRACKET)), None)
    return [(Participants(codes=tuple(sorted({own.codes[0], *hub}))), date is None, date)]


def _fronted(context: Context, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The state that a later clause opens with, and the one that the sentence opens with ("Oslo met Lima, and | with Chile it has ...")."""
    draft, start = context.draft, said.match.sentence.span.start
    begin = max(start, said.region.start)
    parties = [party for party in context.parties(begin, said.hit.start) if len(party.codes) == 1]
    opener = next((party for party in context.parties(start, said.hit.start) if len(party.codes) == 1 and party.weight <= PAIR), None)
    last = parties[-1:]
    if begin == start or opener is None or not last or last[0].codes == opener.codes:
        return []
    joins = [hit for hit in draft.hits.within(begin, last[0].start, "class", "with") if 0 <= last[0].start - hit.end <= ARTICLE]
    ands = {hit.end for hit in draft.hits.within(begin, last[0].start, "class", "and")}
    heads = [hit for hit in joins if hit.start - 1 in ands and "," in draft.text[begin : hit.start]]
    return [(Participants(codes=tuple(sorted((*opener.codes, *last[0].codes)))), True, None)] if heads else []


def _with_whom(context: Context, said: Said) -> list[tuple[Participants, bool, Mention | None]]:
    """The state behind "with whom" with the one named right before it ("in Moscow, | with whom India shares a partnership")."""
    start, hit = said.match.sentence.span.start, said.hit
    opened = context.draft.hits.within(max(start, said.region.start), hit.start, "class", "with_whom")
    if not opened:
        return []
    before = [party for party in context.parties(start, opened[-1].start) if len(party.codes) == 1]
    behind = [party for party in context.parties(opened[-1].end, hit.start) if len(party.codes) == 1]
    codes = {*before[-1].codes, *behind[0].codes} if before and behind else set[str]()
    return [(Participants(codes=tuple(sorted(codes))), True, None)] if len(codes) == PAIR else []


ARTICLE = 5
"""Characters between "with" and a state: a space, or an article."""

BEHIND = 12
"""Characters between a title and the state with which there is one: a quotation mark and "with the"."""


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
