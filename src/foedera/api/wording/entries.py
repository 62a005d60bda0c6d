"""Entries → words: when it was, what it is, what belongs under it; the same words on every page."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.api.naming import Names
from foedera.api.wording.days import DASH, basis_words, day, day_alone, edtf
from foedera.api.wording.quotes import capital
from foedera.api.wording.terms import level, modality, office
from foedera.model.entry import Commitment, Event, HeldLevel, Instrument, Mechanism, Person, Session, Tenure, Turn
from foedera.model.fact import Amount, Attendee
from foedera.plumbing.interface import _, counted, noop

STATUS = {"done": noop("done"), "under way": noop("under way"), "postponed": noop("postponed"), "contradicted": noop("contradicted")}
"""Statuses that say more than the modality does."""
TURNS = {
    "cut": noop("relations cut {date}"),
    "suspended": noop("relations suspended {date}"),
    "lowered": noop("relations lowered {date}"),
    "restored": noop("relations restored {date}"),
}
STEPS = {
    "concluded": noop("negotiations concluded"),
    "signed": noop("signed"),
    "ratified": noop("ratified"),
    "in force": noop("in force"),
    "suspended": noop("suspended or left"),
}
SEPARATOR = " \N{MIDDLE DOT} "


def event_words(entry: Event, names: Names, *, parties: bool = True) -> list[str]:
    """What happened, among whom where that is wanted, where, and how its date is known."""
    what = [capital(names.event(entry.type)), *_session_name(entry.mechanism, entry.edition)]
    what += [pair(entry.parties, names)] if parties else []
    what += [entry.place] if entry.place else []
    what += [counted("{n} document", "{n} documents", entry.document_count)] if entry.document_count else []
    what += [_("planned")] if entry.tense == "planned" else []
    return what + ([basis_words(entry.when)] if basis_words(entry.when) else [])


def level_words(entry: HeldLevel, names: Names, *, parties: bool = True) -> list[str]:
    """The title of a level, and how its beginning is known."""
    words = [capital(level(entry.level))] + ([pair(entry.parties, names)] if parties else [])
    words += [_("announced")] if entry.tense == "planned" else []
    return words + ([basis_words(entry.since)] if basis_words(entry.since) else [])


def level_since(entry: HeldLevel) -> str:
    """Since when, or by when a report says so."""
    if entry.since:
        return day_alone(entry.since)
    return _("by {date}").format(date=edtf(entry.reported)) if entry.reported else day(None)


def commitment_by(entry: Commitment, names: Names) -> str:
    """Who promises."""
    if entry.by != "both":
        return names.actor(entry.by)
    return _("Both") if len(entry.parties) == len("ab") else _("All")


def commitment_words(entry: Commitment, names: Names, *, parties: bool = True) -> list[str]:
    """How firmly it is promised, what became of it, for how much, by when, in which policy areas."""
    terms = [capital(modality(entry.modality)), *([_(STATUS[entry.status])] if entry.status in STATUS else [])]
    terms += [pair(entry.parties, names)] if parties else []
    terms += [money(entry.amount)] if entry.amount else []
    terms += [_("by {date}").format(date=edtf(entry.target.edtf))] if entry.target else []
    areas = [names.area(area) for area in entry.areas]
    return terms + ([", ".join(areas)] if parties else areas[1:])


def mechanism_words(entry: Mechanism, names: Names, *, parties: bool = True) -> list[str]:
    """The name of a mechanism."""
    return [capital(entry.name)] + ([pair(entry.parties, names)] if parties else [])


def instrument_words(entry: Instrument, names: Names) -> list[str]:
    """The name of an instrument, whose it is, its date, and where it stands."""
    words = [capital(entry.name) + (f" ({entry.abbr})" if entry.abbr else "")]
    words += [names.actor(entry.country)] if entry.country else []
    words += [edtf(entry.when.edtf)] if entry.when else []
    return words + ([_(STEPS[entry.state])] if entry.state else [])


def person_words(entry: Person) -> list[str]:
    """The name, and the offices seen."""
    return [entry.name, *(_tenure(tenure) for tenure in entry.tenures)]


def attendees(people: Sequence[Attendee], names: Names) -> str:
    """People with their offices and states."""
    return "; ".join(_attendee(one, names) for one in people)


def pair(parties: Sequence[str], names: Names) -> str:
    """States, in a row."""
    return f" {DASH} ".join(names.actor(code) for code in parties)


def money(amount: Amount) -> str:
    """An amount with its currency."""
    return f"{amount.currency} {amount.value:,}"


def turn_words(turn: Turn) -> str:
    """What befell relations, and when."""
    return _(TURNS[turn.kind]).format(date=day(turn.when))


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


def session_words(session: Session) -> list[str]:
    """One session: its number, when and where."""
    words = [_("session {n}").format(n=session.edition)] if session.edition else [_("session, number not stated")]
    words += [day(session.when), *([_("planned")] if session.tense == "planned" else [])]
    return [*words, *([session.place] if session.place else [])]


def _attendee(one: Attendee, names: Names) -> str:
    known = [part for part in (one.office and office(one.office), names.actor(one.country)) if part]
    return f"{one.name} ({', '.join(known)})" if known else one.name


def _tenure(tenure: Tenure) -> str:
    if tenure.first is None:
        return office(tenure.office)
    first, last = edtf(tenure.first.edtf), edtf((tenure.last or tenure.first).edtf)
    seen = _("seen {date}").format(date=first) if first == last else _("seen {first} to {last}").format(first=first, last=last)
    return f"{office(tenure.office)} ({seen})"


def _session_name(name: str | None, edition: int | None) -> list[str]:
    if name is None:
        return []
    return [name + (_(", session {n}").format(n=edition) if edition else "")]
