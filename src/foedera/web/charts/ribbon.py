"""The levels of two parties over time: a bar for each, from its beginning to the last report that tells of it, pale where none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap

from foedera.api.wording.days import basis_words, edtf
from foedera.api.wording.entries import level_since, turn_words
from foedera.api.wording.quotes import capital
from foedera.api.wording.terms import level
from foedera.model.entry import HeldLevel
from foedera.model.relation import Relation
from foedera.plumbing.interface import _, counted
from foedera.web.charts.drawing import LINE, Caption, Chart, Table, across, drawing, element, group, words
from foedera.web.charts.spans import Scale, scale_of

ID = "ribbon"
BAR, GAP = 12, 17
"""Heights: of a bar, and of what stays free around it."""
LETTERS = 40
"""As many fit beside each other in a narrow drawing."""
LEAST = 0.006
"""The share of the width that a bar has at least, so that a day is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A level on the ribbon, in days: it began between `first` and `begun`, was last told of on `seen`, and ended by `until`, if it did."""

    level: HeldLevel
    first: str
    begun: str
    seen: str
    until: str | None = None
    next: HeldLevel | None = None


def ribbon(found: Relation) -> Chart | None:
    """The chart, or None where no level has a date."""
    held = states(found)
    if not held:
        return None
    end = last_day(found, held)
    scale = scale_of([date for one in held for date in (one.first, one.seen)] + [end])
    title = _("Levels over time")
    told = "; ".join(_sentence(one) for one in held)
    tops = list(accumulate((_height(one) for one in held), initial=0))
    bottom = tops[-1] + LINE
    shapes = [_row(one, top, scale, end) for one, top in zip(held, tops, strict=False)]
    remark = counted("{n} level without a date is not drawn", "{n} levels without a date are not drawn", len(found.levels) - len(held))
    return Chart(
        title=title,
        svg=drawing(Caption(id=ID, title=title, description=told), bottom + 4, scale.axis(0, bottom), *shapes),
        table=Table(caption=title, heads=(_("Level"), _("From"), _("Last seen"), _("Until")), rows=tuple(map(row, held))),
        key=(("solid", _("from its beginning to the last report that tells of it")), ("pale", _("not told for certain"))),
        remarks=(remark,) if len(held) < len(found.levels) else (),
    )


def states(found: Relation) -> tuple[Held, ...]:
    """The levels that have a date, earliest first, each until the next one began; the one in force has no end."""
    dated = sorted((one for one in found.levels if _begun(one)), key=lambda one: (_begun(one), one.id))
    standing = found.standing.level.id if found.standing else None
    held = []
    for at, one in enumerate(dated):
        later = next((other for other in dated[at + 1 :] if other.tense == "past"), None)
        held.append(_held(one, later if one.id != standing else None, found.as_of))
    return tuple(held)


def last_day(found: Relation, held: Sequence[Held]) -> str:
    """The last day of which anything is known: that which was asked for, else that of the last report."""
    days = [report.published.last for report in found.reports if report.published and report.published.year_known]
    return found.as_of or max([*days, *(one.seen for one in held)])


def row(one: Held) -> tuple[str, ...]:
    """A level in words, as it stands in the table."""
    since = ", ".join(filter(None, [level_since(one.level), basis_words(one.level.since)]))
    if one.next:
        until = _("{date}, followed by: {level}").format(date=level_since(one.next), level=capital(level(one.next.level)))
    else:
        until = _("no end is told")
    turns = [turn_words(turn) for turn in one.level.turns]
    until = _("only announced; {until}").format(until=until) if one.level.tense == "planned" else until
    return capital(level(one.level.level)), since, edtf(one.seen), "; ".join([until, *turns])


def _sentence(one: Held) -> str:
    title, since, seen, until = row(one)
    return _("{level}: from {since}; last seen {seen}; until: {until}").format(level=title, since=since, seen=seen, until=until)


def _held(one: HeldLevel, later: HeldLevel | None, as_of: str | None) -> Held:
    first, begun = _begun(one), one.since.last if one.since and one.since.year_known else _begun(one)
    until = _begun(later) if later else None
    days = [report.published.last for report in one.reports if report.published and report.published.year_known]
    seen = max([begun, *days])
    ends = [date for date in (until, as_of) if date]
    return Held(level=one, first=first, begun=begun, seen=max(first, min([seen, *ends])), until=until, next=later)


def _begun(one: HeldLevel) -> str:
    """The first day on which it may have begun, else that by which a report tells of it; nothing where neither is known."""
    return one.since.first if one.since and one.since.year_known else one.reported or ""


def _title(one: Held) -> list[str]:
    return wrap(f"{capital(level(one.level.level))}, {level_since(one.level)}", LETTERS)


def _height(one: Held) -> int:
    return LINE * len(_title(one)) + BAR + GAP


def _row(one: Held, top: int, scale: Scale, end: str) -> str:
    """Its title, and below it the bar: pale, solid, pale."""
    first, begun, seen = (scale.share(date) for date in (one.first, min(one.begun, one.seen), one.seen))
    last = scale.share(one.until or max(end, one.seen))
    level = top + LINE * len(_title(one)) + 5
    parts = [words(line, {"x": "0", "y": top + LINE * at - 2}) for at, line in enumerate(_title(one), start=1)]
    if not (one.level.since and one.level.since.year_known):
        parts.append(_bar("pale", 0.0, first, level))  # it may have begun at any time before
    parts += [_bar("pale", first, begun, level)] if begun > first else []
    parts += [_bar("pale", seen, last, level)] if last > seen else []
    if one.level.tense == "past":
        parts.append(_bar("solid", begun, max(seen, begun + LEAST), level))
    for turn in one.level.turns:
        at = across(scale.share(turn.when.first))
        parts.append(element("line", {"x1": at, "x2": at, "y1": level - 3, "y2": level + BAR + 3, "class": "turn"}))
    return group(_sentence(one), *parts)


def _bar(kind: str, begin: float, end: float, top: int) -> str:
    place = {"x": across(begin), "width": across(max(0.0, end - begin)), "y": top, "height": BAR}
    return element("rect", {"class": kind, **place})
