"""Entries → sentences of a brief, each made of what the entry holds and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.api.briefs.parts.footnotes import Footnotes
from foedera.api.briefs.parts.page import Sentence
from foedera.api.wording import entries as wording
from foedera.api.wording.days import day_alone, edtf
from foedera.api.wording.entries import SEPARATOR
from foedera.api.wording.links import LATER, PROPERTIES, claim_sides, claim_value, leads_on, other_end
from foedera.api.wording.quotes import capital, gist
from foedera.api.wording.relations import standing_words
from foedera.model.disagreement import Disagreement
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.relation import Standing
from foedera.plumbing.interface import _

GIST = 110
"""Characters of a report's words within a sentence; the note has them all."""


def standing(found: Standing, notes: Footnotes) -> Sentence:
    """The level in force."""
    return Sentence(words=_ended(capital(standing_words(found))), notes=notes.of(found.level.facts))


def level(entry: HeldLevel, notes: Footnotes) -> Sentence:
    """A level of the past or the present, since when."""
    words = f"{wording.level_since(entry)}: {SEPARATOR.join(wording.level_words(entry, notes.names, parties=False))}"
    return Sentence(words=_ended(capital(words)), notes=notes.of(entry.facts))


def event(entry: Event, notes: Footnotes) -> Sentence:
    """What happened, when, where, who was there."""
    words = f"{day_alone(entry.when)}: {SEPARATOR.join(wording.event_words(entry, notes.names, parties=False))}"
    who = wording.attendees(entry.attendees, notes.names)
    return Sentence(words=_ended(capital(f"{words} - {who}" if who else words)), notes=notes.of(entry.facts))


def commitment(entry: Commitment, notes: Footnotes) -> Sentence:
    """Who promised what, how firmly, in which areas, for how much, by when, what came of it."""
    areas = ", ".join(notes.names.area(area) for area in entry.areas)
    terms = [wording.commitment_by(entry, notes.names), *wording.commitment_words(entry, notes.names, parties=False)[:1], areas]
    terms += [wording.money(entry.amount)] if entry.amount else []
    terms += [_("by {date}").format(date=edtf(entry.target.edtf))] if entry.target else []
    turns = [link for link in entry.followups if leads_on(link, entry)]
    came = [f"{_(LATER[link.kind])} {_told(link.later_facts)}".strip() for link in turns[-1:]]
    fact = min(entry.facts, key=notes.plainness)
    later = [one for link in turns[-1:] for one in other_end(link, entry)]
    numbers = tuple(sorted({*notes.of([fact]), *notes.of(later)}))
    words = f"{SEPARATOR.join([*terms, *came])}:"
    return Sentence(words=capital(words), notes=numbers, quote=gist(fact.citation.quote, GIST), lang=notes.lang(fact))


def mechanism(entry: Mechanism, notes: Footnotes) -> Sentence:
    """A standing dialogue, its last session, when the next is due."""
    last = [SEPARATOR.join(wording.session_words(one)) for one in entry.sessions[-1:]]
    words = [*wording.mechanism_words(entry, notes.names, parties=False), *last, *wording.pace_words(entry)]
    return Sentence(words=_ended("; ".join(words)), notes=notes.of(entry.facts))


def instrument(entry: Instrument, notes: Footnotes) -> Sentence:
    """A paper, and where it stands."""
    return Sentence(words=_ended(SEPARATOR.join(wording.instrument_words(entry, notes.names))), notes=notes.of(entry.facts))


def person(entry: Person, notes: Footnotes) -> Sentence:
    """A person with the offices seen."""
    words = [notes.names.actor(entry.country), *wording.person_words(entry)]
    return Sentence(words=_ended(SEPARATOR.join(word for word in words if word)), notes=notes.of(entry.facts))


def disagreements(entry: Entry, notes: Footnotes) -> Iterator[Sentence]:
    """Where the sources of an entry differ."""
    for one in entry.disagreements:
        facts = [fact for claim in one.claims for fact in claim.facts]
        words = _("Sources differ on {property}: {claims}").format(property=_(PROPERTIES[one.property]), claims=_claims(one, notes))
        yield Sentence(words=_ended(words), notes=notes.of(facts))


def _claims(one: Disagreement, notes: Footnotes) -> str:
    told = []
    for claim in one.claims:
        whose = claim_sides(claim, notes.names)
        told.append(claim_value(claim, one) + (f" ({whose})" if whose else ""))
    return "; ".join(told)


def _told(facts: tuple[object, ...]) -> str:
    """When what came of a promise took place, where one of its facts says so."""
    days = sorted({when.edtf for fact in facts if (when := getattr(fact, "when", None)) is not None})
    return edtf(days[0]) if days else ""


def _ended(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
