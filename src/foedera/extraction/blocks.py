"""Blocks: the offices of a text with the marks and the states that stand beside them ("former Foreign Minister of Japan").

A counterpart ("his Japanese counterpart") holds the office named last before it; a state that an envoy is sent to is not his own.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.model.pack import Pack
from foedera.plumbing.once import once


class Block(Struct, frozen=True, kw_only=True):
    """An office with its marks and the state that stands beside it."""

    office: str
    start: int
    end: int
    state: Hit | None


DOT = "\u30fb"
"""Between the fields of one minister in a script without spaces."""


def blocks(draft: Draft) -> tuple[Block, ...]:
    """The offices of the text in order, named holder or not."""
    beside = _Beside(
        text=draft.text,
        by_end={hit.end: hit for hit in draft.hits.of("actor") if hit.role != "government"},
        by_start={hit.start: hit for hit in draft.hits.of("actor") if hit.role != "government"},
        links={hit.start: hit.end for hit in reversed(draft.hits.of("class", "office_link"))},
        states=draft.register.states if draft.pack.spaced else draft.register.states & _in_sight(draft),
        accredited=draft.register.accredited,
        posts={hit.start: hit.end for hit in reversed(draft.hits.of("class", "posted"))},
        marks={hit.end if hit.role == "before" else -hit.start: hit for hit in draft.hits.of("office_mark")},
        spaced=draft.pack.spaced,
        fields={hit.start: hit.end for hit in draft.hits.of("portfolio")},
        field_ends=frozenset(hit.end for hit in draft.hits.of("portfolio")),
        fields_before={hit.end: hit for hit in draft.hits.of("portfolio")},
        joins={hit.start: hit.end for hit in draft.hits.of("class", "and")},
        offices=frozenset(hit.start for hit in draft.hits.of("office")),
        link_ends={hit.end: hit.start for hit in draft.hits.of("class", "office_link")},
        known_ends=frozenset(hit.end for hit in draft.hits.of("class", "known_name")),
        over={at: hit for hit in (() if draft.pack.spaced else draft.hits.of("actor")) for at in range(hit.start + 1, hit.end)},
        post_ends={hit.end: hit.start for hit in draft.hits.of("class", "posted")},
        placed=frozenset(hit.end + 1 for hit in draft.hits.of("class", "at")) if draft.pack.spaced else frozenset(),
        behind=draft.pack.names.name_side in {"after", "set_off"},
    )
    made: list[Block] = []
    titles = [(hit, _behind_a_state(draft, beside, hit)) for hit in draft.hits.of("office")]
    peers = [(hit, "") for hit in draft.hits.of("class", "counterpart")]
    for title, office in sorted(titles + peers, key=lambda item: item[0].start):
        if (made and title.start < made[-1].end) or _inside(beside, title):
            continue
        block = _block(beside, title, office)
        known = block if office else _peer(draft, block, made)
        if known is not None:
            made.append(known)
    return tuple(made)


def _behind_a_state(draft: Draft, beside: _Beside, title: Hit) -> str:
    """The office that is left where a state's longer name ends inside its words ("Russian Federation | premier", no federal premier)."""
    state = beside.over.get(title.start)
    if state is None or not title.start < state.end < title.end or state.start >= title.start:
        return title.value
    return by_form(draft.pack).get(draft.text[state.end : title.end], title.value)


@once
def by_form(pack: Pack) -> dict[str, str]:
    """Form of an office → the office."""
    return {phrase.text: phrase.meaning for phrase in pack.offices}


def _in_sight(draft: Draft) -> frozenset[str]:
    """The actors that the text names, and the home of the language, which goes without saying."""
    return frozenset({*draft.pack.home, *(hit.value for hit in draft.hits.of("actor"))})


