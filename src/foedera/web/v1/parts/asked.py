"""What a query may ask for, with the schema of each name; a name that is not here is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from foedera import api
from foedera.api.asking import Filters
from foedera.api.cursors import place_of
from foedera.api.days import is_date
from foedera.model.page import LIMIT, MOST, Stretch
from foedera.plumbing.interface import _
from foedera.web.v1.parts.framework import Header, Path

CURSOR = "From `next_url`; it says nothing by itself."
ID = "^[0-9a-f]{16}$"
TAGS = r'^(\*|(W/)?"[!#-~]*"(, *(W/)?"[!#-~]*")*)$'
"""Tags as a header has them (RFC 9110, 8.8.3)."""
WORDS = r"^[^\x00-\x1f\x7f]*$"
"""Words without signs that steer a machine."""
PARTIES = 10
"""States that can be named at once."""
LONGEST = 4_000
"""Characters of a cursor at most."""


class OneOf:
    """Marks a value as one of some choices, which are known when the packs are read."""

    def __init__(self, choices: Callable[[], Sequence[str]]) -> None:
        self._choices = choices

    def __get_pydantic_core_schema__(self, source: Any, made: Any) -> Any:  # noqa: ANN401 - as its makers have it
        """The schema by which a value is checked."""
        return made(Annotated[source, AfterValidator(self._checked)])

    def __get_pydantic_json_schema__(self, core: Any, made: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
        """The schema as it is told."""
        return {**made(core), "enum": list(self._choices())}

    def _checked(self, value: str) -> str:
        if value not in self._choices():
            raise ValueError(_("is none of the values that there are"))
        return value


def day(value: str) -> str:
    """A day as it is written: 2023-11-27."""
    if len(value) != len("2023-11-27") or not is_date(value):
        raise ValueError(_("is no day such as 2023-11-27"))
    return value


@cache
def actors() -> list[str]:
    """The codes of all states and organisations."""
    return sorted(actor.code for actor in api.world().actors)


Day = Annotated[str, AfterValidator(day), Field(json_schema_extra={"format": "date"})]
Code = Annotated[str, OneOf(actors)]
EventType = Annotated[str, OneOf(lambda: sorted(event.id for event in api.world().events))]
Office = Annotated[str, OneOf(lambda: sorted({office.name for office in api.world().offices}))]
Area = Annotated[str, OneOf(lambda: sorted(area.id for area in api.world().areas))]
Modality = Annotated[str, OneOf(lambda: ("agreed", "pledged", "reaffirmed", "considering", "urged", "planned"))]
FactKind = Annotated[str, OneOf(lambda: ("event", "level", "commitment", "tenure", "mechanism", "instrument"))]
EntryId = Annotated[str, Path(pattern=ID, description="The id of an entry, or of any fact in it.")]
FactId = Annotated[str, Path(pattern=ID, description="The id of a fact.")]
RulingId = Annotated[str, Path(pattern=ID, description="The id of a ruling.")]
Seen = Annotated[
    str, Header(alias="If-Match", pattern=TAGS, max_length=1_000, description="The `ETag` of what is to be changed, as it was read.")
]
DocumentId = Annotated[str, Path(pattern=ID, description="The id of a document.")]


class Asked(BaseModel):
    """A query; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Walk(Asked):
    """How a list is walked: page by page, each behind the cursor of the one before."""

    limit: int = Field(LIMIT, ge=1, le=MOST, description="Items of the page, at most.")
    cursor: str | None = Field(
        None, pattern="^([0-9a-f]{2})+$", max_length=LONGEST, description="From `next_url`; it says nothing by itself."
    )

    def stretch(self) -> Stretch:
        """Which part of the list is wanted."""
        return Stretch(after=place_of(self.cursor), limit=self.limit)


class FactWalk(Walk):
    """Facts: which ones."""

    party: list[Code] = Field([], max_length=PARTIES, description="Codes of states or organisations: of all of them it tells.")
    kind: FactKind | None = Field(None, description="The kind of fact.")
    document: str | None = Field(None, pattern=ID, description="The id of a document.")


class PartyWalk(Walk):
    """What all of some parties take part in."""

    party: list[Code] = Field([], max_length=PARTIES, description="Codes of states or organisations: all of them take part.")


