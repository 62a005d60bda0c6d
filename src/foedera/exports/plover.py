"""Events and commitments → rows of PLOVER, one a line, with their passages; derived from our own and poorer than these."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.plover_codes import QUADS, Coded, coded, coded_days, scheme
from foedera.exports.parts.rows import kind_of, row
from foedera.exports.parts.values import Json, given
from foedera.model.entry import Entry
from foedera.model.world import Actor

LISTING = True


def write(contents: Contents, out: TextIO) -> Written:
    """Write what is listed, dated to the day and known to the scheme."""
    rows, left_out, known = Counter[str](), Counter[str](), scheme(contents.world)
    actors = {actor.code: actor for actor in contents.world.actors}
    for entry in contents.listed():
        codes, days = coded(entry, known), coded_days(entry)
        if isinstance(codes, str) or days is None:
            left_out[codes if isinstance(codes, str) else "no_day"] += 1
            continue
        out.write(json.dumps(_row(entry, codes, days, actors), ensure_ascii=False, separators=(",", ":")) + "\n")
        rows[kind_of(entry)] += 1
    return Written(rows=rows, left_out=left_out)


def _row(entry: Entry, codes: Coded, days: tuple[str, str], actors: Mapping[str, Actor]) -> Json:
    told = row(entry)
    cited = {"url": told["url"], "title": _title(entry, str(told["document"])), "language": told["lang"], "publication": told["publisher"]}
    basis = told.get("date_basis") or "reported"
    return given(
        {
            "id": entry.id,
            "date": days[0],
            "enddate": days[1] if days[1] != days[0] else None,
            "actor": [_entity(actors.get(code), code) for code in codes.actors],
            "recipient": [_entity(actors.get(code), code) for code in codes.recipients],
            "event": [codes.type],
            "mode": [codes.mode] if codes.mode else [],
            "context": list(codes.contexts),
            "event_loc": told.get("place"),
            "quad_code": QUADS[codes.type],
            "event_scale": codes.scale,
            "cameo": codes.cameo,
            "text": told["quote"],
            "text_info": {"start": told["start"], "end": told["end"]},
            "cite_info": {"citation": told["report"], "document": told["document"], **given(cited)},
            "coder": "foedera",
            "comment": f"date {basis}",
        }
    )


def _entity(actor: Actor | None, code: str) -> Json:
    """A state by its ISO 3166-1 alpha-3 code; any organisation is an IGO there, so that its own code stands beside."""
    if actor is None or actor.kind != "state":
        return {"code": "IGO", "sector": ["GOV"], "entity_text": actor.name if actor else code, "foedera": code}
    return {"code": actor.iso3 or code, "sector": ["GOV"], "entity_text": actor.name, "foedera": code}


def _title(entry: Entry, document: str) -> str | None:
    return next((report.title for report in entry.reports if report.document == document), None)
