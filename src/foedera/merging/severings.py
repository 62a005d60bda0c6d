"""Follow-ups and what a person ruled on them → those that stand; and which of them were approved.

A ruling on a link names a fact of the earlier entry and one of the later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedera.merging.links import Link
from foedera.model.entries import Entries
from foedera.model.fact import FactId
from foedera.model.followup import FollowUp
from foedera.model.report import EntryId

Owners = Mapping[FactId, EntryId]


def standing(found: tuple[FollowUp, ...], entries: Entries, struck: Iterable[Link]) -> tuple[FollowUp, ...]:
    """The links of some entries without those that a person struck."""
    gone = tuple(struck)
    if not gone:
        return found
    owners = owners_of(entries, found)
    return tuple(link for link in found if not is_ruled(link, gone, owners))


def owners_of(entries: Entries, links: Iterable[FollowUp]) -> Owners:
    """Fact → the entry that it is in, or, of no entry, the end of a link that it is."""
    kinds = (entries.events, entries.levels, entries.commitments, entries.mechanisms, entries.instruments)
    found = {fact.id: link.later for link in links for fact in link.later_facts}
    return found | {fact.id: entry.id for kind in kinds for entry in kind for fact in entry.facts}


def is_ruled(link: FollowUp, ruled: Iterable[Link], owners: Owners) -> bool:
    """Whether one of some rulings is on this link."""
    return any({owners.get(one.a), owners.get(one.b)} == {link.earlier, link.later} for one in ruled)
