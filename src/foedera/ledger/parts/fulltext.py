"""A query → the reports that hold it, in one order in every store, and the passage that shows it.

Reports with the words as written, marks and all, come first; among equals the latest, then by id. That order is their `rank`, a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from foedera.ledger.parts.codec import decode_article
from foedera.ledger.parts.connection import Connection
from foedera.model.article import Article
from foedera.model.document import DocumentId, Span
from foedera.model.fact import Citation
from foedera.model.finding import Finding
from foedera.model.report import report_of
from foedera.model.when import When, day
from foedera.plumbing.ids import digest
from foedera.plumbing.words import Sought, holds, indexed, sought, standing, worth

LONGEST = 300
"""Characters of a passage that are shown at most."""
PAGE = 50
"""Reports that are looked at together."""
DAYS, NAMES = 22, 41
"""Bits of a rank for the day and for the beginning of the id: 63 together."""
Standing = tuple[bool, int]
"""A place among what is found: whether the words stand there without their marks, and the rank."""
FIRST: Standing = (False, -1)
READ = "SELECT a.text, r.body FROM articles a JOIN readings r ON r.document = a.document WHERE a.document = ?"


def rank_of(published: When | None, document: DocumentId) -> int:
    """The place of a report by its day, the latest first and those without a day last, and by its id."""
    known = published is not None and published.year_known and published.first[:4] != "0000"
    number = day(published.first).toordinal() if known and published else 0
    hexadecimal = set(document) <= set("0123456789abcdef")
    name = int((document if hexadecimal else digest(document.encode())).ljust(16, "0")[:16], 16)
    return ((1 << DAYS) - 1 - number) << NAMES | name >> (64 - NAMES)


Findable = tuple[DocumentId, int, Sequence[str]]
"""A document, the rank that it wants, and its words."""


def put(connection: Connection, reports: Sequence[Findable], before: Mapping[str, str]) -> None:
    """Make reports findable; `before` are the texts of those that were found until now."""
    rows: list[tuple[int, DocumentId, Sequence[str]]] = []
    taken: set[int] = set()
    for document, wanted, words in reports:
        if document in before and _stays(connection, document, wanted, before[document], words):
            continue
        free = wanted
        while free in taken or connection.execute("SELECT 1 FROM ranks WHERE rank = ?", (free,)).fetchone():
            free += 1  # two ids of one day that begin alike
        taken.add(free)
        rows.append((free, document, words))
    rows.sort()
    connection.load("ranks", ("rank", "document"), [(rank, document) for rank, document, _ in rows])
    connection.put_words([(rank, words) for rank, _, words in rows])


def _stays(connection: Connection, document: DocumentId, wanted: int, before: str, words: Sequence[str]) -> bool:  # noqa: PLR0913, PLR0917 - one row
    known = connection.execute("SELECT rank FROM ranks WHERE document = ?", (document,)).fetchone()
    if known is None:
        return False
    found = indexed(before)
    if known[0] >> NAMES == wanted >> NAMES and found == list(words):
        return True
    connection.drop_words(known[0], found)
    connection.execute("DELETE FROM ranks WHERE document = ?", (document,))
    return False


def search(connection: Connection, query: str, limit: int, after: Standing = FIRST) -> Iterator[Finding]:
    """The reports with all words of the query, behind a place among them."""
    wanted = sought(query)
    if not wanted.words:
        return
    found = 0
    for exact in (True, False):
        if after[0] > (not exact):  # of those with marks nothing is left
            continue
        last = after[1] if after[0] == (not exact) else -1
        for rank, document in _documents(connection, wanted, last, exact=exact):
            if found >= limit:
                return
            for text, body in connection.execute(READ, (document,)):
                if holds(text, wanted):
                    found += 1
                    yield replace(_finding(decode_article(body, text, document), wanted, exact=exact), rank=rank)


def _documents(connection: Connection, wanted: Sought, last: int, *, exact: bool) -> Iterator[tuple[int, DocumentId]]:
    while page := connection.ranked(wanted, last, PAGE, exact=exact):
        yield from ((rank, document) for rank, document in page)
        last = page[-1][0]


def _finding(article: Article, wanted: Sought, *, exact: bool) -> Finding:
    line = max(_lines(article.text), key=lambda span: worth(article.text[span.start : span.end], wanted))
    span = _window(article.text, line, wanted)
    quote = article.text[span.start : span.end]
    lights = (Span(start=span.start + start, end=span.start + end) for start, end in standing(quote, wanted.words))
    return Finding(report=report_of(article), citation=Citation(span=span, quote=quote), exact=exact, highlights=tuple(lights))


def _lines(text: str) -> list[Span]:
    """The lines that hold more than white space, without the white space around them; an empty span where there is none."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        at += len(line)
        if end > start:
            spans.append(Span(start=start, end=end))
    return spans or [Span(start=0, end=0)]


def _window(text: str, line: Span, wanted: Sought) -> Span:
    """The line, or of a long one the stretch around the first of the words."""
    if line.end - line.start <= LONGEST:
        return line
    first = next(iter(standing(text[line.start : line.end], wanted.words)), (0, 0))[0]
    at = line.start + first
    start = max(line.start, min(at - LONGEST // 3, line.end - LONGEST))
    while start > line.start and not text[start - 1].isspace() and at - start < LONGEST:
        start -= 1
    return Span(start=start, end=min(line.end, start + LONGEST))


def migrated_rank(body: str, document: str) -> int:
    """The rank of a report in a ledger of an earlier version."""
    return rank_of(decode_article(body, "", document).published, DocumentId(document))


def migrated_words(text: str) -> str:
    """The words of such a report, as SQLite takes them."""
    return " ".join(indexed(text))
