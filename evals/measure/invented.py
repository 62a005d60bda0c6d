"""Numbers → reports of a made-up world with their readings: who met whom, who held which office, what was promised, which level there is.

The same seed and number give the same report, however many are asked for. States and their ladders are those of the world; persons, days,
promises and publishers are invented.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from foedera.model.article import Article
from foedera.model.document import DocumentId, Span
from foedera.model.fact import (
    KIND_OF,
    Attendee,
    Citation,
    CommitmentFact,
    EventFact,
    Fact,
    FactId,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    TenureFact,
)
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.model.when import When
from foedera.model.world import World
from foedera.plumbing.ids import digest, id_of

FIRST = date(2005, 1, 1)
DAYS = 20 * 365
TERM = 4 * 365
"""Days for which a person holds an office."""
COPIED, TRANSLATED, WITH_LEVEL, WITH_MECHANISM, WITH_INSTRUMENT, WITHOUT_YEAR = 0.08, 0.08, 0.15, 0.2, 0.1, 0.03
"""How often a report is a copy or a translation of an earlier one, and has what not every report has."""
STATES = 150
BESIDE = 8
"""Sentences of a report that say nothing of that kind; with them it has about two kilobytes."""
FLATTER = 4
"""Added to the rank of a state: how often a state is in the news falls with its rank, as words in a language do."""
OFFICES = ("president", "prime minister", "foreign minister", "defence minister", "trade minister", "ambassador")
TYPES = ("talks", "meeting", "visit", "call", "signing", "joint_statement", "dialogue", "exercise")
LEVELS = ("comprehensive partnership", "strategic partnership", "comprehensive strategic partnership")
MODALITIES = ("agreed", "pledged", "reaffirmed", "considering", "urged", "planned")
SYLLABLES = ("ka", "lo", "mi", "ren", "ta", "shu", "ben", "or", "vi", "nga", "del", "rou", "pe", "sak", "him", "zu")
HOW = ("again", "anew", "soon", "jointly", "firmly", "gladly", "in Geneva", "last week", "in writing", "at once", "by 2030", "this year")
DO = ("widen", "deepen", "review", "launch", "support", "revive", "fund", "expand", "plan", "extend", "renew", "study", "promote", "open")
KIND = (
    "maritime",
    "bilateral",
    "rural",
    "digital",
    "regional",
    "joint",
    "direct",
    "green",
    "urban",
    "mutual",
    "annual",
    "new",
    "broad",
    "coastal",
)
THING = (
    "trade",
    "ports",
    "flights",
    "studies",
    "training",
    "visits",
    "dialogue",
    "patrols",
    "farming",
    "credits",
    "schools",
    "energy",
    "transport",
)
WHERE = ("through", "with", "beside", "under", "within", "beyond", "for", "after", "despite", "along")
LANGUAGES = ("en", "vi", "ms", "id", "ja")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A text as it grows, and what its passages say."""

    document: DocumentId
    lang: str
    words: random.Random
    lines: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def say(self, line: str, *made: Callable[..., Fact], **shared: Any) -> None:  # noqa: ANN401 - fields of facts
        """Add a line and the facts that it gives."""
        start = sum(len(one) + 1 for one in self.lines)
        self.lines.append(line)
        citation = Citation(span=Span(start=start, end=start + len(line)), quote=line)
        for make in made:
            fact = make(id=FactId(""), document=self.document, rule="en.invented", citation=citation, **shared)
            name = id_of(self.document, KIND_OF[type(fact)], repr(fact))
            self.facts.append(replace(fact, id=FactId(name)))


def invented(known: Knowledge, count: int, *, seed: int, first: int = 0) -> Iterator[Reading]:
    """The readings of `count` reports, from the number `first` on."""
    states = [actor.code for actor in known.world.actors if actor.kind == "state"][:STATES]
    random.Random(seed).shuffle(states)  # noqa: S311 - a trial, not a secret
    for number in range(first, first + count):
        yield _reading(known, states, seed, number)


def _reading(known: Knowledge, states: list[str], seed: int, number: int) -> Reading:
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - as above
    lang, told = chance.choice(LANGUAGES), number
    kind = chance.random()
    if kind < COPIED + TRANSLATED and number:
        told = max(0, number - chance.randrange(1, 200))
        copied = random.Random(f"{seed}/{told}").choice(LANGUAGES)  # noqa: S311 - as above
        lang = copied if kind < COPIED else lang
    body = f"{number} {lang}"
    document = DocumentId(id_of(digest(body.encode()), f"{number}.txt"))
    words = random.Random(f"{seed}/{told}/{lang}")  # noqa: S311 - as above
    draft = Draft(document=document, lang=lang, words=words)
    published = _tell(draft, random.Random(f"{seed}/{told}/facts"), states, known.world)  # noqa: S311 - as above
    if told != number:
        draft.lines.append(f"({number})")
    article = Article(
        id=document,
        text="\n".join(draft.lines),
        address=f"{number}.txt",
        record=f"{number}.txt",
        record_key="file",
        location=f"invented/{number}.txt",
        digest=digest(body.encode()),
        lang=lang,
        published=published,
        publisher=f"publisher {chance.randrange(40)}",
    )
    parties = tuple(sorted({fact.parties for fact in draft.facts if isinstance(fact, EventFact)}))
    return Reading(article=article, interstate=True, parties=parties, facts=tuple(draft.facts), skips=(), digest=known.digest)


