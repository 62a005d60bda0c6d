"""Batch: what somebody handed over to be read into a ledger, how far that is, and what became of each item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, Literal

from msgspec import Struct

from foedera.model.document import DocumentId

Kind = Literal["files", "text", "addresses", "feed"]
Outcome = Literal["taken_in", "there_already", "left_out", "bad"]
State = Literal["waiting", "running", "done", "cancelled", "failed"]
OPEN = frozenset({"waiting", "running"})
"""States of a batch at which there is still something to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file: what its owner calls it (nobody vouches for that), and its bytes, to be read once."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A text, and where known its title, publisher, day (`2023-11-28`, `2023-11`, `2023`) and address."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a batch is made of: files, a text, addresses of the web, or the address of a feed; of one kind only."""

    files: tuple[Handed, ...] = ()
    text: Pasted | None = None
    addresses: tuple[str, ...] = ()
    feed: str | None = None


class Item(Struct, frozen=True, kw_only=True, tag="item"):
    """What became of one document: `place` is what it is called, `reason` an identifier of the glossary, `detail` says what to do."""

    outcome: Outcome
    place: str
    document: DocumentId | None = None
    title: str | None = None
    reason: str | None = None
    detail: str = ""


class Trouble(Struct, frozen=True, kw_only=True):
    """Why a batch could not go on, where, and what to do."""

    what: str
    where: str = ""
    remedy: str = ""


class Batch(Struct, frozen=True, kw_only=True):
    """A batch as it stands: of `of` files or addresses `done` are read, which took `seconds` so far; `at` is what is being read."""

    id: str
    kind: Kind
    title: str
    submitted: str
    state: State
    done: int
    of: int
    seconds: float
    at: str | None = None
    items: tuple[Item, ...] = ()
    trouble: Trouble | None = None