class _Beside(Struct, frozen=True, kw_only=True):
    """What may stand beside an office, by where it begins or ends; marks behind an office under the negative of their start."""

    text: str
    by_end: dict[int, Hit]
    by_start: dict[int, Hit]
    links: dict[int, int]
    posts: dict[int, int]
    states: frozenset[str]
    """States that have offices of their own names; in a script without spaces only those in sight."""
    accredited: frozenset[str]
    marks: dict[int, Hit]
    spaced: bool
    fields: dict[int, int]
    """Where each field of ministers ends, by its start."""
    field_ends: frozenset[int]
    fields_before: dict[int, Hit]
    """Each field of ministers by its end."""
    joins: dict[int, int]
    """Where each word that joins a list ends, by its start."""
    offices: frozenset[int]
    link_ends: dict[int, int]
    """Where each word begins that links a state to the office behind it, by its end."""
    known_ends: frozenset[int]
    """Where a full name ends of which the last sign is a mark as well."""
    over: dict[int, Hit]
    """The actor that holds a position inside its form, in a script without spaces."""
    post_ends: dict[int, int]
    """The same of words before the state that an envoy is sent to."""
    placed: frozenset[int]
    """Where a state begins that is only a place ("in Peru | President NAME ...")."""
    behind: bool
    """Whether states stand behind the offices that are theirs."""


def _inside(beside: _Beside, title: Hit) -> bool:
    """Whether an office is only a part of an actor's name, in a script without spaces."""
    name = None if beside.spaced else beside.over.get(title.start)
    return name is not None and name.end > title.end


def _sent_to(beside: _Beside, start: int) -> int:
    """Where the block begins with the state before it that an envoy is sent to ("to-Chile Peruvian ambassador")."""
    host = None if beside.spaced else beside.by_end.get(start)
    return beside.post_ends.get(host.start, start) if host is not None else start


def adjoining(beside: _Beside, start: int, end: int) -> Hit | None:
    """The actor right before an office in a script without spaces: side by side, sharing a sign with it, or linked by one word."""
    shared = beside.over.get(start)
    if shared is not None and shared.end < end:
        return shared
    return beside.by_end.get(start) or beside.by_end.get(beside.link_ends.get(start, -1))


def _block(beside: _Beside, title: Hit, office: str) -> Block:
    start, end = title.start, title.end
    start, office = _marked(beside, *_with_fields_before(beside, start, office))
    state = _before(beside.text, beside.by_end, start) if beside.spaced else adjoining(beside, start, end)
    bare = state is not None and state.role == "name" and beside.text[state.end : start] == " "
    if state is not None and bare and (beside.behind or state.start in beside.placed):
        state = None
    if state is not None:
        start = state.start
        if not beside.spaced and start in beside.post_ends:
            start = beside.post_ends[start]
            state = adjoining(beside, start, end)
            start = state.start if state is not None else start
        start = _sent_to(beside, start)
        start, office = _marked(beside, start, office)
    after = beside.marks.get(-end) or beside.marks.get(-end - 1)
    if after is not None:
        end, office = after.end, _retitled(office, after.value)
    if state is None and title.role in beside.states:
        state = title._replace(kind="actor", value=title.role)
    end = _with_more_fields(beside, end)
    behind = _behind(beside, end) if beside.spaced else None
    if behind is not None and (state is None or state.end == title.start):
        state, end = state or behind, _abbreviated(beside, behind)
    return Block(office=office, start=start, end=_posted(beside, end) if title.value in beside.accredited else end, state=state)


def _with_more_fields(beside: _Beside, end: int) -> int:
    """Where a minister's title ends that counts several fields ("Minister of Development, Industry, Foreign Trade and Services")."""
    begin, at = end, _next_field(beside, end) if end in beside.field_ends else None
    while at is not None:
        end = beside.fields[at]
        at = _next_field(beside, end)
    last = beside.joins.get(end + 1) if end > begin else None
    following = beside.text[last + 1 : last + LONGEST_FIELD].split(",", maxsplit=1) if last is not None else []
    unknown = following[0] if len(following) > 1 else ""
    return last + 1 + len(unknown) if last is not None and unknown.isalpha() and unknown.istitle() else end


def _with_fields_before(beside: _Beside, start: int, office: str) -> tuple[int, str]:
    """Where a minister's title begins that counts several fields before it, and the office by the first that is known."""
    while not beside.spaced and beside.text[start - 1 : start] == DOT and start - 1 in beside.fields_before:
        first = beside.fields_before[start - 1]
        start, office = first.start, f"{first.value} minister"
    return start, office


