"""Postposed: who and where, in languages whose words of role stand behind what they mark ("Tokyo in", "the minister as for").

A party is a topic when a word of the class `topic_mark` stands behind it, an agent with one of `agent_mark`, a companion with
one of `with`; a place of an event has one of `at` behind it, a destination one of `goal_mark`.
"""

from __future__ import annotations

from itertools import pairwise

from foedera.extraction import quotes
from foedera.extraction.contexts import Context, Party
from foedera.extraction.joins import DATED, SMALL, joined
from foedera.extraction.matches import Match
from foedera.model.document import Span
from foedera.model.fact import Inference
from foedera.model.mention import Mention

SIDE = 12
"""Characters between a party and its particle: "government", "side", "foreign ministry"."""

SURE = 2

Subject = tuple[tuple[str, ...], tuple[Inference, ...]]


def marked(context: Context, party: Party, cue: str) -> bool:
    """Whether a word of a class stands behind a party, a word such as "side" or a bracket between."""
    return _marked_at(context, party.end, cue)


def _marked_at(context: Context, end: int, cue: str) -> bool:
    hits, end = context.draft.hits, _behind_bracket(context.draft.text, end)
    titles = [*hits.within(end, end + SIDE, "class", "side"), *hits.within(end, end + SIDE, "office")]
    starts = {end, *(hit.end for hit in titles if hit.start == end)}
    return any(hit.start in starts for hit in hits.within(end, end + 2 * SIDE, "class", cue))


def _behind_bracket(text: str, end: int) -> int:
    """The end of a party with what a bracket tells of it."""
    return text.find(")", end, end + SIDE * 4) + 1 or end if text[end : end + 1] == "(" else end


def subject(context: Context, match: Match, before: tuple[str, ...] = ()) -> Subject:
    """Who commits himself: the last topic before the verb, else its agent, else the earlier subject, else the article's pair."""
    if match.rule.by == "both":
        return _together(context, match)
    start = match.sentence.span.start
    own = acting(context, start, match.end) or before
    if len(own) == 1 and match.rule.modality == "reaffirmed" and match.rule.by == "auto" and companions(context, match, start):
        return _together(context, match)
    if own:
        return own, ()
    said = context.draft.hits.within(match.end, match.sentence.span.end, "class", "speaks")
    if match.rule.by == "subject" or (said and match.rule.modality == "planned"):
        earlier = _earlier(context, match)
        if earlier:
            return earlier, (Inference(property="party", reason="the_sentence_before"),)
    return context.group_at(match.start, context.usual), (Inference(property="party", reason="the_articles_pair"),)


def _together(context: Context, match: Match) -> Subject:
    """Who agrees: the group that is the topic, or the topic with those it agrees with; else the article's pair."""
    start = match.sentence.span.start
    topic = acting(context, start, match.end, ("topic_mark",))
    states = context.draft.register.states
    met = {
        code for party in companions(context, match, start) if not _in_a_phrase(context, party) for code in party.codes if code in states
    }
    met = met or _compounded(context, start, match.start, topic)
    if len(topic) > 1 or (topic and met - set(topic)):
        return tuple(sorted({*topic, *(met if len(topic) == 1 else ())})), ()
    return context.group_at(match.start, context.usual), (Inference(property="party", reason="the_two_sides"),)


def _in_a_phrase(context: Context, party: Party) -> bool:
    """Whether a companion only belongs to the noun of the party right behind ("Peru with | Chile's | trade")."""
    behind = next((other for other in context.parties(party.end, party.end + SIDE) if other.start - party.end <= PARTICLE), None)
    links = context.draft.hits.within(behind.end, behind.end + 2, "class", "office_link") if behind is not None else ()
    return any(behind is not None and link.start == behind.end for link in links)


PARTICLE = 2
"""Characters of a word that says "with"."""


def _compounded(context: Context, start: int, end: int, topic: tuple[str, ...]) -> set[str]:
    """The states that make one word with an encounter told before in the sentence ("held the Japan-US ministers' talks and agreed")."""
    named = context.draft.hits.within(start, end, "actor")
    edges = {hit.start for hit in named} & {hit.end for hit in named}
    touching = [(first, second) for first, second in pairwise(named) if first.end == second.start]
    pairs = [{first.value, second.value} for first, second in touching if not {first.start, second.end} & edges]
    return next((pair for pair in reversed(pairs) if len(topic) == 1 and set(topic) < pair), set())


