"""Names: identifiers → the names that a page shows, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from foedera.model.pack import Knowledge, Phrase
from foedera.plumbing.interface import SOURCE, _, language, noop

SIDES = {
    "government": noop("government, {state}"),
    "agency": noop("agency, {state}"),
    "party": noop("party, {state}"),
    "press": noop("press, {state}"),
    "other": noop("other, {state}"),
}
"""Kinds of publishers of a state, as one side of the sources."""
STATELESS = {
    "government": noop("government"),
    "agency": noop("agency"),
    "party": noop("party"),
    "press": noop("press"),
    "other": noop("other"),
}
"""The same where the state is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What actors, policy areas, event types and publishers are called; what has no name here is called by its identifier."""

    actors: Mapping[str, str]
    areas: Mapping[str, str]
    events: Mapping[str, str]
    publishers: Mapping[str, str]
    topics: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    """Canonical title → the form of another language than English."""
    offices: Mapping[str, str] = field(default_factory=dict)
    """The same of offices."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """Tag → what a language calls itself."""

    def actor(self, code: str | None) -> str:
        """The name of a state or organisation."""
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
        return _(SIDES[kind]).format(state=self.actor(state)) if state else _(STATELESS[kind])


def names_in(knowledge: Knowledge) -> Names:
    """The names that the world gives, or where another language than English is spoken, the forms that its pack puts first."""
    world, pack = knowledge.world, knowledge.pack(language()) if language() != SOURCE else None
    return Names(
        actors={actor.code: actor.name for actor in world.actors} | (_first(pack.actors) if pack else {}),
        areas={area.id: _(area.name) for area in world.areas},
        events={event.id: _(event.name) for event in world.events},
        publishers={publisher.id: publisher.name for publisher in world.publishers},
        topics={topic.id: topic.name for topic in world.topics} | (_first(pack.topics) if pack else {}),
        levels=_first(pack.levels) if pack else {},
        offices=_first(pack.offices) if pack else {},
        languages={pack.tag: pack.name for pack in knowledge.packs},
    )


def _first(phrases: Iterable[Phrase]) -> dict[str, str]:
    """Meaning → its first form, without what is added in brackets ("Menteri Luar Negeri (Menlu)")."""
    found: dict[str, str] = {}
    for phrase in phrases:
        found.setdefault(phrase.meaning, phrase.text.partition(" (")[0])
    return found
