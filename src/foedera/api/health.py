"""Whether Foedera can work here: Python, SQLite, the ledger's file, disk space, knowledge, libraries; without any network."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from foedera import ledger as stores
from foedera.api.ledger import ledger_location
from foedera.api.packs import known
from foedera.ledger import abilities
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location, shown

OLDEST_PYTHON = (3, 11)
LEAST_SPACE = 100_000_000
"""Bytes of free disk: a ledger of ten thousand reports of 2 KB with its full-text index takes about as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at: what it is, what was found, and, where that is a problem, what to do."""

    name: str
    found: str
    good: bool = True
    remedy: str = ""


def doctor(*, ledger: Location | None = None) -> tuple[Check, ...]:
    """Look at everything Foedera needs."""
    place = ledger_location(ledger)
    kept = (*_file(place), _space(place)) if isinstance(place, Path) else _ledger(place)
    return (_python(), *_database(), *kept, *_knowledge(), *_libraries())


def _python() -> Check:
    good = sys.version_info >= OLDEST_PYTHON
    return Check(name="python", found=platform.python_version(), good=good, remedy="" if good else _("install Python 3.11 or newer"))


def _database() -> Iterator[Check]:
    yield Check(name="sqlite", found=abilities.version())
    for name, good in abilities.abilities().items():
        remedy = "" if good else _("use a Python whose SQLite has it (most builds do)")
        yield Check(name=f"sqlite {name}", found=_("yes") if good else _("no"), good=good, remedy=remedy)


def _file(path: Path) -> Iterator[Check]:
    if not path.exists():
        yield Check(name="ledger", found=_("{path}: none yet").format(path=path))
        yield _writable("ledger folder", _nearest_folder(path))
        return
    yield from _ledger(path)
    yield _writable("ledger file", path)
    yield _writable("ledger folder", path.parent)


def _ledger(place: Location) -> Iterator[Check]:
    try:
        digest = known().digest
    except FoederaError:
        # That is told where knowledge is looked at; the ledger can be sound all the same.
        digest = None
    try:
        with stores.open(place) as kept:
            counts = ", ".join(f"{number} {kind}" for kind, number in kept.count().items())
            fresh = digest is None or kept.is_fresh(digest)
    except FoederaError as error:
        yield Check(name="ledger", found=f"{shown(place)}: {error.what}", good=False, remedy=error.remedy)
        return
    yield Check(name="ledger", found=f"{shown(place)}: {counts}")
    if not fresh:
        remedy = _("wait for the ingest that is under way; if there is none, run `foedera rebuild`")
        yield Check(name="entries", found=_("older than the readings or the data"), good=False, remedy=remedy)


def _writable(name: str, path: Path) -> Check:
    good = os.access(path, os.R_OK | os.W_OK)
    found = _("{path}: can be read and written") if good else _("{path}: cannot be read and written")
    return Check(
        name=name,
        found=found.format(path=path),
        good=good,
        remedy="" if good else _("change its rights, or name another with --ledger"),
    )


def _space(path: Path) -> Check:
    free = shutil.disk_usage(_nearest_folder(path)).free
    good = free >= LEAST_SPACE
    return Check(name="disk", found=_("{free} MB free").format(free=free // 1_000_000), good=good, remedy="" if good else _("make room"))


def _nearest_folder(path: Path) -> Path:
    return next(folder for folder in path.absolute().parents if folder.exists())


def _knowledge() -> Iterator[Check]:
    try:
        loaded = known()
    except FoederaError as error:
        yield Check(name="knowledge", found=str(error), good=False, remedy=_("run `foedera packs check`"))
        return
    yield Check(name="knowledge", found=loaded.digest)
    for pack in loaded.packs:
        yield Check(name=f"pack {pack.tag}", found=_("{language}: {rules} rules").format(language=pack.english, rules=len(pack.rules)))


def _libraries() -> Iterator[Check]:
    for name in _required():
        try:
            yield Check(name=f"library {name}", found=metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(name=f"library {name}", found=_("missing"), good=False, remedy=_("install foedera anew"))


def _required() -> list[str]:
    """Names of the libraries that the installed distribution always needs."""
    try:
        requirements = metadata.requires("foedera") or []
    except metadata.PackageNotFoundError:
        return ["foedera"]
    names = [requirement for requirement in requirements if ";" not in requirement]
    return [name[: next((at for at, letter in enumerate(name) if letter in " <>=!~["), len(name))] for name in names]
