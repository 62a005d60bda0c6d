"""Namings: where each of the people of an article is named again, in full or by one part of the name."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.extraction import nicknames, preceding, renown, renowned
from foedera.extraction.covers import covers
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.persons import Person
from foedera.plumbing import patterns


def person_hits(draft: Draft, people: tuple[Person, ...]) -> list[Hit]:
    """Every place where one of the people is named, in full or by one token of the name; the value is the person's state."""
    if not draft.pack.spaced:
        return _uncovered(preceding.again(draft, people))
    tokens: dict[str, str | None] = {}
    blocked = frozenset(hit.start for kind in ("actor", "place") for hit in draft.hits.of(kind) if not hit.weak)
    blocked |= {at for hit in draft.hits.of("mask") for at in range(hit.start + 1, hit.end)}
    for person in people:
        for token in {person.name, *person.name.split()}:
            known = tokens.get(token, person.country or "")
            tokens[token] = known if known == (person.country or "") else None
    tokens |= {name: person.country or "" for name, person in nicknames.nicknames(draft, list(people)).items()}
    for name, state in renowned.renowned(draft, covers((person.start, person.end) for person in people)).items():
        for token in (name, *name.split()):
            tokens.setdefault(token, state)
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
    return _shared(draft, [hit for hit in _uncovered(found.values()) for hit in _of_another(draft, hit, people)])


def _shared(draft: Draft, found: list[Hit]) -> list[Hit]:
    """The hits in order; a family name alone is of whoever was last named in full by it."""
    last: dict[str, str] = {}
    made: list[Hit] = []
    for hit in found:
        name = draft.text[hit.start : hit.end]
        words = name.split()
        if len(words) > 1:
            last |= dict.fromkeys((words[0], words[-1]), hit.value)
        made.append(hit if len(words) > 1 else hit._replace(value=last.get(name, hit.value)))
    return made


def _of_another(draft: Draft, hit: Hit, people: tuple[Person, ...]) -> list[Hit]:
    """The hit, unless it is the first word of a longer name of somebody else; then that name, if the world knows whose it is."""
    word = draft.text[hit.start : hit.end]
    if " " in word or draft.text[hit.end : hit.end + 1] != " " or not draft.text[hit.end + 1 : hit.end + 2].isupper():
        return [hit]
    meant = [words for person in people if word in (words := person.name.split())]
    rest = _RUN.match(draft.text[hit.end : hit.end + LONGEST_REST])
    sentence = draft.sentence_at(hit.start)
    if rest is None or sentence is None or sentence.kind == "title" or not any(len(name) > 1 and name[0] == word for name in meant):
        return [hit]
    if any(rest.groups["next"] in name or len(name) == 1 for name in meant):
        return [hit]
    end = hit.end + rest.end
    if draft.hits.within(hit.end, end, "actor") or draft.hits.within(hit.end, end, "office"):
        return [hit]
    states = renown.states_of(draft.register, draft.text[hit.start : end])
    return [hit._replace(end=end, value=min(states))] if len(states) == 1 else []


_RUN = patterns.compile(r" (?P<next>\p{Lu}[\pL'’-]+)(?: \p{Lu}[\pL'’-]+)?")


LONGEST_REST = 40
"""Characters of what follows the first word of a name."""


def _uncovered(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
