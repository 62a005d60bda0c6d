"""What data calls by a canonical English term → the word for it in the language that is spoken."""

from __future__ import annotations

from foedera.api.packs import names
from foedera.plumbing.interface import _, noop

MODALITIES = {
    "agreed": noop("agreed"),
    "pledged": noop("pledged"),
    "reaffirmed": noop("reaffirmed"),
    "considering": noop("considering"),
    "urged": noop("urged"),
    "planned": noop("planned"),
}
STANCES = {
    "asserted": noop("asserted"),
    "planned": noop("planned"),
    "denied": noop("denied"),
    "hypothetical": noop("hypothetical"),
}
PROPERTIES = {
    "date": noop("date"),
    "place": noop("place"),
    "party": noop("party"),
    "parties": noop("parties"),
    "office": noop("office"),
    "country": noop("country"),
    "mechanism": noop("mechanism"),
    "instrument": noop("instrument"),
    "target_date": noop("target date"),
    "type": noop("type"),
    "level": noop("level"),
    "by": noop("by"),
    "modality": noop("modality"),
    "areas": noop("areas"),
    "amount": noop("amount"),
    "name": noop("name"),
    "abbr": noop("abbr"),
    "edition": noop("edition"),
    "document_count": noop("document count"),
    "tense": noop("tense"),
    "title": noop("title"),
    "since": noop("since"),
    "attendees": noop("attendees"),
}


def level(title: str) -> str:
    """The title of a partnership, as the language's own press writes it; English where its pack has no form."""
    return names().levels.get(title, title)


def office(name: str) -> str:
    """An office, likewise."""
    return names().offices.get(name, name)


def modality(name: str) -> str:
    """How firmly something is promised."""
    return _(MODALITIES.get(name, name))


def property_name(name: str) -> str:
    """A property of a fact."""
    return _(PROPERTIES.get(name, name.replace("_", " ")))


def stance(name: str) -> str:
    """How a report stands to what it tells."""
    return _(STANCES.get(name, name))
