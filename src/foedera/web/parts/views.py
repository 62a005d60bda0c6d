"""Entries → what a template shows of them: a line, what stands under it, and a link to each passage behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from foedera import api
from foedera.api.naming import Names
from foedera.api.wording import entries as wording
from foedera.api.wording.days import day, day_alone
from foedera.api.wording.entries import SEPARATOR, STEPS
from foedera.api.wording.links import PROPERTIES, claim_sides, claim_value, grounds_words, later_words, link_words, other_end
from foedera.api.wording.reasons import ground_words
from foedera.api.wording.sources import in_order, source_words
from foedera.model.document import DocumentId
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.fact import KIND_OF, Fact
from foedera.model.followup import FollowUp
from foedera.model.report import Report
from foedera.plumbing.interface import _, counted
from foedera.web.parts.pages import address

PAGE_OF = {"tenure": "person"}
"""Kind of fact → the page of its entry, where that is called otherwise."""
MARKED = 12
"""Passages that a line leads to; its own page has the others."""
LINKED = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage with the address at which its report opens on it; `number` is that of the source on this page."""

    href: str
    number: int
    quote: str
    lang: str | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line under another one, with its own passages, and the page of what it tells of."""

    words: str
    passages: tuple[Passage, ...] = ()
    href: str | None = None
    spoken: tuple[tuple[str, str], ...] = ()
    """Words in other languages, each with the tag of its language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry as a line: what stands first (a date, a state), what it says, the notes under it, the passages behind it."""

    href: str
    left: str
    words: str
    notes: tuple[Note, ...]
    passages: tuple[Passage, ...]
    more: int = 0
    """Passages beside these."""
    origins: str = ""
    gist: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report in the list of sources."""

    number: int
    href: str
    name: str
    words: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every line needs beside its entry: names, numbered sources, and whether states are named."""

    names: Names
    reports: tuple[Report, ...]
    numbers: Mapping[DocumentId, int]
    parties: bool = True
    facts: tuple[Fact, ...] = ()
    """What years may have been worked out from."""

    def passages(self, facts: Iterable[Fact], most: int = MARKED) -> tuple[Passage, ...]:
        """The passages of facts, each once, by source and place; of many those in the latest sources of the page."""
        once = self._once(facts)
        return tuple(self.passage(once[place]) for place in sorted(place for place in once if place[0] or len(once) <= most)[-most:])

    def more(self, facts: Iterable[Fact]) -> int:
        """How many passages there are beside."""
        return max(0, len(self._once(facts)) - MARKED)

    def _once(self, facts: Iterable[Fact]) -> dict[tuple[int, int, int, DocumentId], Fact]:
        return {
            (self.numbers.get(fact.document, 0), fact.citation.span.start, fact.citation.span.end, fact.document): fact for fact in facts
        }

    def passage(self, fact: Fact) -> Passage:
        """The passage of a fact."""
        number = self.numbers.get(fact.document, 0)
        return Passage(
            href=address("report", fact.document, anchor=fact.id),
            number=number,
            quote=fact.citation.quote,
            lang=self.reports[number - 1].lang if number else None,
            notes=tuple(_inferred(fact)),
        )

    def sources(self) -> list[Source]:
        """The list of sources."""
        return [source(report, self.names, self.numbers[report.document]) for report in self.reports]


def view_of(reports: Iterable[Report], *, parties: bool = True, facts: Iterable[Fact] = ()) -> View:
    """The view of a page that rests on these reports."""
    ordered = in_order(reports)
    numbers = {report.document: number for number, report in enumerate(ordered, start=1)}
    return View(names=api.names(), reports=ordered, numbers=numbers, parties=parties, facts=tuple(facts))


def source(report: Report, names: Names, number: int = 0) -> Source:
    """A report in words, with its page here and, where it is one of the web, its own address."""
    words = ", ".join(source_words(report, names))
    href = address("report", report.document)
    return Source(number=number, href=href, name=report.title or report.record, words=words, url=web_address(report.url))


def web_address(url: str | None) -> str | None:
    """The address, when it is one of the web."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme.lower() in LINKED and parts.netloc else None


