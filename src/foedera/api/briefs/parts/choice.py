"""A dossier → the sections of a brief that fits two pages: what matters most first, and how much is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from unicodedata import east_asian_width

from foedera.api.briefs.parts import sentences
from foedera.api.briefs.parts.footnotes import Footnotes
from foedera.api.briefs.parts.page import Section, Sentence
from foedera.model.entry import Commitment, Entry, Person
from foedera.model.relation import Relation
from foedera.model.when import When
from foedera.plumbing.interface import _

LINES = 104
"""Lines of two pages under their title, as the forms set them."""

COLUMNS = 100
"""Characters of a line of text."""

HEAD = 3
"""Lines that the head of a section takes with the space around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Sentences that a section can have, in order of weight."""

    head: str
    entries: Sequence[Any]
    """Entries of the kind that `make` takes."""
    make: Callable[[Any, Footnotes], Sentence]
    most: int


def sections(found: Relation, notes: Footnotes, *, since: str | None = None) -> tuple[Section, ...]:
    """The sections, none without a sentence; with `since` only what was first reported on that day or later."""
    kept = [replace(one, entries=[entry for entry in one.entries if _new(entry, since)]) for one in _asked(found)]
    opening = [sentences.standing(found.standing, notes)] if found.standing else []
    made = [Section(head=_("Where they stand"), sentences=tuple(opening))] if opening else []
    made += [_section(one, notes) for one in kept]
    told = [one for entry in _all(found) if _new(entry, since) for one in sentences.disagreements(entry, notes)]
    made.append(Section(head=_("Where sources differ"), sentences=tuple(told[:MOST]), left_out=max(0, len(told) - MOST)))
    return tuple(section for section in _fitting([section for section in made if section.sentences]) if section.sentences)


MOST = 4
"""Disagreements told."""


def _asked(found: Relation) -> Iterable[Asked]:
    past = sorted((one for one in found.events if one.tense == "past"), key=lambda one: _last(one.when), reverse=True)
    ahead = sorted((one for one in found.events if one.tense == "planned"), key=lambda one: _last(one.when), reverse=True)
    promised = _by_weight(one for group in found.commitments for one in group.commitments)
    due = [one for one in found.mechanisms if one.due or one.overdue or one.sessions]
    others = [one for one in found.mechanisms if one not in due]
    yield Asked(head=_("What happened last"), entries=past, make=sentences.event, most=10)
    yield Asked(head=_("What is planned"), entries=ahead, make=sentences.event, most=5)
    yield Asked(head=_("What was promised"), entries=promised, make=sentences.commitment, most=18)
    yield Asked(head=_("Standing dialogues"), entries=[*due, *others], make=sentences.mechanism, most=6)
    yield Asked(head=_("Papers"), entries=found.instruments, make=sentences.instrument, most=6)
    yield Asked(head=_("How they came here"), entries=found.levels, make=sentences.level, most=6)
    yield Asked(head=_("People"), entries=sorted(found.people, key=_seen, reverse=True), make=sentences.person, most=8)


def _all(found: Relation) -> Iterable[Entry]:
    yield from found.levels
    yield from found.events
    for group in found.commitments:
        yield from group.commitments
    yield from found.instruments


def _new(entry: Entry, since: str | None) -> bool:
    return since is None or (entry.reported is not None and entry.reported >= since)


def _last(when: When | None) -> str:
    return when.edtf.replace("X", "0") if when is not None else ""


def _by_weight(entries: Iterable[Commitment]) -> list[Commitment]:
    """Promises with a sum or a deadline first, then those of which something came; among them the latest first."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    ordered.sort(key=_newest, reverse=True)
    return sorted(ordered, key=lambda entry: 0 if entry.amount or entry.target else 1 if entry.followups else 2)


def _newest(entry: Entry) -> str:
    return max((report.published.last for report in entry.reports if report.published and report.published.year_known), default="")


def _seen(entry: Person) -> str:
    return max((tenure.last.edtf for tenure in entry.tenures if tenure.last), default="")


def _section(one: Asked, notes: Footnotes) -> Section:
    made = tuple(sentence for sentence in (one.make(entry, notes) for entry in islice(one.entries, one.most)) if sentence.notes)
    return Section(head=one.head, sentences=made, left_out=len(one.entries) - len(made))


def _fitting(made: list[Section]) -> list[Section]:
    """The sections without the last sentences of the longest ones, until all fit."""
    while sum(map(_lines, made)) > LINES:
        longest = max(range(len(made)), key=lambda index: _lines(made[index]))
        section = made[longest]
        made[longest] = replace(section, sentences=section.sentences[:-1], left_out=section.left_out + 1)
    return made


def _lines(section: Section) -> int:
    return HEAD + sum(-(-(_columns(one.words) + _columns(one.quote) + MARK * len(one.notes)) // COLUMNS) for one in section.sentences)


MARK = 4
"""Columns of the mark of a note."""


def _columns(words: str) -> int:
    """Columns that words take: two for a wide sign."""
    return sum(2 if east_asian_width(sign) in {"W", "F"} else 1 for sign in words)
