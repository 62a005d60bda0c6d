"""What is uncertain → lines and rows: the entry, the property, and the reason in words."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.api.naming import Names
from foedera.api.wording.doubts import what_words, why_words
from foedera.api.wording.entries import SEPARATOR, pair
from foedera.api.wording.quotes import quoted
from foedera.cli.parts.lines import Line
from foedera.cli.parts.sources import Sources, sources_of
from foedera.cli.parts.tables import BETWEEN, Row
from foedera.model.fact import Fact
from foedera.model.uncertainty import Uncertainty
from foedera.plumbing.interface import _

COLUMNS = ("entry", "kind", "type", "parties", "reason", "property", "values", "because", "earlier", "reports", "quote")


def page(found: Sequence[Uncertainty], names: Names, *, quotes: bool) -> list[Line]:
    """All doubts, each with the id to rule on and the sources it rests on."""
    if not found:
        return [Line(body=_("nothing in the ledger is uncertain"))]
    sources = sources_of(report for one in found for report in one.reports)
    lines: list[Line] = []
    for one in found:
        marks = "".join(f"[{number}]" for number in sorted(sources.numbers[report.document] for report in one.reports))
        words = [what_words(one, names), pair(one.parties, names), why_words(one, names)]
        lines.append(Line(left=one.entry, body=SEPARATOR.join(words), marks=marks))
        lines += [_quote(fact, sources) for fact in one.facts] if quotes else []
    return [*lines, *sources.lines(names)]


def row(one: Uncertainty) -> Row:
    """A doubt as a row."""
    return {
        "entry": one.entry,
        "kind": one.kind,
        "type": one.type,
        "parties": BETWEEN.join(one.parties),
        "reason": one.reason,
        "property": one.property,
        "values": BETWEEN.join(one.values),
        "because": BETWEEN.join(one.because),
        "earlier": one.earlier,
        "reports": BETWEEN.join(report.record for report in one.reports),
        "quote": one.facts[0].citation.quote,
    }


def _quote(fact: Fact, sources: Sources) -> Line:
    return Line(left=f"[{sources.numbers[fact.document]}]", body=quoted(fact.citation.quote), style="quote", indent=13)
