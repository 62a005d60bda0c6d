"""A fact → the notice of it: what it says, the passage, and which report tells it."""

from __future__ import annotations

from msgspec import Struct

from foedera.api.naming import Names
from foedera.api.wording.facts import words_of
from foedera.model.fact import KIND_OF, Fact
from foedera.model.report import Report
from foedera.plumbing.ids import id_of


class Notice(Struct, frozen=True, kw_only=True):
    """What one recipient is told of one fact; `id` is the same whenever it is made, so that who gets it twice can tell."""

    id: str
    alert: str
    fact: str
    kind: str
    parties: tuple[str, ...]
    words: str
    quote: str
    lang: str | None
    document: str
    start: int
    end: int
    title: str
    url: str | None
    published: str | None
    recorded: str


def notice(fact: Fact, report: Report, recipient: str, *, alert: str, recorded: str, names: Names) -> Notice:  # noqa: PLR0913 - what a notice is made of
    """The notice of a fact to one recipient."""
    return Notice(
        id=id_of("notice", recipient, fact.id),
        alert=alert,
        fact=fact.id,
        kind=KIND_OF[type(fact)],
        parties=fact.parties,
        words=words_of(fact, names),
        quote=fact.citation.quote,
        lang=report.lang,
        document=fact.document,
        start=fact.citation.span.start,
        end=fact.citation.span.end,
        title=report.title or report.record,
        url=report.url,
        published=report.published.edtf if report.published else None,
        recorded=recorded,
    )
