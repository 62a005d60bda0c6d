"""Locations → documents → articles → readings."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import structs

from foedera import formats, sources
from foedera.extraction import readings as extraction
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.model.when import When
from foedera.pipeline import crawls
from foedera.pipeline.options import DEFAULT, Options
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import settings
from foedera.sources import Errand
from foedera.sources.stdin import RECORD_LOCATION

if TYPE_CHECKING:
    from foedera.plumbing.network.visits import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Which items are taken up, and how.

    `share` (k, n): every n-th item from the k-th on. `gate`: what came with a crawl is turned away after a glance where these packs will
    make nothing of it. `begun` is told where each document lies before it is read; `deadly` ones are left to whoever asks.
    """

    share: tuple[int, int] = (0, 1)
    gate: Knowledge | None = None
    begun: Callable[[str], None] | None = None
    deadly: frozenset[str] = frozenset()


WHOLE = Course()


def articles(locations: Iterable[str], *, options: Options = DEFAULT, course: Course = WHOLE) -> Iterator[Article | Skip]:
    """The articles at the locations (files, folders, `-`, addresses), and a skip for each item that is none."""
    for given in islice(_documents(locations, options), course.share[0], None, course.share[1]):
        item = _called(given, options)
        if item.location in course.deadly:
            yield deadly(item.location)
            continue
        if course.begun is not None:
            course.begun(item.location)
        found = item if isinstance(item, Skip) else _article(item, course.gate)
        if isinstance(found, Skip):
            yield found
            continue
        yield _completed(found, options)
        if found.doubtful:
            yield _doubted(found)


def readings(locations: Iterable[str], knowledge: Knowledge, *, options: Options = DEFAULT) -> Iterator[Reading | Skip]:
    """The readings of all articles; a report in a language without a pack, or not about states, is a reading without facts."""
    for item in articles(locations, options=options, course=Course(gate=knowledge)):
        done = reading_of(item, knowledge) if isinstance(item, Article) else item
        if options.progress:
            options.progress(done)
        yield done


def reading_of(article: Article, knowledge: Knowledge) -> Reading | Skip:
    """The reading of an article; a mistake of ours costs this article alone, and is told."""
    try:
        return extraction.read(article, knowledge)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one report, the rest of the batch goes on
        detail = _("Foedera failed on this text ({error}); please report it, with the text").format(error=repr(error))
        return Skip(reason="failed", detail=detail, location=article.location, document=article.id)


def apart(locations: Iterable[str]) -> Iterator[str | Skip]:
    """What can be read apart: of a folder its files, of an archive its parts."""
    errand = Errand(limit=DEFAULT.limit, media_types=formats.media_types())
    for location in locations:
        yield from _divided(location, errand)


def _divided(location: str, errand: Errand) -> Iterator[str | Skip]:
    dividing = getattr(sources.source_of(location), "apart", None)
    for part in dividing(location, errand) if dividing else (location,):
        yield from (part,) if isinstance(part, Skip) or part == location else _divided(part, errand)


def _documents(locations: Iterable[str], options: Options) -> Iterator[Document | Skip]:
    visitor = options.visitor or functools.cache(lambda: usual_visitor(options))
    errand = Errand(limit=options.limit, media_types=formats.media_types(), visitor=visitor, memory=options.memory)
    for location in locations:
        asked = RECORD_LOCATION if location == "-" and options.jsonl else location
        chosen = sources.source_of(asked)
        if chosen:
            yield from chosen.documents(asked, errand)
        else:
            detail = _("no source reads this; give a file, a folder, an address of the web or -")
            yield Skip(reason="unreadable", detail=detail, location=location)


def usual_visitor(options: Options) -> Visitor:
    """Who fetches: one who goes where the operator allows, and remembers what this run does."""
    from foedera.plumbing.network import visits  # noqa: PLC0415 - only who fetches loads what that takes

    chosen = settings()
    return visits.visitor(allow=chosen.allow, limit=options.limit, memory=options.memory, store=chosen.s3)


def deadly(location: str) -> Skip:
    """The skip of what ended the processes that read it."""
    detail = _("it ended two processes that read it, and was not tried again; leave it out, or report it")
    return Skip(reason="worker_died", detail=detail, location=location)


def _article(document: Document, gate: Knowledge | None) -> Article | Skip:
    """The article of a document; a mistake of ours, or of a library, costs this document alone."""
    chosen = formats.format_of(document)
    if chosen is None:
        return _formless(document)
    try:
        turned_away = crawls.turned_away(document, chosen, gate) if gate is not None and document.crawled else None
        return turned_away or chosen.article(document)
    except FoederaError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one document, the rest of the batch goes on
        detail = _("Foedera failed on this document ({error}); please report it, with the document").format(error=repr(error))
        return Skip(reason="failed", detail=detail, location=document.location)


def _doubted(article: Article) -> Skip:
    detail = _("read as {charset}, and its letters may not be right; hold the text against the original, or give it in UTF-8")
    detail = detail.format(charset=article.charset)
    return Skip(reason="doubtful_encoding", detail=detail, location=article.location, document=article.id)


def _formless(document: Document) -> Skip:
    detail = _("no format reads {media_type!r}; give plain text, HTML, PDF or JSON lines")
    return Skip(reason="unknown_format", detail=detail.format(media_type=document.media_type), location=document.location)


def _called(item: Document | Skip, options: Options) -> Document | Skip:
    """The item, its place under the name that the options give it."""
    if options.called is None:
        return item
    place = options.called(item.location)
    return structs.replace(item, location=place) if isinstance(item, Skip) else replace(item, location=place)


def _completed(article: Article, options: Options) -> Article:
    """What the options say, where the article itself says nothing."""
    published = When(edtf=options.published, basis="metadata") if options.published else None
    return replace(article, lang=article.lang or options.lang, published=article.published or published)
