"""Places where something new may come → a ledger that is kept up to date: round by round, only what is new is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from foedera.ledger.parts.store import Ledger
from foedera.model.pack import Knowledge
from foedera.pipeline.ingest import Tally, ingest
from foedera.pipeline.options import DEFAULT, Options
from foedera.plumbing.memory import Memory, load, save


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Where to look, and the file that tells what was read; `options` as for any ingest."""

    locations: tuple[str, ...]
    memory: Path
    options: Options = DEFAULT


def look(ledger: Ledger, watch: Watch, knowledge: Knowledge) -> Tally:
    """One round: read what is new since the round before; a new ledger is read into from the beginning.

    What was read is remembered once it is in the ledger: a round that is broken off is taken up again.
    """
    known = load(watch.memory) if ledger.count()["documents"] else Memory()
    tally = ingest(ledger, watch.locations, knowledge, options=replace(watch.options, memory=known))
    save(known, watch.memory)
    return tally
