"""The verbs that open one thing: an entry by its id, a report with its text; and the pairs that there is a dossier of."""

from __future__ import annotations

from dataclasses import replace

from foedera import ledger as stores
from foedera.api.actors import actor_code
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.merging import pairs as folding
from foedera.model.document import DocumentId
from foedera.model.entry import Entry
from foedera.model.reading import Reading
from foedera.model.relation import Pair
from foedera.pipeline import asked
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location


def entry(name: str, *, ledger: Location | None = None) -> Entry:
    """One entry with its facts, reports, links and disagreements.

    Args:
        name: Its id, or that of any fact in it: an entry that was joined to another is found under its old id.
        ledger: The ledger's file, as for `ingest`.

    Raises:
        UsageError: when it is the id of no fact, or of one that makes no entry.
    """
    with stores.glance(ledger_location(ledger)) as kept:
        found = asked.entry_of(kept, known(), name)
    if found is None:
        remedy = _("look into its report: what is denied, supposed or ruled to be wrong makes none")
        raise UsageError(_("{name!r} is in no entry of this ledger").format(name=name), remedy=remedy)
    return found


def report(document: str, *, ledger: Location | None = None) -> Reading:
    """One report by the id of its document: its text and parts, the facts in it as they were ruled to be, and what was left out.

    Raises:
        UsageError: when the ledger holds no such report.
    """
    with stores.glance(ledger_location(ledger)) as kept:
        found = kept.reading(DocumentId(document))
        facts = kept.ruled_in(document)
    if found is None:
        remedy = _("search for words of it, or see foedera skips for what was left out")
        raise UsageError(_("{name!r} is the id of no report in this ledger").format(name=document), remedy=remedy)
    return replace(found, facts=facts)


def relations(state: str | None = None, *, ledger: Location | None = None) -> tuple[Pair, ...]:
    """The pairs (of a state, where one is named) of which the ledger tells, those with most entries first."""
    code = actor_code(state, known()) if state else None
    with stores.glance(ledger_location(ledger)) as kept:
        return folding.pairs(asked.pairs_of(kept, known(), code), known().world)
