"""Affiliations: of which state a person's office is, where the text does not say so beside it.

These tell it, in this order: an actor that alone holds the office, the same name with a state elsewhere, the delegation the sentence
speaks of; else these are weighed together: the shape of the name, how often a state is named, the home of the press, whom one meets, and
who else holds the office.
"""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from foedera.extraction import names, runs
from foedera.extraction.attributions import ALONG, NEAR, attributed, renowned_in, sentence_of
from foedera.extraction.blocks import blocks
from foedera.extraction.drafts import Draft
from foedera.extraction.name_shapes import families_of, looks_like, opened_by, plainly
from foedera.extraction.persons import Person, subset, tokens
from foedera.model.fact import Inference


def affiliated(draft: Draft, found: list[Person]) -> list[Person]:
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
    counts = sorted(set(rated.values()), reverse=True)
    likely = [code for code, _ in sorted(rated.items(), key=lambda item: (-item[1], item[0]))][:CANDIDATES]
    weights = {code: max(0, 2 - counts.index(rated[code])) for code in likely}
    if not draft.pack.spaced:
        rated.update(dict.fromkeys(draft.pack.home, 0))
        weights |= {code: weights.get(code, 0) for code in draft.pack.home}
    homes = [code for code in draft.pack.home if code in rated]
    if homes and (len(draft.pack.home) < MANY_HOMES or homes[0] in likely[:2]):
        weights[homes[0]] = weights.get(homes[0], 0) + (HOME if len(draft.pack.home) < MANY_HOMES else 0)
    return weights


CANDIDATES = 4
"""Actors of an article, by how often they are named, to which an office may belong."""

MANY_HOMES = 4
"""A language at home in this many states has no press for which one state goes without saying."""


def _told(draft: Draft, person: Person, known: list[Person], candidates: dict[str, int]) -> Person:
    """The state that most speaks for: by name, list or delegation, else by the shape of the name, rivals and home together."""
    told = next(((code, reason) for reason, code in attributed(draft, person, known) if code is not None), None)
    return _with(person, *told) if told is not None else _weighed(draft, person, known, candidates)


def _weighed(draft: Draft, person: Person, known: list[Person], candidates: dict[str, int]) -> Person:
    """The state for which most speaks, all signs weighed together; none where two are equal or all speak against."""
    candidates = dict.fromkeys(sorted(opened_by(draft, person)), 0) | candidates | _unnamed(draft, person, candidates)
    met = _met(draft, person, known)
    visited = _counterpart_of(draft, person, known)
    near = _near(draft, person, known)
    invited = any(
        person.start - hit.end <= NEAR + 1 for hit in draft.hits.within(max(0, person.start - 40), person.start, "class", "invitation")
    )
    # Who has served a state and an organisation is in a state's office, unless the text says otherwise.
    renowned = renowned_in(draft, person.name)
    renowned = renowned & draft.register.states or renowned
    home = _at_home(draft, person) if draft.pack.postposed else None
    if len(renowned) == 1 and (draft.pack.spaced or draft.register.famous.get(tokens(person.name)) in renowned):
        candidates = dict.fromkeys(renowned, 0) | candidates
    here = {hit.value for hit in draft.hits.of("actor")}
    families = (code for code in families_of(draft, person.name) if code in here or plainly(draft, person.name, code))
    candidates = candidates | {code: candidates.get(code, 0) for code in (*families, *sorted(here & renowned))}
    scores: dict[str, int] = {}
    for code, weight in candidates.items():
        fits = looks_like(draft, person, code)
        if fits is False and runs.is_dense(person.name):
            continue
        score = weight + (0 if fits is None else SHAPE if fits else -SHAPE)
        score -= RIVAL * (renowned != {code} and any(other.country == code and _rivals(other, person) for other in known))
        score -= RIVAL * any(code in draft.register.absent.get(title, ()) for title in person.office.split("; "))
        score += RENOWN * (code in renowned) - SHAPE * (code == visited)
        score += (
            PLACED * (code == home)
            + NEAR_BY * (code in near)
            + INVITED * (code in near and (invited or (near == {code} and not draft.pack.spaced)))
        )
        score -= (draft.pack.spaced and any(other.country == code for other in known)) + MET * (code in met)
        scores[code] = score
    if not scores:
        return person
    best = max(scores.values())
    chosen = sorted(code for code, score in scores.items() if score == best)
    return _with(person, chosen[0], "name_and_context") if best >= 0 and len(chosen) == 1 else person


