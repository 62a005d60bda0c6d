"""Locations → a file of prepared readings and skips: what one worker does, apart from all others.

It reads the ledger, and never writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foedera import knowledge
from foedera import ledger as stores
from foedera.ledger.parts.prepared import prepared
from foedera.ledger.parts.store import Ledger
from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.model.pack import Knowledge
from foedera.pipeline import partfiles
from foedera.pipeline.options import Options
from foedera.pipeline.read import articles, reading_of
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _

READ, SAME, SKIP = "read", "same", "skip"
"""Names of lines: a prepared reading, a document that the ledger holds already, what could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTask:
    """What to read into which file. `share` is (k, n): every n-th document of the locations from the k-th on.

    `ledger` is where the ledger lies, `digest` that of the knowledge to read with.
    """

    path: str
    locations: tuple[str, ...]
    share: tuple[int, int]
    ledger: str
    digest: str
    options: Options


def map_file(task: MapTask) -> str:
    """Write the file of a task, unless it is there; its path."""
    path = Path(task.path)
    if not partfiles.is_done(path):
        known = same_knowledge(task.digest)
        fatal = partfiles.fatal(path)
        with stores.open(task.ledger) as kept, partfiles.writing(path) as put:
            for location in task.locations:
                for item in _items(task, location, fatal):
                    put(*_line(item, kept, known))
    return task.path


def same_knowledge(digest: str) -> Knowledge:
    """The knowledge of this process.

    Raises:
        FoederaError: when it is not that of the process that gave the task.
    """
    known = knowledge.load()
    if known.digest != digest:
        what = _("a worker has other language packs than the program that gave it work")
        raise FoederaError(what, remedy=_("install the same Foedera everywhere"))
    return known


def _items(task: MapTask, location: str, fatal: frozenset[str]) -> Iterator[Article | Skip]:
    """The items of a location; what killed workers is left out."""
    if location in fatal:
        yield _deadly(location)
        return
    path = Path(task.path)
    partfiles.begin(path, location)
    for item in articles((location,), options=task.options, share=task.share, gate=same_knowledge(task.digest)):
        if item.location in fatal and isinstance(item, Article):
            yield _deadly(item.location)
            continue
        partfiles.begin(path, item.location)
        yield item
        partfiles.begin(path, location)


def _deadly(location: str) -> Skip:
    detail = _("it ended two processes that read it, and was not tried again; leave it out, or report it")
    return Skip(reason="worker_died", detail=detail, location=location)


def _line(item: Article | Skip, kept: Ledger, known: Knowledge) -> tuple[str, object]:
    if isinstance(item, Skip):
        return (SKIP, item)
    if kept.holds(item.id, known.digest):
        return (SAME, item.id)
    done = reading_of(item, known)
    return (SKIP, done) if isinstance(done, Skip) else (READ, prepared(done, item))
