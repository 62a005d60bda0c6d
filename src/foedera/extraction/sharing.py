"""Sharing: people who share one office in the plural, or one state, with those named beside them in a list."""

from __future__ import annotations

from msgspec.structs import replace

from foedera.extraction import names
from foedera.extraction.blocks import Block
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined
from foedera.extraction.names import Limits
from foedera.extraction.persons import Person

NEAR = 2
"""Characters between a name and the word that links it to its state."""

PAIR = 2


def of_state(draft: Draft, person: Person) -> Person:
    """With the state that stands behind the name, where none stands at the office ("Minister NAME of Sweden").

    Where he goes or stays is not whose he is ("the trip of Minister NAME to Sweden"), unless his office is one that is sent.
    """
    if person.country is not None:
        return person
    hits = draft.hits
    sent = any(office in draft.register.accredited for office in person.office.split("; "))
    going = {word.start for name in ("posted", "at") for word in hits.within(person.name_end, person.name_end + 12, "class", name)}
    for link in hits.within(person.name_end, person.name_end + 12, "class", "office_link"):
        if link.start in going and not sent:
            continue
        actor = next((hit for hit in hits.within(link.end, link.end + 40, "actor") if hit.start - link.end <= NEAR), None)
        if link.start - person.name_end <= 1 and actor is not None and actor.role != "adjective":
            return replace(person, country=actor.value, end=actor.end, state_span=(actor.start, actor.end))
    return person


def sharing(draft: Draft, found: list[Person], limits: Limits) -> list[Person]:
    """Also those who share the office of the one before them ("Poland's minister NAME, Germany's NAME and France's NAME")."""
    shared = list(found)
    for person in found:
        end = person.end
        while True:
            following = next((one for way in WAYS if (one := way(draft, person, end, limits)) is not None), None)
            if following is None:
                break
            shared.append(following)
            end = following.end
    return sorted(shared, key=lambda person: person.start)


def _sharer(draft: Draft, person: Person, end: int, limits: Limits) -> Person | None:
    """The name behind a state that a comma or "and" joins to a person: behind its genitive or, with an office in the plural, a comma."""
    actor = next((hit for hit in draft.hits.within(end, end + 40, "actor") if hit.start - end <= JOIN), None)
    if actor is None or not joined(draft, end, actor.start):
        return None
    owns = draft.text[actor.end : actor.end + 2] in {"'s", "’s"}
    listed = draft.text[actor.end : actor.end + 2] == ", " and _plural(draft, person)
    name = names.name_after(draft.text, actor.end + len("'s" if owns else ","), limits, comma=False) if owns or listed else None
    if name is None or " " not in draft.text[name[0] : name[1]] or _taken(draft, name, limits):
        return None
    return _named(draft, replace(person, country=actor.value, state_span=(actor.start, actor.end), start=actor.start), name)


def _fellow(draft: Draft, person: Person, end: int, limits: Limits) -> Person | None:
    """The name that a comma or "and" joins to the holder of an office in the plural ("Presidents NAME and NAME")."""
    hits = draft.hits.within(person.start, person.name_start, "class", "plural_office")
    at = _behind_join(draft, end) if any(person.name_start - hit.end == 1 for hit in hits) else None
    name = names.name_after(draft.text, at, limits, comma=False) if at is not None else None
    if name is None or _taken(draft, name, limits):
        return None
    before = person.state_span is not None and person.state_span[1] <= person.name_start
    kept = person if before else replace(person, country=None, state_span=None)
    return of_state(draft, _named(draft, replace(kept, start=name[0]), name))


def _colleague(draft: Draft, person: Person, end: int, limits: Limits) -> Person | None:
    """The one of another portfolio ("the Ministers of Trade, NAME, and of Energy, NAME")."""
    at = _behind_join(draft, end) if _plural(draft, person) else None
    link = next((hit for hit in draft.hits.within(at or 0, (at or 0) + JOIN, "class", "office_link") if hit.start - (at or 0) <= 1), None)
    if at is None or link is None:
        return None
    field = next((hit for hit in draft.hits.within(link.end, link.end + LONGEST, "portfolio") if hit.start - link.end == 1), None)
    name = names.name_after(draft.text, field.end, limits) if field is not None else None
    if field is None or name is None or _taken(draft, name, limits):
        return None
    return _named(draft, replace(person, office=f"{field.value} minister", start=field.start), name)


