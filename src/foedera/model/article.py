"""Article: the text of a document with what is known about it, and its parts as spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from foedera.model.document import DocumentId, Span
from foedera.model.when import When

PartKind = Literal["title", "dateline", "body", "caption", "byline", "credit", "boilerplate"]


class Part(Struct, frozen=True, kw_only=True):
    """A stretch of the text and what it is; parts do not overlap and stand in order."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text exactly as given (line ends and BOM kept) and what came with it.

    A format fills what the bytes declare (`lang`, `published`, `publisher`, `url`, `title`); extraction completes it.
    `address` is the URL, the record's id or the file's base name; `record` is the value for the exchange format's `id`
    (records) or `file` (files), as `record_key` says.
    """

    id: DocumentId
    text: str
    address: str
    record: str
    record_key: Literal["id", "file"]
    location: str
    digest: str
    lang: str | None = None
    published: When | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    parts: tuple[Part, ...] = ()
    own_text: bool = False
    """Whether the text was taken out of bytes that are not it, so that answers must carry it."""
    charset: str = "utf-8"
    """The encoding that the bytes were read with."""
    doubtful: bool = False
    """Whether another encoding is about as likely."""
