"""A page of the web → its report: title, visible date, paragraphs and captions, each a part of the article's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foedera.formats.parts import bodies, pages
from foedera.formats.parts.articles import article_of
from foedera.formats.parts.decoding import fault, text_of
from foedera.formats.parts.encodings import Decoded
from foedera.formats.parts.pages import Page, TooDeepError, TooManyError
from foedera.formats.parts.plain import plain
from foedera.model.article import Article, Part, PartKind
from foedera.model.document import Document, Skip, Span
from foedera.model.when import When
from foedera.plumbing.interface import _

ENDINGS = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml"}
BETWEEN = "\n\n"
"""Between pieces of the text: an empty line, so that none is taken for the other carried on."""


def accepts(document: Document) -> bool:
    """Whether the source calls it HTML."""
    return document.media_type in ENDINGS.values()


def article(document: Document) -> Article | Skip:
    """The report of a page, under its URL, else the file's base name."""
    decoded = text_of(document, document.charset or pages.charset(document.body))
    if isinstance(decoded, Skip):
        return decoded
    try:
        page = pages.page(decoded.text)
    except TooDeepError:
        detail = _("elements lie within elements more than {n} deep, and the rest cannot be read; save the text alone")
        return fault(document, "too_deep", detail.format(n=pages.DEEPEST))
    except TooManyError:
        return fault(document, "too_large", _("more than {n} elements; save the text alone").format(n=pages.MOST))
    paragraphs = bodies.paragraphs(page.tree) if page else ()
    if page is None or not paragraphs:
        return fault(document, "no_article", _("no report is found on this page; save the text alone if there is one"))
    return _made(document, decoded, page, paragraphs)


def glimpse(document: Document) -> str | None:
    """All text of a page, at a fraction of the cost of its report; None where it is no text."""
    try:
        return plain(document.body.decode("utf-8"))
    except UnicodeDecodeError:
        decoded = text_of(document, document.charset or pages.charset(document.body))
    return None if isinstance(decoded, Skip) else plain(decoded.text)


def _made(document: Document, decoded: Decoded, page: Page, paragraphs: tuple[str, ...]) -> Article:
    declared = page.declared
    text, parts = _composed(_pieces(page, paragraphs))
    made = article_of(document, text)
    return replace(
        made,
        lang=declared.lang,
        published=When(edtf=declared.published, basis="metadata") if declared.published else made.published,
        publisher=declared.publisher,
        url=document.url or declared.url,
        title=declared.title,
        parts=parts,
        own_text=True,
        charset=decoded.charset,
        doubtful=decoded.doubtful,
    )


def _pieces(page: Page, paragraphs: tuple[str, ...]) -> Iterable[tuple[PartKind, str]]:
    """The title once, the date where the page declares none, the paragraphs, then the captions."""
    title = page.declared.title
    if title:
        yield "title", title
    if page.date_line and page.date_line not in paragraphs:
        yield "dateline", page.date_line
    yield from (("dateline" if words == page.date_line else "body", words) for words in paragraphs if words != title)
    yield from (("caption", words) for words in page.captions if words not in paragraphs)


def _composed(pieces: Iterable[tuple[PartKind, str]]) -> tuple[str, tuple[Part, ...]]:
    made: list[str] = []
    parts: list[Part] = []
    at = 0
    for kind, words in pieces:
        made.append(words)
        parts.append(Part(kind=kind, span=Span(start=at, end=at + len(words))))
        at += len(words) + len(BETWEEN)
    return BETWEEN.join(made), tuple(parts)
