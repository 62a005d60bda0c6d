"""A dossier, or what is new in several → a brief, its notes numbered in the order in which the sentences rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.api.briefs.parts.choice import sections
from foedera.api.briefs.parts.footnotes import Footnotes
from foedera.api.briefs.parts.page import Brief, Note, Section
from foedera.api.naming import Names
from foedera.api.wording.days import edtf
from foedera.api.wording.entries import pair
from foedera.api.wording.relations import read_words
from foedera.model.relation import Relation
from foedera.plumbing.interface import _


def of_pair(found: Relation, names: Names, *, since: str | None = None) -> Brief:
    """The brief of two states; with `since` of what was first reported on that day or later."""
    notes = Footnotes(reports={report.document: report for report in found.reports}, names=names)
    made = sections(found, notes, since=since)
    title = pair(found.parties, names)
    return _numbered(Brief(title=_dated(title, since), basis=_basis(found), sections=made, notes=notes.notes()))


def of_all(found: Sequence[Relation], names: Names, *, since: str) -> Brief:
    """What is new since a day, relation by relation."""
    reports = {report.document: report for one in found for report in one.reports}
    notes = Footnotes(reports=reports, names=names)
    made: list[Section] = []
    for one in found:
        told = sections(one, notes, since=since)
        fresh = told[1:] if one.standing else told
        sentences = tuple(sentence for section in fresh for sentence in section.sentences)
        left_out = sum(section.left_out for section in fresh)
        made += [Section(head=pair(one.parties, names), sentences=sentences, left_out=left_out)] if sentences else []
    basis = read_words([report for report in reports.values() if report.published and report.published.last >= since])
    return _numbered(Brief(title=_dated(_("All relations"), since), basis=basis, sections=tuple(made), notes=notes.notes()))


def _dated(title: str, since: str | None) -> str:
    return _("{title}: new since {date}").format(title=title, date=edtf(since)) if since else title


def _basis(found: Relation) -> str:
    words = read_words(found.reports)
    return f"{words}. " + _("As of {date}.").format(date=edtf(found.as_of)) if found.as_of else f"{words}."


def _numbered(made: Brief) -> Brief:
    """With the notes that are still rested on, numbered in order of use."""
    known = {note.number: note for note in made.notes}
    used = dict.fromkeys(number for section in made.sections for sentence in section.sentences for number in sentence.notes)
    new = {old: number for number, old in enumerate(used, start=1)}
    return replace(made, sections=tuple(_renumbered(made.sections, new)), notes=_kept(known, new))


def _renumbered(sections_: Iterable[Section], new: dict[int, int]) -> Iterable[Section]:
    for section in sections_:
        sentences = tuple(replace(one, notes=tuple(sorted(new[old] for old in one.notes))) for one in section.sentences)
        yield replace(section, sentences=sentences)


def _kept(known: dict[int, Note], new: dict[int, int]) -> tuple[Note, ...]:
    return tuple(replace(known[old], number=number) for old, number in new.items())
