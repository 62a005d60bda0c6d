"""The sessions of a mechanism → how far apart they are, when the next is due, and whether it is overdue by what was read since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from statistics import median

from foedera.merging.silences import Heard
from foedera.model.entry import Mechanism, Session
from foedera.model.when import When, day

PERIODS = (3, 6, 12, 24, 36, 48, 60)
"""The months between sessions that mechanisms are held at."""
STRAY = 1 / 3
"""The part of a period by which sessions may stray from it and still show it: a yearly meeting comes after eight to sixteen months."""
FEWEST = 3
"""The fewest dated sessions without numbers that show a period: of two, one between them may not have been read of."""
GRACE = 92
"""Days after which what was due is overdue: a quarter, as for any plan that may come true late."""
MONTHS = 12


def paced(mechanism: Mechanism, months: Mapping[str, int]) -> Mechanism:
    """The mechanism with its cadence and the next session due; `months` are those of the topics that state a cadence."""
    stated = {months[topic] for fact in mechanism.facts for topic in fact.topics if topic in months}
    cadence = min(stated) if len(stated) == 1 else _shown(mechanism.sessions)
    return replace(mechanism, cadence=cadence, cadence_stated=len(stated) == 1, due=_due(mechanism.sessions, cadence))


def overdue(mechanism: Mechanism, told: Heard) -> Mechanism:
    """The mechanism with what was read of its parties since the next session was due."""
    if mechanism.due is None or told.last is None or (day(told.last) - day(mechanism.due.last)).days <= GRACE:
        return mechanism
    return replace(mechanism, overdue=told.after(mechanism.due.last))


def _shown(sessions: Iterable[Session]) -> int | None:
    """The period that dated sessions show: numbered ones by what lies between two numbers, others by what lies between two dates."""
    dated = sorted(
        {
            (_month(one.when), one.edition)
            for one in sessions
            if one.when and one.tense == "past" and one.when.year_known and _month(one.when)
        },
        key=lambda one: (one[0], one[1] or 0),
    )
    numbered = [(month, edition) for month, edition in dated if edition is not None]
    gaps = [(later - month) / (number - edition) for (month, edition), (later, number) in pairwise(numbered) if number > edition]
    if not gaps and len(dated) >= FEWEST:
        gaps = [later - month for (month, _), (later, _) in pairwise(dated) if later > month]
    middle = median(gaps) if gaps else 0
    return next((period for period in PERIODS if abs(middle - period) <= period * STRAY), None)


def _due(sessions: Iterable[Session], cadence: int | None) -> When | None:
    """The next session planned after the last one that took place; else the month in which the cadence has it."""
    held = [one.when for one in sessions if one.when and one.when.year_known and one.tense == "past"]
    last = max(held, key=lambda when: (when.last, when.edtf), default=None)
    planned = [one.when for one in sessions if one.when and one.when.year_known and one.tense == "planned"]
    ahead = [when for when in planned if last is None or when.last > last.last]
    if ahead:
        return min(ahead, key=lambda when: (when.last, when.edtf))
    if last is None or cadence is None:
        return None
    if not _month(last):
        return When(edtf=f"{int(last.last[:4]) + max(1, cadence // MONTHS):04d}", basis="inferred")
    year, month = divmod(_month(last) + cadence - 1, MONTHS)
    return When(edtf=f"{year:04d}-{month + 1:02d}", basis="inferred")


def _month(when: When | None) -> int:
    """Months since the year 0, of what is known to the month; else 0."""
    if when is None or when.last[:7] != when.first[:7]:
        return 0
    return int(when.last[:4]) * MONTHS + int(when.last[5:7])
