"""Sources: the reports behind a page, numbered, so that each line can name those it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedera.api.naming import Names
from foedera.api.wording.quotes import quoted
from foedera.api.wording.sources import in_order, source_words
from foedera.cli.parts.lines import Line, heading
from foedera.model.document import DocumentId
from foedera.model.entry import Entry
from foedera.model.report import Report
from foedera.plumbing.interface import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Reports in the order of their numbers: earliest publication first, undated last."""

    reports: tuple[Report, ...]
    numbers: dict[DocumentId, int]

    def marks(self, entry: Entry) -> str:
        """The numbers of the reports behind an entry: `[1][3]`."""
        known = (self.numbers[report.document] for report in entry.reports if report.document in self.numbers)
        return "".join(f"[{number}]" for number in sorted(known))

    def mark(self, document: DocumentId) -> str:
        """The number of one report; nothing where the page does not list it."""
        return f"[{self.numbers[document]}]" if document in self.numbers else ""

    def quotes(self, entry: Entry) -> list[Line]:
        """Under an entry: every passage that says so, once, with its source."""
        said = {(self.numbers.get(fact.document, 0), fact.citation.span.start): fact.citation.quote for fact in entry.facts}
        return [Line(left=f"[{number}]", body=quoted(quote), style="quote", indent=13) for (number, _start), quote in sorted(said.items())]

    def lines(self, names: Names) -> list[Line]:
        """The list of sources: who, when, in which language, under what name."""
        if not self.reports:
            return []
        return [heading(_("Sources")), *(self._line(report, names) for report in self.reports)]

    def _line(self, report: Report, names: Names) -> Line:
        parts = [*source_words(report, names), report.url or report.record]
        return Line(left=f"[{self.numbers[report.document]}]", body=", ".join(parts))


def sources_of(reports: Iterable[Report]) -> Sources:
    """The reports, each once, numbered."""
    ordered = in_order(reports)
    return Sources(reports=ordered, numbers={report.document: number for number, report in enumerate(ordered, start=1)})
