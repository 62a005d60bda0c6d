"""States on a circle, a line between two that were in contact or have a level in force: the more events, the wider."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import cos, pi, sin

from foedera.api.naming import Names
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import standing_words
from foedera.model.network import Contact, Network
from foedera.plumbing.interface import _, counted
from foedera.web.charts.drawing import Caption, Chart, Table, element, group, picture, words

ID = "network"
WIDTH, HEIGHT, RADIUS, DOT = 640, 460, 170, 5
BESIDE = 12
"""Between the circle and the name of a state."""
MOST = 24
"""States that have room on the circle."""
WIDEST = 6
"""Of a line; from as many events on it grows no more."""
Places = Mapping[str, tuple[float, float]]


def circle(found: Network, names: Names) -> Chart | None:
    """The chart, or None where no two states are in contact; states without room stand in the table alone."""
    weights: Counter[str] = Counter()
    for one in found.contacts:
        weights.update(dict.fromkeys(one.parties, 1 + one.events))
    if not weights:
        return None
    chosen = sorted(sorted(weights, key=lambda code: (-weights[code], code))[:MOST], key=names.actor)
    angles = {code: 2 * pi * at / len(chosen) - pi / 2 for at, code in enumerate(chosen)}
    places = {code: (WIDTH / 2 + RADIUS * cos(angle), HEIGHT / 2 + RADIUS * sin(angle)) for code, angle in angles.items()}
    title, rows = _("States in contact"), tuple(row(one, names) for one in found.contacts)
    drawn = [one for one in found.contacts if set(one.parties) <= set(places)]
    told = "; ".join(_sentence(one, names) for one in drawn)
    shapes = [*(_line(one, places, names) for one in drawn), *(_state(code, angles[code], places, names) for code in chosen)]
    remark = counted("{n} state is in the table alone", "{n} states are in the table alone", len(weights) - len(chosen))
    return Chart(
        title=title,
        svg=picture(Caption(id=ID, title=title, description=told), (WIDTH, HEIGHT), *shapes),
        table=Table(caption=title, heads=(_("Pair"), _("Events"), _("Level in force")), rows=rows),
        key=(("solid", _("events in the span, wider with their number")), ("pale", _("a level in force alone"))),
        remarks=(remark,) if len(weights) > len(chosen) else (),
    )


def row(one: Contact, names: Names) -> tuple[str, str, str]:
    """A contact in words, as it stands in the table."""
    level = capital(standing_words(one.standing)) if one.standing else _("none in the reports read")
    return f"{names.actor(one.parties[0])} \N{EN DASH} {names.actor(one.parties[1])}", str(one.events), level


def _sentence(one: Contact, names: Names) -> str:
    pair, events, level = row(one, names)
    return f"{pair}: {events}, {level}"


def _line(one: Contact, places: Places, names: Names) -> str:
    (x1, y1), (x2, y2) = (places[code] for code in one.parties)
    kind = "contact" if one.events else "level"
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    line = element("line", {"class": kind, "stroke-width": min(WIDEST, 1 + one.events // 2) if one.events else 1, **ends})
    return group(_sentence(one, names), line)


def _state(code: str, angle: float, places: Places, names: Names) -> str:
    x, y = places[code]
    beside = RADIUS + BESIDE
    anchor = "middle" if abs(cos(angle)) < 0.1 else "start" if cos(angle) > 0 else "end"  # noqa: PLR2004 - straight above or below
    place = {"x": f"{WIDTH / 2 + beside * cos(angle):.1f}", "y": f"{HEIGHT / 2 + beside * sin(angle) + 4:.1f}", "text-anchor": anchor}
    dot = element("circle", {"class": "state", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": DOT})
    return dot + words(names.actor(code), place)
