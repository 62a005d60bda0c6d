"""Entries → lines: what happened, what holds, what was promised, who and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedera.api.naming import Names
from foedera.api.wording import entries as wording
from foedera.api.wording.days import day, day_alone
from foedera.api.wording.entries import SEPARATOR, STEPS
from foedera.api.wording.links import later_words
from foedera.api.wording.quotes import gist, quoted
from foedera.cli.parts import links
from foedera.cli.parts.lines import Line
from foedera.cli.parts.sources import Sources
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.fact import Fact
from foedera.plumbing.interface import _, counted


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
    what = wording.event_words(entry, view.names, parties=view.parties)
    under = [Line(left=" ", body=wording.attendees(entry.attendees, view.names))] if entry.attendees else []
    under += links.year_words(entry, view.sources, view.facts)
    return _entry(entry, view, (day_alone(entry.when), SEPARATOR.join(what)), under)


def level(entry: HeldLevel, view: View) -> list[Line]:
    """A level: since when, and its title."""
    words = wording.level_words(entry, view.names, parties=view.parties)
    under = [Line(left=" ", body=SEPARATOR.join(f"{lang}: {words}" for lang, words in entry.titles))] if entry.titles else []
    under += [Line(left=" ", body=wording.turn_words(one), style="note") for one in entry.turns]
    return _entry(entry, view, (wording.level_since(entry), SEPARATOR.join(words)), under)


def commitment(entry: Commitment, view: View) -> list[Line]:
    """A commitment: by whom and how firmly, what, for how much and by when, and what became of it."""
    terms = wording.commitment_words(entry, view.names, parties=view.parties)
    quote = min((fact.citation.quote for fact in entry.facts), key=len)
    under = [] if view.quotes else [Line(left=" ", body=quoted(gist(quote)))]
    later = later_words(entry)
    under += [Line(left=" ", body=later, style="note")] if later else []
    return _entry(entry, view, (wording.commitment_by(entry, view.names), SEPARATOR.join(terms)), under)


def mechanism(entry: Mechanism, view: View) -> list[Line]:
    """A mechanism with its sessions, and when the next is due."""
    words = wording.mechanism_words(entry, view.names, parties=view.parties)
    under = [Line(left=" ", body=SEPARATOR.join(wording.session_words(session))) for session in entry.sessions]
    pace = wording.pace_words(entry)
    under += [Line(left=" ", body=SEPARATOR.join(pace), style="note")] if pace else []
    return _entry(entry, view, ("", SEPARATOR.join(words)), under)


def instrument(entry: Instrument, view: View) -> list[Line]:
    """An instrument: its name, date, and life."""
    words = wording.instrument_words(entry, view.names)
    life = SEPARATOR.join(f"{_(STEPS[stage.step])} {day(stage.when)}" for stage in entry.stages)
    return _entry(entry, view, ("", SEPARATOR.join(words)), [Line(left=" ", body=life)] if life else [])


def person(entry: Person, view: View) -> list[Line]:
    """A person: the state, the name, the offices seen."""
    return _entry(entry, view, (view.names.actor(entry.country), SEPARATOR.join(wording.person_words(entry))))


def _entry(entry: Entry, view: View, head: tuple[str, str], under: Sequence[Line] = ()) -> list[Line]:
    """The entry's line (what stands left, and the rest), what belongs under it, and its quotes where they are wanted."""
    left, body = head
    marks = view.sources.marks(entry)
    if entry.origins and entry.origins < len(entry.reports):
        marks += " " + counted("({n} origin)", "({n} origins)", entry.origins)
    under = [*under, *links.links(entry, view.sources, view.names)]
    return [Line(left=left, body=body, marks=marks), *under, *(view.sources.quotes(entry) if view.quotes else ())]
