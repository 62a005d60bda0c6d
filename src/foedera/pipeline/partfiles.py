"""What a worker made → a file that is there as a whole or not at all, and back.

A line is a name, a space and a value in JSON. The file is written aside, renamed, and only then marked as done with the count of its lines.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from foedera.ledger.parts import codec
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _

Put = Callable[[str, object], None]
DONE, UNDER_WAY, DEATHS = ".done", ".at", ".deaths"
FATAL = 2
"""Workers that an item may kill; it is not tried again."""


@contextmanager
def writing(path: Path) -> Iterator[Put]:
    """A function that adds a line to the file, which is there when all was added."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    count = 0
    with aside.open("wb") as file:

        def put(name: str, value: object) -> None:
            nonlocal count
            count += 1
            file.write(f"{name} {codec.encode(value)}\n".encode())

        yield put
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    _beside(path, DONE).write_text(str(count), encoding="ascii")


def is_done(path: Path) -> bool:
    """Whether the file is there as a whole."""
    return path.exists() and _beside(path, DONE).exists()


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """The names and values of a file.

    Raises:
        FoederaError: when it is not what was written.
    """
    count = 0
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            name, _space, value = line.partition(" ")
            count += 1
            yield name, value
    if str(count) != _beside(path, DONE).read_text(encoding="ascii"):
        raise FoederaError(_("the file of a worker was cut"), where=str(path), remedy=_("remove its folder and start again"))


def remove(path: Path) -> None:
    """Remove the file with all that lies beside it; the mark first, so that what is left of it never counts as done."""
    for ending in (DONE, UNDER_WAY, DEATHS):
        _beside(path, ending).unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def begin(path: Path, item: str) -> None:
    """Note on what a worker is at."""
    _beside(path, UNDER_WAY).write_text(item, encoding="utf-8", errors="surrogateescape")


def fatal(path: Path) -> frozenset[str]:
    """What killed so many of the workers that were at it that it is not tried again."""
    last, known = _beside(path, UNDER_WAY), _beside(path, DEATHS)
    deaths = known.read_text(encoding="utf-8", errors="surrogateescape").split("\0") if known.exists() else []
    if last.exists():
        deaths.append(last.read_text(encoding="utf-8", errors="surrogateescape"))
        known.write_text("\0".join(deaths), encoding="utf-8", errors="surrogateescape")
    return frozenset(one for one in deaths if deaths.count(one) >= FATAL)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
