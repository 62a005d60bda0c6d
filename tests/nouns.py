"""Nouns made short for the tests of the rooms that take facts: reports, facts of each kind, articles, readings, a small world."""

# ruff: noqa: A002, PLR0913 - the makers take the names that the nouns' own fields have

from __future__ import annotations

from dataclasses import replace

from foedera.exports.parts.contents import Contents
from foedera.merging.circumstances import circumstances
from foedera.merging.entries import entries
from foedera.merging.properties import values
from foedera.model.article import Article
from foedera.model.document import Span
from foedera.model.entries import Entries
from foedera.model.fact import (
    KIND_OF,
    Amount,
    Attendee,
    Citation,
    CommitmentFact,
    EventFact,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    Stance,
    TenureFact,
)
from foedera.model.judgement import Anchor, Correction, Judgement
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.model.report import Report
from foedera.model.when import When
from foedera.model.world import Actor, Area, EventType, Ladder, Level, NameShape, Office, Place, Position, Publisher, Topic, World
from foedera.pipeline.listed import in_order
from foedera.plumbing.ids import digest, id_of

PAIR = ("JP", "VN")
QUOTE = "The two sides held talks in Tokyo."
RUNGS = ("comprehensive partnership", "strategic partnership", "comprehensive strategic partnership")
FAMILIES = {
    "talks": "encounter",
    "meeting": "encounter",
    "dialogue": "encounter",
    "visit": "visit",
    "exercise": "exercise",
    "signing": "act",
    "joint_statement": "act",
    "upgrade": "relation",
    "establish_relations": "relation",
}
UNIQUE = {"joint_statement": "day", "upgrade": "level", "establish_relations": "ever"}
WORLD = World(
    actors=(Actor(code="JP", name="Japan", kind="state"), Actor(code="VN", name="Vietnam", kind="state")),
    offices=(),
    areas=(Area(id="politics", name="Politics"), Area(id="energy", name="Energy")),
    levels=tuple(Level(title=title, order=order) for order, title in enumerate((*RUNGS[:2], "extensive strategic partnership", RUNGS[2]))),
    ladders=(Ladder(state="VN", rungs=RUNGS, source="https://example.org/ladder"),),
    events=tuple(
        EventType(id=name, name=name, family=family, min_parties=2, window=3, unique=UNIQUE.get(name)) for name, family in FAMILIES.items()
    ),
    publishers=(
        Publisher(id="gazette", name="Gazette", forms=("Gazette",), domains=(), state="JP", kind="press"),
        Publisher(id="ministry", name="Ministry", forms=("Ministry",), domains=(), state="VN", kind="government"),
    ),
    places=(),
    names=(),
)
TOPICS = {
    "visa_exemption": "object",
    "two_plus_two": "object",
    "patrol_vessels": "object",
    "new_mechanism": "object",
    "defence_cooperation": "field",
    "trade": "field",
    "ratification": "form",
    "treaty": "form",
    "visit": "form",
    "ministers_dialogue": "object",
    "entry_into_force": "form",
    "suspension": "form",
    "every_year": "form",
    "every_two_years": "form",
    "relations_cut": "form",
    "relations_restored": "form",
}
STEPS = {"ratification": "ratified", "entry_into_force": "in force", "suspension": "suspended"}
TURNS = {"relations_cut": "cut", "relations_restored": "restored"}
MONTHS = {"every_year": 12, "every_two_years": 24}
LAND = replace(
    WORLD,
    actors=(*WORLD.actors, Actor(code="CN", name="China", kind="state")),
    offices=tuple(
        Office(name=name, rank=rank) for name, rank in (("president", 1), ("prime minister", 2), ("foreign minister", 5), ("ambassador", 8))
    ),
    events=(
        *(replace(one, window=7) if one.id == "upgrade" else one for one in WORLD.events),
        EventType(id="other", name="Other", family="other", min_parties=2, window=3),
    ),
    places=tuple(Place(name=name, state=state) for name, state in (("Tokyo", "JP"), ("Osaka", "JP"), ("Hanoi", "VN"))),
    names=(NameShape(state="CN", surnames=frozenset({"xi"}), order="family_first", readings=("vi",)),),
    topics=tuple(
        Topic(
            id=name,
            name=name,
            kind=kind,
            area="politics",
            met_by=("visit",) if name == "visit" else (),
            general=name == "ministers_dialogue",
            months=MONTHS.get(name),
            step=STEPS.get(name),
            turn=TURNS.get(name),
        )
        for name, kind in TOPICS.items()
    ),
)
"""The world of `WORLD` with offices, cities, topics, and names that Vietnamese reads in its own way."""
KNOWLEDGE = Knowledge(world=WORLD, packs=(), digest="k1")


def when(edtf, basis="stated"):
    return When(edtf=edtf, basis=basis) if edtf else None


POSITIONS = {
    "Tokyo": (Position(state="JP", latitude=35.6895, longitude=139.69171),),
    "Hanoi": (Position(state="VN", latitude=21.0245, longitude=105.84117),),
}


