"""Relation → the dossier of a pair as an analyst would keep it: where the two stand, how it came to be, what was promised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from foedera.api.naming import Names
from foedera.api.wording.days import day, edtf
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.relations import change_words, outdated_words, read_words, rung_words, side_words, standing_words
from foedera.cli.parts import entries
from foedera.cli.parts.entries import View
from foedera.cli.parts.lines import Line, heading, title
from foedera.cli.parts.sources import sources_of
from foedera.model.comparison import Comparison
from foedera.model.entry import Entry
from foedera.model.fact import Fact
from foedera.model.relation import AreaCommitments, Outdated, Relation, Standing
from foedera.plumbing.interface import _


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


def rungs(standing: Standing, names: Names) -> list[Line]:
    """The place of the title on each side's own ladder."""
    return [Line(left=" ", body=words) for words in rung_words(standing, names)]


def ladders(relation: Relation, names: Names) -> list[Line]:
    """Who says how each side ranks its partnerships."""
    ranked = relation.standing.rungs if relation.standing else ()
    lines = [Line(left=names.actor(rung.state), body=rung.source) for rung in ranked]
    return [heading(_("Sources of the ladders")), *lines] if lines else []


def _head(relation: Relation, view: View) -> list[Line]:
    page = [title(pair(relation.parties, view.names))]
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
    page.append(Line(left=_("Read"), body=read_words(relation.reports)))
    if any(side.kind for side in relation.sides):
        page.append(Line(left=_("Whose"), body="; ".join(side_words(side, view.names) for side in relation.sides)))
    return [*page, *(_outdated(one, view) for one in relation.outdated)]


def _outdated(one: Outdated, view: View) -> Line:
    return Line(left=_("Outdated"), body=outdated_words(one), marks=view.sources.mark(one.report.document), style="note")


def _section(head: str, found: Sequence[Entry], lines_of: Callable[..., list[Line]], view: View) -> list[Line]:
    return [heading(head), *(line for entry in found for line in lines_of(entry, view))] if found else []


def _commitments(relation: Relation, view: View) -> Iterable[Line]:
    if not relation.commitments:
        return []
    return [heading(_("Commitments")), *(line for group in relation.commitments for line in _area(group, view))]


def _statements(relation: Relation, view: View) -> Iterable[Line]:
    if not relation.statements:
        return []
    return [heading(_("From statement to statement")), *(_compared(one, view) for one in relation.statements)]


def _compared(one: Comparison, view: View) -> Line:
    between = f"{view.sources.mark(one.earlier.document)} \N{RIGHTWARDS ARROW} {view.sources.mark(one.later.document)}"
    return Line(left=between, body=change_words(one))


def _area(group: AreaCommitments, view: View) -> list[Line]:
    head = replace(heading(capital(view.names.area(group.area))), style="title", indent=2)
    return [
        head,
        *(line for entry in group.commitments for line in entries.commitment(entry, view)),
    ]