def item(entry: Entry, view: View) -> Item:
    """An entry as a line of any page."""
    left, words, own = PARTS[api.answers.kind_of(entry)](entry, view)
    told = counted("{n} origin", "{n} origins", entry.origins)
    return Item(
        href=address(api.answers.kind_of(entry), entry.id),
        left=left,
        words=SEPARATOR.join(words),
        notes=(*own, *(note for link in entry.followups for note in _followup(link, entry, view)), *_disagreements(entry, view)),
        passages=view.passages(entry.facts),
        more=view.more(entry.facts),
        origins=told if entry.origins and entry.origins < len(entry.reports) else "",
        gist=view.passage(min(entry.facts, key=lambda fact: len(fact.citation.quote))) if isinstance(entry, Commitment) else None,
    )


Parts = tuple[str, list[str], list[Note]]


def _event(entry: Event, view: View) -> Parts:
    notes = [Note(words=wording.attendees(entry.attendees, view.names))] if entry.attendees else []
    told = [fact for fact in view.facts if fact.id in entry.year_from]
    notes += [Note(words=_("the year is worked out from other passages"), passages=view.passages(told))] if entry.year_from else []
    return day_alone(entry.when), wording.event_words(entry, view.names, parties=view.parties), notes


def _level(entry: HeldLevel, view: View) -> Parts:
    notes = [Note(words="", spoken=entry.titles)] if entry.titles else []
    notes += [Note(words=wording.turn_words(turn), href=address("event", turn.event)) for turn in entry.turns]
    return wording.level_since(entry), wording.level_words(entry, view.names, parties=view.parties), notes


def _commitment(entry: Commitment, view: View) -> Parts:
    later = later_words(entry)
    words = wording.commitment_words(entry, view.names, parties=view.parties)
    return wording.commitment_by(entry, view.names), words, [Note(words=later)] if later else []


def _mechanism(entry: Mechanism, view: View) -> Parts:
    notes = [
        Note(words=SEPARATOR.join(wording.session_words(one)), href=address("event", one.event) if one.event else None)
        for one in entry.sessions
    ]
    pace = SEPARATOR.join(wording.pace_words(entry))
    return "", wording.mechanism_words(entry, view.names, parties=view.parties), notes + ([Note(words=pace)] if pace else [])


def _instrument(entry: Instrument, view: View) -> Parts:
    notes = [Note(words=f"{_(STEPS[stage.step])} {day(stage.when)}", href=address("event", stage.event)) for stage in entry.stages]
    return "", wording.instrument_words(entry, view.names), notes


def _person(entry: Person, view: View) -> Parts:
    return view.names.actor(entry.country), wording.person_words(entry), []


PARTS: dict[str, Callable[..., Parts]] = {
    "event": _event,
    "level": _level,
    "commitment": _commitment,
    "mechanism": _mechanism,
    "instrument": _instrument,
    "person": _person,
}
"""Kind of entry → what makes its line."""


def page_of(fact: Fact) -> str | None:
    """The address of the entry that a fact is in; None of one that makes none."""
    if fact.stance.realis not in {"asserted", "planned"}:
        return None
    kind = KIND_OF[type(fact)]
    return address(PAGE_OF.get(kind, kind), fact.id)


def _followup(link: FollowUp, entry: Entry, view: View) -> Iterator[Note]:
    other = other_end(link, entry)
    told = min(other, key=lambda fact: (view.numbers.get(fact.document, 0), fact.id))
    href = None if told.id in {fact.id for fact in entry.facts} else page_of(told)
    words = f"{link_words(link, entry)} ({grounds_words(link, view.names)})"
    yield Note(words=words, passages=view.passages(other), href=href)


def _disagreements(entry: Entry, view: View) -> Iterator[Note]:
    for one in entry.disagreements:
        for claim in one.claims:
            whose = claim_sides(claim, view.names)
            words = _("sources differ on {property}: {claims}").format(property=_(PROPERTIES[one.property]), claims=claim_value(claim, one))
            yield Note(words=words + (f" ({whose})" if whose else ""), passages=view.passages(claim.facts))


def _inferred(fact: Fact) -> Iterator[str]:
    for one in fact.inferred:
        what = _(PROPERTIES.get(one.property, one.property))
        yield _("{property} inferred from: {reason}").format(property=what, reason=ground_words(one.reason))
