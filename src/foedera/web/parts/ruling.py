"""What a reader wants ruled, from a form or from a program → the ruling; and what tells that an entry changed since he saw it."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from foedera import api
from foedera.model.entry import Entry
from foedera.model.judgement import Judgement
from foedera.plumbing.errors import UsageError
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location
from foedera.web.parts.access import signature

RULING = Lock()
"""Two rulings that come at once are looked at one after the other, so that the second sees what the first did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A ruling as it is asked for: `fact` and `other` by id, `property` and `value` of a correction, `later` of a link."""

    ruling: str
    fact: str
    why: str = ""
    other: str = ""
    property: str = ""
    value: str | None = None
    later: str | None = None


def ruled(wanted: Wanted, ledger: Location | None) -> Judgement:
    """Rule as wanted; whoever is in signs.

    Raises:
        UsageError: when there is no such ruling, it needs a reason and has none, or it cannot be made.
    """
    why, signs = wanted.why.strip(), signature()
    if "\0" in why:
        raise UsageError(_("a reason holds a sign that ends texts"), remedy=_("write it in words"))
    ways = {
        "confirm": lambda: api.judge_confirm(wanted.fact, wanted.later, why=why, by=signs, ledger=ledger),
        "strike": lambda: api.judge_strike(wanted.fact, wanted.later, why=why, by=signs, ledger=ledger),
        "correct": lambda: api.judge_correct(wanted.fact, wanted.property, wanted.value, why=why, by=signs, ledger=ledger),
        "same": lambda: api.judge_same(wanted.fact, wanted.other, why=why, by=signs, ledger=ledger),
        "different": lambda: api.judge_different(wanted.fact, wanted.other, why=why, by=signs, ledger=ledger),
    }
    way = ways.get(wanted.ruling)
    if way is None:
        raise UsageError(_("no ruling was chosen"), remedy=_("press one of the buttons of the page"))
    if not why and wanted.ruling != "confirm":
        raise UsageError(_("such a ruling needs a reason"), remedy=_("go back and say why"))
    return way()


def version(found: Entry, ledger: Location | None) -> str:
    """What an entry is, with the rulings on its facts: another one when somebody ruled on it."""
    facts = {fact.id for fact in found.facts}
    on_it = sorted(listed.judgement.id for listed in api.judgements(ledger=ledger) if facts & set(listed.judgement.facts))
    return id_of(api.answers.text(api.answers.entry(found)), *on_it)
