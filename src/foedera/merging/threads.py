"""Entries with links and disagreements of their own → what became of each promise, in the words of the reports alone.

A promise is done when a happening fulfils it, or fulfils one that carries it on; it is under way when a later one carries it on. Without
any later report it is what was said: silence is no breach. Of what was carried on, put off and taken back the latest report counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from foedera.merging.cadences import overdue
from foedera.merging.silences import Heard, heard
from foedera.model.disagreement import Disagreement
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Silence, Status
from foedera.model.fact import Modality
from foedera.model.followup import FollowUp
from foedera.model.report import EntryId

E = TypeVar("E", bound=Entry)
SAID: dict[Modality, Status] = {
    "considering": "considered",
    "urged": "urged",
    "planned": "planned",
    "agreed": "agreed",
    "pledged": "pledged",
    "reaffirmed": "reaffirmed",
}
SHOWN: dict[str, Status] = {"continues": "under way", "contradicts": "contradicted", "postpones": "postponed"}
"""Kinds of links that tell where a promise stands while it is not done."""
Links = Mapping[EntryId, list[FollowUp]]


def threaded(entries: Entries, days: Mapping[DocumentId, str]) -> Entries:
    """The entries of one party set, each with its disagreements and links, and promises with their status, by the days of reports."""
    links: dict[EntryId, list[FollowUp]] = defaultdict(list)
    for link in sorted(entries.followups, key=lambda link: (_day(link, days), link.later, link.earlier)):
        for name in {link.earlier, link.later}:
            links[name].append(link)
    told = _told(entries, days)
    differing: dict[EntryId, list[Disagreement]] = defaultdict(list)
    for one in entries.disagreements:
        differing[one.entry].append(one)
    return replace(
        entries,
        events=tuple(_linked(entry, links, differing) for entry in entries.events),
        levels=tuple(_linked(entry, links, differing) for entry in entries.levels),
        commitments=tuple(_with_status(_linked(one, links, differing), links, told, days) for one in entries.commitments),
        mechanisms=tuple(overdue(_linked(entry, links, differing), told) for entry in entries.mechanisms),
        instruments=tuple(_linked(entry, links, differing) for entry in entries.instruments),
    )


def status(commitment: Commitment, links: Links, days: Mapping[DocumentId, str]) -> Status:
    """What the links show, followed through the promises that carry it on: once done it is done, else the latest of them counts."""
    shown: list[tuple[str, str]] = []
    todo, seen = [commitment.id], {commitment.id}
    while todo:
        name = todo.pop()
        for link in links.get(name, ()):
            if link.earlier == name and link.later not in seen:
                seen.add(link.later)
                shown.append((_day(link, days), link.kind))
                todo += [link.later] if link.kind in {"continues", "postpones", "reaffirms"} else []
    if any(kind == "fulfils" for _, kind in shown):
        return "done"
    told = [kind for _, kind in sorted(shown, key=lambda one: one[0]) if kind in SHOWN]
    return SHOWN[told[-1]] if told else SAID[commitment.modality]


def _linked(entry: E, links: Links, differing: Mapping[EntryId, Sequence[Disagreement]]) -> E:
    own = tuple(differing.get(entry.id, ()))
    found = tuple(links.get(entry.id, ()))
    return replace(entry, disagreements=own, followups=found) if own or found else entry


def _with_status(commitment: Commitment, links: Links, told: Heard, days: Mapping[DocumentId, str]) -> Commitment:
    later = [link for link in commitment.followups if link.earlier == commitment.id]
    silence = None if later else _silence(commitment, told, days)
    return replace(commitment, status=status(commitment, links, days), silence=silence)


def _silence(commitment: Commitment, told: Heard, days: Mapping[DocumentId, str]) -> Silence:
    """What was read on the same parties after the last report of the promise."""
    last = max((days[report.document] for report in commitment.reports if report.document in days), default=None)
    return told.after(last) if last else Silence(until=None, reports=0, publishers=0)


def _told(entries: Entries, days: Mapping[DocumentId, str]) -> Heard:
    """The reports that tell of the parties, by day."""
    kinds: tuple[tuple[Event | HeldLevel | Commitment | Mechanism | Instrument, ...], ...] = (
        entries.events,
        entries.levels,
        entries.commitments,
        entries.mechanisms,
        entries.instruments,
    )
    found = {report.document: report for kind in kinds for entry in kind for report in entry.reports if report.document in days}
    return heard((days[document], report) for document, report in found.items())


def _day(link: FollowUp, days: Mapping[DocumentId, str]) -> str:
    """The first day on which the later end was reported."""
    return min(days.get(fact.document, "9999") for fact in link.later_facts)
