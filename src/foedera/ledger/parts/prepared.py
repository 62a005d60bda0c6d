"""A reading → all that is written of it, worked out before anything is written, in whatever process read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.ledger.parts import accounts, codec
from foedera.ledger.parts.accounts import FactRow, ReadingRow
from foedera.ledger.parts.fulltext import rank_of
from foedera.model.article import Article
from foedera.model.fact import EventFact, Fact, TenureFact
from foedera.model.keys import STATE, Key, key_of
from foedera.model.reading import Reading
from foedera.model.report import report_of
from foedera.model.whereabouts import Whereabouts, whereabouts
from foedera.plumbing.ids import digest
from foedera.plumbing.words import indexed


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What is written of a reading, table by table; strings as they stand in the rows."""

    document: str
    body_digest: str
    address: str
    location: str
    text: str
    text_digest: str
    given: str
    reading: ReadingRow
    facts: tuple[FactRow, ...]
    keys: tuple[Key, ...]
    """Of each fact."""
    report: str
    yearless: tuple[Key, ...]
    content: str
    rank: int
    words: tuple[str, ...]
    where: Whereabouts


def prepared(reading: Reading, given: Article | None = None) -> Prepared:
    """The rows of a reading; `given` is the article before it was read."""
    article, first = reading.article, given or reading.article
    row, facts = accounts.reading_row(reading), tuple(accounts.fact_rows(reading))
    return Prepared(
        document=article.id,
        body_digest=first.digest,
        address=first.address,
        location=first.location,
        text=first.text,
        text_digest=digest(first.text.encode("utf-8", "surrogatepass")),
        given=codec.encode_article(first),
        reading=row,
        facts=facts,
        keys=tuple(map(key_of, reading.facts)),
        report=codec.encode(report_of(article)),
        yearless=yearless(reading.facts),
        content=accounts.content(row, facts),
        rank=rank_of(article.published, article.id),
        words=tuple(indexed(article.text)),
        where=whereabouts(reading),
    )


def joined(one: Prepared, facts: Sequence[Fact]) -> Prepared:
    """What is written of a reading with further facts: those that a person admitted to it."""
    if not facts:
        return one
    rows = (*one.facts, *((fact.id, codec.fact_kind(fact), codec.encode(fact)) for fact in facts))
    keys = tuple(map(key_of, facts))
    dated = bool(one.where.keys or one.where.day)
    found = tuple(sorted({*one.where.keys, *(key for key in keys if STATE not in key)})) if dated else one.where.keys
    where = replace(one.where, keys=found)
    return replace(one, facts=rows, keys=(*one.keys, *keys), content=accounts.content(one.reading, rows), where=where)


def yearless(facts: tuple[Fact, ...] | list[Fact]) -> tuple[Key, ...]:
    """The names that are shown beside a day without a year."""
    if not any(isinstance(fact, EventFact) and fact.when and not fact.when.year_known for fact in facts):
        return ()
    return tuple(sorted({key_of(fact) for fact in facts if isinstance(fact, TenureFact)}))
