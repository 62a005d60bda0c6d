"""The values that a search may be narrowed by, in words, each with how many reports bear it where that is known."""

from __future__ import annotations

from foedera.api.packs import known, names
from foedera.api.wording.quotes import capital
from foedera.api.wording.terms import level as title_of
from foedera.model.sifting import REVIEW, Sifted
from foedera.plumbing.interface import SOURCE, _, language, noop

STATUSES = (
    noop("done"),
    noop("under way"),
    noop("reaffirmed"),
    noop("agreed"),
    noop("pledged"),
    noop("planned"),
    noop("considered"),
    noop("urged"),
    noop("postponed"),
    noop("contradicted"),
)
REVIEWED = dict(zip(REVIEW, (noop("a person ruled on it"), noop("nobody ruled on it yet")), strict=True))
Option = tuple[str, str, bool]
"""A value, its words, and whether it is chosen."""


def options(facet: str, chosen: str, sifted: Sifted | None) -> list[Option]:
    """The values of a facet: those that the reports left bear, with their numbers, else all there are."""
    counts = dict(dict(sifted.counts).get(facet, ())) if sifted else {}
    every = _every(facet)
    values = [value for value in every if value in counts] if counts else list(every)
    values += [chosen] if chosen and chosen not in values else []
    return [(value, every.get(value, value) + (f" ({counts[value]})" if value in counts else ""), value == chosen) for value in values]


def _every(facet: str) -> dict[str, str]:
    """Value → words, of all values that a facet may have, in the order of the words."""
    world = known().world
    found: dict[str, dict[str, str]] = {
        "type": {event.id: capital(names().event(event.id)) for event in world.events},
        "level": {level.title: capital(title_of(level.title)) for level in world.levels},
        "area": {area.id: capital(names().area(area.id)) for area in world.areas},
        "lang": {pack.tag: pack.english if language() == SOURCE else pack.name for pack in known().packs},
        "publisher": {publisher.id: publisher.name for publisher in world.publishers},
    }
    if facet == "status":
        return {status: capital(_(status)) for status in STATUSES}
    if facet == "review":
        return {value: capital(_(words)) for value, words in REVIEWED.items()}
    return dict(sorted(found[facet].items(), key=lambda one: one[1]))
