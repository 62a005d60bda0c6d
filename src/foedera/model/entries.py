"""Entries of a whole ledger, with what follows from them."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.disagreement import Disagreement
from foedera.model.entry import Commitment, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.followup import FollowUp
from foedera.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """All entries of a ledger, each kind in its own order, with all reports that were read (also those without a fact).

    `disagreements` and `followups` are what follows from several entries, or several sources of one.
    """

    events: tuple[Event, ...] = ()
    levels: tuple[HeldLevel, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    people: tuple[Person, ...] = ()
    reports: tuple[Report, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    followups: tuple[FollowUp, ...] = ()
