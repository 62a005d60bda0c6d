"""Affiliations: of which state a person's office is, where the text does not say so beside it.

These tell it, in this order: an actor that alone holds the office, the same name with a state elsewhere, the delegation the sentence
speaks of; else these are weighed together: the shape of the name, how often a state is named, the home of the press, whom one meets, and
who else holds the office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from foedera.extraction import names, renown, runs
from foedera.extraction.blocks import blocks
from foedera.extraction.drafts import Draft
from foedera.extraction.joins import SMALL, joined
from foedera.extraction.persons import Person, subset, tokens
from foedera.model.document import Span
from foedera.model.fact import Inference

KNOWN_PERSON = "known_person"
"""Why the state of a well-known person is believed."""

NEAR = 2
"""Characters between a word and the state it belongs to: a space, or a space and a bracket."""


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
    sure = next(((code, reason) for reason, code in _sure(draft, person, known) if code is not None), None)
    return _with(person, *sure) if sure is not None else _weighed(draft, person, known, candidates)


def _sure(draft: Draft, person: Person, known: list[Person]) -> Iterator[tuple[str, str | None]]:
    """Reasons to believe a state, each with the one it speaks for, the best first."""
    own = tokens(person.name)
    yield "same_name", next((other.country for other in known if other.country and subset(tokens(other.name), own)), None)
    renowned = renown.states_of(draft.register, person.name) if renown.in_full(person.name) else frozenset()
    yield KNOWN_PERSON, min(renowned) if len(renowned) == 1 else None
    yield "the_sender", _sender(draft, person)
    yield "the_person_before", _beside(draft, person, known)
    yield "the_heading", _headed(draft, person)
    yield "delegation", _delegation(draft, person, known)


def _weighed(draft: Draft, person: Person, known: list[Person], candidates: dict[str, int]) -> Person:
    """The state for which most speaks, all signs weighed together; none where two are equal or all speak against."""
    candidates = dict.fromkeys(sorted(_opened(draft, person)), 0) | candidates | _unnamed(draft, person, candidates)
    met = _met(draft, person, known)
    visited = _counterpart_of(draft, person, known)
    near = _near(draft, person, known)
    invited = any(
        person.start - hit.end <= NEAR + 1 for hit in draft.hits.within(max(0, person.start - 40), person.start, "class", "invitation")
    )
    renowned = renown.states_of(draft.register, person.name)
    home = _at_home(draft, person) if draft.pack.postposed else None
    if draft.pack.spaced and len(renowned) == 1:
        candidates = dict.fromkeys(renowned, 0) | candidates
    here = {hit.value for hit in draft.hits.of("actor")}
    families = (code for code in _families(draft, person.name) if code in here or _plainly(draft, person.name, code))
    candidates = candidates | {code: candidates.get(code, 0) for code in (*families, *sorted(here & renowned))}
    scores: dict[str, int] = {}
    for code, weight in candidates.items():
        fits = _fits(draft, person, code)
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
        score -= any(other.country == code for other in known) + MET * (code in met)
        scores[code] = score
    if not scores:
        return person
    best = max(scores.values())
    chosen = sorted(code for code, score in scores.items() if score == best)
    return _with(person, chosen[0], "name_and_context") if best >= 0 and len(chosen) == 1 else person


def _fits(draft: Draft, person: Person, code: str) -> bool | None:
    """Whether the name looks like one of a state's; where the language knows its opening as one state's, that alone counts."""
    if runs.is_dense(person.name):
        return _fits_signs(draft, person.name, code)
    opened = _opened(draft, person)
    if opened:
        return code in opened
    shape = draft.register.shapes.get(code)
    return names.fits(person.name, shape) if shape is not None else None


def _fits_signs(draft: Draft, name: str, code: str) -> bool | None:
    """The same of a name in katakana or ideographs: by the pack's family names."""
    native = draft.pack.names.surnames
    if runs.kind(name[0]) == runs.KATAKANA:
        families = _families(draft, name)
        return code in families if families else False if code in draft.pack.home else None
    if code not in native:
        return False
    longest = max((len(family) for families in native.values() for family in families if name.startswith(family)), default=0)
    if longest:
        return name[:longest] in native[code]
    return None if len(name) > LONG_NAME and code in draft.pack.home else False


def _families(draft: Draft, name: str) -> list[str]:
    """The states of which a part of a name in katakana is a family name."""
    if runs.kind(name[0]) != runs.KATAKANA:
        return []
    return [code for code, forms in draft.pack.names.surnames.items() if tokens(name) & set(forms)]