def acting(context: Context, start: int, end: int, cues: tuple[str, ...] = ("topic_mark", "person_mark", "agent_mark")) -> tuple[str, ...]:
    """The codes of the topic or agent that stands in a stretch before a verb; empty where none does."""
    quoted = quotes.enclosed(context.draft.text, start, end)
    found = [party for party in context.parties(start, end) if party.weight <= SURE]
    free = [party for party in found if not quotes.within(quoted, party.start)] or found
    said = {cue: [one for one in free if marked(context, one, cue) and (cue != "person_mark" or one.kind == "person")] for cue in cues}
    speakers, topics = said.get("person_mark", []), said.get("topic_mark", [])
    if speakers and topics and free[0] == speakers[0] and topics[-1].kind == "actor":
        return _listed(context, free, speakers[0])
    return next((_listed(context, free, chosen[-1]) for chosen in said.values() if chosen), ())


def _earlier(context: Context, match: Match) -> tuple[str, ...]:
    """The topic of the nearest sentence before, not further back than the paragraph before."""
    for sentence in reversed(context.draft.sentences):
        if sentence.span.start >= match.sentence.span.start or sentence.kind != "body":
            continue
        if sentence.paragraph < match.sentence.paragraph - 1:
            break
        codes = acting(context, sentence.span.start, sentence.span.end)
        if codes:
            return codes
    return ()


def left_out(context: Context, match: Match) -> str | None:
    """The state of whom a sentence without topic or agent goes on to tell: the topic of the sentences before it."""
    start = match.sentence.span.start
    if acting(context, start, match.sentence.span.end, TOPICS):
        return None
    before = [sentence for sentence in context.draft.sentences if sentence.span.start < start and sentence.kind == "body"]
    told = (acting(context, sentence.span.start, sentence.span.end, TOPICS) for sentence in reversed(before[-BACK:]))
    codes = next((codes for codes in told if codes), ())
    return codes[0] if len(codes) == 1 else None


def told_before(context: Context, match: Match) -> tuple[tuple[str, ...], list[Party]]:
    """The states in the name of a session; the organisation whose meeting issues a statement; or whoever is met, with the subject left out.

    With whom of them the sentence names.
    """
    if match.rule.type in SESSIONS:
        states = states_of_the_session(context, match)
        return (states if len(states) > 1 else ()), []
    if match.rule.type == STATEMENT:
        bodies = acting(context, match.sentence.span.start, match.start, TOPICS[:1])
        return (bodies if len(bodies) == 1 and not set(bodies) & context.draft.register.states else ()), []
    if match.rule.type in TIES:
        return _with_its_own(context, match, companions(context, match))
    met = companions(context, match, match.sentence.span.start) if match.rule.type in MET else []
    codes = {code for party in met for code in party.codes}
    own = _with_its_own(context, match, met) if met and met[0].start >= match.scope.start else ((), [])
    if own[0]:
        return own
    who = left_out(context, match) if len(codes) == 1 else None
    return (() if who is None or who in codes else tuple(sorted({who, *codes}))), met


def _with_its_own(context: Context, match: Match, met: list[Party]) -> tuple[tuple[str, ...], list[Party]]:
    """The one who acts in a clause, or the topic of its sentence, with the one state of its companions; nobody where there are more."""
    codes = {code for party in met for code in party.codes}
    who = of_the_clause(context, match)
    return (tuple(sorted({*who, *codes})), met) if len(codes) == len(who) == 1 and not codes & set(who) else ((), [])


def of_the_clause(context: Context, match: Match) -> tuple[str, ...]:
    """Who acts in the clause of a match, else the topic of its sentence."""
    start = match.sentence.span.start
    return acting(context, match.scope.start, match.start, TOPICS[1:]) or acting(context, start, match.start, TOPICS[:1])


SESSIONS = frozenset({"summit", "dialogue"})
TIES = frozenset({"level", "upgrade", "establish_relations", "other"})
"""Types of rules that tell of one state's ties with another."""
STATEMENT = "joint_statement"
MET = frozenset({"talks", "meeting", "call"})
"""Types of events of which a tour tells several without naming its traveller again."""

TOPICS = ("topic_mark", "agent_mark")
"""Classes of words behind a subject."""

BACK = 6
"""Sentences that one topic may govern."""


def _listed(context: Context, parties: list[Party], last: Party) -> tuple[str, ...]:
    """A party with those that only commas and "and" join to it."""
    codes = list(last.codes)
    start = last.start
    for party in reversed([party for party in parties if party.end <= last.start]):
        if last.kind == "group" or not joined(context.draft, party.end, start, SMALL):
            break
        codes += [code for code in party.codes if code not in codes]
        start = party.start
    return tuple(sorted(codes))


