"""How often two parties met, year by year: a bar for each year, its number above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from foedera.model.entry import Event
from foedera.plumbing.interface import _, counted
from foedera.web.charts.drawing import LINE, Caption, Chart, Table, across, drawing, element, group, words
from foedera.web.charts.spans import Scale

ID = "meetings"
HEIGHT = 90
"""Of the highest bar."""
NUMBERED = 20
"""Bars of which each has room for its number in a narrow drawing."""
GAP = 0.2
"""The share of a year's width that stays free."""
CENTURY = 100
"""Years that are drawn at most, up to the last one."""


def meetings(events: Iterable[Event], types: frozenset[str]) -> Chart | None:
    """The chart of the events of these types, or None where none has a year."""
    own = [one for one in events if one.type in types]
    past = [one for one in own if one.tense == "past"]
    dated = Counter(year for one in past if (year := year_of(one)))
    if not dated:
        return None
    last = max(dated)
    counts = {year: dated[year] for year in range(max(min(dated), last - CENTURY + 1), last + 1)}
    most, title = max(counts.values()), _("Meetings a year")
    rows = tuple((str(year), str(number)) for year, number in counts.items())
    told = _("{first} to {last}, at most {most} in a year, {all} in all")
    description = told.format(first=min(counts), last=last, most=most, all=sum(counts.values()))
    bottom = HEIGHT + 2 * LINE
    axis = Scale(first=min(counts), last=last).axis(LINE + HEIGHT, bottom)
    bars = [_bar(at, year, counts, most) for at, year in enumerate(counts)]
    return Chart(
        title=title,
        svg=drawing(Caption(id=ID, title=title, description=description), bottom + 4, axis, *bars),
        table=Table(caption=title, heads=(_("Year"), _("Meetings")), rows=rows),
        remarks=tuple(_remarks(len(past) - sum(counts.values()), len(own) - len(past))),
    )


def year_of(one: Event) -> int | None:
    """The year in which it was, where that is known."""
    when = one.when
    if when is None or not when.year_known or when.first[:4] != when.last[:4]:
        return None
    return int(when.first[:4])


def _remarks(undated: int, planned: int) -> list[str]:
    found = [counted("{n} meeting of no certain year is not drawn", "{n} meetings of no certain year are not drawn", undated)]
    found += [counted("{n} planned meeting is not drawn", "{n} planned meetings are not drawn", planned)]
    return [remark for remark, number in zip(found, (undated, planned), strict=True) if number]


def _bar(at: int, year: int, counts: dict[int, int], most: int) -> str:
    wide, number = 1 / len(counts), counts[year]
    high = round(HEIGHT * number / most)
    place = {"x": across((at + GAP / 2) * wide), "width": across((1 - GAP) * wide), "y": LINE + HEIGHT - high, "height": high}
    parts = [element("rect", {"class": "solid", **place})]
    if number and (len(counts) <= NUMBERED or number == most):
        middle = {"x": across((at + 0.5) * wide), "y": LINE + HEIGHT - high - 3, "text-anchor": "middle"}
        parts.append(words(str(number), middle))
    return group(f"{year}: {number}", *parts)
