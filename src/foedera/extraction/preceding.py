"""Preceding: people in scripts without spaces, whose names stand right before the office, or behind it with a courtesy word at their end.

A name is a run of katakana, or of ideographs that no other word ends in. Brackets with its reading may stand behind it; the state
stands before the name, linked by one word, or before the office.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction import runs
from foedera.extraction.blocks import Block, by_form
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.persons import Person
from foedera.model.document import Span
from foedera.model.pack import Pack
from foedera.plumbing.once import once

MOST = 6
"""Ideographs of the longest name."""
READING = 40
"""Characters of the reading that stands in brackets behind a name."""
INNER = "\u30fb=-"
"""Signs between the parts of a foreign name."""
FOREIGN = runs.Letters(frozenset({runs.KATAKANA, runs.LATIN}), INNER)
HIRAGANA = runs.Letters(frozenset({runs.HIRAGANA}))
COMMAS = frozenset("\u3001,")
GIVEN = 4
"""Signs of a given name in hiragana."""


class Edges(Struct, frozen=True, kw_only=True):
    """Where other words end, so that no name reaches over them, and what family names there are."""

    ends: frozenset[int]
    actor_ends: dict[int, Hit]
    links: dict[int, int]
    honorifics: dict[int, int]
    surnames: dict[str, frozenset[str]]
    known: dict[int, int]
    numbered: dict[int, int]
    """The number of a monarch behind the name ("the Sixth"), from its end to its start."""
    ministries: dict[int, int]
    """Words for a foreign ministry, from their end to their start."""
    joined: frozenset[int]
    """Where a word begins that joins whom one meets ("with"): who stands before it behind a comma is another."""
    boths: dict[int, int]
    """Words between two names and the office they share, by where they begin."""


def edges_of(draft: Draft) -> Edges:
    """The edges of names in this draft."""
    hits = draft.hits
    ends = {hit.end for kind in ("actor", "date", "office", "office_mark") for hit in hits.of(kind)}
    ends |= {hit.end for name in ("no_name", "honorific") for hit in hits.of("class", name)}
    return Edges(
        ends=frozenset(ends),
        actor_ends={hit.end: hit for hit in hits.of("actor")},
        links={hit.end: hit.start for hit in hits.of("class", "office_link")},
        honorifics={hit.start: hit.end for hit in reversed(hits.of("class", "honorific"))},
        surnames=_by_name(draft.pack),
        ministries={hit.end: hit.start for hit in hits.of("class", "foreign_ministry")},
        joined=frozenset(hit.start for hit in hits.of("class", "with")),
        boths={hit.start: hit.end for hit in hits.of("class", "both")},
        known={hit.end: hit.start for hit in hits.of("class", "known_name")},
        numbered={hit.end: hit.start for hit in hits.of("class", "regnal")},
    )


@once
def _by_name(pack: Pack) -> dict[str, frozenset[str]]:
    """Family name → the states it is a name of."""
    found: dict[str, set[str]] = {}
    for state, names in pack.names.surnames.items():
        for name in names:
            found.setdefault(name, set()).add(state)
    return {name: frozenset(states) for name, states in found.items()}


def named(draft: Draft, made: list[Block]) -> list[Person]:
    """The blocks that have a name, with several offices of one person joined."""
    edges = edges_of(draft)
    found: list[Person] = []
    last: Block | None = None
    for block in made:
        within = _sentence(draft, block.start)
        if last is not None and found and found[-1].end >= last.end and _joins(draft, last, block):
            found[-1] = _joined(found[-1], block)
            last = block
            continue
        floor = max(within.start, last.end if last is not None and last.end <= block.start else 0)
        name = name_before(draft.text, block, floor, edges) or _name_behind(draft.text, block, within.end, edges)
        last = block
        if name is not None:
            person = _person(draft, block, name, edges)
            found += [*_sharing(draft, block, person, edges), person]
    return found


def _sentence(draft: Draft, at: int) -> Span:
    """The sentence that holds a position, else the whole text."""
    sentence = draft.sentence_at(at)
    return sentence.span if sentence is not None else Span(start=0, end=len(draft.text))


def _sharing(draft: Draft, block: Block, person: Person, edges: Edges) -> list[Person]:
    """Who else holds the office that "both" stands before ("A, B of C, both prime ministers"): the name before the first."""
    if person.name_end == block.start or person.name_end not in edges.boths:
        return []
    ands = [hit.start for hit in draft.hits.within(max(0, person.start - GIVEN), person.start, "class", "and") if hit.end == person.start]
    if not ands:
        return []
    name = name_before(draft.text, replace(block, start=min(ands), state=None), _sentence(draft, person.start).start, edges)
    return [_person(draft, replace(block, start=min(ands), end=min(ands), state=None), name, edges)] if name is not None else []


def _joins(draft: Draft, first: Block, second: Block) -> bool:
    """Whether one word joins a second office to the first ("director and concurrently minister")."""
    also = draft.hits.within(first.end, second.start, "class", "also")
    return any(hit.start == first.end and hit.end == second.start for hit in also)


def _joined(person: Person, block: Block) -> Person:
    titles = dict.fromkeys([*person.office.split("; "), block.office])
    country = person.country or (block.state.value if block.state is not None else None)
    return replace(person, office="; ".join(titles), country=country, end=max(person.end, block.end))


def name_before(text: str, block: Block, floor: int, edges: Edges) -> tuple[int, int] | None:
    """The name that ends right before a block, its reading in brackets left out."""
    end = next((start for start, behind in edges.boths.items() if behind == block.start), block.start)
    if text[end - 1 : end] == "\u30fb":
        end -= 1
    if text[end - 1 : end] == ")":
        opened = text.rfind("(", max(floor, end - READING), end)
        end = opened if opened > floor else end
    if end <= floor:
        return None
    known = next((start for at, start in edges.known.items() if end <= at <= block.end and start >= floor and start < end), None)
    if known is not None:
        return known, next(at for at, start in edges.known.items() if start == known)
    if end in edges.numbered:
        bare = _foreign(text, edges.numbered[end], floor, edges)
        return (bare[0], end) if bare is not None else None
    sort = runs.kind(text[end - 1])
    if sort in FOREIGN.kinds:
        return _foreign(text, end, floor, edges)
    return _native(text, end, floor, edges) if sort in {runs.IDEOGRAPH, runs.HIRAGANA} else None


def _foreign(text: str, end: int, floor: int, edges: Edges) -> tuple[int, int] | None:
    """A name in katakana, without the state that may open the run."""
    start = runs.back(text, end, floor, FOREIGN)
    for at in sorted(edges.actor_ends):
        if start < at < end and edges.actor_ends[at].start <= start and not edges.actor_ends[at].weak:
            start = at + (text[at] in INNER)
    if end in edges.ends or end - start < len("xx") or not any(runs.kind(sign) == runs.KATAKANA for sign in text[start:end]):
        return None
    return start, end


def _native(text: str, end: int, floor: int, edges: Edges) -> tuple[int, int] | None:
    """A name in ideographs, its given name perhaps in hiragana."""
    kana = runs.back(text, end, max(floor, end - GIVEN), HIRAGANA)
    start = kana
    while start > floor and not _stops(text, start, edges) and runs.kind(text[start - 1]) == runs.IDEOGRAPH and kana - start < MOST:
        start -= 1
    if kana == end and floor < start < end and runs.kind(text[start - 1]) == runs.KATAKANA and start not in edges.ends:
        return _foreign(text, start, floor, edges)
    run = text[start:kana]
    if kana < end:
        family = next((run[at:] for at in range(len(run)) if run[at:] in edges.surnames), None)
        return (kana - len(family), end) if family else None
    if not run:
        return None
    shift = _family(run, edges)
    if len(run) == 1 and run not in edges.surnames:
        return None
    return (start + shift, end) if 0 < len(run) - shift < MOST else None


def _stops(text: str, at: int, edges: Edges) -> bool:
    """Whether another word ends there, and is not just a part of a family name."""
    names = (text[at - before : at - before + size] for size in (3, 2) for before in range(1, size + 1) if at >= before)
    return at in edges.ends and not any(name in edges.surnames for name in names)


LIKELY = 4
"""Ideographs that most names have at most; in a longer run the family name shows where the name begins."""


def _family(run: str, edges: Edges) -> int:
    """How many signs before the family name belong to another word."""
    if len(run) <= LIKELY:
        return 0
    for at in range(len(run) - 1):
        if any(run[at : at + size] in edges.surnames for size in (3, 2)):
            return at
    return 0 if len(run) < MOST else len(run)


def _name_behind(text: str, block: Block, limit: int, edges: Edges) -> tuple[int, int] | None:
    """The name that a link joins behind the office, if a courtesy word ends it ("the president, NAME"); one in katakana needs no link."""
    start = next((at for at, begin in edges.links.items() if begin == block.end), block.end)
    if start == block.end and runs.kind(text[start : start + 1] or " ") != runs.KATAKANA:
        return None
    end = runs.forth(text, start, min(limit, start + READING), FOREIGN)
    end = next((after for after, begin in edges.numbered.items() if begin == end), end)
    if end == start:
        end = next((at for at in range(start + 1, min(limit, start + MOST + 1)) if at in edges.honorifics), start)
    closing = text.find(")", end, end + READING) + 1 if text[end : end + 1] == "(" else end
    behind = edges.honorifics.get(closing or end)
    met = start > block.end and text[block.end] in COMMAS and behind in edges.joined
    return (start, end) if end > start and behind is not None and not met else None


def _person(draft: Draft, block: Block, name: tuple[int, int], edges: Edges) -> Person:
    start, end = name
    sole = block.state is not None and block.state.end == block.end
    state = (_state_before(draft, start, edges) or block.state) if sole else (block.state or _state_before(draft, start, edges))
    known = next((code for code, names in draft.pack.names.known.items() if draft.text[start:end] in names), None)
    ministry = edges.ministries.get(edges.links.get(start, start), start)
    title = draft.text[ministry : edges.links.get(start, start)] + draft.text[name[1] : block.end]
    office = by_form(draft.pack).get(title, block.office) if ministry < start else block.office  # "ministry's | NAME | spokesperson"
    state = (edges.actor_ends.get(ministry) or state) if office != block.office else state
    return Person(
        name=draft.text[start:end],
        office=office,
        country=state.value if state is not None else known,
        start=min(start, block.start, state.start if state is not None and state.end <= start else start),
        end=max(end, block.end),
        name_start=start,
        name_end=end,
        state_span=(state.start, state.end) if state is not None else None,
    )


def _state_before(draft: Draft, start: int, edges: Edges) -> Hit | None:
    """The state right before a name, or one linking word before it."""
    for at in (start, edges.links.get(start, start), start - 1):
        hit = edges.actor_ends.get(at)
        apart = draft.text[at:start] in {"\u3001", ","} or (at == start - 1 and runs.kind(draft.text[at]) == runs.HIRAGANA)
        if hit is not None and (not apart or at == edges.links.get(start)):
            return hit
    return None


def again(draft: Draft, people: tuple[Person, ...]) -> list[Hit]:
    """Every place where one of the people is named, in full, or by a part that an office or a courtesy word follows."""
    edges = edges_of(draft)
    following = {hit.start for kind in ("office", "office_mark", "actor") for hit in draft.hits.of(kind)} | set(edges.honorifics)
    found: dict[int, Hit] = {}
    for person in sorted(people, key=lambda person: len(person.name)):
        for part in _parts(person, edges):
            for at in _places(draft.text, part):
                end = at + len(part)
                if part == person.name or end in following or draft.text[end : end + 1] in {"\u3001", "\u30fb"}:
                    found[at] = _longer(found.get(at), Hit(at, end, "person", person.country or ""))
    return [hit for hit in found.values() if hit.value or hit.role]


def _longer(known: Hit | None, hit: Hit) -> Hit:
    return hit if known is None or hit.end >= known.end else known


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        if not runs.cuts(text, at, at + len(part)):
            yield at
        at = text.find(part, at + len(part))


def _parts(person: Person, edges: Edges) -> list[str]:
    """The full name, and what stands for it later: parts between dots, or the family name."""
    name = person.name
    if runs.kind(name[0]) == runs.IDEOGRAPH:
        family = next((name[:size] for size in (3, 2, 1) if name[:size] in edges.surnames and size < len(name)), None)
        return [name, family or name[:2]] if len(name) > len("xx") or family else [name]
    pieces = [piece for sign in INNER for piece in name.split(sign) if len(piece) > 1]
    return list(dict.fromkeys([name, *pieces]))
