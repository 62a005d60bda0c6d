"""Reports → BibTeX: each source an entry `@misc`, with `date` for biblatex beside `year` and `month`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.references import Reference, references

LISTING = True
# BibTeX counts braces also behind a backslash.
_MARKS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_ESCAPES = str.maketrans(_MARKS)
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def write(contents: Contents, out: TextIO) -> Written:
    """Write the reports that tell of what is listed, or all; the last line says how many there are."""
    count = 0
    for reference in references(contents):
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(reference))
        out.write(f"@misc{{{reference.key},\n{fields}\n}}\n\n")
        count += 1
    out.write(f"% end: {count} reports\n")
    return Written(rows={"reports": count})


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{reference.title.translate(_ESCAPES)}}}"
    if reference.publisher:
        yield "howpublished", reference.publisher.translate(_ESCAPES)
        yield "publisher", reference.publisher.translate(_ESCAPES)
    if reference.date:
        yield "date", "/".join("-".join(f"{part:02d}" for part in end) for end in (reference.date, reference.until) if end)
        yield from zip(("year", "month", "day"), (str(part) for part in reference.date), strict=False)
    if reference.lang:
        yield "langid", reference.lang.translate(_ESCAPES)
    if reference.url:
        yield "url", reference.url.translate(_ADDRESS)
    yield "note", f"Foedera: {reference.record}, {reference.document}".translate(_ESCAPES)
