"""A fact → words: what it says, among whom, and how the report stands to it."""

from __future__ import annotations

from foedera.api.naming import Names
from foedera.api.wording.days import day, edtf
from foedera.api.wording.entries import SEPARATOR, money, pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.terms import level, modality, office, stance
from foedera.model.fact import CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, MechanismFact, TenureFact
from foedera.plumbing.interface import _


def words_of(fact: Fact, names: Names) -> str:
    """A fact in words."""
    return SEPARATOR.join(part for part in [*_own_words(fact, names), _stance(fact)] if part)


def _own_words(fact: Fact, names: Names) -> list[str]:
    words: list[str] = []
    match fact:
        case EventFact():
            words = [
                capital(names.event(fact.type)),
                day(fact.when),
                fact.place or "",
                fact.mechanism or "",
                _edition(fact.edition),
            ]
        case LevelFact():
            words = [capital(level(fact.level)), _("since {date}").format(date=day(fact.since)) if fact.since else ""]
        case CommitmentFact():
            who = _("both") if fact.by == "both" else names.actor(fact.by)
            areas = ", ".join(names.area(area) for area in fact.areas)
            target = _("by {date}").format(date=edtf(fact.target.edtf)) if fact.target else ""
            words = [f"{capital(who)} {modality(fact.modality)}", areas, money(fact.amount) if fact.amount else "", target]
        case TenureFact():
            words = [fact.name, office(fact.office)]
        case MechanismFact():
            words = [capital(fact.name), _edition(fact.edition)]
        case InstrumentFact():
            words = [capital(fact.name), fact.abbr or "", day(fact.when) if fact.when else ""]
    return [*words, pair(fact.parties, names)]


def _edition(number: int | None) -> str:
    return _("session {n}").format(n=number) if number else ""


def _stance(fact: Fact) -> str:
    words: list[str] = [] if fact.stance.realis == "asserted" else [stance(fact.stance.realis)]
    words += [_("according to {name}").format(name=fact.stance.attributed_to)] if fact.stance.attributed_to else []
    return ", ".join(words)
