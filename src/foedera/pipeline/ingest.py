"""Locations → a ledger, one transaction a document, then the entries that all its readings give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from foedera.ledger.parts.store import Ledger
from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.pipeline import waves
from foedera.pipeline.options import DEFAULT, Options
from foedera.pipeline.read import Course, articles, reading_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many documents were read anew, were there already, were left out by a rule, and were at fault.

    A report that is not about states, or in a language without a pack, is kept but counts as left out.
    """

    read: int = 0
    unchanged: int = 0
    skipped: int = 0
    faults: int = 0


def ingest(ledger: Ledger, locations: Iterable[str], knowledge: Knowledge, *, options: Options = DEFAULT) -> Tally:
    """Read what is at the locations into the ledger; what is bad is kept with its reason, and the rest is done."""
    recorded = options.recorded or datetime.now(UTC).isoformat(timespec="seconds")
    tally = Tally()
    course = Course(gate=knowledge, begun=options.begun, deadly=options.deadly)
    for item in articles(locations, options=options, course=course):
        if options.ended and options.ended():
            break
        if isinstance(item, Article) and ledger.holds(item.id, knowledge.digest):
            tally = replace(tally, unchanged=tally.unchanged + 1)
            if options.progress:
                options.progress(item)
            continue
        done = reading_of(item, knowledge) if isinstance(item, Article) else item
        if isinstance(done, Reading) and isinstance(item, Article):
            ledger.replace(done, recorded, given=item)
        elif isinstance(done, Skip):
            ledger.keep_skip(done, recorded)
        tally = _counted(tally, done)
        if options.progress:
            options.progress(done)
    waves.refresh(ledger, knowledge)
    return tally


def _counted(tally: Tally, done: Reading | Skip) -> Tally:
    if isinstance(done, Reading):
        return replace(tally, read=tally.read + 1) if done.interstate else replace(tally, skipped=tally.skipped + 1)
    return replace(tally, faults=tally.faults + 1) if done.is_fault else replace(tally, skipped=tally.skipped + 1)
