"""Links and disagreements of an entry → lines under it: what became of it, what it carries on, where its sources differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.api.naming import Names
from foedera.api.wording.links import PROPERTIES, claim_sides, claim_value, grounds_words, link_words, other_end
from foedera.api.wording.quotes import gist, quoted
from foedera.cli.parts.lines import Line
from foedera.cli.parts.sources import Sources
from foedera.model.disagreement import Claim, Disagreement
from foedera.model.entry import Entry, Event
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp
from foedera.plumbing.interface import _


def links(entry: Entry, sources: Sources, names: Names) -> list[Line]:
    """Each link with the passage at its other end, and why both are linked; then each disagreement with its claims."""
    lines = [line for link in entry.followups for line in _link(link, entry, sources, names)]
    return lines + [_disagreement(one, sources, names) for one in entry.disagreements]


def year_words(event: Event, sources: Sources, facts: Sequence[Fact]) -> list[Line]:
    """From what the year of an event was worked out, where no report gives it."""
    told = {(sources.mark(fact.document), quoted(gist(fact.citation.quote))) for fact in facts if fact.id in event.year_from}
    words = _("year worked out from {mark} {quote}")
    return [Line(left=" ", body=words.format(mark=mark, quote=quote), style="note") for mark, quote in sorted(told)]


def _link(link: FollowUp, entry: Entry, sources: Sources, names: Names) -> Iterator[Line]:
    other = other_end(link, entry)
    told = min(other, key=lambda fact: (sources.numbers.get(fact.document, 0), fact.id))
    marks = "".join(sorted({sources.mark(fact.document) for fact in other}))
    yield Line(left=" ", body=f"{link_words(link, entry)}: {quoted(gist(told.citation.quote))}", marks=marks, style="note")
    yield Line(left=" ", body=grounds_words(link, names), style="note")


def _disagreement(one: Disagreement, sources: Sources, names: Names) -> Line:
    claims = "; ".join(_claim(claim, one, sources, names) for claim in one.claims)
    words = _("sources differ on {property}: {claims}").format(property=_(PROPERTIES[one.property]), claims=claims)
    return Line(left=" ", body=words, style="note")


def _claim(claim: Claim, one: Disagreement, sources: Sources, names: Names) -> str:
    marks = "".join(sorted(sources.mark(report.document) for report in claim.reports))
    whose = claim_sides(claim, names)
    return f"{claim_value(claim, one)} {marks}" + (f" ({whose})" if whose else "")
