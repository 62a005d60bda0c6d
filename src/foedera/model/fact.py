"""Facts: what one article says in one passage, each with its citation, stance and the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from msgspec import Struct

from foedera.model.document import DocumentId, Span
from foedera.model.when import When

FactId = NewType("FactId", str)
Realis = Literal["asserted", "planned", "denied", "hypothetical"]
Undoing = Literal["put_off", "taken_back"]
"""What a report says became of what was planned, promised or signed: put off or called off; suspended, ended, refused."""
Modality = Literal["agreed", "pledged", "reaffirmed", "considering", "urged", "planned"]
Property = Literal[
    "date", "place", "party", "office", "country", "mechanism", "instrument", "target_date",
    "type", "level", "by", "modality", "areas", "amount", "name", "abbr", "edition", "document_count", "tense",
]  # fmt: skip
FactKind = Literal["event", "level", "commitment", "tenure", "mechanism", "instrument"]


class Citation(Struct, frozen=True, kw_only=True):
    """A passage of the article: `article.text[span.start:span.end] == quote`."""

    span: Span
    quote: str


class Support(Struct, frozen=True, kw_only=True):
    """Another passage of the same article that gave one property of the fact."""

    property: Property
    citation: Citation


class Inference(Struct, frozen=True, kw_only=True):
    """A property that no passage states, and the reason (an identifier of the glossary) why it is given all the same."""

    property: Property
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Whether the report asserts it, plans it, denies it or only supposes it, and to whom it attributes it.

    `undone` tells of what is denied that it was to be or was, and no longer is: such a fact is in no entry, but may be what became of one.
    """

    realis: Realis = "asserted"
    attributed_to: str | None = None
    undone: Undoing | None = None


class Attendee(Struct, frozen=True, kw_only=True):
    """A person who took part, with office (canonical name) and state (code) as the report gives them."""

    name: str
    office: str | None
    country: str | None


class Amount(Struct, frozen=True, kw_only=True):
    """Money: whole units of an ISO 4217 currency."""

    value: int
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has. `parties` are codes of actors, sorted; `id` is the digest of document, kind, type, parties and citation.

    `topics` are what its citation speaks of, by the ids of the world's topics, sorted; they are kept, but belong to no exchange format.
    """

    id: FactId
    document: DocumentId
    rule: str
    parties: tuple[str, ...]
    citation: Citation
    stance: Stance = Stance()
    support: tuple[Support, ...] = ()
    inferred: tuple[Inference, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFact(Fact):
    """A happening: `type` is an event type of the world, `place` an English name, `mechanism` the standing dialogue it is a session of."""

    type: str
    when: When | None = None
    place: str | None = None
    attendees: tuple[Attendee, ...] = ()
    mechanism: str | None = None
    edition: int | None = None
    document_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFact(Fact):
    """A pair has a partnership: `level` is its canonical title, `title` the words used, `since` when it began."""

    level: str
    title: str
    since: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentFact(Fact):
    """A promise: `by` is `both` or one code; `areas` are policy areas, the main one first."""

    by: str
    modality: Modality
    areas: tuple[str, ...]
    target: When | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureFact(Fact):
    """A person holds an office of a state (or organisation) on the day of the report; `name` as written, without honorifics."""

    name: str
    office: str
    country: str | None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismFact(Fact):
    """A standing dialogue, committee or forum that the report names; `edition` is the number of the session.

    `subject` are the topics of the name itself, sorted; like `topics` they belong to no exchange format.
    """

    name: str
    edition: int | None = None
    subject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFact(Fact):
    """A treaty, agreement or programme that the report names; `country` where it is one state's own, `subject` the topics of the name."""

    name: str
    abbr: str | None = None
    country: str | None = None
    when: When | None = None
    subject: tuple[str, ...] = ()


KIND_OF: dict[type[Fact], FactKind] = {
    EventFact: "event",
    LevelFact: "level",
    CommitmentFact: "commitment",
    TenureFact: "tenure",
    MechanismFact: "mechanism",
    InstrumentFact: "instrument",
}
