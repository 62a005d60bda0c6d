"""A dossier → as much of it as an answer can hold, with how much of each section was left out."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
SECTIONS = ("levels", "events", "mechanisms", "instruments", "people", "reports", "statements")


def shortened(dossier: Json, most: int) -> Json:
    """At most so many items of each section; of commitments of each area."""
    made, left_out = dict(dossier), {}
    for name in SECTIONS:
        made[name] = dossier[name][:most]
        left_out[name] = len(dossier[name]) - len(made[name])
    made["commitments"] = [{**area, "commitments": area["commitments"][:most]} for area in dossier["commitments"]]
    left_out["commitments"] = sum(max(0, len(area["commitments"]) - most) for area in dossier["commitments"])
    return {**made, "left_out": {name: number for name, number in left_out.items() if number}}
