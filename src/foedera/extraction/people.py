"""People: who is named with an office, of which state, and where each of them is named again.

An office and its state make a block ("Japanese Foreign Minister", "Foreign Minister of Japan"); the name stands behind the block or, with
a comma, before it. Where the block tells no state, these tell it, in this order: an actor that alone holds the office, the same name
with a state elsewhere, the delegation the sentence speaks of; else the shape of the name, how often a state is named, the home of the
press and who else holds the office are weighed together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from foedera.extraction import names
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.names import Blocks
from foedera.model.fact import Inference
from foedera.plumbing.text import bare

NEAR = 2
"""Characters between an office and its state: a space, or the mark of a genitive is its own word in the pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named holder of an office: `start` and `end` of the passage with name and office, of the name, and of what told the state."""

    name: str
    office: str
    country: str | None
    start: int
    end: int
    name_start: int
    name_end: int
    state_span: tuple[int, int] | None = None
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An office with its marks and the state that stands beside it."""

    office: str
    start: int
    end: int
    state: Hit | None


def people(draft: Draft) -> tuple[Person, ...]:
    """The people of an article, each once, in order of first mention."""
    limits = names.blocks(draft)
    found = _sharing(draft, _named(draft, _blocks(draft), limits), limits)
    placed = _placed(draft, found)
    return _once(placed)


def office_blocks(draft: Draft) -> tuple[Block, ...]:
    """The offices of the text with their states, named holder or not."""
    return tuple(_blocks(draft))


def person_hits(draft: Draft, people: tuple[Person, ...]) -> list[Hit]:
    """Every place where one of the people is named, in full or by one token of the name; the value is the person's state."""
    tokens: dict[str, str | None] = {}
    blocked = frozenset(hit.start for kind in ("actor", "place") for hit in draft.hits.of(kind) if not hit.weak)
    for person in people:
        for token in {person.name, *person.name.split()}:
            known = tokens.get(token, person.country or "")
            tokens[token] = known if known == (person.country or "") else None
    found: dict[int, Hit] = {}
    for token in sorted(tokens, key=len):
        country = tokens[token]
        if country is None or not token[0].isupper() or len(token) < len("Li"):
            continue
        at = draft.text.find(token)
        while at >= 0:
            end = at + len(token)
            if _whole(draft.text, at, end) and at not in blocked:
                found[at] = Hit(at, end, "person", country)
            at = draft.text.find(token, end)
    return _uncovered(found.values())


