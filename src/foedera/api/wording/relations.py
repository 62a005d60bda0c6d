"""What a dossier says of a pair as a whole → words: the level in force, ladders, what was read, how statements compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from foedera.api.naming import Names
from foedera.api.wording.days import DASH, day, edtf
from foedera.api.wording.entries import turn_words
from foedera.api.wording.terms import level
from foedera.model.comparison import Change, Comparison
from foedera.model.relation import Outdated, Standing
from foedera.model.report import Report, Side
from foedera.plumbing.interface import _, counted, noop

CHANGES: dict[Change, str] = {
    "new": noop("{n} new"),
    "firmer": noop("{n} firmer"),
    "repeated": noop("{n} repeated"),
    "weaker": noop("{n} weaker"),
    "dropped": noop("{n} no longer said"),
}
"""What became of promises from one statement to the next; `compare` tells each of them."""


def standing_words(standing: Standing) -> str:
    """The level in force, and since when or by when it is known to be."""
    since = standing.level.since
    if since is not None:
        words = _("{level} since {date}").format(level=level(standing.level.level), date=day(since))
    elif standing.by is not None:
        words = _("{level}, in force by {date}").format(level=level(standing.level.level), date=edtf(standing.by))
    else:
        words = _("{level}, since when is not stated").format(level=level(standing.level.level))
    if standing.long_ago and standing.confirmed:
        words += _("; last confirmed {date}").format(date=edtf(standing.confirmed))
    return f"{words}; {turn_words(standing.turn)}" if standing.turn else words


def rung_words(standing: Standing, names: Names) -> list[str]:
    """The place of the title on each side's own ladder."""
    ranked = {rung.state: rung for rung in standing.rungs}
    found = []
    for code in standing.parties:
        rung = ranked.get(code)
        if rung is None:
            found.append(_("no ladder of {state} is known here").format(state=names.actor(code)))
        else:
            words = _("rung {place} of {height} on the ladder of {state}")
            found.append(words.format(place=rung.place, height=rung.height, state=names.actor(code)))
    return found


def side_words(side: Side, names: Names) -> str:
    """How many reports come from the publishers of one kind in one state."""
    words = f"{names.side(side.kind, side.state)}: " + counted("{n} report", "{n} reports", side.reports)
    return words + (" " + counted("({n} origin)", "({n} origins)", side.origins) if side.origins < side.reports else "")


def outdated_words(one: Outdated) -> str:
    """That a report uses a title though a higher one was in force."""
    words = _("says {title}, though {level} is in force since {date}")
    return words.format(title=level(one.level), level=level(one.instead.level), date=day(one.instead.since))


def read_words(reports: Sequence[Report]) -> str:
    """How much was read of a pair, of how many publishers, from when to when."""
    if not reports:
        return _("no report on this pair")
    days = sorted(report.published.edtf for report in reports if report.published and report.published.year_known)
    words = counted("{n} report", "{n} reports", len(reports))
    named = {report.publisher for report in reports if report.publisher}
    words += (" " + counted("of {n} known publisher", "of {n} known publishers", len(named))) if named else ""
    return f"{words}, {edtf(days[0])} {DASH} {edtf(days[-1])}" if len(days) > 1 else words


def change_words(one: Comparison) -> str:
    """How many promises of the later statement are new, firmer, repeated, weaker, or no longer said."""
    counts = Counter(promise.change for promise in one.promises)
    return ", ".join(_(CHANGES[change]).format(n=counts[change]) for change in CHANGES if counts[change])
