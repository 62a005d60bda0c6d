"""An export → a file that is there when all is in it, and beside it, last of all, its manifest.

Whoever finds the manifest has the whole file, and can hold it against its size and SHA-256.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from foedera.exports.json import manifest as manifest_json
from foedera.exports.json import text
from foedera.exports.parts.contents import Manifest, Written
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _

ENDING = ".manifest.json"
"""What a manifest's name has behind that of the file."""


def to_file(path: Path, write: Callable[[IO[Any]], Written], manifest: Manifest, *, is_bytes: bool) -> Manifest:
    """Write the file, then the manifest with what was counted and measured; an earlier manifest goes before the file changes.

    Raises:
        FoederaError: when the file cannot be written.
    """
    beside = path.with_name(path.name + ENDING)
    with _failures(path), _aside(path) as body, _aside(beside) as words:
        with body.open("wb") if is_bytes else body.open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            written = write(out)
            _to_disk(out)
        with body.open("rb") as made:
            sha256 = hashlib.file_digest(made, "sha256").hexdigest()
        filled = replace(manifest, written=written, size=body.stat().st_size, sha256=sha256)
        with words.open("w", encoding="utf-8", newline="\n") as out:
            out.write(text(manifest_json(filled)))
            _to_disk(out)
        beside.unlink(missing_ok=True)
        body.replace(path)
        words.replace(beside)
    return filled


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A name beside the file; what lies there in the end is removed."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield aside
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _failures(path: Path) -> Iterator[None]:
    """What the file system complains of, told of the file and not of the ledger."""
    try:
        yield
    except OSError as error:
        raise FoederaError(error.strerror or str(error), where=str(path), remedy=_("check path, rights and disk space")) from error


def _to_disk(out: IO[Any]) -> None:
    out.flush()
    os.fsync(out.fileno())
