"""Entries: what the ledger holds to be so, each derived from facts. An entry's id is the smallest id of its facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.model.disagreement import Disagreement
from foedera.model.fact import (
    Amount,
    Attendee,
    CommitmentFact,
    EventFact,
    Fact,
    FactId,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    Modality,
    TenureFact,
)
from foedera.model.followup import FollowUp
from foedera.model.report import EntryId, Report
from foedera.model.when import When
from foedera.model.world import Step, TurnKind
from foedera.plumbing.shown import Shown

Tense = Literal["past", "planned"]
Status = Literal["considered", "urged", "planned", "agreed", "pledged", "reaffirmed", "under way", "postponed", "contradicted", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Shown):
    """What every entry has: parties (sorted codes), facts (sorted by id) and the reports that say so (sorted by document).

    `origins` counts independent reporting.
    """

    id: EntryId
    parties: tuple[str, ...]
    facts: tuple[Fact, ...]
    reports: tuple[Report, ...]
    origins: int
    disagreements: tuple[Disagreement, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    """The links that lead to it or from it, in order of time."""

    @property
    def reported(self) -> str | None:
        """The first day on which a report of it is known to have been out, or None where no report has a known year."""
        days = [report.published.last for report in self.reports if report.published and report.published.year_known]
        return min(days, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """One happening, however many reports. `tense` is past as soon as one report says that it took place."""

    facts: tuple[EventFact, ...]
    type: str
    when: When | None
    place: str | None
    tense: Tense
    attendees: tuple[Attendee, ...] = ()
    mechanism: str | None = None
    edition: int | None = None
    document_count: int | None = None
    year_from: tuple[FactId, ...] = ()
    """The facts from which the year was worked out, where no report gives it."""

    @property
    def topics(self) -> frozenset[str]:
        """What the passages that tell of it are about."""
        return frozenset(topic for fact in self.facts for topic in fact.topics)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An act by which the parties cut, suspended, lowered or restored their relations."""

    kind: TurnKind
    event: EntryId
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLevel(Entry):
    """A level that the parties have or had: `since` is the narrowest beginning stated, None where no report states one.

    `titles` are the words most used for it in each language (tag, words), by tag; `turns` are what befell their relations once it was in
    force, in order of time.
    """

    facts: tuple[LevelFact, ...]
    level: str
    since: When | None
    tense: Tense
    titles: tuple[tuple[str, str], ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """That nothing later was read of a promise: up to which day, and how many reports of how many publishers on its parties came since."""

    until: str | None
    reports: int
    publishers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Entry):
    """One promise: `by` is `both` or one code; `areas` with the main one first.

    `status` is what its follow-ups show; without any it is what was said, and `silence` tells how much was read since.
    """

    facts: tuple[CommitmentFact, ...]
    by: str
    modality: Modality
    areas: tuple[str, ...]
    target: When | None
    amount: Amount | None
    status: Status = "agreed"
    silence: Silence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of a mechanism: its number where a report gives it, and the event, with its tense, where one is known."""

    edition: int | None
    event: EntryId | None
    when: When | None
    place: str | None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Entry):
    """A standing dialogue, committee or forum, by the name most used, with all names and its sessions in order.

    `cadence` are the months between two sessions, as reports state it or (`cadence_stated` False) the sessions show it; `due` is when the
    next is planned or to be expected; `overdue` tells how much was read of the parties since then without a word of one.
    """

    facts: tuple[MechanismFact, ...]
    name: str
    sessions: tuple[Session, ...]
    names: tuple[str, ...] = ()
    cadence: int | None = None
    cadence_stated: bool = False
    due: When | None = None
    overdue: Silence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step in the life of an instrument, with the event that it was."""

    step: Step
    event: EntryId
    when: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Entry):
    """A treaty, agreement or programme, by the name most used, with all names; `stages` is its life, `state` where it stands."""

    facts: tuple[InstrumentFact, ...]
    name: str
    abbr: str | None
    country: str | None
    when: When | None
    names: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    state: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office a person is seen in, with the first and the last date of that; both None where no report is dated."""

    office: str
    first: When | None
    last: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """A holder of offices: the fullest name, all names as written, the state (or organisation) and the tenures."""

    facts: tuple[TenureFact, ...]
    name: str
    names: tuple[str, ...]
    country: str | None
    tenures: tuple[Tenure, ...]
