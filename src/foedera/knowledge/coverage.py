"""Coverage: how many rules or forms each language has for each thing that the world knows; where there is none is a gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from foedera.knowledge.terms import FACT_TYPES
from foedera.model.fact import Modality
from foedera.model.pack import Knowledge, Pack

CountKind = Literal["event", "fact", "modality", "level", "area", "topic", "office"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How much one language has for one thing: rules for events, facts and modalities, forms for levels, areas, topics and offices."""

    kind: CountKind
    name: str
    language: str
    count: int


def coverage(knowledge: Knowledge, tags: Iterable[str] = ()) -> tuple[Count, ...]:
    """The counts of these languages (of all, when none is named): kind by kind, name by name, language by language; 0 is a gap.

    Levels come highest first, offices by rank.
    """
    wanted = set(tags)
    packs = [pack for pack in knowledge.packs if not wanted or pack.tag in wanted]
    counted = [(pack.tag, _counted(pack)) for pack in packs]
    return tuple(
        Count(kind=kind, name=name, language=tag, count=counts[kind, name]) for kind, name in _things(knowledge) for tag, counts in counted
    )


def _things(knowledge: Knowledge) -> Iterator[tuple[CountKind, str]]:
    world = knowledge.world
    yield from (("event", event.id) for event in world.events)
    yield from (("fact", name) for name in sorted(FACT_TYPES))
    yield from (("modality", name) for name in get_args(Modality))
    yield from (("level", level.title) for level in sorted(world.levels, key=lambda level: (-level.order, level.title)))
    yield from (("area", area.id) for area in world.areas)
    yield from (("topic", topic.id) for topic in world.topics)
    yield from (("office", office.name) for office in sorted(world.offices, key=lambda office: (office.rank, office.name)))


def _counted(pack: Pack) -> Counter[tuple[CountKind, str]]:
    found: Counter[tuple[CountKind, str]] = Counter()
    for rule in pack.rules:
        found["fact" if rule.type in FACT_TYPES else "event", rule.type] += 1
        if rule.modality is not None:
            found["modality", rule.modality] += 1
    found.update(("level", phrase.meaning) for phrase in pack.levels)
    found.update(("area", phrase.meaning) for phrase in pack.areas)
    found.update(("topic", phrase.meaning) for phrase in pack.topics)
    found.update(("office", phrase.meaning) for phrase in pack.offices)
    return found
