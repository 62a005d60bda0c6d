"""Reports → CSL-JSON, as Zotero, Pandoc and citeproc read it: each source an item."""

from __future__ import annotations

import json
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.references import Reference, references
from foedera.exports.parts.values import Json, given

LISTING = True


def write(contents: Contents, out: TextIO) -> Written:
    """Write the reports that tell of what is listed, or all, a line each."""
    count = 0
    out.write("[")
    for reference in references(contents):
        out.write(f"{',' if count else ''}\n{json.dumps(_item(reference), ensure_ascii=False, separators=(',', ':'))}")
        count += 1
    out.write("\n]\n")
    return Written(rows={"reports": count})


def _item(reference: Reference) -> Json:
    days = [list(end) for end in (reference.date, reference.until) if end]
    return given(
        {
            "id": reference.key,
            "type": "report" if reference.government else "article-newspaper",
            "title": reference.title,
            "container-title": None if reference.government else reference.publisher,
            "publisher": reference.publisher,
            "issued": {"date-parts": days} if days else None,
            "language": reference.lang,
            "URL": reference.url,
            "archive": "Foedera",
            "archive_location": reference.document,
            "note": reference.record,
        }
    )
