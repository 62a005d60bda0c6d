"""A record, one JSON object: `id` and `text`, and where known `url`, `title`, `published`, `publisher`, `lang`."""

from __future__ import annotations

import re

import msgspec

from foedera.formats.parts.days import day
from foedera.formats.parts.decoding import decoded, document_id, fault
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.model.when import When
from foedera.plumbing.ids import digest
from foedera.plumbing.interface import _

HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""What stands for half a character; where the other half follows, the reader takes no offence."""
ENDINGS = {".jsonl": "application/json", ".ndjson": "application/json"}


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What a line may hold; fields beyond these are passed over."""

    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    lang: str | None = None


def accepts(document: Document) -> bool:
    """Whether the source calls it a record."""
    return document.media_type == "application/json"


def article(document: Document) -> Article | Skip:
    """The record's text, under its URL, else its id, else the file's name and the line's number."""
    found = _record(document)
    if isinstance(found, Skip):
        return found
    record = str(found.id) if found.id is not None else document.name
    published = day(found.published) if found.published else None
    if found.published and not published:
        detail = _("`published` is {value!r}; give a date as 2023-11-28, 2023-11 or 2023")
        return fault(document, "wrong_field", detail.format(value=found.published))
    address = found.url or record
    return Article(
        id=document_id(document, address),
        text=found.text,
        address=address,
        record=record,
        record_key="id",
        location=document.location,
        digest=digest(document.body),
        lang=found.lang or None,
        published=When(edtf=published, basis="metadata") if published else None,
        publisher=found.publisher or None,
        url=found.url or None,
        title=found.title or None,
    )


def _record(document: Document) -> Record | Skip:
    line = decoded(document)
    if isinstance(line, Skip):
        return line
    try:
        value = msgspec.json.decode(line.lstrip("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as error:
        if HALF.search(line):
            return fault(document, "not_json", _("holds half a character (\\ud800 to \\udfff); write the whole one"))
        return fault(document, "not_json", _("is no JSON: {why}; give one object a line").format(why=error))
    if not isinstance(value, dict):
        return fault(document, "not_a_record", _("is no JSON object; give one with `id` and `text`"))
    return _checked(document, value)


def _checked(document: Document, value: dict[str, object]) -> Record | Skip:
    if value.get("text") is None:
        return fault(document, "no_text", _("has no `text`; give the report's text in that field"))
    try:
        found = msgspec.convert(value, Record)
    except msgspec.ValidationError:
        named = (name for name in Record.__struct_fields__ if name != "id")
        wrong = next((name for name in named if not isinstance(value.get(name), str | None)), "id")
        detail = _("`{name}` is {value!r}; give text there, or leave it out")
        return fault(document, "wrong_field", detail.format(name=wrong, value=value[wrong]))
    if not found.text.strip("\ufeff \t\r\n"):
        return fault(document, "empty", _("holds no text; leave it out or fetch it again"))
    if (at := found.text.find("\0")) >= 0:
        return fault(document, "binary", _("character {at} of `text` is NUL; give plain text").format(at=at))
    return found
