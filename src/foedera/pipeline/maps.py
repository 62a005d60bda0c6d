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
from foedera.pipeline.read import Course, articles, deadly, reading_of
from foedera.plumbing import guards
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.guards import Guard
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """What a task is done with: the packs, what is not tried again, and who watches over time and memory."""

    knowledge: Knowledge
    fatal: frozenset[str]
    guard: Guard | None


def map_file(task: MapTask) -> str:
    """Write the file of a task, unless it is there; its path."""
    path = Path(task.path)
    if not partfiles.is_done(path):
        known = same_knowledge(task.digest)
        fatal = partfiles.fatal(path)
        with stores.open(task.ledger) as kept, partfiles.writing(path) as put, guards.guarded() as guard:
            site = _Site(knowledge=known, fatal=fatal, guard=guard)
            for location in task.locations:
                for item in _items(task, location, site):
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


def _items(task: MapTask, location: str, site: _Site) -> Iterator[Article | Skip]:
    """The items of a location; what killed workers is left out. Of each it is noted that it is under way, before its document is opened."""
    if location in site.fatal:
        yield deadly(location)
        return
    path = Path(task.path)

    def begun(item: str) -> None:
        partfiles.begin(path, item)
        if site.guard is not None:
            site.guard.begin()

    begun(location)
    course = Course(share=task.share, gate=site.knowledge, begun=begun, deadly=site.fatal)
    for item in articles((location,), options=task.options, course=course):
        yield item
        begun(location)


def _line(item: Article | Skip, kept: Ledger, known: Knowledge) -> tuple[str, object]:
    if isinstance(item, Skip):
        return (SKIP, item)
    if kept.holds(item.id, known.digest):
        return (SAME, item.id)
    done = reading_of(item, known)
    return (SKIP, done) if isinstance(done, Skip) else (READ, prepared(done, item))
