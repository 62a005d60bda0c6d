"""Facts → numbered notes: each passage once, in the order in which sentences first rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from foedera.api.briefs.parts.page import Note
from foedera.api.naming import Names
from foedera.api.wording.sources import source_words
from foedera.model.document import DocumentId
from foedera.model.fact import Fact
from foedera.model.report import Report

MOST = 2
"""Notes of one sentence: the ledger has the others."""


LANG = "en"
"""The language that a brief is written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnotes:
    """The notes taken so far, by their passages."""

    reports: dict[DocumentId, Report]
    names: Names
    taken: dict[tuple[str, int, int], Note] = field(default_factory=dict)

    def of(self, facts: Iterable[Fact]) -> tuple[int, ...]:
        """The numbers of the notes on these facts: the shortest passage of a report, those in the brief's language and early ones first."""
        shortest: dict[DocumentId, Fact] = {}
        for fact in sorted(facts, key=self.plainness):
            if fact.document in self.reports:
                shortest.setdefault(fact.document, fact)
        chosen = sorted(shortest.values(), key=lambda fact: (self.lang(fact) != LANG, self._day(fact), fact.document))
        return tuple(sorted(self._number(fact) for fact in chosen[:MOST]))

    def notes(self) -> tuple[Note, ...]:
        """All notes, by number."""
        return tuple(self.taken.values())

    def lang(self, fact: Fact) -> str | None:
        """The language of a fact's report."""
        return self.reports[fact.document].lang if fact.document in self.reports else None

    def plainness(self, fact: Fact) -> tuple[bool, int, str]:
        """How well a passage tells a reader of the brief what its fact is: in his language, and short."""
        return self.lang(fact) != LANG, len(fact.citation.quote), fact.id

    def _number(self, fact: Fact) -> int:
        key = (fact.document, fact.citation.span.start, fact.citation.span.end)
        if key not in self.taken:
            report = self.reports[fact.document]
            self.taken[key] = Note(
                number=len(self.taken) + 1,
                quote=fact.citation.quote,
                lang=report.lang,
                source=", ".join([report.title or report.record, *source_words(report, self.names)]),
                url=report.url,
                document=fact.document,
                fact=fact.id,
            )
        return self.taken[key].number

    def _day(self, fact: Fact) -> str:
        published = self.reports[fact.document].published
        return published.first if published is not None and published.year_known else "9999"
