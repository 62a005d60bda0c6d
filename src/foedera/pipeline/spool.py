"""A folder beside the ledger → the batches in it: what was handed over, and a line for each thing that became of it.

A batch is a folder that is there as a whole or not at all (written aside, renamed): `order.json`, the files under `given/NUMBER/NAME`, and
`log.jsonl`, to which lines are only ever added. How a batch stands is folded from its lines, so it survives whoever works at it.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from foedera.model.batch import Item, Kind, State, Trouble
from foedera.plumbing.errors import LedgerError, UsageError
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location, default_ledger

ORDER, LOG, GIVEN, CANCELLED, LOCK, ASIDE = "order.json", "log.jsonl", "given", "cancelled", "lock", ".new-"
NAME = re.compile(r"[0-9]{8}T[0-9]{12}-[0-9a-f]{6}")
PRIVATE = 0o700


class Order(Struct, frozen=True, kw_only=True):
    """What was handed over: of which kind, how it is called, where its parts lie (a file's name, an address), and when."""

    kind: Kind
    title: str
    places: tuple[str, ...]
    submitted: str


class Turned(Struct, frozen=True, kw_only=True, tag="turned"):
    """A batch came into a state at a moment (seconds since 1970); `died`: the process that worked at it ended before its time."""

    state: State | str
    moment: float
    trouble: Trouble | None = None


class At(Struct, frozen=True, kw_only=True, tag="at"):
    """A document is being read."""

    place: str


class Passed(Struct, frozen=True, kw_only=True, tag="passed"):
    """All that lies at the place of this number is read."""

    number: int


Line = Turned | At | Passed | Item
DIED = "died"


def folder_of(ledger: Location, chosen: Path | None) -> Path:
    """Where the batches of a ledger lie: beside its file; of a database in the user's data folder, or where somebody chose."""
    if isinstance(ledger, Path):
        return (chosen / id_of(str(ledger.absolute())) if chosen else ledger.with_name(f"{ledger.name}.batches")).absolute()
    return (chosen or default_ledger().parent) / f"{id_of(str(ledger))}.batches"


def put(folder: Path, order: Order, fill: Callable[[Path], tuple[str, ...]]) -> str:
    """Keep what was handed over, as a whole or not at all; `fill` writes files into a folder and returns their places. The name it got."""
    aside = folder / f"{ASIDE}{secrets.token_hex(6)}"
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        (aside / GIVEN).mkdir(parents=True, mode=PRIVATE)
        places = fill(aside / GIVEN)
        with (aside / ORDER).open("wb") as file:
            file.write(msgspec.json.encode(msgspec.structs.replace(order, places=places)))
            file.flush()
            os.fsync(file.fileno())
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
        aside.rename(folder / name)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        remedy = _("make room on the disk, or see to the right to write there; nothing was taken in")
        raise LedgerError(_("this cannot be kept: {why}").format(why=error.strerror or error), where=str(folder), remedy=remedy) from error
    return name


def names(folder: Path) -> list[str]:
    """The batches there are, the first one first."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        return sorted(one.name for one in folder.iterdir() if NAME.fullmatch(one.name))
    return []


def at(folder: Path, name: str) -> Path:
    """The folder of a batch.

    Raises:
        UsageError: when there is none of this name.
    """
    if not NAME.fullmatch(name) or not (folder / name / ORDER).exists():
        raise UsageError(_("{name!r} is the name of no batch").format(name=name), remedy=_("see the page of all batches"))
    return folder / name


def order(batch: Path) -> Order:
    """What was handed over.

    Raises:
        LedgerError: when the file that tells it is damaged.
    """
    try:
        return msgspec.json.decode((batch / ORDER).read_bytes(), type=Order)
    except (OSError, msgspec.DecodeError) as error:
        raise LedgerError(_("a batch is damaged: {why}").format(why=error), where=str(batch), remedy=_("remove its folder")) from error


def lines(batch: Path) -> Iterator[Line]:
    """What became of it, in order; a line that was cut when its writer ended tells nothing."""
    decoder = msgspec.json.Decoder(Line)
    with suppress(FileNotFoundError), (batch / LOG).open("rb") as file:
        for line in file:
            with suppress(msgspec.DecodeError, msgspec.ValidationError):
                yield decoder.decode(line)


def add(batch: Path, line: Line) -> None:
    """Add a line, behind one that may have been cut."""
    with (batch / LOG).open("ab+") as file:
        cut = b""
        if file.tell():
            file.seek(-1, os.SEEK_END)
            cut = b"" if file.read(1) == b"\n" else b"\n"
        file.write(cut + msgspec.json.encode(line) + b"\n")


def turn(batch: Path, state: State | str, trouble: Trouble | None = None) -> None:
    """Add that the batch is now in a state."""
    add(batch, Turned(state=state, moment=time.time(), trouble=trouble))


@contextmanager
def turn_to_work(folder: Path) -> Iterator[None]:
    """One works at the batches of a ledger at a time; who comes later waits."""
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_worked(folder: Path) -> bool:
    """Whether somebody works at the batches."""
    try:
        with (folder / LOCK).open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
