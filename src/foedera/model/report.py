"""Report: a source as entries name it, an article without its text; and what entries are addressed by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from foedera.model.article import Article
from foedera.model.document import DocumentId
from foedera.model.when import When

EntryId = NewType("EntryId", str)
EntryKind = Literal["event", "level", "commitment", "mechanism", "instrument", "person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article without its text: what one needs to name a source. `record` is its name in every export."""

    document: DocumentId
    record: str
    lang: str | None = None
    published: When | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    origin: str | None = None
    """The id of the first document of the same independent reporting, where copies or translations of it are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Reports and origins that come from the publishers of one kind in one state; both None where the publisher is not known."""

    kind: str | None
    state: str | None
    reports: int
    origins: int


def report_of(article: Article) -> Report:
    """The article without its text."""
    return Report(
        document=article.id,
        record=article.record,
        lang=article.lang,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
        title=article.title,
    )
