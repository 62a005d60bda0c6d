"""Entries → lines: what happened, what holds, what was promised, who and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedera.api.naming import Names
from foedera.cli.parts import links
from foedera.cli.parts.days import DASH, basis_words, day, day_alone, edtf
from foedera.cli.parts.lines import Line, capital, gist, quoted
from foedera.cli.parts.sources import Sources
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person, Session, Tenure, Turn
from foedera.model.fact import Amount, Attendee, Fact
from foedera.plumbing.interface import _, counted

STATUS = {"done": _("done"), "under way": _("under way"), "postponed": _("postponed"), "contradicted": _("contradicted")}
"""Statuses that say more than the modality does."""
TURNS = {
    "cut": _("relations cut {date}"),
    "suspended": _("relations suspended {date}"),
    "lowered": _("relations lowered {date}"),
    "restored": _("relations restored {date}"),
}
STEPS = {
    "concluded": _("negotiations concluded"),
    "signed": _("signed"),
    "ratified": _("ratified"),
    "in force": _("in force"),
    "suspended": _("suspended or left"),
}
SEPARATOR = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every line needs beside its entry: numbered sources, names, whether quotes are shown and states named."""

    sources: Sources
    names: Names
    quotes: bool = False
    parties: bool = True
    facts: tuple[Fact, ...] = ()
    """What years may have been worked out from."""


def event(entry: Event, view: View) -> list[Line]:
    """An event: when, what, where, who."""
    what = [capital(view.names.event(entry.type)), *_session_words(entry.mechanism, entry.edition)]
    if view.parties:
        what.append(pair(entry.parties, view.names))
    what += [entry.place] if entry.place else []
    what += [counted("{n} document", "{n} documents", entry.document_count)] if entry.document_count else []
    what += [_("planned")] if entry.tense == "planned" else []
    what += [basis_words(entry.when)] if basis_words(entry.when) else []
    under = [Line(left=" ", body=attendees(entry.attendees, view.names))] if entry.attendees else []
    under += links.year_words(entry, view.sources, view.facts)
    return _entry(entry, view, (day_alone(entry.when), SEPARATOR.join(what)), under)


def level(entry: HeldLevel, view: View) -> list[Line]:
    """A level: since when, and its title."""
    words = [capital(entry.level)] + ([pair(entry.parties, view.names)] if view.parties else [])
    words += [_("announced")] if entry.tense == "planned" else []
    words += [basis_words(entry.since)] if basis_words(entry.since) else []
    reported = _("by {date}").format(date=edtf(entry.reported)) if entry.reported else day(None)
    under = [Line(left=" ", body=SEPARATOR.join(f"{lang}: {words}" for lang, words in entry.titles))] if entry.titles else []
    under += [Line(left=" ", body=turn_words(one), style="note") for one in entry.turns]
    return _entry(entry, view, (day_alone(entry.since) if entry.since else reported, SEPARATOR.join(words)), under)


def commitment(entry: Commitment, view: View) -> list[Line]:
    """A commitment: by whom and how firmly, what, for how much and by when, and what became of it."""
    who = (
        _("Both")
        if entry.by == "both" and len(entry.parties) == len("ab")
        else _("All")
        if entry.by == "both"
        else view.names.actor(entry.by)
    )
    terms = [capital(entry.modality), *([STATUS[entry.status]] if entry.status in STATUS else [])]
    terms += [pair(entry.parties, view.names)] if view.parties else []
    terms += [money(entry.amount)] if entry.amount else []
    terms += [_("by {date}").format(date=edtf(entry.target.edtf))] if entry.target else []
    terms += (
        [", ".join(view.names.area(area) for area in entry.areas)] if view.parties else [view.names.area(area) for area in entry.areas[1:]]
    )
    quote = min((fact.citation.quote for fact in entry.facts), key=len)
    under = [] if view.quotes else [Line(left=" ", body=quoted(gist(quote)))]
    later = links.later_words(entry)
    under += [Line(left=" ", body=later, style="note")] if later else []
    return _entry(entry, view, (who, SEPARATOR.join(terms)), under)


