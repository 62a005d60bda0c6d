"""The verbs of a ledger: put reports in, ask what they say, take it out, check it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from foedera import ledger as stores
from foedera.api.actors import actor_code, event_type, one_of
from foedera.api.asking import Filters, fitting, question
from foedera.api.days import last_day
from foedera.api.packs import known
from foedera.merging import relations, standings
from foedera.model.entries import Entries
from foedera.model.entry import Commitment, Event, Person
from foedera.model.finding import Finding
from foedera.model.problem import Problem
from foedera.model.question import Question
from foedera.model.relation import Relation, Standing
from foedera.pipeline import asked, bulk
from foedera.pipeline import rebuild as rebuilding
from foedera.pipeline.ingest import Tally
from foedera.pipeline.ingest import ingest as ingest_into
from foedera.pipeline.options import DEFAULT, Options
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location, located, settings
from foedera.plumbing.words import sought

QUEUE = 60.0
"""Seconds that one who ingests waits for another who writes."""
MODALITIES = ("agreed", "pledged", "reaffirmed", "considering", "urged", "planned")


class Times(TypedDict, total=False):
    """The days that an answer can be asked for.

    `as_of`: the state of things on that day; `known_at`: from what was recorded by then, read by today's rules.
    """

    as_of: str | None
    known_at: str | None


def ingest(*locations: Location, ledger: Location | None = None, options: Options = DEFAULT) -> Tally:
    """Read files, folders and `-` into the ledger; what is bad is kept with its reason, and the rest is done.

    Args:
        locations: Files, folders, or `-` for standard input.
        ledger: The ledger's file, or the address of a database (`postgresql://user@host/name`); else FOEDERA_LEDGER, else the file in
            the user's data folder. It is made where there is none.
        options: What the run may choose; see `foedera.options`.
    """
    with stores.open(ledger_location(ledger), create=True, timeout=QUEUE) as kept:
        into = bulk.ingest if options.runner else ingest_into
        return into(kept, map(str, locations), known(), options=options)


def relation(a: str, b: str, *, ledger: Location | None = None, **times: Unpack[Times]) -> Relation:
    """The dossier of two states, by name or code; with `as_of`, up to that day."""
    parties = (actor_code(a, known()), actor_code(b, known()))
    if parties[0] == parties[1]:
        raise UsageError(_("{a!r} and {b!r} are the same state").format(a=a, b=b), remedy=_("name two states"))
    pair, day, then = tuple(sorted(parties)), last_day(times.get("as_of")), last_day(times.get("known_at"))
    with stores.glance(ledger_location(ledger)) as kept:
        found = relations.relation(asked.of_pair(kept, known(), pair, then), pair, known().world, as_of=day)
    return replace(found, known_at=then)


def levels(state: str, *, ledger: Location | None = None, **times: Unpack[Times]) -> tuple[Standing, ...]:
    """The levels in force between a state and each of its partners, today or on the day `as_of`."""
    code = actor_code(state, known())
    day, then = last_day(times.get("as_of")), last_day(times.get("known_at"))
    with stores.glance(ledger_location(ledger)) as kept:
        return standings.levels_of(asked.levels_of(kept, known(), code, then), code, known().world, as_of=day)


def events(*, ledger: Location | None = None, **filters: Unpack[Filters]) -> tuple[Event, ...]:
    """The events that fit; `type` is a type of event."""
    wanted = filters.get("type")
    asked_for = question(filters, wanted and event_type(wanted, known()))
    if asked_for.area:
        entries = _entries(ledger, asked_for, filters)
    else:
        with stores.glance(ledger_location(ledger)) as kept:
            entries = asked.events_of(kept, known(), asked_for.parties, last_day(filters.get("known_at")))
    return tuple(fitting(entries.events, asked_for, entries))


def commitments(*, ledger: Location | None = None, **filters: Unpack[Filters]) -> tuple[Commitment, ...]:
    """The commitments that fit; `type` is a modality."""
    wanted = filters.get("type")
    asked_for = question(filters, wanted and one_of(wanted, MODALITIES, _("{name!r} is no modality")))
    entries = _entries(ledger, asked_for, filters)
    return tuple(fitting(entries.commitments, asked_for, entries))


def people(*, ledger: Location | None = None, **filters: Unpack[Filters]) -> tuple[Person, ...]:
    """The people that fit; `type` is an office."""
    wanted = filters.get("type")
    if wanted is None and filters.get("area") is None:
        asked_for = question(filters, None)
        with stores.glance(ledger_location(ledger)) as kept:
            found = asked.people_of(kept, known(), asked_for.parties, last_day(filters.get("known_at")))
        return tuple(one for one in found.people if asked_for.fits(one))
    entries = _entries(ledger, Question(), filters)
    offices = {tenure.office for person in entries.people for tenure in person.tenures} | {office.name for office in known().world.offices}
    asked_for = question(filters, wanted and one_of(wanted, offices, _("{name!r} is no office")))
    return tuple(fitting(entries.people, asked_for, entries))


def search(query: str, *, ledger: Location | None = None, limit: int = 20, offset: int = 0) -> tuple[Finding, ...]:
    """The reports that hold all words of the query, without regard to marks and case; at most `limit`, after the first `offset`.

    Raises:
        UsageError: when the query holds no word.
    """
    if not sought(query).words:
        raise UsageError(_("{query!r} holds no word to search for").format(query=query), remedy=_("give one word or more"))
    with stores.glance(ledger_location(ledger)) as kept:
        return kept.search(query, offset + limit)[offset:]


def verify(*, ledger: Location | None = None) -> tuple[Problem, ...]:
    """Hold every quote against its stored text, and the entries against those derived anew."""
    with stores.glance(ledger_location(ledger)) as kept:
        return tuple(rebuilding.verify(kept, known()))


def rebuild(*, ledger: Location | None = None) -> dict[str, int]:
    """Read every stored article again with today's knowledge and derive all entries; returns how many there are of each kind."""
    with stores.open(ledger_location(ledger)) as kept:
        rebuilding.rebuild(kept, known())
        return kept.count()


def ledger_location(ledger: Location | None) -> Location:
    """The ledger's file or address: the one named, else FOEDERA_LEDGER, else the one in the user's data folder."""
    return located(ledger) if ledger is not None else settings().ledger


def _entries(ledger: Location | None, question: Question, filters: Filters) -> Entries:
    """What may answer a question; one by policy area may have to look at what reports tell of others."""
    with stores.glance(ledger_location(ledger)) as kept:
        return asked.of_parties(kept, known(), () if question.area else question.parties, last_day(filters.get("known_at")))
