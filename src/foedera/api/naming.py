"""Names: identifiers → the English names that a page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from foedera.model.pack import Knowledge
from foedera.plumbing.interface import _

SIDES = {
    "government": _("government, {state}"),
    "agency": _("agency, {state}"),
    "party": _("party, {state}"),
    "press": _("press, {state}"),
    "other": _("other, {state}"),
}
"""Kinds of publishers, as one side of the sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What actors, policy areas, event types and publishers are called; what has no name here is called by its identifier."""

    actors: Mapping[str, str]
    areas: Mapping[str, str]
    events: Mapping[str, str]
    publishers: Mapping[str, str]
    topics: Mapping[str, str] = field(default_factory=dict)

    def actor(self, code: str | None) -> str:
        """The English name of a state or organisation."""
        return self.actors.get(code or "", code or "")

    def area(self, identifier: str) -> str:
        """The name of a policy area."""
        return self.areas.get(identifier, identifier.replace("_", " "))

    def topic(self, identifier: str) -> str:
        """The name of a topic."""
        return self.topics.get(identifier, identifier.replace("_", " "))

    def event(self, identifier: str) -> str:
        """The name of a type of event."""
        return self.events.get(identifier, identifier.replace("_", " "))

    def publisher(self, identifier: str | None) -> str:
        """The name of a publisher."""
        return self.publishers.get(identifier or "", identifier or "")

    def side(self, kind: str | None, state: str | None) -> str:
        """Whose a source is: which kind of publisher of which state."""
        if kind is None:
            return _("publisher not known")
        return SIDES[kind].format(state=self.actor(state)) if state else SIDES[kind].partition(",")[0]


def names_in(knowledge: Knowledge) -> Names:
    """The names that the world gives."""
    world = knowledge.world
    return Names(
        actors={actor.code: actor.name for actor in world.actors},
        areas={area.id: area.name for area in world.areas},
        events={event.id: event.name for event in world.events},
        publishers={publisher.id: publisher.name for publisher in world.publishers},
        topics={topic.id: topic.name for topic in world.topics},
    )