def _plainly(draft: Draft, name: str, code: str) -> bool:
    """Whether a name tells a state that the text never names: by two of its parts, or by one that is not short."""
    parts = tokens(name) & set(draft.pack.names.surnames[code])
    return len(parts) > 1 or any(len(part) > LONG_NAME for part in parts)


LONG_NAME = 2
"""Ideographs beyond which a name of no known family is as likely one of the home state."""


def _opened(draft: Draft, person: Person) -> set[str]:
    """The states whose people's names begin like this one in the language of the text."""
    name = f"{person.name.casefold()} "
    openings = draft.pack.names.openings
    return {code for code, forms in openings.items() if any(name.startswith(f"{form.casefold()} ") for form in forms)}


def _unnamed(draft: Draft, person: Person, candidates: dict[str, int]) -> dict[str, int]:
    """The home of the press where the text never names it, as it goes without saying, if the name is surely one of its people's."""
    home = draft.pack.home
    if len(home) != 1 or home[0] in candidates or _opened(draft, person):
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


def _sender(draft: Draft, person: Person) -> str | None:
    """The actor before the name of an envoy who is appointed or sent in this sentence ("Peru named NAME as ambassador")."""
    appointed = draft.hits.within(person.name_end, person.end, "class", "appointed")
    if not appointed or not draft.register.accredited.intersection(person.office.split("; ")):
        return None
    actors = draft.hits.within(_sentence(draft, person).start, person.start, "actor")
    return actors[-1].value if actors else None


def _counterpart_of(draft: Draft, person: Person, known: list[Person]) -> str | None:
    """The state of who opens the sentence, if "with" and the like stand right before the person: one meets those of another state."""
    joins = draft.hits.within(max(0, person.start - ALONG), person.start, "class", "with")
    ands = {hit.start for hit in draft.hits.within(max(0, person.start - ALONG), person.start, "class", "and")}
    if not any(person.start - hit.end <= NEAR and hit.start not in ands for hit in joins):
        return None
    start = _sentence(draft, person).start
    end = min(person.start, start + ALONG)
    named = next((other for other in known if start <= other.start < end), None)
    block = next((block for block in blocks(draft) if start <= block.start < end), None)
    if block is None or (named is not None and named.start <= block.start):
        return named.country if named is not None else None
    return block.state.value if block.state is not None else draft.register.holders.get(block.office)


def _beside(draft: Draft, person: Person, known: list[Person]) -> str | None:
    """The state of the person right before in a list, or whose spouse it is.

    Two heads, or two holders of one office, side by side are of two states.
    """
    before = [other for other in known if other.end <= person.start and other.country]
    if not before or before[-1].start < _sentence(draft, person).start:
        return None
    appointed = draft.hits.within(person.name_end, person.end, "class", "appointed")
    if person.office == SPOUSE or appointed or _accompanies(draft, person):
        return before[-1].country
    titles = set(person.office.split("; "))
    head = titles & draft.register.heads or titles & set(before[-1].office.split("; "))
    country = before[-1].country
    foreign = _fits(draft, person, country or "") is False
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


def _sentence(draft: Draft, person: Person) -> Span:
    """The sentence that names the person."""
    sentence = draft.sentence_at(person.start)
    return sentence.span if sentence is not None else Span(start=person.start, end=person.end)


def _near(draft: Draft, person: Person, known: list[Person]) -> set[str]:
    """The states that the person's sentence names without giving them to another office."""
    span = _sentence(draft, person)
    near = (block for block in blocks(draft) if span.start <= block.start < span.end)
    taken = {(block.state.start, block.state.end) for block in near if block.state is not None} | {other.state_span for other in known}
    hits = draft.hits.within(span.start, span.end, "actor")
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


def _delegation(draft: Draft, person: Person, known: list[Person]) -> str | None:
    """The actor whose delegation the sentence speaks of before the person, if no other actor comes between, and it is no holder's."""
    span = _sentence(draft, person)
    actors = draft.hits.within(span.start, person.start, "actor")
    sides = draft.hits.within(span.start, person.start, "class", "side")
    if not actors or not sides:
        return None
    last = actors[-1]
    if draft.pack.postposed:
        speaking = {
            hit.start
            for name in ("topic_mark", "agent_mark", "person_mark")
            for hit in draft.hits.within(last.end, person.start, "class", name)
        }
        return last.value if any(side.start == last.end and side.end in speaking for side in sides) else None
    if any(other.state_span == (last.start, last.end) for other in known):
        return None
    return last.value if any(0 <= last.start - side.end <= NEAR or 0 <= side.start - last.end <= NEAR for side in sides) else None


MARKS = ("topic_mark", "agent_mark", "person_mark")
"""Classes of words behind a delegation that speaks."""
