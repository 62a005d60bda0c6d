"""Where the material of the measurements lies, its records and its digest; a folder that is not there is named with its remedy."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]
"""One object of a JSON lines file, in the exchange format or near it."""

EVALS = Path(__file__).resolve().parents[1]
ROOT = EVALS.parent
CORPUS = EVALS / "corpus"
BATCHES = EVALS / "batches"
LOOKALIKES = EVALS / "lookalikes"
DATES = EVALS / "dates"
REMARKS = EVALS / "remarks"


class MissingError(Exception):
    """Material that is not there; the message says what and where from."""


def required(path: Path, what: str) -> Path:
    """The path itself, when there is something.

    Raises:
        MissingError: when there is nothing; `what` says what should lie there.
    """
    if path.exists():
        return path
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    raise MissingError(f"{shown} is not there: {what}; evals/README.md says what lies where")


def shared(name: str) -> Path:
    """A file of the shared folder that `FOEDERA_SHARED` names.

    Raises:
        MissingError: when the variable is not set, or the folder holds no such file.
    """
    folder = os.environ.get("FOEDERA_SHARED")
    if not folder:
        raise MissingError(f"FOEDERA_SHARED is not set: it names the folder with {name}")
    path = Path(folder) / name
    if not path.exists():
        raise MissingError(f"{name} is not in the folder that FOEDERA_SHARED names")
    return path


def records(path: Path) -> list[Record]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def written(made: Iterable[Record]) -> str:
    """Records as JSON lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in made)


def text_at(path: Path) -> str:
    """A text as it is given, line ends kept: spans count its characters."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def digest(folder: Path) -> str:
    """The digest of all texts of a folder and of their gold."""
    sha = hashlib.sha256()
    for path in sorted([*folder.glob("texts/*.txt"), folder / "gold.jsonl"]):
        sha.update(path.name.encode())
        sha.update(path.read_bytes())
    return sha.hexdigest()
