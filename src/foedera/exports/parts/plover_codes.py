"""Entries → codes of PLOVER and CAMEO: type, mode and sides of an event or commitment, or the reason why the scheme has none.

What the scheme cannot say is lost on purpose and stays in the other forms: `docs/decisions/2026-11-22-plover.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foedera.model.entry import Commitment, Entry, Event
from foedera.model.world import World

QUADS = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "REQUEST": 3}
SCALES = {"AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "COOPERATE": 9.5, "REQUEST": 0.0}
MODES = {"visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5}
"""Mode of CONSULT → its score, in place of that of the type."""
CAMEO = {"visit": "042", "third-party": "044", "multilateral": "040", "phone": "041"}
ACTS = {"signing": ("SUPPORT", "057"), "establish_relations": ("SUPPORT", "054"), "upgrade": ("SUPPORT", "050")}
"""Type of event → what it is there, where its family does not say."""
PROMISES = {
    "agreed": ("AGREE", "030"),
    "pledged": ("AGREE", "030"),
    "planned": ("AGREE", "030"),
    "reaffirmed": ("SUPPORT", "051"),
    "urged": ("REQUEST", "100"),
}
"""Modality → what it is there; to consider something is nothing there."""
INTENTS = {"economic": "0311", "military": "0312", "legal": "0313", "intelligence": "0314", "diplomatic": "032"}
AID = {"economic": "0331", "military": "0332", "human_security": "0333", "disasters": "0333"}
"""First context of the main policy area → what is promised in CAMEO: to work together, or (one side, with an amount) to help."""
FIRM = frozenset({"agreed", "pledged", "planned"})
CALL = "call"
PAIR = 2
TO_THE_DAY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What an entry is in the scheme; `actors` and `recipients` are codes of the world's actors."""

    type: str
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()

    @property
    def scale(self) -> float:
        """The score of the mode, or of the type."""
        return MODES.get(self.mode or "", SCALES[self.type])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What of the world the codes need: families of events, states of places, organisations, contexts of policy areas."""

    families: Mapping[str, str]
    places: Mapping[str, frozenset[str]]
    organisations: frozenset[str]
    contexts: Mapping[str, tuple[str, ...]]


def scheme(world: World) -> Scheme:
    """What the world tells."""
    places: dict[str, frozenset[str]] = {actor.name: frozenset({actor.code}) for actor in world.actors if actor.kind == "state"}
    for place in world.places:
        places[place.name] = places.get(place.name, frozenset()) | {place.state}
    return Scheme(
        families={event.id: event.family for event in world.events},
        places=places,
        organisations=frozenset(actor.code for actor in world.actors if actor.kind != "state"),
        contexts={area.id: area.plover for area in world.areas},
    )


def coded(entry: Entry, known: Scheme) -> Coded | str:
    """The codes, or why there are none."""
    if isinstance(entry, Commitment):
        return _promise(entry, known)
    return _event(entry, known) if isinstance(entry, Event) else "no_event"


def coded_days(entry: Entry) -> tuple[str, str] | None:
    """The first and last day: of an event its own, of a commitment that on which it was first reported."""
    if isinstance(entry, Commitment):
        return (entry.reported, entry.reported) if entry.reported else None
    when = entry.when if isinstance(entry, Event) else None
    return (when.first, when.last) if when and when.year_known and when.precision == TO_THE_DAY else None


def _promise(entry: Commitment, known: Scheme) -> Coded | str:
    if entry.modality not in PROMISES:
        return "no_type"
    kind, cameo = PROMISES[entry.modality]
    actors = (entry.by,) if entry.by in entry.parties else entry.parties
    contexts = tuple(dict.fromkeys(context for area in entry.areas for context in known.contexts.get(area, ())))
    others = tuple(party for party in entry.parties if party not in actors)
    if entry.modality in FIRM:
        is_help = entry.amount is not None and len(actors) == 1
        first = contexts[0] if contexts else ""
        cameo = AID.get(first, "033") if is_help else INTENTS.get(first, "030")
    return Coded(type=kind, cameo=cameo, actors=actors, recipients=others, contexts=contexts)


def _event(entry: Event, known: Scheme) -> Coded | str:
    family = known.families.get(entry.type)
    if family == "aid":
        return "no_recipient"
    if family not in {"encounter", "visit", "exercise"} and entry.type not in ACTS:
        return "no_type"
    diplomatic = ("diplomatic",)
    if entry.tense == "planned":
        return Coded(type="AGREE", cameo="036" if family in {"encounter", "visit"} else "030", actors=entry.parties, contexts=diplomatic)
    if family == "exercise":
        # It is mutual, and must have a recipient: every party stands on both sides.
        return Coded(type="COOPERATE", cameo="062", actors=entry.parties, recipients=entry.parties, contexts=("military",))
    if entry.type in ACTS:
        kind, cameo = ACTS[entry.type]
        return Coded(type=kind, cameo=cameo, actors=entry.parties, contexts=diplomatic)
    return _consulted(entry, known, family == "visit")


def _consulted(entry: Event, known: Scheme, visit: bool) -> Coded:  # noqa: FBT001 - the last of three, told apart where it is called
    at = known.places.get(entry.place or "", frozenset())
    hosts = tuple(party for party in entry.parties if party in at)
    guests = tuple(party for party in entry.parties if party not in at)
    mode: str | None = None
    if entry.type == CALL:
        mode = "phone"
    elif visit and hosts and guests:
        return Coded(type="CONSULT", cameo=CAMEO["visit"], actors=guests, recipients=hosts, mode="visit", contexts=("diplomatic",))
    elif len(entry.parties) > PAIR or known.organisations & set(entry.parties):
        mode = "multilateral"
    elif at and not hosts:
        mode = "third-party"
    return Coded(type="CONSULT", cameo=CAMEO.get(mode or "", "040"), actors=entry.parties, mode=mode, contexts=("diplomatic",))
