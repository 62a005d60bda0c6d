"""Nicknames: a second name by which the article goes on, which brackets give a person behind the first, or all the world knows.

"Joko Widodo (Jokowi)": who is named in full and then by his nickname is one person.
"""

from __future__ import annotations

from foedera.extraction.drafts import Draft
from foedera.extraction.persons import Person, tokens
from foedera.plumbing import patterns

LONGEST = 24
"""Characters behind a name in which a nickname in brackets closes."""
_BRACKETED = patterns.compile(r" \((?P<name>\p{Lu}[\pL'’-]{1,11})\)")
_OTHERS = ("actor", "place", "office", "date")


def nicknames(draft: Draft, people: list[Person]) -> dict[str, Person]:
    """The person whom each nickname of the article means: it is no state, place or office, and the article says it again."""
    found: dict[str, Person] = _well_known(draft, people)
    for person in people:
        behind = draft.text[person.name_end : person.name_end + LONGEST]
        match = _BRACKETED.match(behind)
        if match is None:
            continue
        name, end = match.groups["name"], person.name_end + match.end
        other = any(draft.hits.within(person.name_end, end, kind) for kind in _OTHERS)
        if not other and name not in person.name.split() and name in draft.text[end:]:
            found.setdefault(name, person)
    return found


def _well_known(draft: Draft, people: list[Person]) -> dict[str, Person]:
    """The well-known nicknames in the text of those whom it names otherwise as well."""
    found: dict[str, Person] = {}
    for nickname, (state, whole) in draft.register.nicknames.items():
        if nickname not in draft.text:
            continue
        bearers = (person for person in people if person.country in {state, None} and tokens(person.name) & whole)
        bearer = next((person for person in bearers if person.name != nickname), None)
        if bearer is not None:
            found[nickname] = bearer
    return found


def without(found: list[Person], known: dict[str, Person]) -> list[Person]:
    """The people but those who are only named again by a nickname."""
    return [person for person in found if person.name not in known]
