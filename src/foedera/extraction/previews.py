"""Previews: what a report tells of a visit that lies ahead without saying of each step that it is planned.

"The president leaves on Sunday for Peru. On this visit they sign ..."; and, in languages whose verbs have no tense, "on Monday he meets".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from foedera.extraction import calendars, counted_days
from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.participation import VISIT
from foedera.extraction.stances import Judged
from foedera.model.mention import Mention
from foedera.model.when import When


class Told(Protocol):
    """A happening told before."""

    @property
    def type(self) -> str:
        """The type of event."""

    @property
    def judged(self) -> Judged:
        """Whether it is planned."""

    @property
    def when(self) -> When | None:
        """Its date."""


def within_a_plan(context: Context, match: Match, told: Sequence[Told]) -> bool:
    """Whether the clause speaks of what happens during the visit told last, and that one lies ahead ("on this visit they sign")."""
    visits = [one for one in told if one.type == VISIT]
    spoken = context.draft.hits.within(match.clause.start, match.start, "class", "within_visit")
    return match.rule.type != VISIT and bool(visits and spoken) and visits[-1].judged.stance.realis == "planned"


def on_the_way(context: Context, match: Match, date: Mention, told: Sequence[Told]) -> Mention | None:
    """The date of a step of the visit told last, which lies ahead: a bare weekday whose next day falls within that visit.

    Only in languages without tense, and where no word says that it is done.
    """
    last = next((one for one in reversed(told) if one.type == VISIT), None)
    if context.draft.pack.tensed or last is None or last.when is None or last.judged.stance.realis != "planned" or not last.when.is_day:
        return None
    coming = counted_days.ahead(context, date, part=True)
    end = calendars.shifted(last.when.first, LONGEST)
    within = coming.when is not None and end is not None and last.when.first <= coming.when.first <= end
    done = context.draft.hits.within(match.scope.start, match.end, "class", "past_mark")
    return coming if within and coming != date and not done else None


LONGEST = 10
"""Days of the longest tour of which a preview tells the steps by their weekdays: the next week would be named."""
