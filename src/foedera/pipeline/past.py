"""A ledger and a day → the entries of what was recorded by then, read by today's rules.

Old readings are not kept, so that what the rules of that day made of a report is not told; the log has only its digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foedera.extraction import readings as extraction
from foedera.ledger.parts.store import Ledger
from foedera.merging import entries as merging
from foedera.merging.origins import origins, sketch
from foedera.model.entries import Entries
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.model.report import report_of

DAY = len("2023-11-27")
"""The characters of a recorded moment that are its day."""


def entries(ledger: Ledger, knowledge: Knowledge, known_at: str) -> Entries:
    """All entries of the reports first recorded, under the judgements made, by the end of a day (ten characters)."""
    known = list(readings(ledger, knowledge, known_at))
    firsts = origins(map(sketch, known))
    reports = [replace(report_of(one.article), origin=firsts.get(one.article.id)) for one in known]
    judgements = [one for one in ledger.judgements() if one.recorded[:DAY] <= known_at]
    return merging.entries((fact for one in known for fact in one.facts), reports, knowledge.world, judgements)


def readings(ledger: Ledger, knowledge: Knowledge, known_at: str) -> Iterator[Reading]:
    """The readings of these reports, by document; those that older rules made are made anew, and not stored."""
    recorded = ledger.recorded()
    stored = {one.article.id: one for one in ledger.readings() if recorded[one.article.id][:DAY] <= known_at}
    old = [document for document, one in stored.items() if one.digest != knowledge.digest]
    given = {article.id: article for article in ledger.articles() if article.id in old} if old else {}
    for document, one in stored.items():
        yield extraction.read(given[document], knowledge) if document in given else one