def companions(context: Context, match: Match, start: int | None = None) -> list[Party]:
    """Those whom the subject met, or where it went, one after the other: the list that ends in "with" or a goal before the verb."""
    near = [party for party in context.parties(match.scope.start if start is None else start, match.start) if party.kind != "group"]
    cue = "goal_mark" if match.rule.type == "visit" else "with"
    near = [party for party in near if cue == "goal_mark" or party.weight <= SURE]
    ends = [index for index, party in enumerate(near) if marked(context, party, cue) and not marked(context, party, "topic_mark")]
    if not ends:
        return []
    run = [near[ends[-1]]]
    for party in reversed(near[: ends[-1]]):
        end = _behind_bracket(context.draft.text, party.end)
        beside = joined(context.draft, end, run[0].start, SMALL) or _titled_list(context, end, run[0].start)
        beside = beside or (marked(context, party, cue) and joined(context.draft, end, run[0].start, DATED))
        if not beside or marked(context, party, "topic_mark"):
            break
        run.insert(0, party)
    return run


def _titled_list(context: Context, end: int, start: int) -> bool:
    """Whether only titles, links and joining words stand between two of a list ("Peru's | NAME | president, | Chile's | NAME").

    So may the place or day of the second, where it is set against those of the first ("in Peru NAME, in Chile as for NAME").
    """
    hits = context.draft.hits
    words = [*hits.within(end, start, "office")]
    words += [hit for name in ("office_link", "and", "honorific") for hit in hits.within(end, start, "class", name)]
    if hits.within(end, start, "class", "topic_mark"):
        words += [hit for kind in ("place", "actor", "date") for hit in hits.within(end, start, kind)]
        words += [hit for name in ("at", "topic_mark") for hit in hits.within(end, start, "class", name)]
    covered = {at for word in words for at in range(word.start, word.end)}
    return start - end <= FAR and all(at in covered for at in range(end, start))


def placed(context: Context, end: int) -> bool:
    """Whether a word of place stands behind a place, at most a building between ("Tokyo's palace in")."""
    found = context.draft.hits.within(end, end + BUILDING, "class", "at")
    if not found:
        return False
    between = context.draft.text[end : found[0].start]
    hits = context.draft.hits
    broken = any(sign in "\u3001\u3002,\n(" for sign in between)
    others = any(hit.role != "government" for kind in ("actor", "person", "date") for hit in hits.within(end, found[0].start, kind))
    particles = any(hits.within(end, found[0].start, "class", name) for name in ("topic_mark", "agent_mark", "goal_mark", "with"))
    return not (broken or others or particles)


def labelled(context: Context, start: int) -> bool:
    """Whether a label of place stands right before a place ("at: Lima"), as in lists of past meetings."""
    return any(hit.end == start for hit in context.draft.hits.within(max(0, start - BUILDING), start, "class", "at_front"))


def at_once(context: Context, end: int) -> bool:
    """Whether a word of place stands right behind a state."""
    return any(hit.start == end for hit in context.draft.hits.within(end, end + BUILDING, "class", "at"))


BUILDING = 16
"""Characters of the building between a city and its particle."""


def follows(context: Context, span: Span, cue: str) -> bool:
    """Whether a cue stands right behind a date."""
    return any(hit.start - span.end <= 1 for hit in context.draft.hits.within(span.end, span.end + 12, "class", cue))


LENGTH = 12
"""Characters behind the days of a stay in which a word tells that they are."""


def states_of_the_session(context: Context, match: Match) -> tuple[str, ...]:
    """The states in the name of the mechanism that a match speaks of, or right before it ("the Japan-US-Korea talks of ministers")."""
    hits = context.draft.hits
    names = [
        hit for hit in hits.within(match.clause.start, match.clause.end, "mechanism") if hit.start < match.end and match.start < hit.end
    ]
    codes = {hit.value for name in names[:1] for hit in hits.within(name.start, name.end, "actor")}
    return tuple(sorted(codes)) if codes <= context.draft.register.states else ()


def of_the_stay(context: Context, date: Mention) -> bool:
    """Whether some days are those of the stay ("from the 7th to the 9th, during the visit")."""
    whole = date.when is not None and date.when.is_interval
    return whole and bool(context.draft.hits.within(date.span.end, date.span.end + LENGTH, "class", "during"))


def of_its_verb(context: Context, date: Span, verb: int) -> bool:
    """Whether a date stands before a verb with no comma right behind it, as that of the main clause has."""
    return date.end <= verb and context.draft.text[date.end : date.end + 1] not in COMMAS


COMMAS = frozenset({"\u3001", ","})

FAR = 40
"""Characters between a destination and its verb."""
