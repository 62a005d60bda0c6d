"""Bodies: organisations and groups of states: whom a region's name stands for, who hosts, and which group was told of last.

A region ("the five Central Asian states") is no organisation: its members take part, each for itself. An organisation stands for its
members, and where its gathering only tells the occasion ("on the sidelines of the summit") it is no party of what two states do there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.joins import SMALL, joined
from foedera.extraction.registers import Register
from foedera.model.document import Span

MANY = 3
"""Members of the smallest group."""

DASHES = "-–—+＋・/"
"""Signs that join a region to its partner ("the China-Central Asia summit")."""

BESIDE = 12
"""Characters between an organisation and the word for its gathering: an ordinal, an article."""

LIST = 60
"""Characters between the members of a list of people: an office and its state."""


class Group(Struct, frozen=True, kw_only=True):
    """Three or more who were told together, and where their list ends."""

    end: int
    codes: tuple[str, ...]


def acts(draft: Draft, hit: Hit) -> bool:
    """Whether an actor hit stands for somebody who acts: a region's bare name only tells where, unless a dash joins it to a partner."""
    if hit.value not in draft.register.groups or hit.role == "government":
        return True
    text = draft.text
    return text[hit.end : hit.end + 1] in set(DASHES) or text[max(0, hit.start - 1) : hit.start] in set(DASHES)


def opened(codes: Iterable[str], register: Register) -> tuple[str, ...]:
    """Codes, sorted, with the members of each region instead of it."""
    return tuple(sorted({member for code in codes for member in register.groups.get(code, (code,))}))


def by_members(codes: tuple[str, ...], register: Register) -> tuple[str, ...]:
    """Without an organisation all of whose members are named beside it: they act, and it is what they made."""
    return tuple(code for code in codes if not register.members.get(code) or not register.members[code] <= {*codes})


def hosted(codes: tuple[str, ...], register: Register) -> tuple[str, ...]:
    """An organisation alone where all the others are members of it: they meet as the organisation."""
    for code in codes:
        members = register.members.get(code, frozenset())
        if members and all(other == code or other in members for other in codes):
            return (code,)
    return codes


def occasion(draft: Draft, within: Span, register: Register) -> bool:
    """Whether an organisation is only named with the word for its gathering ("at the ASEAN summit")."""
    actors = draft.hits.within(within.start, within.end, "actor")
    if not any(hit.value not in register.states and hit.value not in register.groups for hit in actors):
        return False
    beside = draft.hits.within(max(0, within.start - 2 * BESIDE), within.end + 2 * BESIDE, "class", "gathering")
    if any(within.start < word.start and word.end == within.end for word in beside):
        return True
    return any(-1 <= word.start - within.end <= BESIDE or -1 <= within.start - word.end <= BESIDE for word in beside)


def groups(draft: Draft, told: Sequence[tuple[int, int, tuple[str, ...]]]) -> tuple[Group, ...]:
    """The lists of three or more among parties in order (start, end, codes), and the regions, each with its end."""
    found: list[Group] = []
    run: list[tuple[int, int, tuple[str, ...]]] = []
    for before, party in pairwise([(0, 0, ()), *told]):
        near = bool(run) and party[0] - before[1] <= LIST and joined(draft, before[1], party[0], SMALL)
        run = [*run, party] if near else [party]
        codes = {code for _, _, codes in run for code in codes}
        if len(codes) >= MANY:
            if near and found and found[-1].end == before[1]:
                found.pop()
            found.append(Group(end=party[1], codes=tuple(sorted(codes))))
    return tuple(found)