class SkipWalk(Walk):
    """What was left out."""

    reason: str | None = Field(None, pattern="^[a-z_0-9]+$", max_length=50, description="Only for this reason (docs/glossary.md).")


class ChangeWalk(Walk):
    """What was done."""

    cursor: str | None = Field(None, pattern="^(3[0-9]){1,15}$", description=CURSOR)
    since: Day | None = Field(None, description="Not before this day.")


class SearchWalk(Walk):
    """A search."""

    q: str = Field(min_length=1, max_length=500, description="Words, with or without marks; all of them are in the report.")
    cursor: str | None = Field(None, pattern="^3[01]2e(3[0-9]){1,19}$", description=CURSOR)


class Sifted(Asked):
    """The filters that every kind of entry knows."""

    party: list[Code] = Field([], max_length=PARTIES, description="Codes of states or organisations: all of them take part.")
    start: Day | None = Field(None, alias="from", description="Not before this day.")
    to: Day | None = Field(None, description="Not after this day.")
    area: Area | None = Field(None, description="A policy area.")
    known_at: Day | None = Field(None, description="From what was recorded by this day, read by today's rules.")

    def filters(self) -> Filters:
        """The filters as the verbs take them."""
        return Filters(
            party=self.party,
            start=self.start,
            end=self.to,
            area=self.area,
            known_at=self.known_at,
            type=getattr(self, "type", None),
        )


class SiftedEvents(Sifted):
    """Events: also their type."""

    type: EventType | None = Field(None, description="The type of the event.")


class SiftedCommitments(Sifted):
    """Commitments: also how they were made."""

    type: Modality | None = Field(None, description="How it was promised.")


class SiftedPeople(Sifted):
    """People: also their office."""

    type: Office | None = Field(None, description="The office.")


class EntryWalk(Walk, Sifted):
    """A page of entries."""


class EventWalk(EntryWalk, SiftedEvents):
    """A page of events."""


class CommitmentWalk(EntryWalk, SiftedCommitments):
    """A page of commitments."""


class PersonWalk(EntryWalk, SiftedPeople):
    """A page of people."""


class Times(Asked):
    """The days that a dossier can be asked for."""

    as_of: Day | None = Field(None, description="The state of things on this day.")
    known_at: Day | None = Field(None, description="From what was recorded by this day, read by today's rules.")


class Around(Asked):
    """How much of the report stands around a passage."""

    around: int = Field(200, ge=0, le=1_000, description="Characters before and behind.")


class Named(Asked):
    """A name of a state or organisation."""

    name: str = Field(min_length=1, max_length=200, description="In any language of the packs, or a code.")


class Nothing(Asked):
    """No name at all."""


class Reasoned(Asked):
    """Why, in words."""

    why: str = Field(min_length=1, max_length=2_000, pattern=WORDS, description="Why, in words.")


class OfFact(Asked):
    """A ruling on a fact."""

    fact: str = Field(pattern=ID, description="The id of a fact, or of an entry.")


class Confirmed(OfFact):
    """A fact is as it was read, or a link from its entry to a later one is right."""

    ruling: Literal["confirm"]
    why: str = Field("", max_length=2_000, pattern=WORDS, description="Why, in words; a confirmation needs no reason.")
    later: str | None = Field(None, pattern=ID, description="A fact of the later entry: the link is meant, not the fact.")


class Struck(OfFact, Reasoned):
    """A fact is wrong, or no link leads from its entry to a later one."""

    ruling: Literal["strike"]
    later: str | None = Field(None, pattern=ID, description="A fact of the later entry: the link is meant, not the fact.")


class Corrected(OfFact, Reasoned):
    """A property of a fact has another value."""

    ruling: Literal["correct"]
    property: str = Field(pattern="^[a-z_]+$", max_length=50, description="Which property.")
    value: str | None = Field(max_length=2_000, pattern=WORDS, description="The value, in the words of the exchange format; null: none.")


class Linked(OfFact, Reasoned):
    """The entries of two facts are one, or two."""

    ruling: Literal["same", "different"]
    other: str = Field(pattern=ID, description="The id of the other fact, or of its entry.")


Verdict = Annotated[Confirmed | Struck | Corrected | Linked, Field(discriminator="ruling")]