def _next_field(beside: _Beside, end: int) -> int | None:
    """Where another field begins that a comma, a slash or "and" joins, and no office of its own."""
    comma = end + 2 if beside.text.startswith(", ", end) else end + 1 if beside.text.startswith("/", end) else None
    word = beside.joins.get(comma if comma is not None else end + 1)
    at = word + 1 if word is not None else comma
    return at if at in beside.fields and at not in beside.offices else None


LONGEST_FIELD = 20
"""Characters of one word for a field that no pack knows."""


def _abbreviated(beside: _Beside, actor: Hit) -> int:
    """Where an actor ends with its own abbreviation in brackets ("the Association of Southeast Asian Nations (ASEAN)")."""
    short = beside.by_start.get(actor.end + 2)
    own = short is not None and short.value == actor.value and beside.text[actor.end : short.start] == " ("
    return short.end + 1 if own and short is not None and beside.text[short.end : short.end + 1] == ")" else actor.end


def _posted(beside: _Beside, end: int) -> int:
    """Where the block ends with the state that an envoy is sent to ("Ambassador of Chile to Peru")."""
    at = beside.posts.get(end + 1)
    actor = (beside.by_start.get(at) or beside.by_start.get(at + 1)) if at is not None else None
    return actor.end if actor is not None else end


def _peer(draft: Draft, block: Block, made: list[Block]) -> Block | None:
    """A counterpart holds the office named last before it, in its paragraph or the one before."""
    sentence = draft.sentence_at(block.start)
    if sentence is None:
        return None
    near = made and made[-1].start >= draft.paragraph_start(sentence.paragraph - 1)
    return replace(block, office=_subject(draft, block, made).office) if near else None


def _subject(draft: Draft, block: Block, made: list[Block]) -> Block:
    """Whose counterpart somebody is: the one named last, but for one met together with him ("A met King B and his counterpart C")."""
    hits, sentence = draft.hits, draft.sentence_at(block.start)
    joins = any(block.start - hit.end <= HIS for hit in hits.within(made[-1].end, block.start, "class", "and"))
    if len(made) == 1 or sentence is None or made[-2].start < sentence.span.start or not joins:
        return made[-1]
    met = hits.within(made[-2].end, made[-1].start, "class", "with")
    return made[-2] if met else made[-1]


HIS = 16
"""Characters between "and" and "counterpart": whose it is, and of which state."""


def _marked(beside: _Beside, start: int, title: str) -> tuple[int, str]:
    if start in beside.known_ends:
        return start, title
    spaced = beside.marks.get(start - 1) if beside.text[start - 1 : start] in {" ", "-"} else None
    mark = beside.marks.get(start) or spaced
    return (mark.start, _retitled(title, mark.value)) if mark is not None else (start, title)


def _retitled(title: str, mark: str) -> str:
    if mark == "elect":
        return f"{title}-elect"
    return title if title.startswith(mark) else f"{mark} {title}"


def _before(text: str, actors: dict[int, Hit], start: int) -> Hit | None:
    """The actor right before the office, its genitive ending or dash between."""
    for at in range(start - 1, max(-1, start - 4), -1):
        hit = actors.get(at)
        if hit is not None:
            between = text[at:start]
            return hit if between == "-" or between.strip(" ") in {"", "'s", "’s", "'", "’"} else None
    return None


def _behind(beside: _Beside, end: int) -> Hit | None:
    """The actor right behind the office, one word that links them between; or one whose long form begins in the office's."""
    if beside.text[end : end + 1] not in {" ", ""}:
        return None
    for at in range(end - 1, max(0, end - len("Republic") - 1), -1):
        within = beside.by_start.get(at)
        if within is not None and within.end > end:
            return within
    if end + 1 in beside.posts:
        return None
    at = beside.links.get(end + 1, end + 1)
    return beside.by_start.get(end + 1) or beside.by_start.get(at) or beside.by_start.get(at + 1)
