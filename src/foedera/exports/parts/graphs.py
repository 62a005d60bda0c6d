"""Entries → a graph: states and organisations as nodes, relations of two of them as edges with levels and counts.

What more than two do together counts on each of their edges, and apart (`..._with_others`): it says less of a relation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import Cell, kind_of, row
from foedera.model.entry import Entry, HeldLevel, Person
from foedera.model.question import days_of

PAIR = 2
COUNTED = ("event", "level", "commitment", "mechanism", "instrument")
LEVEL = ("quote", "report", "document", "url", "lang", "start", "end")
"""What an edge has of the row of its latest level, behind `level_`."""
NODE: Mapping[str, str] = {"label": "string", "kind": "string", "iso3": "string"}
EDGE: Mapping[str, str] = {
    "weight": "int",
    **{f"{kind}s{apart}": "int" for apart in ("", "_with_others") for kind in COUNTED},
    "reports": "int",
    "first": "string",
    "last": "string",
    "level": "string",
    "level_since": "string",
    **{f"level_{name}": "int" if name in {"start", "end"} else "string" for name in LEVEL},
}
"""Attribute → its type. `weight` is the number of all entries of the two alone; `level` is the one that began, or was reported, last."""

Values = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Code → values of the node; two codes → values of the edge, both in order; and what was counted."""

    nodes: Mapping[str, Values]
    edges: Mapping[tuple[str, str], Values]
    written: Written


class _Edge:
    """What is known of two parties so far."""

    def __init__(self) -> None:
        self.counts = Counter[str]()
        self.reports: set[str] = set()
        self.days: list[str] = []
        self.level: HeldLevel | None = None

    def add(self, entry: Entry) -> None:
        """Count an entry of the two."""
        alone = len(entry.parties) == PAIR
        self.counts[f"{kind_of(entry)}s{'' if alone else '_with_others'}"] += 1
        self.counts["weight"] += alone
        self.reports |= {report.document for report in entry.reports}
        if days := days_of(entry):
            self.days = [min([*self.days[:1], days[0]]), max([*self.days[1:], days[1]])]
        if alone and isinstance(entry, HeldLevel) and entry.tense == "past" and _began(entry) >= _began(self.level):
            self.level = entry

    def values(self) -> Values:
        """What the edge has."""
        first, last = self.days or (None, None)
        found: Values = {name: self.counts[name] for name, kind in EDGE.items() if kind == "int" and not name.startswith("level_")}
        found |= {"reports": len(self.reports), "first": first, "last": last}
        if self.level:
            told = row(self.level)
            found |= {"level": self.level.level, "level_since": told["date"]} | {f"level_{name}": told[name] for name in LEVEL}
        return {name: found[name] for name in EDGE if found.get(name) is not None}


def graph(contents: Contents) -> Graph:
    """The graph of what is listed."""
    edges: dict[tuple[str, str], _Edge] = defaultdict(_Edge)
    left_out = Counter[str]()
    for entry in contents.listed():
        if isinstance(entry, Person) or len(entry.parties) < PAIR:
            left_out["people" if isinstance(entry, Person) else "of_one_party"] += 1
            continue
        for one, other in combinations(entry.parties, PAIR):
            edges[one, other].add(entry)
    nodes = _nodes(contents, {code for pair in edges for code in pair})
    made = {pair: edges[pair].values() for pair in sorted(edges)}
    return Graph(nodes=nodes, edges=made, written=Written(rows={"nodes": len(nodes), "edges": len(made)}, left_out=left_out))


def _nodes(contents: Contents, codes: Iterable[str]) -> dict[str, Values]:
    known = {actor.code: actor for actor in contents.world.actors}
    made: dict[str, Values] = {}
    for code in sorted(codes):
        actor = known.get(code)
        values: Values = {"label": actor.name, "kind": actor.kind, "iso3": actor.iso3} if actor else {"label": code}
        made[code] = {name: value for name, value in values.items() if value is not None}
    return made


def _began(level: HeldLevel | None) -> str:
    days = days_of(level) if level else None
    return days[0] if days else ""
