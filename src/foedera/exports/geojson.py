"""Events → GeoJSON (RFC 7946): a point where each took place, when that is a city whose position is known."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import columns_of, row
from foedera.exports.parts.titles import title, words_of
from foedera.exports.parts.values import Json
from foedera.model.entry import Event
from foedera.model.world import Position

LISTING = True


def write(contents: Contents, out: TextIO) -> Written:
    """Write the events that are listed and lie in a known city, a line each."""
    rows, left_out, words, positions = Counter[str](), Counter[str](), words_of(contents.world), contents.positions()
    states = {actor.name for actor in contents.world.actors}
    out.write('{"type":"FeatureCollection","features":[')
    for entry in contents.listed():
        if not isinstance(entry, Event):
            left_out["no_event"] += 1
            continue
        at = _position(entry, positions)
        if at is None:
            left_out["no_place" if entry.place is None else "no_city" if entry.place in states else "no_position"] += 1
            continue
        told = row(entry)
        properties = {"title": title(entry, words), **{name: told[name] for name in columns_of("event")}}
        feature: Json = {
            "type": "Feature",
            "id": entry.id,
            "geometry": {"type": "Point", "coordinates": [at.longitude, at.latitude]},
            "properties": properties,
        }
        out.write(f"{',' if rows['event'] else ''}\n{json.dumps(feature, ensure_ascii=False, separators=(',', ':'))}")
        rows["event"] += 1
    out.write("\n]}\n")
    return Written(rows=rows, left_out=left_out)


def _position(entry: Event, positions: Mapping[str, tuple[Position, ...]]) -> Position | None:
    """Where it took place; of several cities with the name the only one in a state that takes part."""
    found = positions.get(entry.place or "", ())
    if len(found) > 1:
        found = tuple(one for one in found if one.state in entry.parties)
    return found[0] if len(found) == 1 else None
