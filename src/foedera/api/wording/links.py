"""Links and disagreements → words: what became of an entry, what it carries on, why both are linked, where sources differ."""

from __future__ import annotations

from foedera.api.naming import Names
from foedera.api.wording.days import day, edtf
from foedera.api.wording.terms import level
from foedera.model.disagreement import Claim, Disagreement
from foedera.model.entry import Commitment, Entry
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp
from foedera.model.when import When
from foedera.plumbing.interface import _, counted, noop

SHOWN = 2
"""Grounds of a link that are shown: the strongest ones; the JSON answer has all."""
LATER = {
    "fulfils": noop("done"),
    "continues": noop("carried on"),
    "reaffirms": noop("reaffirmed"),
    "postpones": noop("postponed"),
    "contradicts": noop("contradicted"),
}
"""What a later entry made of this one."""
EARLIER = {
    "fulfils": noop("fulfils"),
    "continues": noop("carries on"),
    "reaffirms": noop("reaffirms"),
    "postpones": noop("postpones"),
    "contradicts": noop("contradicts"),
}
"""What this entry makes of an earlier one."""
PROPERTIES = {
    "date": noop("date"),
    "place": noop("place"),
    "level": noop("level"),
    "amount": noop("amount"),
    "target_date": noop("deadline"),
    "document_count": noop("number of documents"),
    "attendees": noop("who attended"),
}


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


def leads_on(link: FollowUp, entry: Entry) -> bool:
    """Whether the link tells what became of the entry, rather than what the entry carries on."""
    return link.earlier in {link.later, entry.id}


def other_end(link: FollowUp, entry: Entry) -> tuple[Fact, ...]:
    """The facts at the other end of a link."""
    return link.later_facts if leads_on(link, entry) else link.earlier_facts


def link_words(link: FollowUp, entry: Entry) -> str:
    """What became of the entry, or what it makes of the earlier one."""
    return _((LATER if leads_on(link, entry) else EARLIER)[link.kind])


def grounds_words(link: FollowUp, names: Names) -> str:
    """Why both are linked."""
    shared = ", ".join(_ground(ground, name, names) for ground, name in link.grounds[:SHOWN])
    return _("for both: {grounds}").format(grounds=shared)


def claim_value(claim: Claim, one: Disagreement) -> str:
    """A value that sources differ on."""
    if one.property in {"date", "target_date"}:
        return day(When(edtf=claim.value))
    return level(claim.value) if one.property == "level" else claim.value


def claim_sides(claim: Claim, names: Names) -> str:
    """Whose the sources of a value are."""
    return ", ".join(sorted({names.side(side.kind, side.state) for side in claim.sides if side.kind}))


def _ground(ground: str, name: str, names: Names) -> str:
    """One ground by the name that people know."""
    if ground == "plan":
        return _("the plan of it")
    if ground == "topic":
        return names.topic(name)
    if ground == "mechanism":
        return _("a new mechanism")
    return names.area(name) if ground == "area" else name
