"""Trips of United States presidents and secretaries, with their official remarks → records to read, and what of the trip came out.

A trip's country has the name of its time, sometimes turned round ("Korea, Republic of") or with a second one in brackets; its code
is asked of Foedera's own names. A place counts by its own name or by the English one that Foedera knows it by (Peking, Beijing).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measure.material import Record, records
from measure.stretches import within
from score.score import fold

TRIPS = "data/us_trips.jsonl"
VISITS = "data/us_visits.jsonl"
SINCE = "1945"
SEED = 1
SAMPLE = 300
LISTS = ("people", "events", "levels", "commitments", "mechanisms", "instruments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What of a trip came out of its remark; `place` is None where the trip names none."""

    country: bool
    place: bool | None
    interval: bool
    nothing: bool
    met: bool


def record(row: Record) -> Record:
    """A trip or a visit as a record to read: its heading, its remark, published on its last day."""
    places = (row["place"], row["country"]) if "remark" in row else (row["visitor"], row["country"])
    heading = ", ".join(place for place in places if place)
    return {"id": row["id"], "lang": "en", "published": row["end"], "text": f"{heading}\n{remark(row)}"}


def remark(row: Record) -> str:
    """The official words on a trip or a visit."""
    return (row.get("remark") or row.get("description") or "").strip()


def drawn(trips: Path, visits: Path) -> dict[str, list[Record]]:
    """The sample that was annotated: 300 trips and visits since 1945 with a remark, half to learn from and half to score."""
    rows = [row for path in (trips, visits) for row in records(path) if remark(row) and row["start"] >= SINCE]
    rows.sort(key=lambda row: row["id"])
    sample = random.Random(SEED).sample(rows, min(SAMPLE, len(rows)))  # noqa: S311 - a sample, not a secret
    half = SAMPLE // 2
    return {"learn": [record(row) for row in sample[:half]], "score": [record(row) for row in sample[half:]]}


def outcome(trip: Record, found: Record) -> Outcome:
    """What of a trip stands in the reading of its remark."""
    events = found.get("events", [])
    given = {fold_name(event["place"]) for event in events if event.get("place")}
    return Outcome(
        country=bool(codes(trip["country"]) & _states(found)),
        place=bool(places(trip["place"], trip["country"]) & given) if trip["place"] else None,
        interval=any(within(event["date"], trip["start"], trip["end"]) for event in events if event.get("date")),
        nothing=not any(found.get(kind) for kind in LISTS),
        met="met with" in remark(trip).lower(),
    )


def _states(found: Record) -> set[str]:
    """The parties of the events, and the states of the people at them and of all that are named."""
    events = found.get("events", [])
    people = [*found.get("people", []), *(person for event in events for person in event.get("attendees", []))]
    return {code for event in events for code in event["parties"]} | {person["country"] for person in people if person.get("country")}


@cache
def codes(country: str) -> frozenset[str]:
    """The codes that a country's name may mean; none where Foedera knows no such name."""
    found = frozenset(code for form in _forms(country) if (code := _code(form)))
    return found or frozenset(code for code in (_code(country.split(",", maxsplit=1)[0]),) if code)


def _forms(country: str) -> Iterator[str]:
    """The name as it is, turned round at its comma, and what stands before and in its brackets."""
    yield country
    name, comma, rest = country.partition(", ")
    if comma:
        yield f"{rest} {name}"
    bracket = re.fullmatch(r"(.+?) \((.+)\)", country)
    if bracket:
        yield from bracket.groups()


def _code(name: str) -> str | None:
    import foedera  # noqa: PLC0415 - slow to load
    from foedera.plumbing.errors import UsageError  # noqa: PLC0415

    try:
        return foedera.actor(name)
    except UsageError:
        return None


@cache
def places(place: str, country: str) -> frozenset[str]:
    """The names, folded, of the places in a heading: as they are written, and as Foedera calls them."""
    import foedera  # noqa: PLC0415 - slow to load

    own = {fold_name(name) for name in re.split(r"[,;()]", place)}
    known = [mention for mention in foedera.mentions(f"{place}, {country}", lang="en") if mention.kind == "place"]
    return frozenset(own | {fold_name(mention.value or "") for mention in known if mention.span.end <= len(place)}) - {""}


def fold_name(name: str) -> str:
    """A name without marks, case and order of words."""
    return " ".join(fold(name))