def mechanism(entry: Mechanism, view: View) -> list[Line]:
    """A mechanism with its sessions, and when the next is due."""
    words = [capital(entry.name)] + ([pair(entry.parties, view.names)] if view.parties else [])
    under = [Line(left=" ", body=_session(session)) for session in entry.sessions]
    under += [Line(left=" ", body=SEPARATOR.join(pace_words(entry)), style="note")] if pace_words(entry) else []
    return _entry(entry, view, ("", SEPARATOR.join(words)), under)


def instrument(entry: Instrument, view: View) -> list[Line]:
    """An instrument: its name, date, and life."""
    words = [capital(entry.name) + (f" ({entry.abbr})" if entry.abbr else "")]
    words += [view.names.actor(entry.country)] if entry.country else []
    words += [edtf(entry.when.edtf)] if entry.when else []
    words += [STEPS[entry.state]] if entry.state else []
    life = SEPARATOR.join(f"{STEPS[stage.step]} {day(stage.when)}" for stage in entry.stages)
    return _entry(entry, view, ("", SEPARATOR.join(words)), [Line(left=" ", body=life)] if life else [])


def person(entry: Person, view: View) -> list[Line]:
    """A person: the state, the name, the offices seen."""
    words = [entry.name, *(_tenure(tenure) for tenure in entry.tenures)]
    return _entry(entry, view, (view.names.actor(entry.country), SEPARATOR.join(words)))


def attendees(people: Sequence[Attendee], names: Names) -> str:
    """People with their offices and states."""
    return "; ".join(_attendee(one, names) for one in people)


def pair(parties: Sequence[str], names: Names) -> str:
    """States, in a row."""
    return f" {DASH} ".join(names.actor(code) for code in parties)


def money(amount: Amount) -> str:
    """An amount with its currency."""
    return f"{amount.currency} {amount.value:,}"


def _entry(entry: Entry, view: View, head: tuple[str, str], under: Sequence[Line] = ()) -> list[Line]:
    """The entry's line (what stands left, and the rest), what belongs under it, and its quotes where they are wanted."""
    left, body = head
    marks = view.sources.marks(entry)
    if entry.origins and entry.origins < len(entry.reports):
        marks += " " + counted("({n} origin)", "({n} origins)", entry.origins)
    under = [*under, *links.links(entry, view.sources, view.names)]
    return [Line(left=left, body=body, marks=marks), *under, *(view.sources.quotes(entry) if view.quotes else ())]


def _attendee(one: Attendee, names: Names) -> str:
    known = [part for part in (one.office, names.actor(one.country)) if part]
    return f"{one.name} ({', '.join(known)})" if known else one.name


def _tenure(tenure: Tenure) -> str:
    if tenure.first is None:
        return tenure.office
    first, last = edtf(tenure.first.edtf), edtf((tenure.last or tenure.first).edtf)
    return (
        f"{tenure.office} ("
        + (_("seen {date}").format(date=first) if first == last else _("seen {first} to {last}").format(first=first, last=last))
        + ")"
    )


def turn_words(turn: Turn) -> str:
    """What befell relations, and when."""
    return TURNS[turn.kind].format(date=day(turn.when))


def pace_words(entry: Mechanism) -> list[str]:
    """How far apart sessions are, when the next is due, and whether it is overdue."""
    words = []
    if entry.cadence:
        every = counted("every month", "every {n} months", entry.cadence)
        words.append(every if entry.cadence_stated else _("{every}, by its sessions").format(every=every))
    words += [_("next due {date}").format(date=edtf(entry.due.edtf))] if entry.due else []
    if entry.overdue and entry.overdue.until:
        read = counted("{n} report", "{n} reports", entry.overdue.reports)
        late = _("overdue: no session read of up to {date}, in {read} since")
        words.append(late.format(date=edtf(entry.overdue.until), read=read))
    return words


def _session(session: Session) -> str:
    words = [_("session {n}").format(n=session.edition)] if session.edition else [_("session, number not stated")]
    words += [day(session.when), *([_("planned")] if session.tense == "planned" else [])]
    return SEPARATOR.join([*words, *([session.place] if session.place else [])])


def _session_words(name: str | None, edition: int | None) -> list[str]:
    if name is None:
        return []
    return [name + (_(", session {n}").format(n=edition) if edition else "")]