def _uncovered(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _blocks(draft: Draft) -> list[Block]:
    """Offices with the marks right before and behind them ("former", "-elect") and the state beside them, counterparts among them."""
    beside = _Beside(
        text=draft.text,
        by_end={hit.end: hit for hit in draft.hits.of("actor") if hit.role != "government"},
        by_start={hit.start: hit for hit in draft.hits.of("actor") if hit.role != "government"},
        links={hit.start: hit.end for hit in reversed(draft.hits.of("class", "office_link"))},
        states=draft.register.states,
        posts={hit.start: hit.end for hit in reversed(draft.hits.of("class", "posted"))},
        marks={hit.end if hit.role == "before" else -hit.start: hit for hit in draft.hits.of("office_mark")},
    )
    made: list[Block] = []
    titles = [(hit, hit.value) for hit in draft.hits.of("office")]
    peers = [(hit, "") for hit in draft.hits.of("class", "counterpart")]
    for title, office in sorted(titles + peers, key=lambda item: item[0].start):
        if made and title.start < made[-1].end:
            continue
        block = _block(beside, title, office)
        known = block if office else _peer(draft, block, made)
        if known is not None:
            made.append(known)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What may stand beside an office, by where it begins or ends; marks behind an office under the negative of their start."""

    text: str
    by_end: dict[int, Hit]
    by_start: dict[int, Hit]
    links: dict[int, int]
    posts: dict[int, int]
    states: frozenset[str]
    marks: dict[int, Hit]


def _block(beside: _Beside, title: Hit, office: str) -> Block:
    start, end = title.start, title.end
    start, office = _marked(beside, start, office)
    state = _before(beside.text, beside.by_end, start)
    if state is not None:
        start = state.start
        start, office = _marked(beside, start, office)
    after = beside.marks.get(-end) or beside.marks.get(-end - 1)
    if after is not None:
        end, office = after.end, _retitled(office, after.value)
    if state is None and title.role in beside.states:
        state = title._replace(kind="actor", value=title.role)
    behind = _behind(beside, end)
    if behind is not None and (state is None or state.end == title.start):
        state, end = state or behind, behind.end
    return Block(office=office, start=start, end=_posted(beside, end), state=state)


def _posted(beside: _Beside, end: int) -> int:
    """Where the block ends with the state that an envoy is sent to ("Ambassador of Chile to Peru")."""
    at = beside.posts.get(end + 1)
    actor = (beside.by_start.get(at) or beside.by_start.get(at + 1)) if at is not None else None
    return actor.end if actor is not None else end


def _peer(draft: Draft, block: Block, made: list[Block]) -> Block | None:
    """A counterpart holds the office named last before it, in the sentence or the paragraph."""
    sentence = draft.sentence_at(block.start)
    if sentence is None:
        return None
    near = [other for other in draft.sentences if other.paragraph == sentence.paragraph]
    before = [other for other in made if near[0].span.start <= other.start]
    return replace(block, office=before[-1].office) if before else None


def _marked(beside: _Beside, start: int, title: str) -> tuple[int, str]:
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
            between = text[at:start].strip()
            return hit if between in {"", "'s", "’s", "'", "’", "-"} else None
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
    return beside.by_start.get(at) or beside.by_start.get(at + 1)


def _named(draft: Draft, made: list[Block], limits: Blocks) -> list[Person]:
    """The blocks that have a name, with several offices of one person joined."""
    found: list[Person] = []
    waiting: list[Block] = []
    named: Block | None = None
    for index, block in enumerate(made):
        sentence = draft.sentence_at(block.start)
        if sentence is None or block.end > sentence.span.end or (found and block.start < found[-1].end):
            waiting = []
            continue
        after = names.name_after(draft.text[: sentence.span.end], block.end, limits)
        follows = _following(made, index, after)
        after = after if after is not None and after[1] <= follows and not _headline_word(draft, after, limits) else None
        if after is None and named is not None and _linked(draft, named, block):
            found[-1] = _joined(found[-1], block)
            named = block
            continue
        named = None
        waiting = [*waiting, block] if waiting and _linked(draft, waiting[-1], block) else [block]
        if after is not None:
            found.append(_of_state(draft, _person(draft.text, waiting, after)))
            waiting = []
            continue
        floor = max(sentence.span.start, found[-1].end if found else 0, made[index - 1].end if index else 0)
        before = names.name_before(draft.text, waiting[0].start, limits, floor)
        if before is not None and (draft.pack.names.name_side != "after" or _introduced(draft, before, found, limits)):
            found.append(_person(draft.text, waiting, before))
            waiting, named = [], block
    return found


def _headline_word(draft: Draft, name: tuple[int, int], limits: Blocks) -> bool:
    """Whether what stands behind an office is a word that a headline writes with a capital, or in capitals."""
    if name[0] not in limits.words:
        return False
    sentence = draft.sentence_at(name[0])
    return draft.text[name[0] : limits.words[name[0]]].isupper() or (sentence is not None and sentence.kind == "title")


def _of_state(draft: Draft, person: Person) -> Person:
    """With the state that stands behind the name, where none stands at the office ("Minister NAME of Sweden")."""
    if person.country is not None:
        return person
    hits = draft.hits
    for link in hits.within(person.name_end, person.name_end + 12, "class", "office_link"):
        actor = next((hit for hit in hits.within(link.end, link.end + 40, "actor") if hit.start - link.end <= NEAR), None)
        if link.start - person.name_end <= 1 and actor is not None and actor.role != "adjective":
            return replace(person, country=actor.value, end=actor.end, state_span=(actor.start, actor.end))
    return person


def _sharing(draft: Draft, found: list[Person], limits: Blocks) -> list[Person]:
    """Also those who share the office of the one before them ("Poland's minister NAME, Germany's NAME and France's NAME")."""
    shared = list(found)
    for person in found:
        end = person.end
        while True:
            following = _sharer(draft, person, end, limits)
            if following is None:
                break
            shared.append(following)
            end = following.end
    return sorted(shared, key=lambda person: person.start)


def _sharer(draft: Draft, person: Person, end: int, limits: Blocks) -> Person | None:
    """The name behind a state's genitive that a comma or "and" joins to a person."""
    actor = next((hit for hit in draft.hits.within(end, end + 40, "actor") if hit.start - end <= JOIN), None)
    if actor is None or draft.text[actor.end : actor.end + 2] not in {"'s", "’s"}:
        return None
    between = draft.text[end : actor.start]
    for word in draft.hits.within(end, actor.start, "class", "and"):
        between = between.replace(draft.text[word.start : word.end], " ", 1)
    name = names.name_after(draft.text, actor.end + len("'s"), limits, comma=False)
    if between.strip(" ,") or name is None or " " not in draft.text[name[0] : name[1]]:
        return None
    return replace(
        person,
        name=draft.text[name[0] : name[1]],
        country=actor.value,
        start=actor.start,
        end=name[1],
        name_start=name[0],
        name_end=name[1],
        state_span=(actor.start, actor.end),
        inferred=(),
    )


JOIN = 8
"""Characters of a comma and "and" between two of a list."""


def _following(made: list[Block], index: int, name: tuple[int, int] | None) -> int:
    """Where the next block begins that a name does not hold (a monarch's title may be part of the name)."""
    held = name[1] if name is not None else 0
    return next((block.start for block in made[index + 1 :] if not block.start < held < block.end and block.end > held), held)


def _joined(person: Person, block: Block) -> Person:
    titles = dict.fromkeys([*person.office.split("; "), block.office])
    country = person.country or (block.state.value if block.state is not None else None)
    return replace(person, office="; ".join(titles), country=country, end=max(person.end, block.end))


def _introduced(draft: Draft, name: tuple[int, int], found: list[Person], limits: Blocks) -> bool:
    """Where names stand behind offices, one before needs a rank before it, or to be known already."""
    ranked = any(end <= name[0] <= end + 1 for end in limits.honorifics.values())
    return ranked or any(_subset(_tokens(person.name), _tokens(draft.text[name[0] : name[1]])) for person in found)


def _linked(draft: Draft, first: Block, second: Block) -> bool:
    """Whether a comma, or a word that joins two offices of one person, stands between two blocks, and no name."""
    between = draft.text[first.end : second.start]
    joined = draft.hits.within(first.end, second.start, "class", "also")
    return between.strip() == "," or any(
        draft.text[first.end : hit.start].strip() == "" and draft.text[hit.end : second.start].strip() == "" for hit in joined
    )


def _person(text: str, offices: list[Block], name: tuple[int, int]) -> Person:
    titles = list(dict.fromkeys(block.office for block in offices))
    state = next((block.state for block in reversed(offices) if block.state is not None), None)
    start, end = min(name[0], offices[0].start), max(name[1], offices[-1].end)
    return Person(
        name=text[name[0] : name[1]],
        office="; ".join(titles),
        country=state.value if state is not None else None,
        start=start,
        end=end,
        name_start=name[0],
        name_end=name[1],
        state_span=(state.start, state.end) if state is not None else None,
    )


def _placed(draft: Draft, found: list[Person]) -> list[Person]:
    """The same people, each with a state where one can be told; who has one first, so that the others can be told from them."""
    holders = draft.register.holders
    placed: list[Person] = []
    for person in found:
        sole = next((holders[title] for title in person.office.split("; ") if title in holders), None)
        if person.country is None and sole is not None:
            placed.append(_with(person, sole, "office_of_one_actor"))
        else:
            placed.append(person)
    candidates = _candidates(draft)
    for index, person in enumerate(placed):
        if person.country is None:
            placed[index] = _told(draft, person, placed, candidates)
    return [_titled(draft, person) for person in placed]


def _titled(draft: Draft, person: Person) -> Person:
    """The office as the person's state calls it: the monarch of Japan is an emperor."""
    if person.country is None:
        return person
    titles = [draft.register.own_titles.get((title, person.country), title) for title in person.office.split("; ")]
    return replace(person, office="; ".join(dict.fromkeys(titles)))


def _with(person: Person, country: str, reason: str) -> Person:
    return replace(person, country=country, inferred=(Inference(property="country", reason=reason),))


def _candidates(draft: Draft) -> dict[str, int]:
    """The states that an office without one may belong to, with how much speaks for each before the name is looked at."""
    rated = Counter(hit.value for hit in draft.hits.of("actor") if hit.value in draft.register.states)
    likely = [code for code, _ in sorted(rated.items(), key=lambda item: (-item[1], item[0]))][:CANDIDATES]
    weights = {code: max(0, 2 - place) for place, code in enumerate(likely)}
    homes = [code for code in draft.pack.home if code in rated]
    if homes and (len(draft.pack.home) < MANY_HOMES or homes[0] in likely[:2]):
        weights[homes[0]] = weights.get(homes[0], 0) + (2 if len(draft.pack.home) < MANY_HOMES else 0)
    return weights


CANDIDATES = 4
"""Actors of an article, by how often they are named, to which an office may belong."""

MANY_HOMES = 4
"""A language at home in this many states has no press for which one state goes without saying."""


def _told(draft: Draft, person: Person, known: list[Person], candidates: dict[str, int]) -> Person:
    """The state that most speaks for: the same name elsewhere, else the delegation, else shape of the name, rivals and home together."""
    tokens = _tokens(person.name)
    same = next((other for other in known if other.country and _subset(_tokens(other.name), tokens)), None)
    if same is not None and same.country is not None:
        return _with(person, same.country, "same_name")
    delegation = _delegation(draft, person)
    if delegation is not None:
        return _with(person, delegation, "delegation")
    shapes = draft.register.shapes
    met = _met(draft, person, known)
    near = _near(draft, person)
    invited = any(
        person.start - hit.end <= NEAR + 1 for hit in draft.hits.within(max(0, person.start - 40), person.start, "class", "invitation")
    )
    scores: dict[str, int] = {}
    for code, weight in candidates.items():
        shape = shapes.get(code)
        fits = names.fits(person.name, shape) if shape is not None else None
        score = weight + (0 if fits is None else SHAPE if fits else -SHAPE)
        score -= RIVAL * any(other.country == code and _rivals(other, person) for other in known)
        score -= RIVAL * any(code in draft.register.absent.get(title, ()) for title in person.office.split("; "))
        score += NEAR_BY * (code in near) + INVITED * (code in near and invited)
        score -= any(other.country == code for other in known) + MET * (code in met)
        scores[code] = score
    if not scores:
        return person
    best = max(scores.values())
    chosen = sorted(code for code, score in scores.items() if score == best)
    return _with(person, chosen[0], "name_and_context") if best >= 0 and len(chosen) == 1 else person


SHAPE = 4
"""What the shape of a name weighs: more than how often a state is named, less than that another holds the office there."""

RIVAL = 6
"""What it weighs that the state has no such office, or another holder of it: one office has one holder at a date."""


def _rivals(other: Person, person: Person) -> bool:
    shared = set(other.office.split("; ")) & set(person.office.split("; "))
    return bool(shared) and not _subset(_tokens(other.name), _tokens(person.name))


def _met(draft: Draft, person: Person, known: list[Person]) -> set[str]:
    """The states of the people named in one sentence with a person: whom one meets is another state's."""
    token = person.name.split()[-1]
    found: set[str] = set()
    at = draft.text.find(token)
    while at >= 0:
        sentence = draft.sentence_at(at)
        if sentence is not None:
            found |= _host(draft, sentence.span.start, at, known)
            found |= {other.country for other in known if other.country and sentence.span.start <= other.start < sentence.span.end}
        at = draft.text.find(token, at + len(token))
    return found


def _near(draft: Draft, person: Person) -> set[str]:
    """The states that the person's sentence names without giving them to another office."""
    sentence = draft.sentence_at(person.start)
    if sentence is None:
        return set()
    taken = {block.state for block in office_blocks(draft) if block.state is not None}
    hits = draft.hits.within(sentence.span.start, sentence.span.end, "actor")
    return {hit.value for hit in hits if hit not in taken}


NEAR_BY = 1
"""What it weighs that the sentence names a state that no other office has."""

INVITED = 4
"""What it weighs besides where the person is the one who invited: whose guest one is, his state one visits."""


def _host(draft: Draft, start: int, end: int, known: list[Person]) -> set[str]:
    """The state of the one whom a pronoun of the sentence means: the last named before it."""
    if not draft.hits.within(start, end, "class", "pronoun"):
        return set()
    before = [other.country for other in known if other.country and other.start < start]
    return set(before[-1:])


MET = 2
"""What it weighs that a person is named beside another of that state: less than a name's shape, since ministers travel together."""


def _subset(first: frozenset[str], second: frozenset[str]) -> bool:
    return first <= second or second <= first


def _tokens(name: str) -> frozenset[str]:
    return frozenset(bare(name).replace("-", " ").split())


def _delegation(draft: Draft, person: Person) -> str | None:
    """The actor whose delegation the sentence speaks of before the person, if no other actor comes between."""
    sentence = draft.sentence_at(person.start)
    if sentence is None:
        return None
    actors = draft.hits.within(sentence.span.start, person.start, "actor")
    sides = draft.hits.within(sentence.span.start, person.start, "class", "side")
    if not actors or not sides:
        return None
    last = actors[-1]
    return last.value if any(0 <= last.start - side.end <= NEAR or 0 <= side.start - last.end <= NEAR for side in sides) else None


def _once(found: list[Person]) -> tuple[Person, ...]:
    """Each person once: names of which one holds the other's tokens, of one state; the first full form, the fullest offices."""
    kept: list[Person] = []
    for person in found:
        index = next((i for i, other in enumerate(kept) if _same(other, person)), None)
        if index is None:
            kept.append(person)
            continue
        kept[index] = _merged(kept[index], person)
    return tuple(kept)


def _same(first: Person, second: Person) -> bool:
    agree = first.country == second.country or first.country is None or second.country is None
    ours, theirs = _tokens(first.name), _tokens(second.name)
    shared = set(first.office.split("; ")) & set(second.office.split("; "))
    return agree and (ours == theirs or (_subset(ours, theirs) and bool(shared)))


def _merged(first: Person, second: Person) -> Person:
    fuller = second if len(_tokens(second.name)) > len(_tokens(first.name)) else first
    offices = set(first.office.split("; "))
    more = set(second.office.split("; ")) > offices
    sure = first if first.country is not None and not first.inferred else second if second.country is not None else first
    return replace(
        fuller,
        office=second.office if more else first.office,
        country=sure.country,
        state_span=sure.state_span,
        inferred=sure.inferred,
    )
