"""Answers → what a notebook shows of them: calm HTML without style or script, every word escaped, every quote in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import urlsplit

from foedera.api.naming import Names
from foedera.api.packs import names
from foedera.api.wording import entries as wording
from foedera.api.wording.days import day_alone, edtf
from foedera.api.wording.links import later_words
from foedera.api.wording.quotes import capital, gist
from foedera.api.wording.relations import read_words, rung_words, standing_words
from foedera.api.wording.sources import source_words
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.fact import Fact
from foedera.model.relation import Pair, Relation, Standing
from foedera.model.report import Report
from foedera.plumbing.interface import _

LINKED = frozenset({"http", "https"})
MOST = 400
"""Characters of a quote that are shown."""


def html(value: object) -> str | None:
    """The page of an answer; None of what has none."""
    if isinstance(value, Entry):
        return f"<div>{_entry(value, names(), parties=True)}{_passages(value.facts, value.reports)}</div>"
    if isinstance(value, Relation):
        return f"<div>{''.join(_relation(value, names()))}</div>"
    if isinstance(value, Standing):
        return f"<div>{_standing(value, names())}{_passages(value.level.facts, value.level.reports)}</div>"
    if isinstance(value, Pair):
        level = standing_words(value.standing) if value.standing else _("none in the reports read")
        return f"<p><strong>{escape(wording.pair(value.parties, names()))}</strong> {escape(capital(level))}</p>"
    return None


def _relation(found: Relation, known: Names) -> Iterator[str]:
    """The dossier: where the two stand and how much was read, then each section, closed until it is opened."""
    yield f"<p><strong>{escape(wording.pair(found.parties, known))}</strong></p><ul>"
    yield from (f"<li>{_('As of')} {escape(edtf(found.as_of))}</li>" for _once in "1" if found.as_of)
    if found.standing:
        yield f"<li>{escape(capital(standing_words(found.standing)))}</li>"
        yield from (f"<li>{escape(words)}</li>" for words in rung_words(found.standing, known))
    else:
        yield f"<li>{escape(_('Level'))}: {escape(_('none in the reports read'))}</li>"
    yield f"<li>{escape(_('Read'))}: {escape(read_words(found.reports))}</li></ul>"
    promises = [one for group in found.commitments for one in group.commitments]
    sections: tuple[tuple[str, Iterable[Entry]], ...] = (
        (_("Levels"), found.levels),
        (_("Meetings and acts"), found.events),
        (_("Commitments"), promises),
        (_("Mechanisms"), found.mechanisms),
        (_("Instruments"), found.instruments),
        (_("People"), found.people),
    )
    for head, entries in sections:
        items = [f"<li>{_entry(one, known, parties=False)}{_passages(one.facts, one.reports, 1)}</li>" for one in entries]
        if items:
            yield f"<details><summary>{escape(head)} ({len(items)})</summary><ul>{''.join(items)}</ul></details>"


def _standing(one: Standing, known: Names) -> str:
    return f"<p><strong>{escape(wording.pair(one.parties, known))}</strong> {escape(capital(standing_words(one)))}</p>"


def _entry(one: Entry, known: Names, *, parties: bool) -> str:
    """What stands first in bold, then what it says, and where there is one, what became of it."""
    left, words = LINES[type(one)](one, known, parties)
    bold = f"<strong>{escape(left)}</strong> " if left else ""
    later = later_words(one) if isinstance(one, Commitment) else ""
    return f"<p>{bold}{escape(wording.SEPARATOR.join(words))}" + (f"<br>{escape(later)}" if later else "") + "</p>"


def _passages(facts: Iterable[Fact], reports: Iterable[Report], most: int | None = None) -> str:
    """The passages, each once, in order of report and place; at most so many."""
    told = {report.document: report for report in reports}
    once = {(told[fact.document].record, fact.document, fact.citation.span.start, fact.citation.span.end): fact for fact in facts}
    return f"<ul>{''.join(_passage(fact, told[fact.document]) for _place, fact in sorted(once.items())[:most])}</ul>"


def _passage(fact: Fact, report: Report) -> str:
    lang = f' lang="{escape(report.lang)}"' if report.lang else ""
    source = escape(", ".join([report.title or report.record, *source_words(report, names())]))
    if is_of_the_web(report.url):
        source = f'<a href="{escape(report.url or "")}" rel="noreferrer">{source}</a>'
    return f'<li><q{lang} dir="auto">{escape(gist(fact.citation.quote, MOST))}</q> <small>{source}</small></li>'


def is_of_the_web(url: str | None) -> bool:
    """Whether an address may become a link."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme.lower() in LINKED and bool(parts.netloc)


Line = tuple[str, list[str]]
LINES: dict[type[Entry], Callable[[Any, Names, bool], Line]] = {
    Event: lambda one, known, parties: (day_alone(one.when), wording.event_words(one, known, parties=parties)),
    HeldLevel: lambda one, known, parties: (wording.level_since(one), wording.level_words(one, known, parties=parties)),
    Commitment: lambda one, known, parties: (wording.commitment_by(one, known), wording.commitment_words(one, known, parties=parties)),
    Mechanism: lambda one, known, parties: ("", wording.mechanism_words(one, known, parties=parties)),
    Instrument: lambda one, known, _parties: ("", wording.instrument_words(one, known)),
    Person: lambda one, known, _parties: (known.actor(one.country), wording.person_words(one)),
}
"""Kind of entry → what makes its line: what stands first, and what it says."""
