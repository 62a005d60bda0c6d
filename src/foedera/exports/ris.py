"""Reports → RIS, as Zotero, EndNote and Mendeley read it: each source a reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.references import Reference, references

LISTING = True


def write(contents: Contents, out: TextIO) -> Written:
    """Write the reports that tell of what is listed, or all."""
    count = 0
    for reference in references(contents):
        out.write("".join(f"{tag}  - {value}\r\n" for tag, value in _fields(reference)) + "ER  - \r\n\r\n")
        count += 1
    return Written(rows={"reports": count})


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "GOVDOC" if reference.government else "NEWS"
    yield "ID", reference.key
    yield "TI", reference.title
    if reference.publisher:
        yield "T2", reference.publisher
        yield "PB", reference.publisher
    if reference.date:
        year, *rest = (f"{part:0{width}d}" for part, width in zip(reference.date, (4, 2, 2), strict=False))
        yield "PY", year
        # Year, month, day and a remark, each of which may be empty.
        yield "DA", "/".join([year, *rest, "", ""][:3]) + "/"
    if reference.lang:
        yield "LA", reference.lang
    if reference.url:
        yield "UR", reference.url
    yield "AN", reference.document
    yield "N1", f"Foedera: {reference.record}"