def _peer(draft: Draft, person: Person, end: int, limits: Limits) -> Person | None:
    """The one who holds the same office of another state ("President NAME and her counterpart, Kenya's NAME")."""
    for word in draft.hits.within(end, end + LONGEST, "class", "counterpart"):
        actor = next((hit for hit in draft.hits.within(word.end, word.end + LONGEST, "actor") if hit.start == word.end + NEAR), None)
        if actor is None or draft.text[word.end : actor.start] != ", " or draft.text[actor.end : actor.end + 2] not in {"'s", "’s"}:
            continue
        name = names.name_after(draft.text, actor.end + len("'s"), limits, comma=False)
        if name is not None and not _taken(draft, name, limits):
            return _named(draft, replace(person, country=actor.value, state_span=(actor.start, actor.end), start=actor.start), name)
    return None


WAYS = (_sharer, _fellow, _colleague, _peer)


def paired(draft: Draft, made: list[Block], limits: Limits) -> list[Person]:
    """Those of two lists side by side ("the ministers of Peru and Chile, NAME and NAME"), the states on either side of the office."""
    found: list[Person] = []
    for block in made:
        if block.state is None or not draft.hits.within(block.start, block.end, "class", "plural_office"):
            continue
        behind = block.state.end == block.end
        states = [block.state, *_more_states(draft, block.end)] if behind else [*_states_before(draft, block.state), block.state]
        listed = _names(draft, states[-1].end if behind else block.end, limits)
        if len(states) < PAIR or len(listed) != len(states):
            continue
        found += [_holder(draft, block, state, name) for state, name in zip(states, listed, strict=True)]
    return found


def _more_states(draft: Draft, end: int) -> list[Hit]:
    more: list[Hit] = []
    for actor in draft.hits.within(end, end + LONGEST, "actor"):
        if not joined(draft, more[-1].end if more else end, actor.start):
            break
        more.append(actor)
    return more


def _states_before(draft: Draft, state: Hit) -> list[Hit]:
    """The states joined to one before it, in order ("the Peruvian and | Chilean | ministers")."""
    before: list[Hit] = []
    for actor in reversed(draft.hits.within(max(0, state.start - LONGEST), state.start, "actor")):
        if not joined(draft, actor.end, before[-1].start if before else state.start):
            break
        before.append(actor)
    return before[::-1]


def _names(draft: Draft, end: int, limits: Limits) -> list[tuple[int, int]]:
    """The names of a list that a comma sets off."""
    found: list[tuple[int, int]] = []
    at: int | None = end + 1 if draft.text[end : end + 1] == "," else None
    while at is not None:
        name = names.name_after(draft.text, at, limits, comma=False)
        if name is None or _taken(draft, name, limits):
            break
        found.append(name)
        at = _behind_join(draft, name[1])
    return found


def _holder(draft: Draft, block: Block, state: Hit, name: tuple[int, int]) -> Person:
    return Person(
        name=draft.text[name[0] : name[1]],
        office=block.office,
        country=state.value,
        start=name[0],
        end=name[1],
        name_start=name[0],
        name_end=name[1],
        state_span=(state.start, state.end),
    )


def _named(draft: Draft, person: Person, name: tuple[int, int]) -> Person:
    """The same office and state with another name."""
    return replace(person, name=draft.text[name[0] : name[1]], end=name[1], name_start=name[0], name_end=name[1], inferred=())


def _plural(draft: Draft, person: Person) -> bool:
    return bool(draft.hits.within(person.start, person.name_start, "class", "plural_office"))


def _behind_join(draft: Draft, end: int) -> int | None:
    """Where what a comma or "and" joins begins."""
    hits = draft.hits.within(end, end + JOIN, "class", "and")
    joins = [hit.end for hit in hits if draft.text[end : hit.start].strip(" ,") == ""]
    return joins[0] if joins else end + 1 if draft.text[end : end + 1] == "," else None


def _taken(draft: Draft, name: tuple[int, int], limits: Limits) -> bool:
    """Whether it is no name after all but a word of the press, or holds an office."""
    return name[0] in limits.words or any(name[0] <= hit.start < name[1] for hit in draft.hits.within(*name, "office"))


JOIN = 8
"""Characters of a comma and "and" between two of a list."""

LONGEST = 60
"""Characters of a portfolio, or from one state of a list to the last."""
