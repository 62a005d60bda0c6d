"""A ledger → its entries, derived anew; and the check that what is stored is what would be derived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime

from foedera.extraction import readings as extraction
from foedera.ledger.parts.store import Ledger
from foedera.merging import entries as merging
from foedera.merging.origins import origins, sketch
from foedera.model.entries import Entries
from foedera.model.log import Deed
from foedera.model.pack import Knowledge
from foedera.model.problem import Problem
from foedera.pipeline import waves
from foedera.pipeline.options import DEFAULT, Options
from foedera.plumbing.interface import _


def entries(ledger: Ledger, knowledge: Knowledge) -> Entries:
    """The ledger's entries: the stored ones while they are fresh, else derived anew (and not stored)."""
    return stored(ledger) if ledger.is_fresh(knowledge.digest) else derive(ledger, knowledge)


def stored(ledger: Ledger) -> Entries:
    """The entries as they are kept."""
    return merging.whole(map(merging.folded, ledger.parts()), reports=ledger.reports())


def derive(ledger: Ledger, knowledge: Knowledge) -> Entries:
    """The entries that the stored facts give under the judgements, all at once and from nothing else."""
    firsts = origins(map(sketch, ledger.readings()))
    reports = [replace(report, origin=firsts.get(report.document)) for report in ledger.reports()]
    return merging.entries(ledger.facts(), reports, knowledge.world, ledger.judgements())


def refresh(ledger: Ledger, knowledge: Knowledge) -> None:
    """Derive and store what is no longer what readings and judgements give."""
    waves.refresh(ledger, knowledge)


def rebuild(ledger: Ledger, knowledge: Knowledge, *, options: Options = DEFAULT) -> None:
    """Read every stored article again with today's knowledge, and derive everything anew."""
    recorded = options.recorded or datetime.now(UTC).isoformat(timespec="seconds")
    for article in ledger.articles():
        reading = extraction.read(article, knowledge)
        ledger.replace(reading, recorded, given=article)
        if options.progress:
            options.progress(reading)
    ledger.note(Deed(recorded=recorded, action="rebuilt", subject=knowledge.digest, content=knowledge.digest))
    ledger.forget(knowledge.digest)
    waves.refresh(ledger, knowledge)


def verify(ledger: Ledger, knowledge: Knowledge) -> Iterator[Problem]:
    """Check every quote, every digest, and the stored entries against those derived anew."""
    yield from ledger.verify()
    if not ledger.is_fresh(knowledge.digest):
        yield Problem(where=ledger.place, what=_("the entries are older than the readings or the data"), remedy="foedera rebuild")
        return
    kept, derived = stored(ledger), derive(ledger, knowledge)
    for field in fields(Entries):
        if getattr(kept, field.name) != getattr(derived, field.name):
            what = _("the stored {kind} are not those that the facts give").format(kind=field.name)
            yield Problem(where=ledger.place, what=what, remedy="foedera rebuild")
