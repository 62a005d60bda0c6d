"""Links and disagreements of an entry → lines under it: what became of it, what it carries on, where its sources differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.api.naming import Names
from foedera.cli.parts.days import day, edtf
from foedera.cli.parts.lines import Line, gist, quoted
from foedera.cli.parts.sources import Sources
from foedera.model.disagreement import Claim, Disagreement
from foedera.model.entry import Commitment, Entry, Event
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp
from foedera.model.when import When
from foedera.plumbing.interface import _, counted

SHOWN = 2
"""Grounds of a link that are shown: the strongest ones; the JSON answer has all."""
LATER = {
    "fulfils": _("done"),
    "continues": _("carried on"),
    "reaffirms": _("reaffirmed"),
    "postpones": _("postponed"),
    "contradicts": _("contradicted"),
}
"""What a later entry made of this one."""
EARLIER = {
    "fulfils": _("fulfils"),
    "continues": _("carries on"),
    "reaffirms": _("reaffirms"),
    "postpones": _("postpones"),
    "contradicts": _("contradicts"),
}
"""What this entry makes of an earlier one."""
PROPERTIES = {
    "date": _("date"),
    "place": _("place"),
    "level": _("level"),
    "amount": _("amount"),
    "target_date": _("deadline"),
    "document_count": _("number of documents"),
    "attendees": _("who attended"),
}


def links(entry: Entry, sources: Sources, names: Names) -> list[Line]:
    """Each link with the passage at its other end, and why both are linked; then each disagreement with its claims."""
    lines = [line for link in entry.followups for line in _link(link, entry, sources, names)]
    return lines + [_disagreement(one, sources, names) for one in entry.disagreements]


def later_words(commitment: Commitment) -> str:
    """What is known of a promise where no later report carries it on."""
    if commitment.silence is None:
        return ""
    if commitment.silence.until is None:
        return _("no later report known: this one is not dated")
    nothing = _("no later report up to {date}").format(date=edtf(commitment.silence.until))
    if not commitment.silence.reports:
        return _("{nothing}; nothing on these parties was read since").format(nothing=nothing)
    read = counted("{n} report", "{n} reports", commitment.silence.reports)
    by = counted("of {n} publisher", "of {n} publishers", commitment.silence.publishers)
    return _("{nothing}; {read} {by} on these parties read since").format(nothing=nothing, read=read, by=by)


def year_words(event: Event, sources: Sources, facts: Sequence[Fact]) -> list[Line]:
    """From what the year of an event was worked out, where no report gives it."""
    told = {(sources.mark(fact.document), quoted(gist(fact.citation.quote))) for fact in facts if fact.id in event.year_from}
    words = _("year worked out from {mark} {quote}")
    return [Line(left=" ", body=words.format(mark=mark, quote=quote), style="note") for mark, quote in sorted(told)]


def _link(link: FollowUp, entry: Entry, sources: Sources, names: Names) -> Iterator[Line]:
    ahead = link.earlier == entry.id and link.later != entry.id
    other = link.later_facts if ahead or link.earlier == link.later else link.earlier_facts
    told = min(other, key=lambda fact: (sources.numbers.get(fact.document, 0), fact.id))
    marks = "".join(sorted({sources.mark(fact.document) for fact in other}))
    words = (LATER if ahead or link.earlier == link.later else EARLIER)[link.kind]
    yield Line(left=" ", body=f"{words}: {quoted(gist(told.citation.quote))}", marks=marks, style="note")
    shared = ", ".join(_ground(ground, name, names) for ground, name in link.grounds[:SHOWN])
    yield Line(left=" ", body=_("for both: {grounds}").format(grounds=shared), style="note")


def _ground(ground: str, name: str, names: Names) -> str:
    """One ground by the name that people know."""
    if ground == "plan":
        return _("the plan of it")
    if ground == "topic":
        return names.topic(name)
    if ground == "mechanism":
        return _("a new mechanism")
    return names.area(name) if ground == "area" else name


def _disagreement(one: Disagreement, sources: Sources, names: Names) -> Line:
    claims = "; ".join(_claim(claim, one, sources, names) for claim in one.claims)
    words = _("sources differ on {property}: {claims}").format(property=PROPERTIES[one.property], claims=claims)
    return Line(left=" ", body=words, style="note")


def _claim(claim: Claim, one: Disagreement, sources: Sources, names: Names) -> str:
    value = day(When(edtf=claim.value)) if one.property in {"date", "target_date"} else claim.value
    marks = "".join(sorted(sources.mark(report.document) for report in claim.reports))
    whose = {names.side(side.kind, side.state) for side in claim.sides if side.kind}
    return f"{value} {marks}" + (f" ({', '.join(sorted(whose))})" if whose else "")
