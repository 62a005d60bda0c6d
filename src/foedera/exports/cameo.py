"""Events and commitments → rows of CAMEO, tab-separated: who did what to whom, each pair in each direction that the scheme tells apart.

Derived from our own, and poorer: `docs/decisions/2026-11-23-cameo-rows.md`. Several rows may be one entry; its id stands in each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import TextIO

from foedera.exports.parts.cells import guarded
from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.plover_codes import CAMEO, Coded, coded, coded_days, scheme
from foedera.exports.parts.rows import Row, kind_of, row
from foedera.model.world import Actor

LISTING = True
COLUMNS = (
    "entry", "date", "enddate", "date_basis", "source", "source_name", "target", "target_name", "code", "root", "quad", "goldstein",
    "place", "reports", "origins", "report", "document", "url", "lang", "start", "end", "quote",
)  # fmt: skip
HOSTED = "043"
"""What a host does to the visitor, who made a visit."""
GOLDSTEIN = {
    "030": 4.0, "0311": 5.2, "0312": 5.2, "0313": 5.2, "0314": 5.2, "032": 4.5, "033": 5.2, "0331": 5.2, "0332": 5.2, "0333": 5.2,
    "036": 4.0, "040": 1.0, "041": 1.0, "042": 1.9, "043": 2.8, "044": 2.5, "050": 3.5, "051": 3.4, "054": 6.0, "057": 8.0,
    "062": 7.4, "100": -5.0,
}  # fmt: skip
"""Code → its score on the scale of Goldstein, as event data are usually given it."""
QUADS = {"03": 1, "04": 1, "05": 1, "06": 2, "10": 3}
"""Root → verbal cooperation, material cooperation, verbal conflict."""


def write(contents: Contents, out: TextIO) -> Written:
    """Write what is listed, dated to the day, known to the scheme, and done by somebody to somebody."""
    rows, left_out, known = Counter[str](), Counter[str](), scheme(contents.world)
    actors = {actor.code: actor for actor in contents.world.actors}
    out.write("\t".join(COLUMNS) + "\n")
    for entry in contents.listed():
        codes, days = coded(entry, known), coded_days(entry)
        if isinstance(codes, str) or days is None:
            left_out[codes if isinstance(codes, str) else "no_day"] += 1
            continue
        told = {**row(entry), "entry": entry.id, "date": _plain(days[0]), "enddate": _plain(days[1]) if days[1] != days[0] else None}
        told["date_basis"] = told.get("date_basis") or "reported"
        directions = list(_directions(codes))
        out.writelines(_line(told | _between(source, target, actors) | _scored(code)) for source, target, code in directions)
        left_out["no_target"] += not directions
        rows[kind_of(entry)] += len(directions)
    return Written(rows=+rows, left_out=+left_out)


def _directions(codes: Coded) -> Iterator[tuple[str, str, str]]:
    """Who does it to whom, under which code; what is mutual goes both ways, and a host hosts whoever visits."""
    if not codes.recipients or codes.recipients == codes.actors:
        yield from ((source, target, codes.cameo) for source, target in permutations(codes.actors, 2))
        return
    for source in codes.actors:
        for target in codes.recipients:
            yield source, target, codes.cameo
            if codes.cameo == CAMEO["visit"]:
                yield target, source, HOSTED


def _between(source: str, target: str, actors: Mapping[str, Actor]) -> Row:
    said: Row = {}
    for end, code in (("source", source), ("target", target)):
        actor = actors.get(code)
        is_state = actor is not None and actor.kind == "state"
        said[end] = f"{(actor.iso3 if actor else None) or code}GOV" if is_state else "IGO"
        said[f"{end}_name"] = actor.name if actor else code
    return said


def _scored(code: str) -> Row:
    return {"code": code, "root": code[:2], "quad": QUADS[code[:2]], "goldstein": str(GOLDSTEIN[code])}


def _plain(day: str) -> str:
    return day.replace("-", "")


def _line(told: Row) -> str:
    """One row of as many cells as there are columns; no cell holds a tab, an end of a line, or a formula."""
    cells = (told.get(column) for column in COLUMNS)
    return "\t".join("" if cell is None else _cell(column, cell) for column, cell in zip(COLUMNS, cells, strict=True)) + "\n"


def _cell(column: str, cell: str | int) -> str:
    flat = " ".join(str(cell).split())
    return flat if column == "goldstein" else str(guarded(flat))
