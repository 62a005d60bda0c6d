"""A ledger ↔ one compressed file: all that is stored, as of one moment, from any store into any other. What is derived is derived anew.

A line is a kind, a space and a value in JSON; the last one holds their count and the digest of all of them.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from foedera.ledger.parts import codec
from foedera.ledger.parts.store import Ledger
from foedera.model.pack import Knowledge
from foedera.pipeline import waves
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _

END = "end"
LEVEL = 6
"""Of compression: higher ones take far longer for little."""


def backup(ledger: Ledger, path: Path) -> None:
    """Write the file, which is there when all is in it.

    Raises:
        LedgerError: when there is such a file already.
    """
    if path.exists():
        raise LedgerError(_("there is such a file already"), where=str(path), remedy=_("name another one, or remove it"))
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=LEVEL, mtime=0) as file:
            seal, count = hashlib.sha256(), 0
            for kind, value in ledger.archive():
                line = f"{kind} {value}\n".encode()
                seal.update(line)
                count += 1
                file.write(line)
            file.write(f"{END} {codec.encode((count, seal.hexdigest()))}\n".encode())
            file.close()
            raw.flush()
            os.fsync(raw.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def restore(ledger: Ledger, knowledge: Knowledge, path: Path) -> None:
    """Fill an empty ledger from the file, as a whole or not at all, and derive its entries.

    Raises:
        LedgerError: when the ledger holds something, or the file is not as it was written.
    """
    ledger.restore(_lines(path))
    waves.refresh(ledger, knowledge)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    seal, count, told = hashlib.sha256(), 0, None
    try:
        with gzip.open(path, "rb") as file:
            for line in file:
                kind, _space, value = line.decode().rstrip("\n").partition(" ")
                if kind == END:
                    told = codec.decode(value, tuple[int, str], str(path))
                    continue
                seal.update(line)
                count += 1
                yield kind, value
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise _damaged(path, str(error)) from error
    if told != (count, seal.hexdigest()):
        raise _damaged(path, _("its digest does not fit"))


def _damaged(path: Path, why: str) -> LedgerError:
    what = _("is no whole backup of a ledger: {why}").format(why=why)
    return LedgerError(what, where=str(path), remedy=_("take another backup; nothing was restored"))