def _unnamed(draft: Draft, person: Person, candidates: dict[str, int]) -> dict[str, int]:
    """The home of the press where the text never names it, as it goes without saying, if the name is surely one of its people's."""
    home = draft.pack.home
    if len(home) != 1 or home[0] in candidates or opened_by(draft, person):
        return {}
    shape = draft.register.shapes.get(home[0])
    return {home[0]: HOME} if shape is not None and names.surely(person.name, shape) else {}


HOME = 2
"""What it weighs that a state is the only home of the press."""

SHAPE = 4
"""What the shape of a name weighs: more than how often a state is named, less than that another holds the office there."""

RENOWN = 6
"""What it weighs that a well-known holder of an office of the state bears the name."""

RIVAL = 6
"""What it weighs that the state has no such office, or another holder of it: one office has one holder at a date."""


def _rivals(other: Person, person: Person) -> bool:
    shared = set(other.office.split("; ")) & set(person.office.split("; "))
    return bool(shared) and not subset(tokens(other.name), tokens(person.name))


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


def _counterpart_of(draft: Draft, person: Person, known: list[Person]) -> str | None:
    """The state of who opens the sentence, if "with" and the like stand right before the person: one meets those of another state."""
    joins = draft.hits.within(max(0, person.start - ALONG), person.start, "class", "with")
    ands = {hit.start for hit in draft.hits.within(max(0, person.start - ALONG), person.start, "class", "and")}
    if not any(person.start - hit.end <= NEAR and hit.start not in ands for hit in joins):
        return None
    start = sentence_of(draft, person).start
    end = min(person.start, start + ALONG)
    named = next((other for other in known if start <= other.start < end), None)
    block = next((block for block in blocks(draft) if start <= block.start < end), None)
    if block is None or (named is not None and named.start <= block.start):
        return named.country if named is not None else None
    return block.state.value if block.state is not None else draft.register.holders.get(block.office)


def _near(draft: Draft, person: Person, known: list[Person]) -> set[str]:
    """The states that the person's sentence names without giving them to another office."""
    span = sentence_of(draft, person)
    near = (block for block in blocks(draft) if span.start <= block.start < span.end)
    taken = {(block.state.start, block.state.end) for block in near if block.state is not None} | {other.state_span for other in known}
    hits = draft.hits.within(span.start, person.start if draft.pack.postposed else span.end, "actor")
    return {hit.value for hit in hits if (hit.start, hit.end) not in taken}


NEAR_BY = 1
"""What it weighs that the sentence names a state that no other office has."""

INVITED = 4
"""What it weighs besides where the person is the one who invited: whose guest one is, his state one visits."""


PLACED = 3
"""What it weighs that a town of the state stands right before the person ("in Rome | Prime Minister NAME with")."""


def _at_home(draft: Draft, person: Person) -> str | None:
    """The state of the town that a word of place puts right before a person."""
    words = [hit for hit in draft.hits.within(person.start - PLACED, person.start, "class", "at") if hit.end == person.start]
    towns = [town for word in words for town in draft.hits.within(word.start - ALONG, word.start, "place") if town.end == word.start]
    return draft.register.state_of_place.get(towns[0].value) if towns else None


def _host(draft: Draft, start: int, end: int, known: list[Person]) -> set[str]:
    """The state of the one whom a pronoun of the sentence means: the last named before it."""
    if not draft.hits.within(start, end, "class", "pronoun"):
        return set()
    before = [other.country for other in known if other.country and other.start < start]
    return set(before[-1:])


MET = 2
"""What it weighs that a person is named beside another of that state: less than a name's shape, since ministers travel together."""
