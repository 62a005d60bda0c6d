"""What two parties promised each other, by policy area and by what became of it: a bar for each area, in parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from foedera.api.naming import Names
from foedera.api.wording.quotes import capital
from foedera.model.entry import Status
from foedera.model.relation import Relation
from foedera.plumbing.interface import _, noop
from foedera.web.charts.drawing import LINE, Caption, Chart, Table, across, drawing, element, group, words

ID = "promises"
BAR, ROW = 12, 40
GROUPS: tuple[tuple[str, str, frozenset[Status]], ...] = (
    ("done", noop("done"), frozenset({"done"})),
    ("way", noop("under way"), frozenset({"under way"})),
    ("again", noop("reaffirmed"), frozenset({"reaffirmed"})),
    ("firm", noop("agreed or pledged"), frozenset({"agreed", "pledged"})),
    ("loose", noop("planned, considered or urged"), frozenset({"planned", "considered", "urged"})),
    ("late", noop("postponed"), frozenset({"postponed"})),
    ("against", noop("contradicted"), frozenset({"contradicted"})),
)
"""Class of a part, what it means, and the statuses that it holds, those that were kept first."""


def promises(found: Relation, names: Names) -> Chart | None:
    """The chart, or None where nothing was promised."""
    counts = {capital(names.area(one.area)): _counted(Counter(item.status for item in one.commitments)) for one in found.commitments}
    if not counts:
        return None
    shown = [(kind, _(meaning)) for kind, meaning, _held in GROUPS if any(one[kind] for one in counts.values())]
    most, title = max(sum(one.values()) for one in counts.values()), _("Commitments by policy area and status")
    rows = tuple((area, *(str(one[kind]) for kind, _meaning in shown), str(sum(one.values()))) for area, one in counts.items())
    told = "; ".join(_sentence(area, one) for area, one in counts.items())
    bars = [_row(area, counts[area], at * ROW, most) for at, area in enumerate(counts)]
    return Chart(
        title=title,
        svg=drawing(Caption(id=ID, title=title, description=told), len(counts) * ROW, *bars),
        table=Table(caption=title, heads=(_("Policy area"), *(capital(meaning) for _kind, meaning in shown), _("All")), rows=rows),
        key=tuple(shown),
    )


def _counted(statuses: Mapping[Status, int]) -> dict[str, int]:
    return {kind: sum(statuses.get(one, 0) for one in held) for kind, _meaning, held in GROUPS}


def _sentence(area: str, counts: Mapping[str, int]) -> str:
    parts = [f"{counts[kind]} {_(meaning)}" for kind, meaning, _held in GROUPS if counts[kind]]
    return f"{area}: " + ", ".join(parts)


def _row(area: str, counts: Mapping[str, int], top: int, most: int) -> str:
    parts, at = [words(f"{area}, {sum(counts.values())}", {"x": "0", "y": top + LINE - 2})], 0
    for kind, _meaning, _held in GROUPS:
        if counts[kind]:
            place = {"x": across(at / most), "width": across(counts[kind] / most), "y": top + LINE + 4, "height": BAR}
            parts.append(element("rect", {"class": kind, **place}))
            at += counts[kind]
    return group(_sentence(area, counts), *parts)
