"""What a page is asked, and what it is: a template with values, and the answer of its JSON twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from foedera.model.batch import Handed
from foedera.plumbing.settings import Location
from foedera.web.parts.access import Entrance

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request: the parts of its path, its query, and the ledger to answer from."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    """The fields of a form that was sent to it."""
    files: tuple[Handed, ...] = ()
    """The files that came with it."""
    ledger: Location | None = None
    entrance: Entrance | None = None
    """How the desk is entered, where it has accounts."""
    session: str = ""
    """The secret of the session that asks."""
    address: str = ""
    """From where it was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A template with its values, and the answer that the twin gives instead."""

    template: str
    values: Mapping[str, object]
    answer: Callable[[], Json]
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    """What the answer tells a browser beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What is asked for has its page at another address."""

    to: str
    headers: tuple[tuple[str, str], ...] = ()
    """What the answer tells a browser beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An address, its twin's, what shows it, and the names its query may have."""

    path: str
    show: Callable[[Asked], Page | Moved]
    accepts: frozenset[str] = frozenset()
    twin: str | None = None
    """The address of the twin; without it that of the page with `.json` behind it."""
    take: Callable[[Asked], Page | Moved] | None = None
    """What takes a form that is sent to it."""
    lasting: bool = False
    """Whether it is the same until somebody writes to the ledger; the day and the reader apart."""
    upload: bool = False
    """Whether that form brings files, or texts as long as one."""


def address(*parts: str, anchor: str = "") -> str:
    """A path of this desk, each part quoted."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return f"{path}#{quote(anchor, safe='')}" if anchor else path


def own_path(path: str) -> str:
    """A path that a form names, when it is one of this desk: what begins with two strokes a browser takes for another place."""
    own = path.startswith("/") and path[1:2] not in {"/", "\\"} and path.isprintable() and path.isascii()
    return path if own else "/"