def contents(entries=None, readings=(), world=LAND):
    """What an export is given: some entries (all of them listed) and readings."""
    kept = entries if entries is not None else Entries()
    return Contents(
        readings=lambda: readings,
        entries=lambda: kept,
        listed=lambda: in_order(kept),
        reports=lambda: kept.reports,
        world=world,
        positions=lambda: POSITIONS,
    )


def report(document="d1", published=None, **fields):
    return Report(**{"document": document, "record": f"{document}.txt", "lang": "en", "published": when(published)} | fields)


def told(facts, reports, *, world=WORLD, seen=None):
    """What the stage of events knows beside the facts."""
    return circumstances(facts, reports, world, seen)


def ledger(*facts, days=None, told=(), world=LAND, **fields):
    """The entries of some facts; `days` are the days of their documents, `told` further documents, `fields` what all reports have."""
    dates = days or {}
    documents = sorted({fact.document for fact in facts} | dates.keys() | set(told))
    return entries(facts, [report(document, dates.get(document), **fields) for document in documents], world)


def _shared(fields, name, kind):
    document = fields.pop("document", "d1")
    start = fields.pop("start", 0)
    quote = fields.pop("quote", QUOTE)
    return {
        "id": name or id_of(document, kind, start, repr(sorted(fields.items(), key=str))),
        "document": document,
        "rule": fields.pop("rule", f"en.{kind}.test"),
        "parties": fields.pop("parties", PAIR),
        "citation": Citation(span=Span(start=start, end=start + len(quote)), quote=quote),
        "stance": Stance(realis=fields.pop("realis", "asserted")),
        "topics": tuple(fields.pop("topics", ())),
    }


def event(edtf=None, *, id=None, type="talks", **fields):
    shared = _shared(fields | {"when": edtf, "type": type}, id, "event")
    people = tuple(Attendee(name=name, office=office, country=country) for name, office, country in fields.pop("attendees", ()))
    fields = {
        key: value for key, value in fields.items() if key not in {"document", "start", "quote", "rule", "parties", "realis", "topics"}
    }
    return EventFact(**shared, type=type, when=when(edtf), attendees=people, **fields)


def level(title="strategic partnership", since=None, *, id=None, **fields):
    return LevelFact(**_shared(fields | {"level": title, "since": since}, id, "level"), level=title, title=title, since=when(since))


def commitment(areas=("energy",), *, id=None, by="both", modality="agreed", target=None, amount=None, **fields):
    key = {"areas": areas, "by": by, "modality": modality, "target": target, "amount": amount}
    money = Amount(value=amount[0], currency=amount[1]) if amount else None
    shared = _shared(fields | key, id, "commitment")
    return CommitmentFact(**shared, by=by, modality=modality, areas=tuple(areas), target=when(target), amount=money)


def tenure(name, office="prime minister", country="JP", *, id=None, at=None, **fields):
    shared = _shared(fields | {"name": name, "office": office, "country": country, "at": at}, id, "tenure")
    return TenureFact(**shared, name=name, office=office, country=country, when=when(at))


def mechanism(name, edition=None, *, id=None, subject=(), **fields):
    shared = _shared(fields | {"name": name, "edition": edition}, id, "mechanism")
    return MechanismFact(**shared, name=name, edition=edition, subject=tuple(subject))


def instrument(name, abbr=None, *, id=None, country=None, signed=None, subject=(), **fields):
    shared = _shared(fields | {"name": name, "abbr": abbr, "country": country, "signed": signed}, id, "instrument")
    return InstrumentFact(**shared, name=name, abbr=abbr, country=country, when=when(signed), subject=tuple(subject))


def article(text=QUOTE, name="a.txt", **fields):
    body = text.encode()
    return Article(
        **{
            "id": id_of(digest(body), name),
            "text": text,
            "address": name,
            "record": name,
            "record_key": "file",
            "location": f"somewhere/{name}",
            "digest": digest(body),
            **fields,
        }
    )


def reading(read, facts=(), **fields):
    return Reading(
        **{"article": read, "interstate": True, "parties": (PAIR,), "facts": tuple(facts), "skips": (), "digest": "k1", **fields}
    )


def anchor(fact):
    return Anchor(
        fact=fact.id,
        document=fact.document,
        kind=KIND_OF[type(fact)],
        span=fact.citation.span,
        quote=fact.citation.quote,
        read=tuple(sorted(values(fact).items())),
    )


def judgement(ruling, *facts, at="2026-01-01", id=None, correct=None, withdraws=()):
    anchors = tuple(anchor(fact) for fact in facts)
    correction = Correction(property=correct[0], value=correct[1]) if correct else None
    name = id or id_of(ruling, tuple(one.fact for one in anchors), repr(correct), tuple(withdraws), at)
    return Judgement(
        id=name, ruling=ruling, anchors=anchors, by="me", why="seen", recorded=at, correction=correction, withdraws=tuple(withdraws)
    )


def undo(one, at="2026-01-02"):
    return judgement("undone", at=at, withdraws=(one.id,))