def _tell(draft: Draft, chance: random.Random, states: list[str], world: World) -> When:
    """Fill a draft; the day of the report."""
    names = {actor.code: actor.name for actor in world.actors}
    weights = [1 / (rank + FLATTER) for rank in range(len(states))]
    a = chance.choices(states, weights)[0]
    b = a
    while b == a:
        b = chance.choices(states, weights)[0]
    parties = tuple(sorted((a, b)))
    number = chance.randrange(DAYS)
    day = FIRST + timedelta(days=number)
    office = chance.choice(OFFICES)
    people = tuple(Attendee(name=_name(state, office, number), office=office, country=state) for state in parties)
    for who in people:
        draft.say(
            _sentence(draft, f"{who.name}, {who.office} of {names[who.country]}, promised"),
            TenureFact,
            parties=(who.country,),
            name=who.name,
            office=who.office,
            country=who.country,
        )
    what = chance.choice(TYPES)
    edtf = f"XXXX-{day:%m-%d}" if chance.random() < WITHOUT_YEAR else str(day)
    place = {"place": chance.choice((None, None, "Tokyo", "Geneva"))}
    draft.say(
        _sentence(draft, f"{names[a]} and {names[b]} held {what} on {day:%d %B %Y}"),
        EventFact,
        parties=parties,
        type=what,
        when=When(edtf=edtf),
        attendees=people,
        **place,
    )
    _tell_more(draft, chance, parties, world)
    draft.lines += [_sentence(draft, f"Officials of {names[chance.choice(parties)]} were said") for _ in range(BESIDE)]
    return When(edtf=str(day + timedelta(days=chance.randrange(3))), basis="metadata")


def _tell_more(draft: Draft, chance: random.Random, parties: tuple[str, ...], world: World) -> None:
    topics = [topic.id for topic in world.topics]
    for _ in range(chance.randrange(2, 6)):
        areas = tuple(sorted({chance.choice(world.areas).id for _ in range(chance.randrange(1, 3))}))
        by, modality = chance.choice(("both", *parties)), chance.choice(MODALITIES)
        about = tuple(sorted({chance.choice(topics) for _ in range(chance.randrange(3))}))
        line = _sentence(draft, f"{by} {modality} on {' and '.join(areas)}")
        draft.say(line, CommitmentFact, parties=parties, by=by, modality=modality, areas=areas, topics=about)
    if chance.random() < WITH_LEVEL:
        level = chance.choice(LEVELS)
        since = chance.choice((None, "2008", "2014-03"))
        when = When(edtf=since) if since else None
        draft.say(_sentence(draft, f"The two states have a {level}"), LevelFact, parties=parties, level=level, title=level, since=when)
    if chance.random() < WITH_MECHANISM:
        name = f"{chance.choice(('Joint', 'High-Level', 'Strategic'))} {chance.choice(('Committee', 'Dialogue', 'Forum'))}"
        draft.say(_sentence(draft, f"The {name} met"), MechanismFact, parties=parties, name=name, edition=chance.choice((None, 2, 5)))
    if chance.random() < WITH_INSTRUMENT:
        name = f"Agreement on {chance.choice(world.areas).name}"
        draft.say(_sentence(draft, f"The {name} met"), InstrumentFact, parties=parties, name=name)


def _name(state: str, office: str, number: int) -> str:
    """Who holds the office on a day, by the number of the term; the terms of states and offices begin on different days."""
    own = random.Random(f"{state}/{office}")  # noqa: S311 - as above
    term = (number + own.randrange(TERM)) // TERM
    chance = random.Random(f"{state}/{office}/{term}")  # noqa: S311 - as above
    words = ("".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 4))) for _ in range(2))
    return " ".join(word.capitalize() for word in words)


def _sentence(draft: Draft, said: str) -> str:
    """What is said, among words that no other report has in that order: copies alone share runs of them."""
    pick = draft.words.choice
    first, second, third = (f"{pick(KIND)} {pick(THING)}" for _ in range(3))
    return f"{said} {pick(HOW)} to {pick(DO)} {first} and {second} {pick(WHERE)} {third}."
