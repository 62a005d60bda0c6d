"""The check of the packs → lines and rows: what is wrong, what each language has, where the gaps are, and what does nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from foedera.cli.parts.lines import Line, heading
from foedera.cli.parts.tables import Row
from foedera.model.problem import Problem, Unused
from foedera.plumbing.interface import _, counted

if TYPE_CHECKING:
    from foedera.api.packs import PackCheck
    from foedera.knowledge import Count

COLUMNS = ("item", "language", "kind", "name", "count", "where", "what", "remedy")
ITEMS = {"problems": "problem", "coverage": "coverage", "unused": "unused"}
"""The lists of the answer, and what an item of each is called."""
NAME, NUMBER, ACROSS = 34, 7, 6
"""Columns of a page for a name and for a number, and how many languages fit beside each other."""
LISTED = frozenset({"level", "topic", "office"})
"""Kinds of which the world has hundreds: a page counts them and names the first gaps, the other shapes give each."""
SHOWN = 12
"""Gaps of such a kind that a page names: those of the highest rank."""


def page(done: PackCheck) -> Iterator[Line]:
    """The whole check for people, the verdict last."""
    languages = list(dict.fromkeys(one.language for one in done.coverage))
    for at in range(0, len(languages), ACROSS):
        yield Line() if at else Line(body=_("Coverage"), style="title", indent=0)
        yield from _table(done, languages[at : at + ACROSS])
    yield from _gaps(done)
    yield from _unused([one for one in done.unused if one.kind not in {"rule", "language"}])
    yield from _unheard(done)
    if done.coverage:
        yield Line()
    for problem in done.problems:
        yield from _problem(problem)
    if not done.problems:
        yield Line(body=_("No mistake in {languages}.").format(languages=", ".join(done.languages)), indent=0)


def rows(done: PackCheck) -> Iterator[Row]:
    """The whole check as a table."""
    for problem in done.problems:
        yield {"item": "problem", "where": problem.where, "what": problem.what, "remedy": problem.remedy}
    for one in done.coverage:
        yield {"item": "coverage", "language": one.language, "kind": one.kind, "name": one.name, "count": one.count}
    for left in done.unused:
        found = {"where": left.where, "what": left.what, "remedy": left.remedy}
        yield {"item": "unused", "language": left.language, "kind": left.kind, "name": left.name, **found}


def _table(done: PackCheck, languages: Sequence[str]) -> Iterator[Line]:
    yield Line(body=_row("", languages), indent=0)
    shown = [one for one in done.coverage if one.language in languages]
    for kind, of_kind in groupby(shown, key=lambda one: one.kind):
        counts = list(of_kind)
        if kind in LISTED:
            yield Line(body=_row(_title(kind, len(counts) // len(languages)), [_covered(counts, tag) for tag in languages]), indent=0)
            continue
        yield Line(body=_title(kind), indent=0)
        for name, of_name in groupby(counts, key=lambda one: one.name):
            yield Line(body=_row(f"  {name}", [str(one.count or "-") for one in of_name]), indent=0)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{NAME}}" + "".join(f"{cell:>{NUMBER}}" for cell in cells)


def _covered(counts: Sequence[Count], tag: str) -> str:
    return str(sum(one.count > 0 for one in counts if one.language == tag))


def _title(kind: str, number: int = 0) -> str:
    """What a kind is called, and what is counted of it."""
    return {
        "event": _("events, rules"),
        "fact": _("other facts, rules"),
        "modality": _("modalities, rules"),
        "area": _("policy areas, forms"),
        "level": _("levels that have forms, of {n}").format(n=number),
        "topic": _("topics that have forms, of {n}").format(n=number),
        "office": _("offices that have forms, of {n}").format(n=number),
    }[kind]


def _gaps(done: PackCheck) -> Iterator[Line]:
    gaps = sorted((one for one in done.coverage if not one.count), key=lambda one: one.language)
    if gaps:
        yield heading(_("Gaps"))
    for (language, kind), found in groupby(gaps, key=lambda one: (one.language, one.kind)):
        names = [one.name for one in found]
        more = len(names) - SHOWN if kind in LISTED else 0
        shown = names[:SHOWN] if more > 0 else names
        rest = [_("{n} more (all with --format csv)").format(n=more)] if more > 0 else []
        yield Line(left=f"{language} {kind}", body=", ".join([*shown, *rest]), indent=0)


def _unused(found: Sequence[Unused]) -> Iterator[Line]:
    if found:
        yield heading(_("Without effect"))
    for one in found:
        yield Line(left=f"{one.language} {one.kind}", body=f"{one.name}: {one.what} ({one.where})", indent=0)


def _unheard(done: PackCheck) -> Iterator[Line]:
    if not done.coverage:
        return
    if done.corpus is None:
        yield heading(_("Rules tried on no corpus: name one with --corpus"))
        return
    reports = sum(number for _language, number in done.reports)
    yield heading(_("Rules without effect in {corpus}").format(corpus=done.corpus))
    divided = ", ".join(f"{language} {number}" for language, number in done.reports)
    yield Line(body=f"{counted('{n} report read', '{n} reports read', reports)}: {divided}", indent=0)
    silent = [one for one in done.unused if one.kind in {"rule", "language"}]
    for language, found in groupby(silent, key=lambda one: one.language):
        said = [one.name if one.kind == "rule" else one.what for one in found]
        yield Line(left=language, body=", ".join(said), indent=0)


def _problem(problem: Problem) -> list[Line]:
    remedy = [Line(body=_("Remedy: {remedy}").format(remedy=problem.remedy))] if problem.remedy else []
    return [Line(body=f"{problem.where}: {problem.what}", indent=0), *remedy]
