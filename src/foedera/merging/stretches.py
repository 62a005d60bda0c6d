"""The entries of a party set when some of its reports change: those of the reports that these reach are made anew, all others stay.

Whatever is made is what deriving the whole party set would make. What is kept of reports that are not reached is their vicinity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from msgspec.structs import replace as changed_to

from foedera.merging.candidates import COMING, sought, told
from foedera.merging.ends import Untold, ends
from foedera.merging.entries import Beside, Identified, identified, linked
from foedera.merging.followups import LIFE, PROVEN, Told, followups
from foedera.merging.strands import Strand, end_of, in_order, strand_of
from foedera.merging.vicinities import KINDS, Stretch, Vicinities, Vicinity, vicinities
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp
from foedera.model.report import EntryId
from foedera.model.world import World

Named = tuple[str, EntryId]
"""The kind of an entry and its id."""
LAST = "9999"
"""The day of what has none."""
FIELD = {"mechanism": "mechanisms", "instrument": "instruments", "level": "levels"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What to put in place of what is kept: entries with their disagreements and links, and vicinities.

    It takes the place of the entries `gone`, of all of some `kinds`, and of the links that lead to the entries `later`.
    """

    entries: Entries
    vicinities: Mapping[DocumentId, Vicinity]
    documents: frozenset[DocumentId]
    gone: frozenset[Named]
    kinds: frozenset[str]
    later: frozenset[EntryId]


def derived(facts: Sequence[Fact], beside: Beside) -> tuple[Entries, dict[DocumentId, Vicinity]]:
    """The entries of a whole party set, of its facts that are held, in order of ids; and the vicinities of its reports."""
    found = identified(facts, beside)
    made = ends(found.entries, found.days, beside.world, Untold(undone=found.undone))
    around = vicinities(facts, found.reports, beside.world)
    return linked(found, made, beside.world), _kept(around, found, map(strand_of, made))


def amended(facts: Sequence[Fact], beside: Beside, stretch: Stretch, kept: Vicinities) -> Amendment:
    """What changes when the reports of a stretch have these facts now, beside those that are `kept`; there is at least one fact."""
    outside = {document: one for document, one in kept.items() if document not in stretch.documents}
    before = [strand for document in stretch.documents & kept.keys() for strand in kept[document].strands]
    found = identified(facts, beside)
    made = ends(found.entries, found.days, beside.world, Untold(undone=found.undone, named=_named(outside.values())))
    now = [strand_of(end) for end in made]
    if "mechanism" not in stretch.kinds:
        # Of what a changed report does not tell, the mentions stay.
        now = [one for one in now if one.role != "mention"] + [one for one in before if one.role == "mention"]
    days = {document: one.day for document, one in outside.items() if one.day} | dict(found.days)
    elsewhere = [strand for one in outside.values() for strand in one.strands]
    later, links = _links((before, now, elsewhere), days, (facts[0].parties, beside.world))
    around = vicinities(facts, found.reports, beside.world)
    return Amendment(
        entries=replace(_of_kinds(found.entries, stretch.kinds), followups=links),
        vicinities=_kept(around, found, now),
        documents=stretch.documents,
        gone=frozenset(name for document in stretch.documents & kept.keys() for name in kept[document].entries),
        kinds=stretch.kinds,
        later=later,
    )


def _named(outside: Iterable[Vicinity]) -> dict[str, str]:
    """Name of a mechanism → the first day on which others tell of it."""
    first: dict[str, str] = {}
    for one in outside:
        for name in one.names:
            first[name] = min(first.get(name, LAST), one.day or LAST)
    return first


def _of_kinds(found: Entries, kinds: AbstractSet[str]) -> Entries:
    """Without the kinds of which only a part is known."""
    differing = tuple(one for one in found.disagreements if one.kind != "level" or "level" in kinds)
    return replace(found, disagreements=differing, **{FIELD[kind]: () for kind in KINDS if kind not in kinds})


def _kept(around: Mapping[DocumentId, Vicinity], found: Identified, strands: Iterable[Strand]) -> dict[DocumentId, Vicinity]:
    """The vicinities with the day of the report and what is kept of it; what several reports tell is kept with the first of them."""
    own: dict[DocumentId, list[Strand]] = defaultdict(list)
    for strand in sorted(strands, key=in_order):
        own[min(document for _, document, _ in strand.passages)].append(strand)
    entries: dict[DocumentId, list[Named]] = defaultdict(list)
    kinds: tuple[tuple[str, Sequence[Entry]], ...] = (("commitment", found.entries.commitments), ("event", found.entries.events))
    for kind, made in kinds:
        for entry in made:
            entries[min(fact.document for fact in entry.facts)].append((kind, entry.id))
    return {
        document: changed_to(one, day=found.days.get(document), entries=tuple(sorted(entries[document])), strands=tuple(own[document]))
        for document, one in around.items()
    }


Strands = Sequence[Strand]


def _links(
    known: tuple[Strands, Strands, Strands], days: Mapping[DocumentId, str], where: tuple[tuple[str, ...], World]
) -> tuple[frozenset[EntryId], tuple[FollowUp, ...]]:
    """The later entries of links that may be others, and these; of what was before and is now in a stretch, and what is elsewhere."""
    before, now, elsewhere = known
    parties, world = where
    changed = set(before) ^ set(now)
    met_by = {topic.id: topic.met_by for topic in world.topics}
    every = [*elsewhere, *now]
    later = _later(changed, (*before, *now), every, met_by) | {one.entry for one in changed}
    needed = sorted(_needed(later, every, met_by), key=in_order)
    links = followups([end_of(one, parties) for one in needed], Told(days=days, reports={}, only=later), world)
    return frozenset(later), links


def _later(changed: AbstractSet[Strand], own: Strands, every: Strands, met_by: Mapping[str, Sequence[str]]) -> set[EntryId]:
    """The entries that may carry on something else now, by what changed."""
    if not changed:
        return set()
    keys: set[Hashable] = set().union(*(told(one, PROVEN) for one in changed))
    first, entries = min(one.day for one in changed), {one.entry for one in changed}
    steps = {document for one in changed if _is_step(one) for _, document, _ in one.passages}
    planned = any(one.role == "plan" and one.entry in entries for one in own)
    return {
        one.entry
        for one in every
        if (planned and one.role in COMING)
        or (one.day >= first and not keys.isdisjoint(sought(one, met_by, PROVEN)))
        or (_is_step(one) and any(document in steps for _, document, _ in one.passages))
    }


def _needed(later: AbstractSet[EntryId], every: Strands, met_by: Mapping[str, Sequence[str]]) -> list[Strand]:
    """The ends of some later entries, and all that these may carry on, or that tells whether they do."""
    own = [one for one in every if one.entry in later]
    keys: set[Hashable] = set().union(*(sought(one, met_by, PROVEN) for one in own))
    coming = any(one.role in COMING for one in own)
    steps = {document for one in own if _is_step(one) for _, document, _ in one.passages}
    plans = {one.entry for one in every if one.role == "plan"} if coming else set()
    return [
        one
        for one in every
        if one.entry in later
        or one.entry in plans
        or not keys.isdisjoint(told(one, PROVEN))
        or (_is_step(one) and any(document in steps for _, document, _ in one.passages))
    ]


def _is_step(one: Strand) -> bool:
    """Whether it may be a step in the life of a paper."""
    return one.role == "happening" and one.type in LIFE
