"""Rosters: whom a level joins with whom where the passage lists states: one with each of several, or each of several with one.

"A has a strategic partnership with B, C and D", "both A and B are partners of C", "with B since 2009 and with C since 2012". Where the
passage names only those on one side ("D got the same title in 2015, E in 2017"), the other is the state that the report is about.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from foedera.extraction import occasions
from foedera.extraction.contexts import PLACE, Context, Party
from foedera.extraction.hits import Hit
from foedera.extraction.joins import SMALL, joined
from foedera.extraction.names import GENITIVE
from foedera.model.document import Span
from foedera.model.mention import Mention

WITH = ("with", "name_link")
"""Classes of the words that stand between a level and the state it is with."""

TOUCH = 3
"""Characters between a level and such a word."""

REACH = 30
"""Characters from the level to the first state."""

DATED = 14
"""Characters between a state of a list and its own date: "back in"."""

ROW = 3
"""States in a row from which on they are a list by themselves, whatever stands before them."""


class Row(Struct, frozen=True, kw_only=True):
    """A pair, and the date that stands behind its member of the list."""

    codes: tuple[str, ...]
    date: Mention | None = None


def rows(context: Context, sentence: Span, hit: Hit, end: int) -> list[Row]:
    """The pairs of a level that says "with" behind it; empty where it does not, or where that tells of one pair alone."""
    listed = _listed(context, hit, end) if hit.start >= sentence.start else []
    if not listed:
        return _with_both(context, sentence, hit, end) or _told_with(context, sentence, hit) or _with_hub(context, sentence, hit)
    partners = {party.codes[0]: party for party in listed}
    titles = context.draft.hits.within(sentence.start, hit.end, "level")
    first = next(title.start for title in titles if title == hit or not title.weak)
    before = [party for party in states_in(context, sentence.start, first) if party.codes[0] not in partners]
    owners = _nearest(context, before)
    if len(listed) == 1 and not states_in(context, sentence.start, listed[0].start) and not states_in(context, listed[0].end, sentence.end):
        hub = _hub_told(context, sentence.start)
        return [Row(codes=_pair(hub, *partners))] if hub is not None and hub not in partners else []
    if len(listed) == 1:
        more = [party for party in _row(context, states_in(context, listed[0].end, end)) if party.codes[0] not in {*owners, *partners}]
        pairs = [Row(codes=_pair(owner, listed[0].codes[0])) for owner in [*owners, *(party.codes[0] for party in more)]]
        opens = len({party.codes[0] for party in before}) > 1 and context.draft.text[: before[-1].start].endswith(", ")
        following = states_in(context, listed[0].end, end)[:1]
        several = len(owners) > 1 or more or opens or first < hit.start or any(_owns(context, listed[0], party) for party in following)
        return pairs if several or _others_do_else(context, listed[0], end) else []
    if not owners and len(listed) < ROW:
        return []
    owners = owners or [code for code in context.main if code not in partners][:1]
    dates = _dates(context, listed, end)
    return [Row(codes=_pair(owner, code), date=dates.get(code)) for owner in owners for code in partners]


def _others_do_else(context: Context, partner: Party, end: int) -> bool:
    """Whether behind the partner with his date another state acts ("a partner of A in 2011, and B sent an envoy")."""
    following = states_in(context, partner.end, end)[:1]
    return bool(following) and bool(occasions.dates_in(context, partner.end, following[0].start))


def _with_both(context: Context, sentence: Span, hit: Hit, end: int) -> list[Row]:
    """The pairs of a third state with each of two told before ("Rome is a strategic partner of both countries")."""
    groups = [party for party in context.parties(hit.end, min(end, hit.end + REACH)) if party.kind == "group" and len(party.codes) == BOTH]
    owners = list(dict.fromkeys(party.codes[0] for party in states_in(context, sentence.start, hit.start)))
    if not groups or len(owners) != 1 or not _leads(context, hit, groups[0]):
        return []
    named = [party.codes[0] for party in states_in(context, max(0, sentence.start - BACK), sentence.start)]
    before = tuple(dict.fromkeys(code for code in reversed(named) if code not in owners))[:BOTH]
    both = groups[0].codes if owners[0] not in groups[0].codes else before
    return [Row(codes=_pair(owners[0], code)) for code in both] if len(both) == BOTH else []


def _told_with(context: Context, sentence: Span, hit: Hit) -> list[Row]:
    """The pairs of a state with each of those told with it before the level ("Oman raised ties with Peru and Chile to a partnership")."""
    hits = context.draft.hits
    links = {word.start for name in ("and", "name_link") for word in hits.within(sentence.start, hit.start, "class", name)}
    for word in hits.within(sentence.start, hit.start, "class", "with"):
        behind = states_in(context, word.end, hit.start)
        if word.start in links or not behind or behind[0].start - word.end > 1:
            continue
        partners = list(dict.fromkeys(party.codes[0] for party in first_list(context, behind)))
        owners = [party.codes[0] for party in states_in(context, sentence.start, word.start)[-1:] if party.codes[0] not in partners]
        if owners and len(partners) > 1:
            return [Row(codes=_pair(owners[0], code)) for code in partners]
    return []


def _with_hub(context: Context, sentence: Span, hit: Hit) -> list[Row]:
    """The pairs of states that a sentence names alone, each with the one that the report is about.

    Where it speaks of the level told before, each state has its own date behind it; else it is one, and not of the report's pair.
    """
    found = context.parties(sentence.start, sentence.end)
    named = {party.codes[0]: party for party in reversed(found) if party.kind != "group" and party.weight < PLACE}
    ranking = context.draft.register.ranking.get(hit.value, frozenset())
    last = _hub_told(context, sentence.start)
    hub = last or next(iter(sorted(context.main[:BOTH], key=lambda code: code not in ranking)), None)
    told = hit.start < sentence.start
    alone = told or (len(named) == 1 and not set(named) & set(context.pair)) or (last is not None and _standing(context, named, hit))
    if not named or hub is None or hub in named or not alone or any(party.kind == "group" for party in found):
        return []
    states = sorted(named.values(), key=lambda party: party.start)
    dates = [
        next(iter(occasions.dates_in(context, party.end, end)), None)
        for party, end in zip(states, [*(party.start for party in states[1:]), sentence.end], strict=True)
    ]
    if told and not all(dates):
        return []
    return [Row(codes=_pair(hub, party.codes[0]), date=date if told else None) for party, date in zip(states, dates, strict=True)]


def _hub_told(context: Context, start: int) -> str | None:
    """Whose partners the paragraph counts: of the states beside the title named last before, the one that the article is about.

    Where it is about both, the one at home.
    """
    sentence = context.draft.sentence_at(start)
    begin = context.draft.paragraph_start(sentence.paragraph) if sentence is not None else start
    titles = context.draft.hits.within(begin, start, "level")
    before = context.draft.sentence_at(titles[-1].start) if titles else None
    if before is None:
        return None
    named = {code for party in states_in(context, before.span.start, min(before.span.end, start)) for code in party.codes}
    hubs = [code for code in context.main[:BOTH] if code in named] if len(named) > 1 else []
    hubs = [code for code in hubs if code in context.draft.pack.home] if len(hubs) == BOTH else hubs
    return hubs[0] if len(hubs) == 1 else None


def _standing(context: Context, named: dict[str, Party], hit: Hit) -> bool:
    """Whether a list of states right before a title only stands at it ("Chile and Peru remain at | a comprehensive partnership")."""
    states = sorted(named.values(), key=lambda party: party.start)
    row = all(linked(context, one.end, other.start) for one, other in pairwise(states))
    words = context.draft.hits.within(states[-1].end, hit.start, "class", "stands_at") if states else ()
    return row and any(word.start - states[-1].end <= REACH and hit.start - word.end <= TOUCH for word in words)


def _leads(context: Context, hit: Hit, group: Party) -> bool:
    """Whether only a word such as "with" stands between a level and a group."""
    words = [word for name in WITH for word in context.draft.hits.within(hit.end, group.start, "class", name)]
    ands = {word.start for word in context.draft.hits.within(hit.end, group.start, "class", "and")}
    return any(word.start - hit.end <= TOUCH and group.start - word.end <= TOUCH for word in words if word.start not in ands)


BOTH = 2
BACK = 600
"""Characters before a sentence in which the two are told whom it calls "both"."""


def _pair(first: str, second: str) -> tuple[str, ...]:
    return tuple(sorted((first, second)))


def _listed(context: Context, hit: Hit, end: int) -> list[Party]:
    """The states that the level is with: those of the first list behind it, if a word such as "with" leads there."""
    hits = context.draft.hits
    papers = hits.within(hit.end, hit.end + REACH, "class", "level_paper")
    begin = next((paper.end for paper in papers if paper.start - hit.end <= 1), hit.end)
    found = states_in(context, begin, end)
    words = {name: hits.within(begin, begin + REACH, "class", name) for name in (*WITH, "and")}
    ands = {word.start for word in words["and"]}
    leads = [word for word in words["with"] if word.start - begin <= TOUCH and word.start not in ands]
    leads += [word for word in words["name_link"] if word.start - begin <= TOUCH and found and found[0].start - word.end <= 1]
    if not leads or not found or found[0].start - begin > REACH or "," in context.draft.text[begin : found[0].start]:
        return []
    return first_list(context, found)


def states_in(context: Context, start: int, end: int) -> list[Party]:
    """States and organisations named in a stretch as parties, none that only "the minister" means."""
    parties = [party for party in context.parties(start, end) if party.kind in {"actor", "person"} and not party.meant]
    return [party for party in parties if party.weight < PLACE]


def first_list(context: Context, found: list[Party]) -> list[Party]:
    """The first of some parties with those that a list joins to it; behind one with its date only those that have theirs."""
    run = found[:1]
    for party in found[1:]:
        if not linked(context, run[-1].end, party.start) or _acts(context, run[-1], party) or _owns(context, run[-1], party):
            break
        run.append(party)
    return run


def _acts(context: Context, before: Party, party: Party) -> bool:
    """Whether a state behind one with a date that is in no brackets has none of its own: it does something else then."""
    dates = occasions.dates_in(context, before.end, party.start)
    if not dates or len(dates) == BOTH or ")" in context.draft.text[dates[-1].span.end : party.start]:
        return False
    own = occasions.dates_in(context, party.end, party.end + REACH)
    return not own or own[0].span.start - party.end > DATED


def _owns(context: Context, before: Party, party: Party) -> bool:
    """Whether a state right behind a comma only tells of the state before it ("with A, B's rival")."""
    text = context.draft.text
    ending = text[party.end - len(GENITIVE) : party.end + len(GENITIVE)].replace("\u2019", "'")
    return GENITIVE in ending and text[before.end : party.start].strip() == ","


def _row(context: Context, found: list[Party]) -> list[Party]:
    """A list of three or more among some parties."""
    for index in range(len(found)):
        run = first_list(context, found[index:])
        if len(run) >= ROW:
            return run
    return []


def _nearest(context: Context, before: list[Party]) -> list[str]:
    """Whose level it is: the party nearest before it, with those that a list joins to that one ("besides A, B has" is no list)."""
    last = before[-1:]
    for party in reversed(before[:-1]):
        if not linked(context, party.end, last[0].start):
            break
        last.insert(0, party)
    ands = context.draft.hits.within(last[0].end, last[-1].start, "class", "and") if last else ()
    return list(dict.fromkeys(party.codes[0] for party in (last if ands or len(last) >= ROW else last[-1:])))


def linked(context: Context, start: int, end: int) -> bool:
    """Whether only commas, "and", "with" and a date with its "since" stand between two states."""
    draft = context.draft
    dates = occasions.dates_in(context, start, end)
    signs = draft.text[start : dates[0].span.start] + draft.text[dates[0].span.end : end] if dates else draft.text[start:end]
    dating = {word.start for word in draft.hits.within(start, end, "class", "since")} if dates else set[int]()
    if any(sign in signs for sign in "-–/") or any(word.start not in dating for word in draft.hits.within(start, end, "class", "clause")):
        return False
    if joined(draft, start, end, SMALL):
        return True
    if len(dates) not in {1, BOTH}:
        return False
    links = (*SMALL[:-1], *WITH, "since", *(["date"] if len(dates) == BOTH else []))
    before, behind = draft.text[start : dates[0].span.start].strip(), draft.text[dates[0].span.end : end].lstrip(" )")
    return (before == "(" or not before.endswith("(")) and joined(draft, end - len(behind), end, links)


def _dates(context: Context, listed: list[Party], end: int) -> dict[str, Mention]:
    """The date behind each state of a list, before the next; none where only the last has one, which is then all states'.

    Of two before a state the second is its own ("with A since 2009 and, since 2012, with B").
    """
    ends = [*(party.start for party in listed[1:]), end]
    found: dict[str, Mention] = {}
    for index, (party, limit) in enumerate(zip(listed, ends, strict=True)):
        behind = occasions.dates_in(context, party.end, min(limit, party.end + REACH))
        between = occasions.dates_in(context, listed[index - 1].end, party.start) if index else []
        if len(between) == BOTH:
            found[party.codes[0]] = between[-1]
        elif behind and linked(context, party.end, behind[0].span.end):
            found[party.codes[0]] = behind[0]
    return found if len(found) > 1 or listed[-1].codes[0] not in found else {}
