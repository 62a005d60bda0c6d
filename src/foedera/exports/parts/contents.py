"""What an export is given (contents), what it says it wrote (counts), and what is kept of that beside a file (manifest)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.reading import Reading
from foedera.model.report import Report
from foedera.model.world import Position, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What can be written, each made when it is called for, so that a form loads only what it writes.

    `readings` and `entries` are those of the whole ledger; `listed` are the entries that were asked for, party set by party set, then the
    people; `positions` tells where places
    lie; `reports` those of the whole ledger, or where something was asked, those that tell of what is listed.
    """

    readings: Callable[[], Iterable[Reading]]
    entries: Callable[[], Entries]
    listed: Callable[[], Iterable[Entry]]
    reports: Callable[[], Iterable[Report]]
    world: World
    positions: Callable[[], Mapping[str, tuple[Position, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many rows of each kind were written, and how many were left out for which reason."""

    rows: Mapping[str, int]
    left_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a file of an export holds: form and question, counts, size and SHA-256, and the version of Foedera that wrote it."""

    form: str
    question: Mapping[str, object]
    written: Written
    version: str
    size: int = 0
    sha256: str = ""
