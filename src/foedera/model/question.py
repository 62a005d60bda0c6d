"""Question: what a person asks of the entries; every listing understands the same one."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person

KINDS: dict[str, type[Entry]] = {
    "event": Event,
    "level": HeldLevel,
    "commitment": Commitment,
    "mechanism": Mechanism,
    "instrument": Instrument,
    "person": Person,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which entries are wanted; what is left empty asks nothing.

    `parties` are codes: all of them take part (of people: any of them is theirs). `start` and `end` are days (`2023-11-27`).
    `type` is the type of an event, the modality of a commitment, the office of a person; `area` a policy area of a commitment;
    `kind` what the entry is.
    """

    parties: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    type: str | None = None
    area: str | None = None
    kind: str | None = None

    def fits(self, entry: Entry) -> bool:
        """Whether the entry is one that is asked for."""
        is_kind = self.kind is None or isinstance(entry, KINDS[self.kind])
        return is_kind and self._fits_parties(entry) and self._fits_days(entry) and self._fits_type(entry) and self._fits_area(entry)

    def _fits_parties(self, entry: Entry) -> bool:
        wanted = set(self.parties)
        if isinstance(entry, Person):
            return not wanted or entry.country in wanted
        return wanted <= set(entry.parties)

    def _fits_days(self, entry: Entry) -> bool:
        if self.start is None and self.end is None:
            return True
        days = days_of(entry)
        return days is not None and (self.start or "") <= days[1] and days[0] <= (self.end or "9999-12-31")

    def _fits_type(self, entry: Entry) -> bool:
        if self.type is None:
            return True
        if isinstance(entry, Event):
            return entry.type == self.type
        if isinstance(entry, Commitment):
            return entry.modality == self.type
        return isinstance(entry, Person) and any(self.type in tenure.office.split("; ") for tenure in entry.tenures)

    def _fits_area(self, entry: Entry) -> bool:
        return self.area is None or not isinstance(entry, Commitment) or self.area in entry.areas


def days_of(entry: Entry) -> tuple[str, str] | None:
    """The first and the last day an entry may be of: its own where a year is known, else the day it was first reported."""
    if isinstance(entry, Person):
        ends = [when for tenure in entry.tenures for when in (tenure.first, tenure.last) if when and when.year_known]
        if ends:
            return min(when.first for when in ends), max(when.last for when in ends)
    when = entry.when if isinstance(entry, Event) else entry.since if isinstance(entry, HeldLevel) else None
    if when is not None and when.year_known:
        return when.first, when.last
    return (entry.reported, entry.reported) if entry.reported else None
