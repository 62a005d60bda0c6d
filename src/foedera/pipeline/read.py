"""Locations → documents → articles → readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from foedera import formats, sources
from foedera.extraction import readings as extraction
from foedera.formats import Format
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.model.when import When
from foedera.pipeline.options import DEFAULT, Options
from foedera.plumbing import discover
from foedera.plumbing.interface import _
from foedera.sources import Source
from foedera.sources.stdin import RECORD_LOCATION


def articles(locations: Iterable[str], *, options: Options = DEFAULT) -> Iterator[Article | Skip]:
    """The articles at the locations (files, folders, `-`), and a skip for each item that is none."""
    known = cast("dict[str, Format]", discover.modules(formats.__name__, formats.VERB))
    for item in _documents(locations, options):
        if isinstance(item, Skip):
            yield item
            continue
        chosen = next((form for form in known.values() if form.accepts(item)), None)
        found = chosen.article(item) if chosen else _formless(item)
        yield _completed(found, options) if isinstance(found, Article) else found


def readings(locations: Iterable[str], knowledge: Knowledge, *, options: Options = DEFAULT) -> Iterator[Reading | Skip]:
    """The readings of all articles; a report in a language without a pack, or not about states, is a reading without facts."""
    for item in articles(locations, options=options):
        done = _read(item, knowledge) if isinstance(item, Article) else item
        if options.progress:
            options.progress(done)
        yield done


def _read(article: Article, knowledge: Knowledge) -> Reading | Skip:
    """The reading of an article; a mistake of ours costs this article alone, and is told."""
    try:
        return extraction.read(article, knowledge)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one report, the rest of the batch goes on
        detail = _("Foedera failed on this text ({error}); please report it, with the text").format(error=repr(error))
        return Skip(reason="failed", detail=detail, location=article.location, document=article.id)


def _documents(locations: Iterable[str], options: Options) -> Iterator[Document | Skip]:
    known = cast("dict[str, Source]", discover.modules(sources.__name__, sources.VERB))
    for location in locations:
        asked = RECORD_LOCATION if location == "-" and options.jsonl else location
        chosen = next((source for source in known.values() if source.accepts(asked)), None)
        if chosen:
            yield from chosen.documents(asked, limit=options.limit)
        else:
            detail = _("no source reads this; give a file, a folder or -")
            yield Skip(reason="unreadable", detail=detail, location=location)


def _formless(document: Document) -> Skip:
    detail = _("no format reads {media_type!r}; give plain text or JSON lines")
    return Skip(reason="unknown_format", detail=detail.format(media_type=document.media_type), location=document.location)


def _completed(article: Article, options: Options) -> Article:
    """What the options say, where the article itself says nothing."""
    published = When(edtf=options.published, basis="metadata") if options.published else None
    return replace(article, lang=article.lang or options.lang, published=article.published or published)
