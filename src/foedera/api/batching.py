"""The verbs of batches: hand something over, have it read into the ledger, see how far that is, end it, take it up again.

What is handed over is kept beside the ledger until it is read, so nothing is lost when whoever reads it ends before its time.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from foedera import ledger as stores
from foedera.api.ledger import QUEUE, ledger_location
from foedera.api.packs import known
from foedera.formats.parts.days import day
from foedera.model.batch import Batch, Given, Handed, Pasted
from foedera.pipeline import batches as pipeline
from foedera.pipeline import spool
from foedera.plumbing.errors import UsageError
from foedera.plumbing.filenames import plain
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location, settings

FILES, ADDRESSES, WAITING = 500, 100, 50
"""How many files and addresses a batch may have, and how many batches may wait."""
PASTED = "pasted.jsonl"
WEB = ("http", "https")


def batch_given(given: Given, *, ledger: Location | None = None) -> str:
    """Hand something over to be read into a ledger; the name of the batch. It is read when somebody works (`batch_work`).

    Raises:
        UsageError: when it is nothing, or of two kinds, or too many; when a day or an address is none.
        FoederaError: when it cannot be kept.
    """
    folder = _folder(ledger)
    if len(pipeline.waiting(folder)) >= WAITING:
        raise UsageError(_("{n} batches wait already").format(n=WAITING), remedy=_("wait until some are read, or cancel them"))
    order, fill = _ordered(given)
    return spool.put(folder, order, fill)


def batches(*, ledger: Location | None = None) -> tuple[Batch, ...]:
    """All batches without their items, the latest first. One that ended is told of for 30 days."""
    folder = _folder(ledger)
    return tuple(pipeline.told(folder, name, whole=False) for name in reversed(spool.names(folder)))


def batch(name: str, *, ledger: Location | None = None) -> Batch:
    """A batch with what became of each item.

    Raises:
        UsageError: when there is none of this name.
    """
    return pipeline.told(_folder(ledger), name)


def batch_cancel(name: str, *, ledger: Location | None = None) -> None:
    """End a batch; what was taken in stays."""
    pipeline.cancel(_folder(ledger), name)


def batch_again(name: str, *, ledger: Location | None = None) -> None:
    """Have a batch that was cancelled, or could not go on, taken up where it stopped."""
    pipeline.again(_folder(ledger), name)


def batch_work(*, ledger: Location | None = None) -> None:
    """Read all batches that wait, one after the other, until none does. Who else works at them goes first.

    What keeps a batch from going on is told on the batch, and the next one is read.
    """
    place, folder = ledger_location(ledger), _folder(ledger)
    if not pipeline.waiting(folder):
        return
    with spool.turn_to_work(folder):
        pipeline.forget(folder)
        while left := pipeline.waiting(folder):
            pipeline.work(folder, left[0], partial(stores.open, place, create=True, timeout=QUEUE), known())


def died(name: str, *, ledger: Location | None = None) -> None:
    """Tell that the process that worked at a batch ended before its time; what ends two is left out, and after a few the batch fails."""
    pipeline.died(_folder(ledger), name)


def _folder(ledger: Location | None) -> Path:
    return spool.folder_of(ledger_location(ledger), settings().batches)


Fill = Callable[[Path], tuple[str, ...]]


def _ordered(given: Given) -> tuple[spool.Order, Fill]:
    """What is to be kept of what is given, and what puts its parts into a folder."""
    ways = [way for way in (given.files, given.text, given.addresses, given.feed) if way]
    if len(ways) != 1:
        raise UsageError(_("nothing was given, or too much at once"), remedy=_("give files, or a text, or addresses, or a feed"))
    submitted = datetime.now(UTC).isoformat(timespec="seconds")
    if given.files:
        _check_number(given.files, FILES, _("more than {n} files").format(n=FILES))
        title = plain(given.files[0].name)
        return spool.Order(kind="files", title=title, places=(), submitted=submitted), partial(_put_files, given.files)
    if given.text:
        record = _record(given.text)
        title = given.text.title or _beginning(given.text.text)
        return spool.Order(kind="text", title=title, places=(), submitted=submitted), partial(_put_text, record)
    addresses = [_checked(address) for address in (given.addresses or (given.feed or "",))]
    _check_number(addresses, ADDRESSES, _("more than {n} addresses").format(n=ADDRESSES))
    if given.feed:
        return spool.Order(kind="feed", title=addresses[0], places=(), submitted=submitted), lambda _given: (f"feed:{addresses[0]}",)
    return spool.Order(kind="addresses", title=addresses[0], places=(), submitted=submitted), lambda _given: tuple(addresses)


def _check_number(items: Iterable[object], most: int, what: str) -> None:
    if len(list(items)) > most:
        raise UsageError(what, remedy=_("give them in parts"))


def _put_files(files: Iterable[Handed], folder: Path) -> tuple[str, ...]:
    """Each file in a folder of its own, so that two may have one name."""
    places = []
    for number, handed in enumerate(files, start=1):
        place = f"{number:04}/{plain(handed.name)}"
        (folder / place).parent.mkdir(mode=spool.PRIVATE)
        with (folder / place).open("xb") as file:
            shutil.copyfileobj(handed.stream, file)
        places.append(place)
    return tuple(places)


def _put_text(record: dict[str, str], folder: Path) -> tuple[str, ...]:
    place = f"0001/{PASTED}"
    (folder / place).parent.mkdir(mode=spool.PRIVATE)
    (folder / place).write_bytes(msgspec.json.encode(record) + b"\n")
    return (place,)


def _record(text: Pasted) -> dict[str, str]:
    """The text as a record, as a file of records would have it."""
    if text.published and day(text.published) != text.published:
        what = _("{value!r} is no date").format(value=text.published)
        raise UsageError(what, remedy=_("give a date as 2023-11-28, 2023-11 or 2023"))
    if text.url:
        _checked(text.url)
    if len(text.text.encode(errors="replace")) > settings().limit:
        raise UsageError(_("more than {limit} bytes").format(limit=settings().limit), remedy=_("give it in parts"))
    known_of = {"title": text.title, "publisher": text.publisher, "published": text.published, "url": text.url}
    return {"id": f"pasted-{id_of(text.text)}", "text": text.text, **{name: value for name, value in known_of.items() if value}}


def _beginning(text: str) -> str:
    return " ".join(text[:200].split())[:60]


def _checked(address: str) -> str:
    """An address of the web; nothing that could name a file here."""
    try:
        parts = urlsplit(address)
        good = parts.scheme.lower() in WEB and bool(parts.hostname) and address.isprintable() and " " not in address
    except ValueError:
        good = False
    if not good:
        raise UsageError(_("{address!r} is no address of the web").format(address=address), remedy=_("give one that begins with https://"))
    return parts.geturl()
