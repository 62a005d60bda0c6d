"""Relation → the dossier of a pair as an analyst would keep it: where the two stand, how it came to be, what was promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from foedera.api.naming import Names
from foedera.cli.parts import entries
from foedera.cli.parts.days import DASH, day, edtf
from foedera.cli.parts.entries import View
from foedera.cli.parts.lines import Line, capital, heading, title
from foedera.cli.parts.sources import sources_of
from foedera.model.comparison import Change, Comparison
from foedera.model.entry import Entry
from foedera.model.fact import Fact
from foedera.model.relation import AreaCommitments, Outdated, Relation, Standing
from foedera.model.report import Report, Side
from foedera.plumbing.interface import _, counted


def dossier(relation: Relation, names: Names, *, quotes: bool = False) -> list[Line]:
    """The page; with `quotes`, every passage under its line."""
    view = View(sources=sources_of(relation.reports), names=names, quotes=quotes, parties=False, facts=_facts(relation))
    return [
        *_head(relation, view),
        *_section(_("Levels"), relation.levels, entries.level, view),
        *_section(_("Meetings and acts"), relation.events, entries.event, view),
        *_commitments(relation, view),
        *_statements(relation, view),
        *_section(_("Mechanisms"), relation.mechanisms, entries.mechanism, view),
        *_section(_("Instruments"), relation.instruments, entries.instrument, view),
        *_section(_("People"), relation.people, entries.person, view),
        *view.sources.lines(names),
        *ladders(relation, names),
    ]


def _facts(relation: Relation) -> tuple[Fact, ...]:
    """The facts from which years may have been worked out."""
    found = (*relation.events, *relation.mechanisms, *relation.people)
    return tuple(fact for entry in found for fact in entry.facts)


def standing_words(standing: Standing) -> str:
    """The level in force, and since when or by when it is known to be."""
    since = standing.level.since
    if since is not None:
        words = _("{level} since {date}").format(level=standing.level.level, date=day(since))
    elif standing.by is not None:
        words = _("{level}, in force by {date}").format(level=standing.level.level, date=edtf(standing.by))
    else:
        words = _("{level}, since when is not stated").format(level=standing.level.level)
    if standing.long_ago and standing.confirmed:
        words += _("; last confirmed {date}").format(date=edtf(standing.confirmed))
    return f"{words}; {entries.turn_words(standing.turn)}" if standing.turn else words


def rungs(standing: Standing, names: Names) -> list[Line]:
    """The place of the title on each side's own ladder."""
    ranked = {rung.state: rung for rung in standing.rungs}
    lines = []
    for code in standing.parties:
        rung = ranked.get(code)
        if rung is None:
            words = _("no ladder of {state} is known here").format(state=names.actor(code))
        else:
            words = _("rung {place} of {height} on the ladder of {state}").format(
                place=rung.place, height=rung.height, state=names.actor(code)
            )
        lines.append(Line(left=" ", body=words))
    return lines


def ladders(relation: Relation, names: Names) -> list[Line]:
    """Who says how each side ranks its partnerships."""
    ranked = relation.standing.rungs if relation.standing else ()
    lines = [Line(left=names.actor(rung.state), body=rung.source) for rung in ranked]
    return [heading(_("Sources of the ladders")), *lines] if lines else []


def _head(relation: Relation, view: View) -> list[Line]:
    page = [title(entries.pair(relation.parties, view.names))]
    if relation.as_of:
        page.append(Line(left=_("As of"), body=edtf(relation.as_of)))
    if relation.known_at:
        words = _("{date}: from what was recorded by then, read by today's rules")
        page.append(Line(left=_("Known at"), body=words.format(date=edtf(relation.known_at))))
    if relation.standing:
        marks = view.sources.marks(relation.standing.level)
        page += [
            Line(left=_("Level"), body=capital(standing_words(relation.standing)), marks=marks),
            *rungs(relation.standing, view.names),
        ]
    else:
        page.append(Line(left=_("Level"), body=_("none in the reports read")))
    for event in relation.established:
        page.append(Line(left=_("Relations since"), body=day(event.when), marks=view.sources.marks(event)))
        page += view.sources.quotes(event) if view.quotes else []
    page.append(Line(left=_("Read"), body=_read(relation.reports)))
    if any(side.kind for side in relation.sides):
        page.append(Line(left=_("Whose"), body="; ".join(_side(side, view.names) for side in relation.sides)))
    return [*page, *(_outdated(one, view) for one in relation.outdated)]


def _side(side: Side, names: Names) -> str:
    words = f"{names.side(side.kind, side.state)}: " + counted("{n} report", "{n} reports", side.reports)
    return words + (" " + counted("({n} origin)", "({n} origins)", side.origins) if side.origins < side.reports else "")


def _outdated(one: Outdated, view: View) -> Line:
    words = _("says {title}, though {level} is in force since {date}").format(
        title=one.level, level=one.instead.level, date=day(one.instead.since)
    )
    return Line(left=_("Outdated"), body=words, marks=view.sources.mark(one.report.document), style="note")


def _read(reports: Sequence[Report]) -> str:
    if not reports:
        return _("no report on this pair")
    days = sorted(report.published.edtf for report in reports if report.published and report.published.year_known)
    words = counted("{n} report", "{n} reports", len(reports))
    named = {report.publisher for report in reports if report.publisher}
    words += (" " + counted("of {n} known publisher", "of {n} known publishers", len(named))) if named else ""
    return f"{words}, {edtf(days[0])} {DASH} {edtf(days[-1])}" if len(days) > 1 else words


def _section(head: str, found: Sequence[Entry], lines_of: Callable[..., list[Line]], view: View) -> list[Line]:
    return [heading(head), *(line for entry in found for line in lines_of(entry, view))] if found else []


def _commitments(relation: Relation, view: View) -> Iterable[Line]:
    if not relation.commitments:
        return []
    return [heading(_("Commitments")), *(line for group in relation.commitments for line in _area(group, view))]


CHANGES: dict[Change, tuple[str, str]] = {
    "new": (_("{n} new"), _("{n} new")),
    "firmer": (_("{n} firmer"), _("{n} firmer")),
    "repeated": (_("{n} repeated"), _("{n} repeated")),
    "weaker": (_("{n} weaker"), _("{n} weaker")),
    "dropped": (_("{n} no longer said"), _("{n} no longer said")),
}
"""What became of promises from one statement to the next; `compare` tells each of them."""


def _statements(relation: Relation, view: View) -> Iterable[Line]:
    if not relation.statements:
        return []
    return [heading(_("From statement to statement")), *(_compared(one, view) for one in relation.statements)]


def _compared(one: Comparison, view: View) -> Line:
    counts = Counter(promise.change for promise in one.promises)
    words = ", ".join(counted(*CHANGES[change], counts[change]) for change in CHANGES if counts[change])
    between = f"{view.sources.mark(one.earlier.document)} \N{RIGHTWARDS ARROW} {view.sources.mark(one.later.document)}"
    return Line(left=between, body=words)


def _area(group: AreaCommitments, view: View) -> list[Line]:
    head = replace(heading(capital(view.names.area(group.area))), style="title", indent=2)
    return [
        head,
        *(line for entry in group.commitments for line in entries.commitment(entry, view)),
    ]
