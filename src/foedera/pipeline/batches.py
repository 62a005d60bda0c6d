"""A batch → the ledger, by the steps of every ingest, with a line told for each; what was broken off is taken up where it stopped."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from foedera.ledger.parts.store import Ledger
from foedera.model.article import Article
from foedera.model.batch import OPEN, Batch, Item, Outcome, State, Trouble
from foedera.model.document import Skip
from foedera.model.pack import Knowledge
from foedera.model.reading import Reading
from foedera.pipeline import spool
from foedera.pipeline.ingest import ingest
from foedera.pipeline.options import Options
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.guards import guarded
from foedera.plumbing.interface import _
from foedera.plumbing.settings import settings

FATAL = 2
"""Processes that an item may end; it is not tried again."""
DEATHS = 5
"""Processes that a batch may cost."""
MOST = 20_000
"""Items of a batch."""
KEPT = timedelta(days=30)
"""How long a batch that ended is told of."""
RESIDENT = 1536 * 1024 * 1024
"""Bytes of memory that a process may take up that reads and derives."""


@dataclass(slots=True, kw_only=True)
class Standing:
    """How a batch stands, folded from its lines."""

    state: str = "waiting"
    trouble: Trouble | None = None
    at: str | None = None
    seconds: float = 0.0
    since: float | None = None
    passed: set[int] = field(default_factory=set)
    items: dict[tuple[str, str, str], Item] = field(default_factory=dict)
    deaths: Counter[str] = field(default_factory=Counter)

    def take(self, line: spool.Line) -> None:
        """A further line."""
        if isinstance(line, Item):
            self.items.setdefault(key(line), line)
        elif isinstance(line, spool.At):
            self.at = line.place
        elif isinstance(line, spool.Passed):
            self.passed.add(line.number)
        else:
            self._turn(line)

    def _turn(self, line: spool.Turned) -> None:
        if self.since is not None and line.state != "running":
            self.seconds += max(0.0, line.moment - self.since)
        if line.state == spool.DIED:
            self.deaths[self.at or ""] += 1
        self.since = line.moment if line.state == "running" else None
        self.state = "waiting" if line.state == spool.DIED else line.state
        self.trouble, self.at = line.trouble, None


def key(item: Item) -> tuple[str, str, str]:
    """What makes an item the same when its batch is taken up again."""
    return (item.place, item.document or "", item.reason or "" if item.outcome == "bad" else "")


def standing(batch: Path) -> Standing:
    """How a batch stands."""
    found = Standing()
    for line in spool.lines(batch):
        found.take(line)
    return found


def told(folder: Path, name: str, *, whole: bool = True) -> Batch:
    """A batch as it stands; unless `whole`, without its items."""
    batch = spool.at(folder, name)
    order, found = spool.order(batch), standing(batch)
    worked = found.state == "running" and spool.is_worked(folder)
    state: State = "waiting" if found.state == "running" and not worked else found.state  # type: ignore[assignment]
    if state == "waiting" and (batch / spool.CANCELLED).exists():
        state = "cancelled"
    under_way = time.time() - found.since if worked and found.since is not None else 0.0
    return Batch(
        id=name,
        kind=order.kind,
        title=order.title,
        submitted=order.submitted,
        state=state,
        done=len(found.passed),
        of=len(order.places),
        seconds=round(found.seconds + under_way, 1),
        at=found.at if worked else None,
        items=tuple(found.items.values()) if whole else (),
        trouble=found.trouble,
    )


def waiting(folder: Path) -> list[str]:
    """The batches at which there is something to do, the first one first."""
    return [name for name in spool.names(folder) if standing(folder / name).state in OPEN]


def cancel(folder: Path, name: str) -> None:
    """Have a batch ended as soon as what is being read is done; what was taken in stays."""
    batch = spool.at(folder, name)
    if standing(batch).state in OPEN:
        (batch / spool.CANCELLED).touch()


def again(folder: Path, name: str) -> None:
    """Have a batch that was cancelled, or could not go on, taken up where it stopped."""
    batch = spool.at(folder, name)
    if standing(batch).state != "done":
        (batch / spool.CANCELLED).unlink(missing_ok=True)
        spool.turn(batch, "waiting")


def died(folder: Path, name: str) -> None:
    """Tell that the process that worked at a batch ended before its time; after a few, the batch fails."""
    batch = spool.at(folder, name)
    spool.turn(batch, spool.DIED)
    if standing(batch).deaths.total() >= DEATHS:
        what = _("{n} processes that worked at it ended before their time").format(n=DEATHS)
        spool.turn(batch, "failed", Trouble(what=what, remedy=_("leave out what was being read, or report it; then begin again")))


def forget(folder: Path) -> None:
    """Forget batches that ended long ago, and what was never handed over whole."""
    before = datetime.now(UTC) - KEPT
    for name in spool.names(folder):
        ended = name < f"{before:%Y%m%dT%H%M%S%f}" and standing(folder / name).state not in OPEN
        if ended and (folder / name / spool.LOG).stat().st_mtime < before.timestamp():
            shutil.rmtree(folder / name, ignore_errors=True)
    for aside in folder.glob(f"{spool.ASIDE}*"):
        with suppress(OSError):
            if aside.stat().st_mtime < time.time() - timedelta(days=1).total_seconds():
                shutil.rmtree(aside, ignore_errors=True)


def work(folder: Path, name: str, opened: Callable[[], Ledger], knowledge: Knowledge) -> None:
    """Read a batch into the ledger; what keeps it from going on is told on the batch."""
    batch = spool.at(folder, name)
    found = standing(batch)
    if (batch / spool.CANCELLED).exists():
        spool.turn(batch, "cancelled")
        return
    spool.turn(batch, "running")
    course = _Course(batch=batch, order=spool.order(batch), found=found)
    try:
        with opened() as ledger, guarded(most=RESIDENT) as guard:
            course.rest, course.breathe = (guard.rest, guard.begin) if guard else (_nothing, _nothing)
            ingest(ledger, course.places(), knowledge, options=course.options())
    except FoederaError as error:
        spool.turn(batch, "failed", Trouble(what=error.what, where=error.where, remedy=error.remedy))
    except OSError as error:
        remedy = _("make room on the disk, or see to the right to write there; then begin again")
        spool.turn(batch, "failed", Trouble(what=error.strerror or str(error), where=str(error.filename or ""), remedy=remedy))
    except Exception as error:  # noqa: BLE001 - the next batch is not to wait for a mistake in this one
        remedy = _("tell the makers, with what you gave; then begin again")
        spool.turn(batch, "failed", Trouble(what=_("a mistake of Foedera"), where=repr(error), remedy=remedy))
    else:
        course.end()


def _nothing() -> None:
    """Nobody watches over this process."""


@dataclass(slots=True, kw_only=True)
class _Course:
    """One run through a batch: where it is, what it tells, and when it ends before its time."""

    batch: Path
    order: spool.Order
    found: Standing
    rest: Callable[[], None] = _nothing
    breathe: Callable[[], None] = _nothing

    def options(self) -> Options:
        """What the steps of an ingest are told."""
        deadly = frozenset(place for place, number in self.found.deaths.items() if place and number >= FATAL)
        return Options(
            progress=self.tell, begun=self.begin, ended=self.has_ended, called=self.called, deadly=deadly, limit=settings().limit
        )

    def places(self) -> Iterator[str]:
        """Where there is something to read; when the next place is asked for, all at the one before is read."""
        for number, place in enumerate(self.order.places):
            if number not in self.found.passed:
                yield str(self.batch / spool.GIVEN / place) if self.order.kind in {"files", "text"} else place
                self.rest()
                self._add(spool.Passed(number=number))
        self.rest()

    def called(self, location: str) -> str:
        """What a place is called: a file by its name alone, where no other has it."""
        own = f"{self.batch / spool.GIVEN}/"
        if not location.startswith(own):
            return location
        place = location.removeprefix(own)
        name = place.partition("/")[2]
        same = [one for one in self.order.places if name.startswith(one.partition("/")[2])]
        return name if len(same) == 1 else place

    def begin(self, place: str) -> None:
        """A document is being read."""
        self.breathe()
        self._add(spool.At(place=place))

    def tell(self, done: object) -> None:
        """What became of a document."""
        item = _item(done)
        if key(item) not in self.found.items:
            self._add(item)

    def has_ended(self) -> bool:
        """Whether somebody cancelled the batch, or it holds too much."""
        over = (self.batch / spool.CANCELLED).exists() or len(self.found.items) >= MOST
        if over:
            self.rest()
        return over

    def end(self) -> None:
        """Tell how the batch ended; what was handed over is needed no more where all of it is read."""
        if (self.batch / spool.CANCELLED).exists():
            spool.turn(self.batch, "cancelled")
        elif len(self.found.passed) < len(self.order.places):
            what = _("more than {n} items; the rest was not read").format(n=MOST)
            spool.turn(self.batch, "failed", Trouble(what=what, remedy=_("give it in parts, or read it with the command foedera ingest")))
        else:
            spool.turn(self.batch, "done")
            shutil.rmtree(self.batch / spool.GIVEN, ignore_errors=True)

    def _add(self, line: spool.Line) -> None:
        spool.add(self.batch, line)
        self.found.take(line)


def _item(done: object) -> Item:
    if isinstance(done, Skip):
        outcome: Outcome = "bad" if done.is_fault else "left_out"
        return Item(outcome=outcome, place=done.location, document=done.document, reason=done.reason, detail=done.detail)
    if isinstance(done, Reading):
        made = _of(done.article, "taken_in")
        why = next(iter(done.skips), None)
        if done.interstate:
            return made
        return Item(
            outcome="left_out",
            place=made.place,
            document=made.document,
            title=made.title,
            reason=why.reason if why else "not_interstate",
            detail=why.detail if why else "",
        )
    if isinstance(done, Article):
        return _of(done, "there_already")
    raise TypeError(done)


def _of(article: Article, outcome: Outcome) -> Item:
    return Item(outcome=outcome, place=article.location, document=article.id, title=article.title)
