"""Hand-made entries for the tests of this room: two reports on Japan and Viet Nam."""

from __future__ import annotations

from typing import Any

from foedera.api.naming import Names
from foedera.model.document import DocumentId, Span
from foedera.model.entry import Commitment, Event, HeldLevel, Instrument, Mechanism, Person, Session, Tenure
from foedera.model.fact import (
    Amount,
    Attendee,
    Citation,
    CommitmentFact,
    EventFact,
    FactId,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    TenureFact,
)
from foedera.model.relation import AreaCommitments, Relation, Rung, Standing
from foedera.model.report import EntryId, Report
from foedera.model.when import When

PAIR = ("JP", "VN")
NAMES = Names(
    actors={"JP": "Japan", "VN": "Vietnam"},
    areas={"maritime": "Maritime affairs", "energy": "Energy"},
    events={"talks": "Talks", "dialogue": "Dialogue"},
    publishers={"ledger_wire": "Ledger Wire"},
)
OLD = Report(
    document=DocumentId("d1"),
    record="old.txt",
    lang="en",
    published=When(edtf="2014-03-19"),
    publisher="ledger_wire",
    title="Old",
)
NEW = Report(document=DocumentId("d2"), record="new.txt", lang="en", published=When(edtf="2025-12-04"))
UNDATED = Report(document=DocumentId("d3"), record="undated.txt", lang="ms", published=When(edtf="XXXX-03-08"))


def _fact(quote: str, document: str = "d1") -> dict[str, Any]:
    span = Span(start=len(quote), end=2 * len(quote))
    return {
        "id": FactId(f"fact {quote[:9]}"),
        "document": DocumentId(document),
        "rule": "en.talks.held",
        "parties": PAIR,
        "citation": Citation(span=span, quote=quote),
    }


def _entry(fact: Any, *reports: Report) -> dict[str, Any]:
    return {"id": EntryId(fact.id), "parties": PAIR, "facts": (fact,), "reports": reports or (OLD,), "origins": 1}


def talks(**changes: Any) -> Event:
    """Talks in Tokyo with two people."""
    fact = EventFact(**_fact("Shinzo Abe held talks with Truong Tan Sang."), type="talks")
    people = (
        Attendee(name="Shinzo Abe", office="prime minister", country="JP"),
        Attendee(name="Truong Tan Sang", office=None, country=None),
    )
    values: dict[str, Any] = {
        "type": "talks",
        "when": When(edtf="2014-03-18"),
        "place": "Tokyo",
        "tense": "past",
        "attendees": people,
    }
    return Event(**{**_entry(fact, OLD, NEW), **values, **changes})


def level(since: str | None = "2014-03-18", **changes: Any) -> HeldLevel:
    """A strategic partnership."""
    fact = LevelFact(**_fact("a strategic partnership"), level="strategic partnership", title="a strategic partnership")
    values = {"level": fact.level, "since": When(edtf=since) if since else None, "tense": "past"}
    return HeldLevel(**{**_entry(fact), **values, **changes})


def promise(**changes: Any) -> Commitment:
    """Patrol vessels for a sum and by a year."""
    fact = CommitmentFact(**_fact("Japan pledged six vessels."), by="JP", modality="pledged", areas=("maritime",))
    values = {
        "by": "JP",
        "modality": "pledged",
        "areas": ("maritime", "energy"),
        "target": When(edtf="2028"),
        "amount": Amount(value=5_000_000, currency="JPY"),
    }
    return Commitment(**{**_entry(fact), **values, **changes})


def mechanism() -> Mechanism:
    """A dialogue with one session."""
    fact = MechanismFact(**_fact("the 2+2 dialogue", "d2"), name="2+2 dialogue")
    session = Session(edition=1, event=None, when=When(edtf="2025-12-04"), place="Tokyo")
    return Mechanism(**_entry(fact, NEW), name="2+2 dialogue", sessions=(session,))


def instrument() -> Instrument:
    """An agreement with a short name."""
    fact = InstrumentFact(**_fact("the defence transfer agreement", "d2"), name="defence transfer agreement")
    return Instrument(**_entry(fact, NEW), name=fact.name, abbr="DTA", country="JP", when=When(edtf="2021"))


def person() -> Person:
    """A prime minister seen once."""
    fact = TenureFact(**_fact("Prime Minister Shinzo Abe"), name="Shinzo Abe", office="prime minister", country="JP")
    seen = When(edtf="2014-03-18")
    return Person(
        **_entry(fact),
        name="Shinzo Abe",
        names=("Abe", "Shinzo Abe"),
        country="JP",
        tenures=(Tenure(office=fact.office, first=seen, last=seen),),
    )


def relation(**changes: Any) -> Relation:
    """A dossier with one entry of each kind."""
    rung = Rung(state="VN", place=2, height=3, source="party resolution of 2013")
    values: dict[str, Any] = {
        "parties": PAIR,
        "as_of": None,
        "established": (talks(type="establish_relations", when=When(edtf="1973")),),
        "standing": Standing(parties=PAIR, level=level(), by=None, rungs=(rung,)),
        "levels": (level(),),
        "events": (talks(),),
        "commitments": (AreaCommitments(area="maritime", commitments=(promise(),)),),
        "mechanisms": (mechanism(),),
        "instruments": (instrument(),),
        "people": (person(),),
        "reports": (NEW, OLD),
    }
    return Relation(**{**values, **changes})
