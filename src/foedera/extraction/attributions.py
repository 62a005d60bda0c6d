"""Attributions: the state that a person's name, place in a list, heading or delegation tells for sure."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.extraction import renown
from foedera.extraction.drafts import Draft
from foedera.extraction.joins import SMALL, joined
from foedera.extraction.name_shapes import looks_like
from foedera.extraction.persons import Person, subset, tokens
from foedera.model.document import Span

KNOWN_PERSON = "known_person"
"""Why the state of a well-known person is believed."""


NEAR = 2
"""Characters between a word and the state it belongs to: a space, or a space and a bracket."""


def attributed(draft: Draft, person: Person, known: list[Person]) -> Iterator[tuple[str, str | None]]:
    """Reasons to believe a state, each with the one it speaks for, the best first."""
    own = tokens(person.name)
    yield "same_name", next((other.country for other in known if other.country and subset(tokens(other.name), own)), None)
    renowned = renowned_in(draft, person.name) if renown.in_full(person.name) else frozenset()
    yield KNOWN_PERSON, min(renowned) if len(renowned) == 1 else None
    yield "the_sender", _sender(draft, person)
    yield "the_person_before", _beside(draft, person, known)
    yield "the_heading", _headed(draft, person)
    yield "delegation", _delegation(draft, person, known)


def renowned_in(draft: Draft, name: str) -> frozenset[str]:
    """The states of the well-known people of that name, and the organisations that the text names: who serves one served a state before."""
    found = renown.states_of(draft.register, name)
    named = {hit.value for hit in draft.hits.of("actor")} if found - draft.register.states else frozenset[str]()
    return found & (draft.register.states | named)


def _sender(draft: Draft, person: Person) -> str | None:
    """The actor before the name of an envoy who is appointed or sent in this sentence ("Peru named NAME as ambassador")."""
    appointed = draft.hits.within(person.name_end, person.end, "class", "appointed")
    if not appointed or not draft.register.accredited.intersection(person.office.split("; ")):
        return None
    actors = draft.hits.within(sentence_of(draft, person).start, person.start, "actor")
    return actors[-1].value if actors else None


def _beside(draft: Draft, person: Person, known: list[Person]) -> str | None:
    """The state of the person right before in a list, or whose spouse it is.

    Two heads, or two holders of one office, side by side are of two states.
    """
    before = [other for other in known if other.end <= person.start and other.country]
    if not before or before[-1].start < sentence_of(draft, person).start:
        return None
    appointed = draft.hits.within(person.name_end, person.end, "class", "appointed")
    if person.office == SPOUSE or appointed or _accompanies(draft, person):
        return before[-1].country
    titles = set(person.office.split("; "))
    head = titles & draft.register.heads or titles & set(before[-1].office.split("; "))
    country = before[-1].country
    foreign = looks_like(draft, person, country or "") is False
    return country if not head and not foreign and joined(draft, before[-1].end, person.start, SMALL) else None


SPOUSE = "spouse"


def _accompanies(draft: Draft, person: Person) -> bool:
    """Whether a word right before the person says that he travels with the one before."""
    words = draft.hits.within(max(0, person.start - ALONG), person.start, "class", "accompanied")
    return any(person.start - hit.end <= NEAR for hit in words)


ALONG = 30
"""Characters before a person in which a word for company begins."""


def _headed(draft: Draft, person: Person) -> str | None:
    """The state of a person in a list of travels or guests: the visitor's in the heading, else the other one's.

    Whoever is accompanied, and whoever holds an office that the other state does not have, is of the state of the one left out.
    """
    heading = draft.heading
    if heading is None:
        return None
    if person.start < heading.span.end:
        return heading.state
    along = _accompanies(draft, person)
    titles = person.office.split("; ")
    missing = [any(code in draft.register.absent.get(title, ()) for title in titles) for code in (heading.other, heading.subject)]
    if all(missing):
        return None
    return heading.subject if along or missing[0] else heading.other


def sentence_of(draft: Draft, person: Person) -> Span:
    """The sentence that names the person."""
    sentence = draft.sentence_at(person.start)
    return sentence.span if sentence is not None else Span(start=person.start, end=person.end)


def _delegation(draft: Draft, person: Person, known: list[Person]) -> str | None:
    """The actor whose delegation the sentence speaks of before the person, if no other actor comes between, and it is no holder's."""
    span = sentence_of(draft, person)
    actors = draft.hits.within(span.start, person.start, "actor")
    sides = draft.hits.within(span.start, person.start, "class", "side")
    if not actors or not sides:
        return None
    last = actors[-1]
    if any(other.state_span == (last.start, last.end) for other in known):
        return None
    if draft.pack.postposed:
        speaking = {hit.start for name in MARKS for hit in draft.hits.within(last.end, person.start, "class", name)}
        return last.value if any(side.start == last.end and side.end in speaking for side in sides) else None
    return last.value if any(0 <= last.start - side.end <= NEAR or 0 <= side.start - last.end <= NEAR for side in sides) else None


MARKS = ("topic_mark", "agent_mark", "person_mark")
"""Classes of words behind a delegation that speaks."""
