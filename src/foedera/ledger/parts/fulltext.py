"""A query → the reports that hold it, and the passage that shows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from foedera.ledger.parts.codec import decode_article
from foedera.ledger.parts.connection import Connection
from foedera.model.article import Article
from foedera.model.document import Span
from foedera.model.fact import Citation
from foedera.model.finding import Finding
from foedera.model.report import report_of
from foedera.plumbing.text import fold, fold_query

LONGEST = 300
"""Characters of a passage that are shown at most."""
CANDIDATES = """
SELECT a.document, a.text, r.body FROM fulltext f JOIN articles a ON a.number = f.rowid JOIN readings r ON r.document = a.document
WHERE fulltext MATCH ? ORDER BY holds(a.text, ?) DESC, f.folded LIKE '%' || ? || '%' DESC, bm25(fulltext), a.document LIMIT ?
"""


def prepare(connection: Connection) -> None:
    """Give the connection the comparison that ranks exact words first."""
    connection.create_function("holds", 2, holds, deterministic=True)


def search(connection: Connection, query: str, limit: int) -> Iterator[Finding]:
    """The reports with all words of the query: first as written, then in one run, then anywhere."""
    folded = fold_query(query)
    if not folded:
        return
    words = " ".join(f'"{word}"' for word in folded.split())
    for document, text, body in connection.execute(CANDIDATES, (words, query, folded, limit)):
        article = decode_article(body, text, document)
        yield Finding(report=report_of(article), citation=_passage(article, query, folded), exact=bool(holds(text, query)))


def holds(text: str, query: str) -> int:
    """Whether the text has the words as written, but for case and the form of the letters."""
    return int(_plain(query) in _plain(text))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _passage(article: Article, query: str, folded: str) -> Citation:
    """The line that shows most of the query: as written, in one run, or as many of its words as possible; the first of equals."""
    words = set(folded.split())

    def worth(line: Span) -> tuple[int, bool, int]:
        text = article.text[line.start : line.end]
        form = fold(text)
        return (holds(text, query), folded in form, len(words & set(form.split())))

    line = max(_lines(article.text), key=worth)
    span = _window(article.text, line, folded.split(maxsplit=1)[0])
    return Citation(span=span, quote=article.text[span.start : span.end])


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


def _window(text: str, line: Span, word: str) -> Span:
    """The line, or of a long one the stretch around the first word that folds to `word`."""
    if line.end - line.start <= LONGEST:
        return line
    at = line.start
    for piece in text[line.start : line.end].split(" "):
        if word in fold(piece).split():
            break
        at += len(piece) + 1
    start = max(line.start, min(at - LONGEST // 3, line.end - LONGEST))
    while start > line.start and not text[start - 1].isspace() and at - start < LONGEST:
        start -= 1
    return Span(start=start, end=min(line.end, start + LONGEST))
