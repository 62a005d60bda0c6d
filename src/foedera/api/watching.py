"""The verbs of what comes in by itself: keep a ledger up to date, and tell what was left out of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from foedera import ledger as stores
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.model.document import Skip
from foedera.pipeline import watch as watching
from foedera.pipeline.ingest import Tally
from foedera.pipeline.options import DEFAULT, Options
from foedera.plumbing.ids import id_of
from foedera.plumbing.settings import Location, default_ledger

QUEUE = 600.0
"""Seconds that a round waits for another program to be done with the ledger."""


def watch(*locations: Location, ledger: Location | None = None, every: float | None = None, options: Options = DEFAULT) -> Iterator[Tally]:
    """Read what is new at the locations into the ledger, and again `every` so many seconds; what each round did, as it is done.

    Args:
        locations: Feeds, addresses, folders, files.
        ledger: The ledger's file, as for `ingest`.
        every: The seconds between two rounds; without it there is one.
        options: What the run may choose; see `foedera.options`.
    """
    place = ledger_location(ledger)
    told = watching.Watch(locations=tuple(map(str, locations)), memory=_memory(place), options=options)
    while True:
        with stores.open(place, create=True, timeout=QUEUE) as kept:
            tally = watching.look(kept, told, known())
        yield tally
        if every is None:
            return
        time.sleep(every)


def skips(*, ledger: Location | None = None, reason: str | None = None) -> Iterator[Skip]:
    """What was left out of the ledger, and why: items that were bad or turned away, then reports that are kept and make no entry.

    Args:
        ledger: The ledger's file, as for `ingest`.
        reason: Only what was left out for this reason; an identifier of the glossary.
    """
    with stores.open(ledger_location(ledger)) as kept:
        for skip in kept.skips():
            if reason in {None, skip.reason}:
                yield skip
        for reading in kept.readings():
            if not reading.interstate:
                yield from (skip for skip in reading.skips[:1] if reason in {None, skip.reason})


def _memory(place: Location) -> Path:
    """The file that tells what was read: beside a ledger that is a file, else in the user's data folder."""
    if isinstance(place, Path):
        return place.with_name(f"{place.name}.watch.json")
    return default_ledger().with_name(f"{id_of(str(place))}.watch.json")
