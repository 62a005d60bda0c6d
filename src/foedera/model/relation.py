"""Relation: the dossier of a pair (or group) of states, folded from entries; Standing: the level two parties have at a date."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.comparison import Comparison
from foedera.model.entry import Commitment, Event, HeldLevel, Instrument, Mechanism, Person, Turn
from foedera.model.fact import LevelFact
from foedera.model.report import Report, Side
from foedera.plumbing.shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The place of a title on one state's own ladder (1 is the lowest of `height`), with the source of the ladder."""

    state: str
    place: int
    height: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Shown):
    """The level in force between two parties; `by`: where no beginning is known, the day by which a report says so.

    `confirmed` is the last day by which a report says so, `long_ago` when that is years before the last day that counts; `turn` what
    befell the relations since, unless they were restored.
    """

    parties: tuple[str, ...]
    level: HeldLevel
    by: str | None
    rungs: tuple[Rung, ...] = ()
    confirmed: str | None = None
    long_ago: bool = False
    turn: Turn | None = None

    def partner(self, state: str) -> str:
        """The other party (or parties, joined by a comma)."""
        return ",".join(code for code in self.parties if code != state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a ledger holds of a pair alone: the number of its entries, its levels, the latest report."""

    parties: tuple[str, ...]
    entries: int
    levels: tuple[HeldLevel, ...]
    last: Report | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Shown):
    """A pair of which there is a dossier: the number of entries on the two alone, the level in force, the latest report."""

    parties: tuple[str, ...]
    entries: int
    standing: Standing | None
    last: Report | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """A report whose passage gives the parties a level although a higher one was in force: the title used, and the one `instead`."""

    report: Report
    fact: LevelFact
    level: str
    instead: HeldLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCommitments:
    """The commitments of which `area` is the main policy area."""

    area: str
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Shown):
    """What the ledger holds on a pair, up to `as_of` where that is given, from what was recorded by `known_at`.

    `established` are the events of establishing diplomatic relations, earliest first; `levels` the history, earliest first;
    `standing` the level in force; `reports` all sources, and `sides` whose they are; `outdated` are titles used after a higher one was
    in force; `statements` are each of the pair's statements held against the one before.
    """

    parties: tuple[str, ...]
    as_of: str | None
    established: tuple[Event, ...]
    standing: Standing | None
    levels: tuple[HeldLevel, ...]
    events: tuple[Event, ...]
    commitments: tuple[AreaCommitments, ...]
    mechanisms: tuple[Mechanism, ...]
    instruments: tuple[Instrument, ...]
    people: tuple[Person, ...]
    reports: tuple[Report, ...]
    known_at: str | None = None
    sides: tuple[Side, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    statements: tuple[Comparison, ...] = ()
