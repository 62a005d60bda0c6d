"""Texts → what they say: facts, mentions, and why; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from foedera.api.actors import language_tag
from foedera.api.days import checked
from foedera.api.packs import known
from foedera.extraction.languages import language
from foedera.extraction.mentions import listed
from foedera.extraction.readings import read as read_article
from foedera.extraction.readings import traced
from foedera.formats import text as text_format
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.model.mention import Mention
from foedera.model.reading import Reading
from foedera.model.trace import Trace
from foedera.model.when import When
from foedera.pipeline import read
from foedera.pipeline.options import Options
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import LIMIT, limit
from foedera.plumbing.text import normal


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article and the mentions in it, in order of start."""

    article: Article
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A reading, and the steps that led to it."""

    reading: Reading
    trace: Trace


def extract(text: str, *, lang: str | None = None, published: str | None = None) -> Reading:
    """Read one text.

    Args:
        text: The report, exactly as given; spans count its code points.
        lang: The tag of its language, where it is known.
        published: The day it was published, where it is known: `2023-11-28`.

    Raises:
        UsageError: when the language has no pack, or the day is none.
        FoederaError: when the text is empty or over the limit.
    """
    return read_article(_article(text, lang, published), known())


def mentions(text: str, *, lang: str | None = None, published: str | None = None) -> tuple[Mention, ...]:
    """Everything one text names, with its value, in order of start; for the arguments see `extract`."""
    return listed(_article(text, lang, published), known())


def explain(text: str, *, lang: str | None = None, published: str | None = None) -> Explanation:
    """Read one text and tell which rule and words made each fact; for the arguments see `extract`."""
    reading, trace = traced(_article(text, lang, published), known())
    return Explanation(reading=reading, trace=trace)


def extract_files(locations: Iterable[str], *, options: Options | None = None) -> Iterator[Reading | Skip]:
    """Read files, folders and `-`, one reading or skip an item, as they come."""
    return read.readings(locations, known(), options=_complete(options))


def mentions_in_files(locations: Iterable[str], *, options: Options | None = None) -> Iterator[Found | Skip]:
    """The mentions of files, folders and `-`, an article at a time."""
    for item in read.articles(locations, options=_complete(options)):
        yield item if isinstance(item, Skip) else _found(item)


def explain_files(locations: Iterable[str], *, options: Options | None = None) -> Iterator[Explanation | Skip]:
    """Read files, folders and `-`, and tell of each why it was read so."""
    for item in read.articles(locations, options=_complete(options)):
        if isinstance(item, Skip):
            yield item
        else:
            reading, trace = traced(item, known())
            yield Explanation(reading=reading, trace=trace)


def options(*, lang: str | None = None, published: str | None = None, recorded: str | None = None, jsonl: bool = False) -> Options:
    """What a run over files may choose, checked.

    Raises:
        UsageError: when the language has no pack, or the day is none.
    """
    tag = lang and language_tag(lang, known())
    return Options(limit=limit(), jsonl=jsonl, lang=tag, published=checked(published), recorded=checked(recorded))


def _found(article: Article) -> Found:
    tag = language(normal(article.text).text, known(), declared=article.lang)
    article = replace(article, lang=tag)
    return Found(article=article, mentions=listed(article, known()))


def _complete(chosen: Options | None) -> Options:
    return chosen or options()


def _article(text: str, lang: str | None, published: str | None) -> Article:
    chosen = options(lang=lang, published=published)
    try:
        body = text.encode()
    except UnicodeEncodeError as error:
        what = _("the text holds half a character at {start}").format(start=error.start)
        raise FoederaError(what, remedy=_("write the whole one, or leave it out")) from error
    if len(body) > chosen.limit:
        what = _("the text has {size} bytes, the limit is {limit}").format(size=len(body), limit=chosen.limit)
        raise FoederaError(what, remedy=_("divide it, or raise {name}").format(name=LIMIT))
    made = text_format.article(Document(body=body, name="text", location="text", media_type="text/plain"))
    if isinstance(made, Skip):
        raise FoederaError(made.detail)
    when = When(edtf=chosen.published, basis="metadata") if chosen.published else made.published
    return replace(made, lang=chosen.lang or made.lang, published=when)
