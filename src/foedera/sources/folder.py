"""A file, or a folder with all its files → documents; what another source knows by its name is left to that."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _
from foedera.sources import Errand, among_others
from foedera.sources.parts.records import RECORDS, Origin, too_large
from foedera.sources.parts.records import documents as documents_of

FALLBACK = True
"""Any name can be a file's: this source is asked last."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def accepts(location: str) -> bool:
    """Whether it is a path: anything but `-` and what begins with a scheme (`https:`), unless such a file exists."""
    return location != "-" and (not _SCHEME.match(location) or os.path.lexists(location))


def documents(location: str, errand: Errand) -> Iterator[Document | Skip]:
    """The file itself, or every file below the folder in order of relative names; hidden ones are passed over."""
    path = Path(location)
    if not path.is_dir():
        if not _is_known(path, errand):
            yield from _file(path, location, errand)
        return
    for inner in sorted(_files(path), key=lambda file: file.relative_to(path).parts):
        yield from _listed(inner, errand)


def apart(location: str, errand: Errand) -> Iterator[str | Skip]:
    """The locations of the files below a folder, which can be read apart from each other; of a file its own."""
    path = Path(location)
    if not path.is_dir():
        yield location
        return
    for inner in sorted(_files(path), key=lambda file: file.relative_to(path).parts):
        known = inner.suffix.lower() in errand.media_types or among_others(str(inner)) is not None
        yield str(inner) if known else _other(inner)


def _files(folder: Path) -> Iterator[Path]:
    """All that is no folder, links to nowhere included; links to folders are not followed, for they may lead in circles."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _listed(path: Path, errand: Errand) -> Iterator[Document | Skip]:
    other = among_others(str(path))
    if other is not None:
        if not _is_known(path, errand):
            yield from other.documents(str(path), errand)
    elif path.suffix.lower() in errand.media_types:
        if not _is_known(path, errand):
            yield from _file(path, str(path), errand)
    else:
        yield _other(path)


def _other(path: Path) -> Skip:
    detail = _("files ending in {ending!r} are not read")
    return Skip(reason="other_format", detail=detail.format(ending=path.suffix), location=str(path))


def _is_known(path: Path, errand: Errand) -> bool:
    """Whether the file was read before and is as it was; from now on it counts as read."""
    if errand.memory is None or not path.exists():
        return False
    state = path.stat()
    stamp = f"{state.st_size}:{state.st_mtime_ns}"
    known = errand.memory.has_read(str(path), stamp)
    errand.memory.read[str(path)] = stamp
    return known


def _file(path: Path, location: str, errand: Errand) -> Iterator[Document | Skip]:
    origin = Origin(name=path.name, location=location)
    media_type = errand.media_types.get(path.suffix.lower())
    try:
        if media_type is None and path.exists():
            yield _unknown(path, location, errand)
            return
        if media_type != RECORDS and (size := path.stat().st_size) > errand.limit:
            yield too_large(origin, size, errand.limit)
            return
        with path.open("rb") as stream:
            yield from documents_of(stream, origin, media_type or "", limit=errand.limit)
    except OSError as error:
        yield _unreadable(path, location, error)


def _unknown(path: Path, location: str, errand: Errand) -> Skip:
    known = ", ".join(sorted(errand.media_types))
    detail = _("no format reads files ending in {ending!r}; give one of {known}")
    return Skip(reason="unknown_format", detail=detail.format(ending=path.suffix, known=known), location=location)


def _unreadable(path: Path, location: str, error: OSError) -> Skip:
    why = _("a link to a file that is not there") if path.is_symlink() and not path.exists() else error.strerror or type(error).__name__
    return Skip(reason="unreadable", detail=_("{why}; check the path and the rights to read it").format(why=why), location=location)
